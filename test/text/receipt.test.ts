import { describe, expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { type ReceiptFacts, receipt, submissionNotice } from '../../src/text/receipt.ts';
import { read } from '../support/score-sheets.ts';

const facts: ReceiptFacts = {
  receiptNo: 17,
  title: 'Báo cáo sơ kết 6 tháng',
  unitName: 'Phòng Kinh tế',
  sentAt: new Date('2026-05-28T09:42:00Z'),
  lateness: { kind: 'on_time' },
  files: [{ name: 'bao-cao.pdf', size: 348_160, sha256: `0123abcd${'e'.repeat(56)}` }],
  documentNumber: '123/BC-PKT',
  documentDate: day('2026-05-28'),
  version: 1,
  replaceUntil: new Date('2026-05-29T16:59:59.999Z'),
};

const shown = (changes: Partial<ReceiptFacts> = {}) => read({ lines: receipt({ ...facts, ...changes }) });

describe('the receipt', () => {
  test('says what was received, when, and that it was on time', () => {
    expect(shown()).toBe(
      [
        'Biên nhận số 17',
        'Đã ghi nhận “Báo cáo sơ kết 6 tháng” của Phòng Kinh tế lúc 16:42, thứ Năm, 28/5/2026 (đúng hạn).',
        'Văn bản: 123/BC-PKT ngày 28/5/2026',
        'Tệp: bao-cao.pdf (340 KB, mã 0123abcd)',
        'Có thể thay đến 23:59, thứ Sáu, 29/5/2026: gõ /nop_bao_cao.',
      ].join('\n'),
    );
  });

  test('says how late it was, in calendar and in working days', () => {
    expect(shown({ lateness: { kind: 'late', calendarDays: 4, workingDays: 2 } })).toContain(
      '(trễ 4 ngày, trong đó 2 ngày làm việc)',
    );
  });

  test('judges nothing where the duty has no date', () => {
    expect(shown({ lateness: null })).toContain('28/5/2026.');
  });

  test('of a replacement, says that the earlier ones are kept', () => {
    const text = shown({ version: 3, replaceUntil: null, files: [], documentDate: null });
    expect(text).toContain('Biên nhận số 17 (bản thay thế, lần 3)');
    expect(text).toContain('Các bản trước vẫn được lưu.');
    expect(text).toContain('Văn bản: 123/BC-PKT');
    expect(text).not.toContain('Có thể thay');
  });
});

test('the lead’s side hears who handed in what, and how many have', () => {
  const notice = submissionNotice({ ...facts, byName: 'Nguyễn Văn An', done: 4, of: 6 });
  expect(read({ lines: notice })).toBe(
    [
      'Đã nhận “Báo cáo sơ kết 6 tháng” của Phòng Kinh tế lúc 16:42, thứ Năm, 28/5/2026 (đúng hạn); ' +
        'đồng chí Nguyễn Văn An nộp, biên nhận số 17.',
      'Gồm: 123/BC-PKT ngày 28/5/2026; 1 tệp.',
      'Đã nộp: 4/6.',
    ].join('\n'),
  );
  const again = submissionNotice({
    ...facts,
    version: 2,
    documentNumber: null,
    documentDate: null,
    files: [],
    byName: 'An',
    done: 4,
    of: 6,
  });
  expect(read({ lines: again })).toMatch(/^Đã nhận bản thay thế “[^\n]*\nĐã nộp: 4\/6\.$/);
});
