import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, clip, fold, sameText, withoutMarks } from '../../src/text/fold.ts';

const vietnamese = fc.string({ unit: fc.constantFrom(...'aàảãáạăằắậâđĐeêẾiíoôơờợuưựyýỶ bcghmnt_-–“”') });

describe('fold makes equal what people mean as equal', () => {
  it.each([
    ['Nộp_báo-cáo', 'nop bao cao'],
    ['ĐIỂM  của\ttôi ', 'diem cua toi'],
    ['Uỷ ban – quý III', 'uy ban quy iii'],
    ['“Hạn”', '"han"'],
    ['ｈạｎ', 'han'],
    ['h\u200bạn\u00a0nộp', 'han nop'],
  ])('%j', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(text.normalize('NFD'))).toBe(folded);
  });

  it('is the same for both places of a tone mark', () => {
    expect(fold('hoà')).toBe(fold('hòa'));
    expect(fold('thuý')).toBe(fold('thúy'));
  });

  it('leaves signs in place where dates and numbers are read', () => {
    expect(withoutMarks(' Ngày 15–6_Đ ')).toBe('ngay 15-6_d');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(vietnamese, fc.string({ unit: 'binary' })), text => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('the same text', () => {
  it.each([
    ['hoà bình', 'HÒA BÌNH'],
    ['Uỷ ban', 'Ủy ban'.normalize('NFD')],
    ['quý', 'qúy'],
    ['Khối  1', ' khối 1'],
    ['“A” – B', '"A" - B'],
  ])('%s = %s', (a, b) => {
    expect(sameText(a, b)).toBe(true);
  });

  it.each([
    ['hòa', 'hoa'],
    ['hòa', 'hóa'],
    ['đúng', 'dừng'],
    ['cô', 'co'],
    ['đi', 'di'],
    ['mật', 'mất'],
  ])('%s ≠ %s', (a, b) => {
    expect(sameText(a, b)).toBe(false);
  });

  it('follows from equal letters, never from folding alone', () => {
    fc.assert(
      fc.property(vietnamese, vietnamese, (a, b) => {
        expect(sameText(a, a.normalize('NFD').toUpperCase())).toBe(true);
        if (sameText(a, b)) expect(fold(a)).toBe(fold(b));
      }),
    );
  });
});

describe('clean text', () => {
  it('is one line of NFC without anything invisible', () => {
    expect(clean(' Phòng\u200b  Kinh\u00a0tế\r\n\u0000(\u202eA) '.normalize('NFD'))).toBe(
      'Phòng Kinh tế (A)',
    );
    expect(clean('a\ud83db')).toBe('ab');
  });

  it('is clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const once = clean(text);
        expect(clean(once)).toBe(once);
        expect(once).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]|^ | $| {2}/u);
      }),
    );
  });
});

describe('a clipped text', () => {
  it.each([
    ['Phòng Kinh tế', 13, 'Phòng Kinh tế'],
    ['Phòng Kinh tế', 12, 'Phòng Kinh…'],
    ['a😀b', 3, 'a…'],
    ['a😀bc', 4, 'a😀…'],
    ['tế'.normalize('NFD'), 3, 't…'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
  ])('%s to %i units', (text, units, expected) => {
    expect(clip(text, units)).toBe(expected);
  });

  it('keeps within the limit and never halves a character', () => {
    const text = fc.string({ unit: 'grapheme-composite' });
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 30 }), (whole, units) => {
        const cut = clip(whole, units);
        expect(cut.length).toBeLessThanOrEqual(units);
        expect(cut).not.toMatch(/\p{Cs}/u);
        const kept = cut === whole ? whole : cut.slice(0, -1);
        expect(whole.startsWith(kept)).toBe(true);
        expect(whole.slice(kept.length)).not.toMatch(cut === whole ? /./u : /^\p{M}/u);
      }),
    );
  });
});
