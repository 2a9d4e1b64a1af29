import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, daysBetween, weekdayOf } from '../../src/core/day.ts';
import { formatDay, formatDayLong, formatDayShort, parseDay } from '../../src/text/days.ts';

/** A Thursday. */
const TODAY = day('2026-05-28');

const short = (text: string, today = TODAY, prefer: 'future' | 'past' = 'future') => {
  const found = parseDay(text, today, prefer);
  return found.kind === 'day'
    ? `${found.day} ${found.assumed}`
    : found.kind === 'ambiguous'
      ? found.readings
      : found.kind;
};

const spellings = (text: string) => [
  text,
  text.normalize('NFD'),
  text.toUpperCase(),
  `  ${text}. `,
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd'),
];

describe('a day is understood, with or without accents, in NFD and capitals', () => {
  it.each([
    ['15/6/2026', '2026-06-15 nothing'],
    ['15-6-26', '2026-06-15 nothing'],
    ['15.6.2026', '2026-06-15 nothing'],
    ['15 / 06 / 2026', '2026-06-15 nothing'],
    ['15–6–2026', '2026-06-15 nothing'],
    ['2026-06-15', '2026-06-15 nothing'],
    ['29/2/2028', '2028-02-29 nothing'],
    ['ngày 15 tháng 6 năm 2026', '2026-06-15 nothing'],
    ['ngày 02 tháng 4 năm 2026', '2026-04-02 nothing'],
    ['15 tháng 6/2026', '2026-06-15 nothing'],
    ['15/6 năm sau', '2027-06-15 nothing'],
    ['15 tháng này', '2026-05-15 nothing'],
    ['ngày 3 tháng tới', '2026-06-03 nothing'],
    ['thứ Hai, 15/6/2026', '2026-06-15 nothing'],
    ['15/6', '2026-06-15 year'],
    ['15.6', '2026-06-15 year'],
    ['15 tháng 6', '2026-06-15 year'],
    ['hạn nộp: ngày 15/6', '2026-06-15 year'],
    ['chậm nhất là ngày 15/6', '2026-06-15 year'],
    ['đến hết ngày 15/6', '2026-06-15 year'],
    ['28/5', '2026-05-28 year'],
    ['27/5', '2027-05-27 year'],
    ['ngày 30', '2026-05-30 month'],
    ['ngày 15', '2026-06-15 month'],
    ['hôm nay', '2026-05-28 nothing'],
    ['mai', '2026-05-29 nothing'],
    ['ngày mai', '2026-05-29 nothing'],
    ['ngày mai nhé', '2026-05-29 nothing'],
    ['mốt', '2026-05-30 nothing'],
    ['ngày kia', '2026-05-30 nothing'],
    ['hôm qua', '2026-05-27 nothing'],
    ['thứ sáu', '2026-05-29 week'],
    ['thứ 6', '2026-05-29 week'],
    ['t6', '2026-05-29 week'],
    ['thứ tư', '2026-06-03 week'],
    ['chủ nhật', '2026-05-31 week'],
    ['CN', '2026-05-31 week'],
    ['thứ năm tới', '2026-06-04 week'],
    ['thứ năm vừa rồi', '2026-05-21 week'],
    ['thứ sáu tuần này', '2026-05-29 nothing'],
    ['thứ hai tuần này', '2026-05-25 nothing'],
    ['thứ sáu tuần sau', '2026-06-05 nothing'],
    ['tuần sau, thứ sáu', '2026-06-05 nothing'],
    ['thứ hai tuần tới', '2026-06-01 nothing'],
    ['chủ nhật tuần trước', '2026-05-24 nothing'],
    ['cuối tháng', '2026-05-31 month'],
    ['cuối tháng này', '2026-05-31 nothing'],
    ['cuối tháng sau', '2026-06-30 nothing'],
    ['cuối tháng 6', '2026-06-30 year'],
    ['cuối tháng 2', '2027-02-28 year'],
    ['hết tháng 12', '2026-12-31 year'],
    ['đến hết tháng 6/2027', '2027-06-30 nothing'],
    ['cuối tháng 2 năm 2028', '2028-02-29 nothing'],
    ['hết quý III', '2026-09-30 year'],
    ['cuối quý 4/2026', '2026-12-31 nothing'],
    ['hết năm', '2026-12-31 year'],
    ['cuối năm 2027', '2027-12-31 nothing'],
  ])('%s', (text, expected) => {
    for (const spelling of spellings(text)) expect(short(spelling), spelling).toBe(expected);
  });
});

describe('on a Sunday', () => {
  const sunday = day('2026-05-31');
  it.each([
    ['thứ hai tuần sau', '2026-06-01 nothing'],
    ['thứ hai tuần này', '2026-05-25 nothing'],
    ['thứ sáu tuần sau', '2026-06-05 nothing'],
    ['thứ hai', '2026-06-01 week'],
  ])('the week began on Monday: %s', (text, expected) => {
    expect(short(text, sunday)).toBe(expected);
  });
});

describe("a document's date looks back", () => {
  it.each([
    ['28/5', '2026-05-28 year'],
    ['29/5', '2025-05-29 year'],
    ['ngày 30', '2026-04-30 month'],
    ['thứ sáu', '2026-05-22 week'],
    ['cuối tháng', '2026-04-30 month'],
    ['cuối tháng 12', '2025-12-31 year'],
  ])('%s', (text, expected) => {
    expect(short(text, TODAY, 'past')).toBe(expected);
  });
});

