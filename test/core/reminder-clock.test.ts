import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/core/calendar.ts';
import { dayOf } from '../../src/core/day.ts';
import { knownCalendarDays } from '../../src/core/holidays.ts';
import type { Notice } from '../../src/core/reminder-notice.ts';
import { createDueStore, obligation, planFacts, vn } from '../support/reminders.ts';

const calendar = createCalendar(knownCalendarDays, new Map());

describe('when the clock or the process stops', () => {
  const facts = planFacts(
    [obligation('2026-06-12'), obligation('2026-06-15', { id: 'o2', deadlineId: 'd2' })],
    { hasGroup: true },
  );
  const run = (moments: readonly Date[]) => {
    const store = createDueStore(calendar);
    return moments.flatMap(now => {
      store.replan(facts, now);
      return store.tick(facts, now).map(notice => ({ now, notice }));
    });
  };
  const everyHalfHour = (from: string, to: string) => {
    const moments = [];
    for (let t = vn(from).getTime(); t <= vn(to).getTime(); t += 1_800_000) moments.push(new Date(t));
    return moments;
  };
  const brief = (said: { notice: Notice }[]) =>
    said.map(({ notice }) => JSON.stringify({ ...notice, to: notice.to })).sort();
  const calm = run(everyHalfHour('2026-06-01 00:00', '2026-06-17 00:00'));

  test('back one hour, ten times: nothing is said twice', () => {
    const moments = everyHalfHour('2026-06-01 00:00', '2026-06-17 00:00').flatMap((now, i) =>
      i % 70 === 20
        ? [now, new Date(now.getTime() - 3_600_000), new Date(now.getTime() - 1_800_000), now]
        : [now],
    );
    expect(
      moments.length - everyHalfHour('2026-06-01 00:00', '2026-06-17 00:00').length,
    ).toBeGreaterThanOrEqual(30);
    expect(brief(run(moments))).toEqual(brief(calm));
  });

  test('stopped for 36 hours: one folded notice, then on as before', () => {
    const said = run([
      ...everyHalfHour('2026-06-01 00:00', '2026-06-10 20:30'),
      ...everyHalfHour('2026-06-12 08:30', '2026-06-17 00:00'),
    ]);
    const toUnit = said.filter(({ notice, now }) => notice.to === 'unit' && dayOf(now) >= '2026-06-11');
    expect(toUnit.map(({ now }) => now)).toEqual([
      vn('2026-06-12 08:30'),
      vn('2026-06-15 08:00'),
      vn('2026-06-16 08:00'),
    ]);
    expect(toUnit[0]?.notice).toMatchObject({
      items: [
        { obligationId: 'o1', stage: 'today' },
        { obligationId: 'o2', stage: 'before', workingDaysLeft: 1 },
      ],
    });
  });

  test('forward three days over both deadlines: one line each, overdue, and one list for the lead', () => {
    const said = run([
      ...everyHalfHour('2026-06-01 00:00', '2026-06-11 12:00'),
      ...everyHalfHour('2026-06-16 21:00', '2026-06-18 00:00'),
    ]).filter(({ now }) => now >= vn('2026-06-16 00:00'));
    expect(said.map(({ now, notice }) => [notice.to, now])).toEqual([
      ['unit', vn('2026-06-17 08:00')],
      ['lead', vn('2026-06-17 08:00')],
      ['group', vn('2026-06-17 08:00')],
    ]);
    expect(said[0]?.notice).toMatchObject({
      items: [
        { obligationId: 'o1', stage: 'overdue', calendarDays: 5, workingDays: 3 },
        { obligationId: 'o2', stage: 'overdue', calendarDays: 2, workingDays: 2 },
      ],
    });
  });
});
