import { z } from 'zod';
import type { Boundary } from '../core/boundary.ts';
import { dayText, monthText } from './file-values.ts';

/** A due date as a bloc's file words it; the last two are counted from the day of loading, for samples. */
export type DueWords =
  | Extract<Boundary, { kind: 'by_day' | 'before_day' | 'before_month' | 'during_month' }>
  | { kind: 'in_working_days' | 'in_days'; count: number };

/** Ten years either way: beyond that a number was mistyped. */
const count = z.int().min(-3660).max(3660);

/** Exactly one of the wordings. */
export const dueSchema = z
  .strictObject({
    on: dayText.optional(),
    before_day: dayText.optional(),
    before_month: monthText.optional(),
    during_month: monthText.optional(),
    in_working_days: count.optional(),
    in_days: count.optional(),
  })
  .transform((due, context): DueWords => {
    const given: DueWords[] = [];
    if (due.on) given.push({ kind: 'by_day', day: due.on });
    if (due.before_day) given.push({ kind: 'before_day', day: due.before_day });
    if (due.before_month) given.push({ kind: 'before_month', ...due.before_month });
    if (due.during_month) given.push({ kind: 'during_month', ...due.during_month });
    if (due.in_working_days !== undefined)
      given.push({ kind: 'in_working_days', count: due.in_working_days });
    if (due.in_days !== undefined) given.push({ kind: 'in_days', count: due.in_days });
    const [only, ...more] = given;
    if (only && more.length === 0) return only;
    context.addIssue({ code: 'custom', message: 'one_due' });
    return z.NEVER;
  });
