import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeOfDay } from '../../src/core/day.ts';
import { rollPolicies } from '../../src/core/deadline.ts';
import { changePolicy, type PolicyPatch } from '../../src/core/reminder-change.ts';
import { defaultReminderPolicy } from '../../src/core/reminder-policy.ts';
import { settingItems } from '../../src/core/settings.ts';
import { refusalLine, settingExample } from '../../src/text/settings.ts';
import { readSetting, settingWords } from '../../src/text/settings-words.ts';

const read = (typed: string) => {
  const found = readSetting(typed);
  return found.kind === 'change' ? found.patch : found;
};

test.each<[string, PolicyPatch]>([
  ['nhắc trước 10, 5, 2 ngày', { workingDaysBefore: [10, 5, 2] }],
  ['Nhắc trước 10 5 và 2 ngày làm việc', { workingDaysBefore: [10, 5, 2] }],
  ['giờ nhắc 7:30', { morning: timeOfDay('07:30') }],
  ['gio nhac 7h30', { morning: timeOfDay('07:30') }],
  ['giờ nhắc: 8 giờ', { morning: timeOfDay('08:00') }],
  ['giờ yên lặng 21:00-6:30', { quiet: { from: timeOfDay('21:00'), to: timeOfDay('06:30') } }],
  ['yên lặng từ 21h đến 6h30', { quiet: { from: timeOfDay('21:00'), to: timeOfDay('06:30') } }],
  ['tổng hợp thứ hai 8:00', { digest: { enabled: true, weekday: 1, time: timeOfDay('08:00') } }],
  ['tổng hợp thứ 6 lúc 15h', { digest: { enabled: true, weekday: 5, time: timeOfDay('15:00') } }],
  ['tổng hợp chủ nhật', { digest: { enabled: true, weekday: 7 } }],
  ['không tổng hợp', { digest: { enabled: false } }],
  ['tổng hợp trước hạn 3, 1', { digestBeforeDeadline: [3, 1] }],
  ['nêu tên trước hạn: có', { nameBeforeDue: true }],
  ['nêu tên trước hạn: không', { nameBeforeDue: false }],
  ['hạn rơi vào ngày nghỉ: lùi sang ngày làm việc sau', { roll: 'next_working_day' }],
  ['hạn rơi vào ngày nghỉ: giữ nguyên', { roll: 'strict' }],
  ['hạn rơi vào ngày nghỉ: đẩy lên trước', { roll: 'previous_working_day' }],
  ['giờ cuối ngày 17:00', { endOfDay: timeOfDay('17:00') }],
  ['giờ cuối ngày: hết ngày', { endOfDay: null }],
  ['nhắc khi quá hạn: không', { overdueOnce: false }],
  ['nhắc sáng ngày hạn: có', { onTheDay: true }],
])('“%s” is understood', (typed, patch) => {
  expect(read(typed)).toEqual(patch);
});

test.each(['giờ nhắc 25:00', 'giờ cuối ngày 17:75', 'yên lặng 21:00-6:99'])(
  '“%s” names no time of day',
  typed => {
    expect(readSetting(typed).kind).toBe('bad_time');
  },
);

test.each(settingItems)('the example for “%s” is one', item => {
  expect(readSetting(settingExample[item])).toMatchObject({ kind: 'change', item });
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => timeOfDay(`${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`));
const days = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 10 });
const patches: fc.Arbitrary<PolicyPatch> = fc.oneof(
  days.map(workingDaysBefore => ({ workingDaysBefore })),
  days.map(digestBeforeDeadline => ({ digestBeforeDeadline })),
  time.map(morning => ({ morning })),
  fc.tuple(time, time).map(([from, to]) => ({ quiet: { from, to } })),
  fc.boolean().map(on => (on ? { digest: { enabled: true } } : { digest: { enabled: false } })),
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), time)
    .map(([weekday, at]) => ({ digest: { enabled: true, weekday, time: at } })),
  fc.boolean().map(nameBeforeDue => ({ nameBeforeDue })),
  fc.boolean().map(onTheDay => ({ onTheDay })),
  fc.boolean().map(overdueOnce => ({ overdueOnce })),
  fc.constantFrom(...rollPolicies).map(roll => ({ roll })),
  fc.option(time).map(endOfDay => ({ endOfDay })),
);

test('what a preview keeps of a change is read back as that very change', () => {
  fc.assert(
    fc.property(patches, patch => {
      expect(read(settingWords(patch))).toEqual(patch);
    }),
  );
});

describe('what the schema refuses is said in words of its own', () => {
  const refused = (patch: PolicyPatch) => {
    const change = changePolicy(defaultReminderPolicy, patch);
    if (change.kind !== 'refused') throw new Error(`${JSON.stringify(patch)} was taken`);
    return change.refusals.map(one => refusalLine(one).map(String).join(''));
  };
  test.each<[PolicyPatch, RegExp]>([
    [{ workingDaysBefore: [0] }, /từ 1 đến 60/],
    [{ workingDaysBefore: [61] }, /từ 1 đến 60/],
    [{ workingDaysBefore: Array.from({ length: 11 }, (_, n) => n + 1) }, /nhiều nhất 10 mốc/],
    [{ digestBeforeDeadline: [99] }, /từ 1 đến 60/],
    [{ morning: timeOfDay('05:30') }, /Giờ nhắc nằm trong giờ yên lặng/],
    [{ digest: { time: timeOfDay('22:00') } }, /Giờ tổng hợp nằm trong giờ yên lặng/],
    [{ quiet: { from: timeOfDay('20:00'), to: timeOfDay('20:00') } }, /phải khác nhau/],
    [{ digest: { weekday: 8 } }, /từ thứ Hai đến Chủ nhật/],
  ])('%j', (patch, words) => {
    expect(refused(patch).join('\n')).toMatch(words);
  });

  test('quiet hours over both hours of speaking are refused for each of them', () => {
    expect(refused({ quiet: { from: timeOfDay('07:00'), to: timeOfDay('09:00') } })).toHaveLength(2);
  });

  test('whatever is typed is taken or refused with a sentence that is not the last resort', () => {
    const wild = fc.oneof(
      patches,
      fc
        .array(fc.integer({ min: -5, max: 99 }), { maxLength: 14 })
        .map(workingDaysBefore => ({ workingDaysBefore })),
    );
    fc.assert(
      fc.property(wild, patch => {
        const change = changePolicy(defaultReminderPolicy, patch);
        const said = change.kind === 'refused' ? change.refusals.map(one => String(refusalLine(one)[0])) : [];
        expect(said.filter(text => text.startsWith('Giá trị này'))).toEqual([]);
      }),
    );
  });
});

test('twenty-four minutes past midnight is not the end of the day', () => {
  expect(read('cuoi ngay 00:24')).toEqual({ endOfDay: '00:24' });
  expect(read('cuối ngày 24h')).toEqual({ endOfDay: null });
});
