import { z } from 'zod';
import { type Calendar, createCalendar } from './calendar.ts';
import { addDays, type Day, day, dayOf, timeOfDay, weekdayOf } from './day.ts';
import { deadlineKinds, rollPolicies } from './deadline.ts';
import type { ScoredDuty, TallyFacts } from './tally-facts.ts';

/** What a tally rests on and nobody has entered. */
export interface RecordFacts {
  now: Date;
  units: TallyFacts['units'];
  duties: readonly ScoredDuty[];
  cutOff: TallyFacts['cutOff'];
  /** Units that had sent no self score when self scores were closed: a draft of theirs is none. */
  unsent: readonly string[];
}

const dayText = z.string().transform(text => day(text));
const instant = z.string().transform(text => new Date(text));

/** Kept at publication, so that a recount comes to the same whatever becomes of deadlines and days off. */
const frozenSchema = z.object({
  now: instant,
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Left out by what was published before drafts were kept apart: there they counted. */
  unsent: z.array(z.string()).default([]),
  duties: z.array(
    z.object({
      obligationId: z.string(),
      deadlineId: z.string(),
      kind: z.enum(deadlineKinds),
      title: z.string(),
      unitId: z.string(),
      dueOn: dayText.nullable(),
      firstSentAt: instant.nullable(),
      sentAt: instant.nullable(),
    }),
  ),
  rules: z.object({
    roll: z.enum(rollPolicies),
    endOfDay: z
      .string()
      .transform(text => timeOfDay(text))
      .nullable(),
  }),
  /** Weekdays that were off and weekends that were worked, as far as lateness looks. */
  exceptions: z.array(z.tuple([dayText, z.enum(['off', 'working'])])),
});

export const thaw = (stored: unknown): RecordFacts => {
  const { now, units, unsent, duties, rules, exceptions } = frozenSchema.parse(stored);
  return { now, units, unsent, duties, cutOff: { rules, calendar: createCalendar([], new Map(exceptions)) } };
};

/** Days after the last due day at which the calendar is still looked at: a due day rolls on over Tết. */
const MARGIN = 31;

export function freeze({ now, units, unsent, duties, cutOff }: RecordFacts): z.input<typeof frozenSchema> {
  const due = duties.flatMap(duty => duty.dueOn ?? []).sort();
  const first = addDays(due[0] ?? dayOf(now), -MARGIN);
  const last = addDays([due.at(-1) ?? dayOf(now), dayOf(now)].sort().at(-1) ?? dayOf(now), MARGIN);
  const text = (at: Date | null) => at?.toISOString() ?? null;
  return {
    now: now.toISOString(),
    units: units.map(({ id, name }) => ({ id, name })),
    unsent: [...unsent],
    duties: duties.map(duty => ({ ...duty, firstSentAt: text(duty.firstSentAt), sentAt: text(duty.sentAt) })),
    rules: cutOff.rules,
    exceptions: exceptionsOf(cutOff.calendar, first, last),
  };
}

function exceptionsOf(calendar: Calendar, first: Day, last: Day): [Day, 'off' | 'working'][] {
  const found: [Day, 'off' | 'working'][] = [];
  for (let on = first; on <= last; on = addDays(on, 1)) {
    const works = calendar.isWorkingDay(on);
    if (works !== weekdayOf(on) <= 5) found.push([on, works ? 'working' : 'off']);
  }
  return found;
}
