import type { z } from 'zod';
import { type Decimal, decimalSchema } from './decimal.ts';
import type { Points } from './points.ts';
import { pointsSchema } from './points-schema.ts';

/**
 * How numbers are written where a schema is used: as stored (hundredths, canonical decimals), or as people
 * write them in a file (`0.5`, `"0,5"`). A rule describes its parameters once for both.
 */
export interface NumberForms {
  points: z.ZodType<Points>;
  decimal: z.ZodType<Decimal>;
}

export const storedForms: NumberForms = { points: pointsSchema, decimal: decimalSchema };
