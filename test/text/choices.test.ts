import { describe, expect, test } from 'vitest';
import { choiceLines, chosenOption } from '../../src/text/choices.ts';

const chosenToken = (...given: Parameters<typeof chosenOption>) => chosenOption(...given)?.token ?? null;

const options = [
  [
    { token: 'a', label: 'Xác nhận' },
    { token: 'b', label: 'Sửa' },
  ],
  [
    { token: 'c', label: 'Để sau' },
    { token: 'd', label: 'Báo cáo quý III · hạn 30/9/2026' },
  ],
];

test.each([
  ['1', 'a'],
  ['2.', 'b'],
  ['(3)', null],
  ['3)', 'c'],
  [' số 4 ', 'd'],
  ['chọn số 2 nhé', 'b'],
  ['2️⃣', 'b'],
  ['0', null],
  ['5', null],
  ['1 2', null],
  ['1,5', null],
  ['xac nhan', 'a'],
  ['ĐỂ SAU!', 'c'],
  ['bao cao quy iii han 30/9/2026', 'd'],
  ['sửa giúp', null],
  ['', null],
])('“%s” chooses %s', (text, token) => {
  expect(chosenToken(text, { options })).toBe(token);
  expect(chosenToken(text.normalize('NFD'), { options })).toBe(token);
});

describe('where a number is an answer', () => {
  test('it chooses nothing, and words still do', () => {
    for (const text of ['1', '2.', 'số 2', '10', '2️⃣'])
      expect(chosenToken(text, { options, wants: 'number' })).toBeNull();
    expect(chosenToken('để sau', { options, wants: 'number' })).toBe('c');
  });

  test('the options stand without numbers', () => {
    const [line, ...more] = choiceLines({ options, wants: 'number', group: false });
    expect(more).toEqual([]);
    expect(JSON.stringify(line)).toContain('Hoặc gõ: Xác nhận · Sửa · Để sau');
    expect(JSON.stringify(line)).not.toMatch(/\b1\./);
  });
});

test('two options of one name are told apart by number alone', () => {
  const alike = [[{ token: 'a', label: 'Xóa' }], [{ token: 'b', label: 'Xoá' }]];
  expect(chosenToken('xóa', { options: alike })).toBeNull();
  expect(chosenToken('2', { options: alike })).toBe('b');
});

describe('labels that carry the numbers of a list', () => {
  const own = [
    [{ token: 'create', label: 'Tạo khối' }],
    [
      { token: 'f1', label: '1. Tên khối' },
      { token: 'f3', label: '3. Hội đồng' },
    ],
  ];

  test('are chosen by those, the others by their words', () => {
    expect(chosenToken('1', { options: own })).toBe('f1');
    expect(chosenToken('3', { options: own })).toBe('f3');
    expect(chosenToken('2', { options: own })).toBeNull();
    expect(chosenToken('tao khoi', { options: own })).toBe('create');
    expect(chosenToken('tên khối', { options: own })).toBe('f1');
  });

  test('are shown with those', () => {
    const text = choiceLines({ options: own, group: false }).map(line => JSON.stringify(line));
    expect(text).toHaveLength(4);
    expect(text[1]).toContain('1. Tên khối');
    expect(text[2]).toContain('3. Hội đồng');
    expect(text[3]).toContain('Hoặc gõ: Tạo khối');
  });
});
