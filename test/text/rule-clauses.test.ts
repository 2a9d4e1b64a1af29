import { describe, expect, test } from 'vitest';
import { points } from '../../src/core/points.ts';
import { ruleHint } from '../../src/text/rule-hints.ts';

const five = { max: points(500), counts: 'base' } as const;
const ten = { max: points(1000), counts: 'base' } as const;

describe('a sentence that gives points by what a figure reaches', () => {
  test.each([
    'từ 95% trở lên: 5 điểm; từ 80% đến dưới 95%: 3 điểm; dưới 80%: 0 điểm',
    'Đạt từ 95% trở lên được 5 điểm, từ 80% đến dưới 95% được 3 điểm, dưới 80% được 0 điểm.',
    'tu 95 tro len: 5đ\n80 den duoi 95: 3đ\nduoi 80: 0đ',
  ])('proposes its bands: “%s”', text => {
    const [top, middle, low] = [{ ge: '95' }, { ge: '80', lt: '95' }, { lt: '80' }];
    const bands = [
      { ...top, points: 500 },
      { ...middle, points: 300 },
      { ...low, points: 0 },
    ];
    expect(ruleHint(text, five)).toEqual({ rule: { id: 'bands', version: 1, params: { bands } }, open: [] });
  });

  test('bounds are kept as written, where they overlap too', () => {
    const hint = ruleHint('từ 95% đến 100% được 5 điểm; từ 80% đến 95%: 3 điểm', five);
    expect(hint?.rule.params).toEqual({
      bands: [
        { ge: '95', le: '100', points: 500 },
        { ge: '80', le: '95', points: 300 },
      ],
    });
    expect(ruleHint('trên 99,5%: 5 điểm; từ 99,5% trở xuống: 2 điểm', five)?.rule.params).toEqual({
      bands: [
        { gt: '99.5', points: 500 },
        { le: '99.5', points: 200 },
      ],
    });
  });

  test('a band that is none, or a sentence among them, proposes nothing', () => {
    expect(ruleHint('từ 95% đến 80%: 5 điểm; dưới 80%: 0 điểm', five)).toBeNull();
    expect(ruleHint('từ 95% trở lên: 5 điểm; còn lại do Khối xem xét', five)).toBeNull();
    expect(ruleHint('Tỷ lệ hộ nghèo giảm từ 95% trở lên', five)).toBeNull();
  });
});

describe('a sentence that names levels', () => {
  test.each([
    'Hoàn thành tốt: 10 điểm; khá: 7 điểm; trung bình: 5 điểm',
    'Hoàn thành tốt được 10 điểm, khá 7 điểm, trung bình 5 điểm.',
  ])('proposes them: “%s”', text => {
    expect(ruleHint(text, ten)?.rule).toEqual({
      ...{ id: 'levels', version: 1 },
      params: {
        levels: [
          { key: 'hoan_thanh_tot', name: 'Hoàn thành tốt', points: 1000 },
          { key: 'kha', name: 'khá', points: 700 },
          { key: 'trung_binh', name: 'trung bình', points: 500 },
        ],
      },
    });
  });

  test('parts that add up to the maximum are no levels', () => {
    expect(ruleHint('Có kế hoạch: 4 điểm; có báo cáo: 6 điểm', ten)).toBeNull();
  });

  test('“có” and “không” are yes and no', () => {
    expect(ruleHint('có: 5 điểm, không: 0 điểm', five)?.rule.id).toBe('yes_no');
  });
});
