import { z } from 'zod';
import { fraction, minus, ofPoints } from '../fraction.ts';
import { type Points, points, zero } from '../points.ts';
import { daysLate, dutiesFor, type JudgedDuty, selectorSchema } from './duty-params.ts';
import { isScale, lossAt, lossShape, scaleDoubts } from './loss-scale.ts';
import type { DutyReason } from './reason.ts';
import { defineDerivedRule } from './rule.ts';

/**
 * Points by how many days late reports came, from the bot's own records of what was due and when it was sent. One
 * that is overdue and missing is as late as it is by now. While others are still to come, the points may change.
 */
export const lateDays = defineDerivedRule({
  id: 'late_days',
  version: 1,
  asks: null,
  params: forms =>
    z
      .strictObject({
        of: selectorSchema,
        /** Left out where the table does not say: then a person must. */
        days: z.enum(['calendar', 'working']).optional(),
        /** Of several reports: the latest decides, or each costs points, or their mean does. */
        several: z.enum(['worst', 'each', 'mean']),
        /** Of a report sent back and sent again: the version that stands, or the first. */
        counted: z.enum(['newest', 'first']).default('newest'),
        ...lossShape(forms),
      })
      .refine(isScale, 'each_or_bands'),
  doubts: (params, scope) => [
    ...(params.days === undefined ? [{ code: 'day_kind' } as const] : []),
    ...scaleDoubts(params, scope),
  ],
  evaluate: (facts, { of, days = 'calendar', several, counted, ...scale }, scope) => {
    const duties = dutiesFor(of, facts);
    if (duties.length === 0) return { kind: 'open', why: { code: 'no_duties' } };
    const judged = duties.filter(duty => sentAt(duty, counted) !== null || facts.now > duty.cutOff);
    if (judged.length === 0) return { kind: 'open', why: { code: 'not_due' } };

    const start = scope.counts === 'penalty' ? zero : scope.max;
    const losses: Points[] = [];
    const reports = judged.map((duty): DutyReason => {
      const sent = sentAt(duty, counted);
      const late = daysLate(duty, sent ?? facts.now, days, facts);
      const loss = lossAt(scale, late, scope);
      losses.push(loss);
      const { obligationId, title, dueOn, cutOff } = duty;
      return {
        obligationId,
        title,
        dueOn,
        cutOff,
        sentAt: sent,
        daysLate: late,
        points: points(start - loss),
      };
    });
    const all = losses.reduce((so, loss) => so + loss, 0);
    const waiting = duties.length - judged.length;
    const lost = {
      worst: () => ofPoints(points(Math.max(...losses))),
      each: () => ofPoints(points(Math.min(all, scope.max))),
      mean: () => fraction(BigInt(all), BigInt(losses.length)),
    }[several]();
    return {
      kind: 'points',
      points: minus(ofPoints(start), lost),
      provisional: waiting > 0 || reports.some(report => report.sentAt === null),
      reason: { rule: 'late_days', facts: { days, reports, waiting } },
    };
  },
});

/** Sent back, a report is owed again, unless the first version is what counts. */
function sentAt(duty: JudgedDuty, counted: 'newest' | 'first'): Date | null {
  return counted === 'first' ? duty.firstSentAt : duty.sentAt;
}