describe('what has two readings is asked about', () => {
  it.each([
    ['thứ năm', ['2026-05-28', '2026-06-04']],
    ['trước ngày 15/6', ['2026-06-14', '2026-06-15']],
    ['trước 1/6/2026', ['2026-05-31', '2026-06-01']],
    // A Monday; the Friday of its week.
    ['thứ sáu 15/6/2026', ['2026-06-15', '2026-06-19']],
  ])('%s', (text, expected) => {
    expect(short(text)).toEqual(expected);
  });

  it('looks back for a document', () => {
    expect(short('thứ năm', TODAY, 'past')).toEqual(['2026-05-21', '2026-05-28']);
  });
});

describe('a day that does not exist is named as typed', () => {
  it.each([
    '31/6',
    '29/2/2026',
    '29/2',
    '32/1',
    '15/13',
    '0/5',
    '31/4/2026',
    'ngày 31 tháng 6',
    'cuối tháng 13',
    'ngày 40',
    '15/6/0026',
    'trước 31/6',
    'thứ sáu 31/6',
  ])('%s', text => {
    expect(parseDay(text.normalize('NFD'), TODAY)).toEqual({ kind: 'no_such_day', asTyped: text });
  });
});

it.each([
  '',
  '15',
  'tháng 6',
  '6/2026',
  'một',
  'mùng 5 Tết',
  'trước tháng 6',
  'đầu tháng',
  'thứ tám',
  'thứ nhất',
  'tuần sau',
  'đạt 5/6 chỉ tiêu',
  '15/6/6',
  'constructor',
  '__proto__',
  'toString',
  '123/BC-UBND',
])('%j is no day', text => {
  expect(parseDay(text, TODAY)).toEqual({ kind: 'not_a_day' });
});

const everyDay: Day[] = [];
for (let one = day('2024-01-01'); one <= '2030-12-31'; one = addDays(one, 1)) everyDay.push(one);

describe('every day from 2024 to 2030', () => {
  it('is read back as written, long and in a column, whatever today is', () => {
    expect(everyDay).toHaveLength(2557);
    const wrong = everyDay.filter(one =>
      [formatDay(one), formatDayLong(one), one].some(text => short(text) !== `${one} nothing`),
    );
    expect(wrong).toEqual([]);
  });

  it('is its own date without a year, before and after', () => {
    const wrong = everyDay.filter(today => {
      const date = formatDay(today).slice(0, -5);
      return ['future', 'past'].some(
        side => short(date, today, side === 'past' ? side : 'future') !== `${today} year`,
      );
    });
    expect(wrong).toEqual([]);
  });

  it('is within a year of the date that lacks one, on the preferred side', () => {
    const someDay = fc.constantFrom(...everyDay);
    fc.assert(
      fc.property(someDay, someDay, (today, other) => {
        const date = formatDay(other).slice(0, -5);
        const ahead = parseDay(date, today);
        const back = parseDay(date, today, 'past');
        // 29/2 exists in one year of four, and is not sought further than a neighbouring year.
        if (date === '29/02' && (ahead.kind !== 'day' || back.kind !== 'day')) return;
        const reach = date === '29/02' ? 731 : 366;
        const dayIn = (found: typeof ahead) => (found.kind === 'day' ? found.day : null);
        expect(formatDay(dayIn(ahead) ?? today).slice(0, -5)).toBe(date);
        expect(formatDay(dayIn(back) ?? today).slice(0, -5)).toBe(date);
        expect(daysBetween(today, dayIn(ahead) ?? today)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(today, dayIn(ahead) ?? today)).toBeLessThanOrEqual(reach);
        expect(daysBetween(dayIn(back) ?? today, today)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(dayIn(back) ?? today, today)).toBeLessThanOrEqual(reach);
      }),
    );
  });

  it('is read back from its short form within its own year', () => {
    const wrong = everyDay.filter(one => {
      const first = day(`${one.slice(0, 4)}-01-01`);
      return short(formatDayShort(one, first), first) !== `${one} year`;
    });
    expect(wrong).toEqual([]);
  });

  it('has a weekday that comes within seven days', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyDay), fc.integer({ min: 2, max: 7 }), (today, number) => {
        const found = parseDay(`t${number}`, today);
        const days = found.kind === 'day' ? [found.day] : found.kind === 'ambiguous' ? found.readings : [];
        expect(days.map(weekdayOf)).toEqual(days.map(() => number - 1));
        expect(days[0] && days[0] >= today && days[0] < addDays(today, 7)).toBe(true);
        expect(days).toHaveLength(weekdayOf(today) === number - 1 ? 2 : 1);
      }),
    );
  });
});

it('never throws', () => {
  const words = fc.constantFrom(
    'ngày',
    'tháng',
    'thứ',
    'cuối',
    'hết',
    'trước',
    'năm',
    'sau',
    '31',
    '6',
    '/',
    '-',
    '2026',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words).map(list => list.join(' ')),
      ),
      text => {
        expect(['day', 'ambiguous', 'no_such_day', 'not_a_day']).toContain(parseDay(text, TODAY).kind);
      },
    ),
  );
});
