import { z } from 'zod';
import type { NumberForms } from '../core/number-forms.ts';
import { findRule, newestRule } from '../core/rules/index.ts';
import type { RuleRef } from '../core/score-table.ts';
import { decimalValue, pointsAmount } from './file-values.ts';
import { WITHIN } from './issues.ts';

/** Numbers as people write them: `0.5` or `"0,5"`. */
export const fileForms: NumberForms = { points: pointsAmount, decimal: decimalValue };

const headSchema = z.looseObject({ id: z.string(), version: z.int().positive().optional() });
const paramsSchema = z.record(z.string(), z.json());

/** `"yes_no"`, or `{"id": "sample", "cases": 50, "each": 0.4}`: the newest version where none is named. */
export const ruleText = z
  .union([z.string().transform(id => ({ id })), headSchema])
  .transform((given, context): RuleRef => {
    const { id, version, ...params } = headSchema.parse(given);
    const rule = version === undefined ? newestRule(id) : findRule(id, version);
    if (!rule) {
      context.addIssue({ code: 'custom', message: 'unknown_rule', params: { text: id } });
      return z.NEVER;
    }
    const read = rule.params(fileForms).safeParse(params);
    if (read.success) return { id, version: rule.version, params: paramsSchema.parse(read.data) };
    for (const issue of read.error.issues)
      context.addIssue({ code: 'custom', message: WITHIN, path: issue.path, params: { issue } });
    return z.NEVER;
  });
