import { describe, expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { guessKind, readDeadlineLine } from '../../src/text/deadline-line.ts';
import { withoutMarks } from '../../src/text/fold.ts';
import { readWho } from '../../src/text/who-words.ts';
import { units } from '../support/deadlines.ts';

const today = day('2026-06-08');
const read = (text: string) => readDeadlineLine(text, units, today);
const halfYear = { kind: 'boundary', boundary: { kind: 'before_day', day: '2026-06-15' } };

describe('one line names title, term and who, in any order', () => {
  test.each([
    'Báo cáo 6 tháng, trước ngày 15/6, tất cả đơn vị',
    'trước ngày 15/6, Báo cáo 6 tháng, tất cả đơn vị',
    'tất cả đơn vị, trước ngày 15/6, Báo cáo 6 tháng',
    'Báo cáo 6 tháng; trước ngày 15/6; tất cả đơn vị',
    'Báo cáo 6 tháng\ntrước ngày 15/6\ntất cả đơn vị',
    'Báo cáo 6 tháng trước ngày 15/6 tất cả đơn vị',
    'Báo cáo 6 tháng trước ngày 15/6, tất cả các đơn vị',
  ])('%s', text => {
    const found = read(text);
    expect(found).toMatchObject({ title: 'Báo cáo 6 tháng', when: halfYear, who: { kind: 'all' } });
    const bare = read(withoutMarks(text));
    expect(bare).toMatchObject({ title: 'bao cao 6 thang', when: halfYear, who: { kind: 'all' } });
  });
});

test.each([
  'Họp giao ban, 20/6 lúc 14 giờ',
  'Họp giao ban 20/6 lúc 14 giờ',
  'Họp giao ban 14h30 ngày 20/6',
  'Họp giao ban, lúc 14 giờ ngày 20/6',
])('an hour is never left in the title in silence: %s', text => {
  expect(read(text)).toMatchObject({
    title: 'Họp giao ban',
    when: { kind: 'boundary', boundary: { kind: 'by_day', day: '2026-06-20' }, hour: true },
  });
});

test('an hour by itself is told apart', () => {
  expect(read('Họp giao ban, 14 giờ, ngày 20/6')).toMatchObject({ title: 'Họp giao ban', hour: true });
});

test.each([
  'Báo cáo nhanh, thứ sáu hằng tuần',
  'Báo cáo hằng tuần, 12/6',
  'Báo cáo nhanh, hằng tuần, thứ sáu',
])('what comes back every week is told, since no deadline can: %s', text => {
  expect(read(text).when).toEqual({ kind: 'weekly' });
});

test('the recipient and several units by name, number and alias', () => {
  const text = 'Số liệu y tế, Trạm Y tế, 3, PKT, hạn 20/6, gửi Hội đồng Thi đua - Khen thưởng xã';
  expect(read(text)).toMatchObject({
    title: 'Số liệu y tế',
    who: { kind: 'units', unitIds: ['u2', 'u3', 'u5'] },
    recipient: 'Hội đồng Thi đua - Khen thưởng xã',
    when: { boundary: { day: '2026-06-20' } },
  });
});

test.each(['đơn vị 2 3 5', 'đơn vị 2, 3, 5', 'các đơn vị số 2 3 5', 'don vi 2 va 3 va 5'])(
  'units by number: %s',
  who => {
    expect(read(`Kế hoạch năm, chậm nhất 5/7, ${who}`)).toMatchObject({
      title: 'Kế hoạch năm',
      who: { kind: 'units', unitIds: ['u2', 'u3', 'u5'] },
    });
  },
);

test('a title keeps its own commas, months and units', () => {
  expect(read('Báo cáo sơ kết, tổng kết, trước 15/6')).toMatchObject({
    title: 'Báo cáo sơ kết, tổng kết',
    who: null,
  });
  expect(read('Báo cáo tháng 6')).toMatchObject({ title: 'Báo cáo tháng 6', when: null });
  expect(read('Báo cáo của các đơn vị, 20/6')).toMatchObject({ title: 'Báo cáo của các đơn vị', who: null });
});

test('a title that says how often, with a day beside it, comes back', () => {
  expect(read('Báo cáo hằng tháng, ngày 25').when).toMatchObject({ every: 'month' });
  expect(read('Báo cáo chuyên đề, hằng quý, ngày 25/6').when).toMatchObject({
    every: 'quarter',
    boundary: { day: '2026-06-25' },
  });
});

test.each([
  ['Báo cáo 6 tháng', 'report'],
  ['Báo cáo sơ kết', 'report'],
  ['Đăng ký thi đua', 'registration'],
  ['Bảng tự chấm điểm', 'self_score'],
  ['Hồ sơ đề nghị khen thưởng', 'dossier'],
  ['Họp giao ban khối', 'event'],
  ['Hội nghị sơ kết', 'review'],
  ['Sơ kết 6 tháng', 'review'],
  ['Việc cần làm', null],
])('“%s” is taken for %s', (title, kind) => {
  expect(guessKind(title)).toBe(kind);
  expect(guessKind(withoutMarks(title))).toBe(kind);
});

describe('who', () => {
  test.each([
    ['tất cả đơn vị', { kind: 'all' }],
    ['các đơn vị', { kind: 'all' }],
    ['tất cả', { kind: 'all' }],
    ['khối', { kind: 'bloc' }],
    ['Trưởng khối', { kind: 'bloc' }],
    ['cả hai', { kind: 'both' }],
    ['các đơn vị và khối', { kind: 'both' }],
    ['Văn phòng HĐND và UBND xã', { kind: 'units', unitIds: ['u1'] }],
    ['Văn phòng và Phòng Kinh tế', { kind: 'units', unitIds: ['u1', 'u2'] }],
    ['đơn vị 5, 2', { kind: 'units', unitIds: ['u2', 'u5'] }],
    ['2 va 5', { kind: 'units', unitIds: ['u2', 'u5'] }],
    ['Một cửa', { kind: 'units', unitIds: ['u4'] }],
    ['tất cả trừ Trạm Y tế', { kind: 'units', unitIds: ['u1', 'u2', 'u3', 'u4', 'u6'] }],
    ['đơn vị 9', null],
    ['Phòng Kinh tế và Phòng Lạ', null],
    ['mai', null],
    ['cả', null],
    ['đơn vị', null],
    ['đơn vị lạ', null],
    ['các', null],
  ])('%s', (text, wanted) => {
    expect(readWho(text, units)).toEqual(wanted);
  });

  test('asked for, a part of a name is enough where only one unit has it', () => {
    expect(readWho('thcs', units)).toBeNull();
    expect(readWho('thcs', units, true)).toEqual({ kind: 'units', unitIds: ['u6'] });
    expect(readWho('phòng', units, true)).toBeNull();
  });
});

test.each([
  ['Báo cáo quý III từ 20/9 - 25/9 (trừ Trạm Y tế)', 'Báo cáo quý III', 'u5'],
  ['Báo cáo quý III 25/9, trừ Trạm Y tế', 'Báo cáo quý III', 'u5'],
])('all but one: %s', (text, title, without) => {
  const found = read(text);
  expect(found.title).toBe(title);
  expect(found.who).toEqual({
    kind: 'units',
    unitIds: units.map(({ id }) => id).filter(id => id !== without),
  });
});

test('a day without a comma before it is the term, and who receives it may stand behind', () => {
  expect(read('Báo cáo chuyên đề chậm nhất 30/9 gửi Trưởng khối')).toMatchObject({
    title: 'Báo cáo chuyên đề',
    when: { boundary: { kind: 'by_day', day: '2026-09-30' } },
    recipient: 'Trưởng khối',
  });
});

test.each([
  ['Đăng ký thi đua, trước 5/12, Phòng Kinh tế; Ban QLDA; Hội LHPN xã', ['Ban QLDA', 'Hội LHPN xã']],
  ['Báo cáo nhanh, 20/6, Đoàn Thanh niên', ['Đoàn Thanh niên']],
  ['Báo cáo nhanh, 20/6, UBMTTQ xã, Trạm Y tế', ['UBMTTQ xã']],
])('a unit that there is not is said to be none, and is in no title: %s', (text, unknown) => {
  const found = read(text);
  expect(found.unknown).toEqual(unknown);
  expect(found.title).toBe(text.split(',')[0]);
});

test.each(['Hội nghị sơ kết, ban hành kế hoạch, 20/6', 'Báo cáo, phòng chống thiên tai, 20/6'])(
  'words of a title that only begin like one stay in it: %s',
  text => {
    expect(read(text).unknown).toEqual([]);
  },
);

test.each([
  ['TTPVHCC', ['u4']],
  ['ttpvhcc', ['u4']],
  ['Phòng VH-XH', ['u3']],
  ['Trung tâm PVHCC, PKT', ['u2', 'u4']],
  ['THCS ĐSH', ['u6']],
])('an abbreviation names the one unit whose first letters it has: %s', (text, unitIds) => {
  expect(readWho(text, units)).toEqual({ kind: 'units', unitIds });
});
