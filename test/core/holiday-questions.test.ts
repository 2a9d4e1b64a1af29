import { expect, test } from 'vitest';
import { createCalendar } from '../../src/core/calendar.ts';
import { addDays, type Day, day } from '../../src/core/day.ts';
import {
  answered,
  type DayDecision,
  firstIn,
  holidayQuestions,
  planQuestions,
} from '../../src/core/holiday-questions.ts';
import { knownCalendarDays } from '../../src/core/holidays.ts';
import { defaultReminderPolicy } from '../../src/core/reminder-policy.ts';
import { vn } from '../support/reminders.ts';

const facts = (decided: [string, DayDecision][] = []) => ({
  days: knownCalendarDays,
  decided: new Map(decided.map(([on, what]) => [day(on), what] as const)),
});
const calendar = createCalendar(knownCalendarDays, new Map());
const asked = (today: string, decided: [string, DayDecision][] = []) =>
  holidayQuestions(facts(decided), day(today));
const planned = (now: string, decided: [string, DayDecision][] = []) =>
  planQuestions(facts(decided), defaultReminderPolicy, vn(now), calendar);

test('23/11 and its make-up Saturday 28/11/2026 are one question; 24/11, which is law, is none', () => {
  const [swap] = asked('2026-09-10');
  expect(swap?.days.map(one => `${one.day} ${one.what}`)).toEqual(['2026-11-23 off', '2026-11-28 working']);
  expect(asked('2026-09-10').some(one => one.days.some(({ day: on }) => on === '2026-11-24'))).toBe(false);
});

test('the computed Tết of 2027 is one question over the weekend in it; 01/9 and 03/9/2027 are two', () => {
  const firsts = asked('2026-12-01').map(one => [one.first, one.days.length]);
  expect(firsts).toContainEqual(['2027-02-04', 5]);
  expect(firsts).toContainEqual(['2027-09-01', 1]);
  expect(firsts).toContainEqual(['2027-09-03', 1]);
});

test('it is asked on the working morning 60 days before, and at the same time however often it is planned', () => {
  const at = (now: string) => planned(now).find(one => one.key.endsWith('2026-11-23'))?.at;
  expect(at('2026-06-01 10:00')).toEqual(vn('2026-09-24 08:00'));
  expect(at('2026-10-20 10:00')).toEqual(vn('2026-09-24 08:00'));
});

test('unanswered it is asked again two weeks before, and once more when there is hardly time', () => {
  const keys = planned('2026-11-01 10:00').filter(one => one.key.includes('2026-11-23'));
  expect(keys.map(one => one.at)).toEqual([
    vn('2026-09-24 08:00'),
    vn('2026-11-09 08:00'),
    vn('2026-11-19 08:00'),
  ]);
  expect(keys.map(one => firstIn(one.key))).toEqual(['2026-11-23', '2026-11-23', '2026-11-23']);
  const left = planned('2026-11-19 07:00').filter(one => one.key.includes('2026-11-23'));
  expect(left.map(one => one.key)).toEqual(['holiday_question:2026-11-23', 'holiday_question:2026-11-23:4']);
});

test.each<DayDecision>(['off', 'working', 'open'])(
  'answered "%s" for one of its days, it is not asked again',
  what => {
    expect(planned('2026-09-01 10:00', [['2026-11-23', what]]).map(one => one.key)).not.toContain(
      'holiday_question:2026-11-23',
    );
  },
);

test('a day that has come is not asked about', () => {
  expect(asked('2026-11-23').map(one => one.first)).not.toContain('2026-11-23');
});

test('yes is as proposed, no is the ordinary week, open leaves both', () => {
  const [swap] = asked('2026-09-10');
  if (!swap) throw new Error('no question');
  const as = (answer: 'yes' | 'no' | 'open') => [...answered(swap, answer).values()];
  expect([as('yes'), as('no'), as('open')]).toEqual([
    ['off', 'working'],
    ['working', 'off'],
    ['open', 'open'],
  ]);
});

test('every weekday that keeps the assistant quiet without being off for sure is in exactly one question', () => {
  const from = day('2026-11-01');
  const inQuestions = asked('2026-11-01').flatMap(one => one.days.map(entry => entry.day));
  const doubtful: Day[] = [];
  for (let on = addDays(from, 1); on < '2029-01-01'; on = addDays(on, 1))
    if (calendar.isWorkingDay(on) && !calendar.mayDisturb(on)) doubtful.push(on);
  expect(inQuestions.filter(on => calendar.isWorkingDay(on)).sort()).toEqual(doubtful);
});
