import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/core/calendar.ts';
import { addDays, at, type Day, day, dayOf, timeOf } from '../../src/core/day.ts';
import { cutOff } from '../../src/core/deadline.ts';
import { knownCalendarDays } from '../../src/core/holidays.ts';
import { type ReminderPolicy, reminderPolicySchema } from '../../src/core/reminder-policy.ts';
import {
  back,
  badDays,
  isGood,
  isLoud,
  isWorking,
  nextMorning,
  workingDaysBack,
} from '../support/bad-days.ts';
import { type Life, linesFor, live, obligation, type Said, vn } from '../support/reminders.ts';
import { size } from '../support/size.ts';

const calendar = createCalendar(knownCalendarDays, new Map());

const policies: Record<string, ReminderPolicy> = {
  agreed: reminderPolicySchema.parse({}),
  dense: reminderPolicySchema.parse({
    workingDaysBefore: [20, 10, 5, 4, 3, 2, 1],
    morning: '07:15',
    quiet: { from: '18:30', to: '07:00' },
    digest: { weekday: 5, time: '16:00' },
    digestBeforeDeadline: [5, 2],
  }),
  'quiet noon': reminderPolicySchema.parse({
    workingDaysBefore: [10, 2],
    morning: '09:00',
    quiet: { from: '11:30', to: '13:30' },
    nameBeforeDue: true,
  }),
  sparse: reminderPolicySchema.parse({ workingDaysBefore: [5], onTheDay: false, digestBeforeDeadline: [] }),
};

/** Half of the stories lie around a day off, so that moving is the rule and not the exception. */
const startArb = fc.oneof(
  fc.integer({ min: 0, max: 1095 }).map(count => addDays(day('2026-01-01'), count)),
  fc.constantFrom(...badDays).map(on => addDays(on, -8)),
);

function lifeArb(start: Day): fc.Arbitrary<Life> {
  return fc
    .record({
      dueOn: fc.integer({ min: 0, max: 20 }).map(count => addDays(start, count)),
      known: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 7, max: 60 })),
      knownMinute: fc.integer({ min: 0, max: 1439 }),
      fulfilledBefore: fc.option(fc.integer({ min: -5, max: 30 })),
      party: fc.constantFrom<Life['party']>(
        { kind: 'unit', unitId: 'u1' },
        { kind: 'unit', unitId: 'u2' },
        { kind: 'bloc' },
      ),
      roll: fc.constantFrom('next_working_day' as const, 'strict' as const, 'previous_working_day' as const),
      endOfDay: fc
        .constantFrom(null, '17:00', '07:30')
        .map(text => reminderPolicySchema.parse({ endOfDay: text }).endOfDay),
    })
    .map(({ dueOn, known, knownMinute, fulfilledBefore, ...rules }) => {
      const since = new Date(vn(`${addDays(dueOn, -known)} 00:00`).getTime() + knownMinute * 60_000);
      const fulfilledAt = fulfilledBefore === null ? null : vn(`${addDays(dueOn, -fulfilledBefore)} 15:00`);
      return {
        ...obligation(dueOn, { ...rules, since, deadlineId: `d-${dueOn}` }),
        fulfilledAt: fulfilledAt && fulfilledAt > since ? fulfilledAt : null,
      };
    });
}
const storyArb = startArb.chain(start =>
  fc.array(lifeArb(start), { minLength: 1, maxLength: 12 }).map(lives => ({
    end: vn(`${addDays(start, 60)} 00:00`),
    lives: lives.map((life, i) => ({ ...life, id: `o${i}` })),
  })),
);

function nothingAtABadTime(said: Said[], policy: ReminderPolicy) {
  for (const { now } of said) {
    expect(isGood(dayOf(now)), `${now.toISOString()} is a day off`).toBe(true);
    expect(isLoud(timeOf(now), policy.quiet), `${now.toISOString()} is in quiet hours`).toBe(true);
  }
  const addressed = said.map(({ now, notice }) => [
    now.getTime(),
    notice.to,
    notice.to === 'unit' && notice.unitId,
  ]);
  expect(new Set(addressed.map(String)).size, 'two messages at once to one addressee').toBe(addressed.length);
}

function everyReminderKept(said: Said[], life: Life, dueOn: Day, policy: ReminderPolicy) {
  const end = cutOff(dueOn, life, calendar);
  const open = (moment: Date) => life.fulfilledAt === null || moment < life.fulfilledAt;
  const lines = linesFor(said, life);
  const told = lines.filter(({ item }) => item.stage !== 'overdue').map(({ now }) => now);
  for (const now of told) expect(now <= end && open(now)).toBe(true);

  const mornings = [...policy.workingDaysBefore, ...(policy.onTheDay ? [0] : [])]
    .map(count => back(workingDaysBack(back(dueOn, isWorking), count), isGood))
    .map(on => (at(on, policy.morning) < end ? on : back(addDays(on, -1), isGood)))
    .map(on => at(on, policy.morning).getTime())
    .filter(morning => morning >= life.since.getTime());
  const next = nextMorning(life.since, policy);
  const goodNow = isGood(dayOf(life.since)) && isLoud(timeOf(life.since), policy.quiet);
  if (mornings.length > 0) {
    const wanted = [...new Set(mornings)].sort((a, b) => a - b).filter(morning => open(new Date(morning)));
    expect(told.map(now => now.getTime())).toEqual(wanted);
  } else if (next <= end) {
    expect(told).toEqual(open(next) ? [next] : []);
  } else if (goodNow && life.since <= end) {
    expect(told).toEqual([life.since]);
  }

  const late = lines.filter(({ item }) => item.stage === 'overdue').map(({ now }) => now);
  const morning = nextMorning(end, policy);
  if (life.since <= morning) expect(late).toEqual(open(morning) ? [morning] : []);
  else expect(late.length).toBeLessThanOrEqual(1);
}

describe.each(Object.entries(policies))('2026 to 2028 under the policy "%s"', (_, policy) => {
  test(
    'nothing is said at a bad time, and every reminder comes on a working morning before the deadline',
    () => {
      fc.assert(
        fc.property(storyArb, ({ lives, end }) => {
          const said = live(lives, policy, end, calendar);
          nothingAtABadTime(said, policy);
          for (const life of lives) if (life.dueOn) everyReminderKept(said, life, life.dueOn, policy);
        }),
        { numRuns: size(20, 1500) },
      );
    },
    size(60_000, 600_000),
  );
});
