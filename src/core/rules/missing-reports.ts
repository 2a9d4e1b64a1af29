import { z } from 'zod';
import { ofPoints } from '../fraction.ts';
import { points, zero } from '../points.ts';
import { dutiesFor, selectorSchema } from './duty-params.ts';
import { isScale, lossAt, lossShape, scaleDoubts } from './loss-scale.ts';
import { defineDerivedRule } from './rule.ts';

/** Points by how many reports are overdue and were not sent, from the bot's own records. */
export const missingReports = defineDerivedRule({
  id: 'missing_reports',
  version: 1,
  asks: null,
  params: forms =>
    z.strictObject({ of: selectorSchema, ...lossShape(forms) }).refine(isScale, 'each_or_bands'),
  doubts: (params, scope) => scaleDoubts(params, scope),
  evaluate: (facts, { of, ...scale }, scope) => {
    const duties = dutiesFor(of, facts);
    if (duties.length === 0) return { kind: 'open', why: { code: 'no_duties' } };
    const unsent = duties.filter(duty => duty.sentAt === null);
    const missing = unsent.filter(duty => facts.now > duty.cutOff);
    if (unsent.length === duties.length && missing.length === 0)
      return { kind: 'open', why: { code: 'not_due' } };
    const start = scope.counts === 'penalty' ? zero : scope.max;
    return {
      kind: 'points',
      points: ofPoints(points(start - lossAt(scale, missing.length, scope))),
      provisional: unsent.length > 0,
      reason: {
        rule: 'missing_reports',
        facts: {
          missing: missing.map(duty => duty.title),
          of: duties.length,
          waiting: unsent.length - missing.length,
        },
      },
    };
  },
});
