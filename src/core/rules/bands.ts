import { z } from 'zod';
import { decimal, fractionOf } from '../decimal.ts';
import { contains, intervalSchema } from '../interval.ts';
import { bandDoubts, bandOf, bandsShape } from './band-params.ts';
import { defineRule } from './rule.ts';
import { scored, signed } from './scored.ts';

const FROM_ZERO = { ge: decimal('0') };

/** A value's points by the interval it lies in. */
export const bands = defineRule({
  id: 'bands',
  version: 1,
  asks: 'number',
  /** `values`: those that can occur, such as up to 100 per cent; by default all from 0 on. */
  params: forms => z.strictObject({ ...bandsShape(forms), values: intervalSchema(forms).optional() }),
  doubts: (params, { max }) => bandDoubts(params, max, { domain: params.values ?? FROM_ZERO }),
  faultOf: ({ number }, { values }) => {
    if (!values || contains(values, fractionOf(number))) return null;
    const { ge, gt, le, lt } = values;
    return { code: 'outside', low: ge ?? gt ?? null, high: le ?? lt ?? null };
  },
  evaluate: ({ value: { number } }, params, scope) => {
    const { points, band } = bandOf(params, number);
    return scored(signed(points, scope), { rule: 'bands', facts: { value: number, band } });
  },
});
