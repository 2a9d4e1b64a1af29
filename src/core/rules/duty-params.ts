import { z } from 'zod';
import type { Day } from '../day.ts';
import { cutOff, deadlineKinds, lateness } from '../deadline.ts';
import type { ScoredDuty } from '../tally-facts.ts';
import type { RuleFacts } from './rule.ts';

/** Which obligations of a unit are looked at: of these kinds, or of these deadlines. */
export const selectorSchema = z
  .strictObject({
    kinds: z.array(z.enum(deadlineKinds)).min(1).optional(),
    deadlines: z.array(z.string().min(1).max(64)).min(1).optional(),
  })
  .refine(
    ({ kinds, deadlines }) => (kinds === undefined) !== (deadlines === undefined),
    'kinds_or_deadlines',
  );
type DutySelector = z.infer<typeof selectorSchema>;

const counting = z.looseObject({ of: selectorSchema });

/** Whether a rule with these parameters looks at the obligation. */
export function looksAt(params: unknown, duty: ScoredDuty): boolean {
  const found = counting.safeParse(params);
  return found.success && isMeant(found.data.of, duty);
}

const isMeant = ({ kinds, deadlines }: DutySelector, duty: ScoredDuty): boolean =>
  kinds?.includes(duty.kind) ?? deadlines?.includes(duty.deadlineId) ?? false;

/** A dated obligation that is looked at. */
export type JudgedDuty = ScoredDuty & { dueOn: Day; cutOff: Date };

/** In the order of their days, so that reasons read the same whatever order the facts come in. */
export function dutiesFor(of: DutySelector, facts: RuleFacts<null>): JudgedDuty[] {
  const { rules, calendar } = facts.cutOff;
  return facts.duties
    .flatMap(duty => {
      const { dueOn } = duty;
      return isMeant(of, duty) && dueOn !== null
        ? [{ ...duty, dueOn, cutOff: cutOff(dueOn, rules, calendar) }]
        : [];
    })
    .sort((a, b) => compareText(a.dueOn, b.dueOn) || compareText(a.obligationId, b.obligationId));
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Whole days that something sent at `sentAt` is late. */
export function daysLate(
  duty: JudgedDuty,
  sentAt: Date,
  days: 'calendar' | 'working',
  facts: RuleFacts<null>,
): number {
  const late = lateness({ sentAt, cutOff: duty.cutOff, calendar: facts.cutOff.calendar });
  if (late.kind === 'on_time') return 0;
  return days === 'working' ? late.workingDays : late.calendarDays;
}
