import type { z } from 'zod';
import type { LoadMistake } from '../core/load-mistake.ts';

/** `units[2].role`; the whole file is ``. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

/** What stands at `path` below `root`; undefined where nothing does. */
function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );
}

/** Message of a custom issue that carries another schema's issue as its parameter `issue`. */
export const WITHIN = 'within';

function isIssue(value: unknown): value is z.core.$ZodIssue {
  return typeof value === 'object' && value !== null && 'code' in value && 'path' in value;
}

/** An issue raised within another schema, in place of the one that carries it. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'custom' || issue.message !== WITHIN) return issue;
  const carried: unknown = issue.params?.issue;
  return isIssue(carried) ? innermost({ ...carried, path: issue.path }) : issue;
}

/** zod's issues as mistakes of ours. `above`: how many steps of each path lie above `input`. */
export function mistakesOf(issues: readonly z.core.$ZodIssue[], input: unknown, above = 0): LoadMistake[] {
  return issues.map(innermost).flatMap((issue): LoadMistake[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key => ({ path: pathText([...issue.path, key]), code: 'unknown_key' }));
    const absent = valueAt(input, issue.path.slice(above)) === undefined;
    return [{ path: pathText(issue.path), ...whatOf(issue, absent) }];
  });
}

type What = LoadMistake extends infer M ? (M extends LoadMistake ? Omit<M, 'path'> : never) : never;

function whatOf(issue: z.core.$ZodIssue, absent: boolean): What {
  switch (issue.code) {
    case 'invalid_type':
      if (absent) return { code: 'missing' };
      return issue.expected === 'int'
        ? { code: 'not_whole' }
        : { code: 'wrong_type', params: { expected: issue.expected } };
    case 'invalid_union':
      return absent ? { code: 'missing' } : { code: 'wrong_type', params: { expected: 'number' } };
    case 'invalid_value':
      return absent
        ? { code: 'missing' }
        : { code: 'not_one_of', params: { values: issue.values.map(String).join(', ') } };
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { code: 'empty' }
        : { code: 'below', params: { min: Number(issue.minimum) } };
    case 'too_big': {
      const params = { max: Number(issue.maximum) };
      if (issue.origin === 'string') return { code: 'too_long', params };
      return { code: issue.origin === 'array' ? 'too_many' : 'above', params };
    }
    case 'custom':
      return absent && issue.message === 'not_a_time'
        ? { code: 'missing' }
        : own(issue.message, String(issue.params?.text ?? ''));
    default:
      return { code: 'wrong' };
  }
}

/** The codes that the schemas of this folder, of the rules and of the reminder policy raise themselves. */
function own(code: string, text: string): What {
  switch (code) {
    case 'no_such_day':
    case 'no_such_month':
    case 'not_points':
    case 'points_in_doubt':
    case 'bad_user':
    case 'reserved_user':
    case 'unknown_rule':
    case 'number_in_doubt':
    case 'not_a_number':
      return { code, params: { text } };
    case 'no_points':
    case 'not_a_time':
    case 'in_quiet_hours':
    case 'quiet_hours_empty':
    case 'one_due':
    case 'rule_text_needed':
    case 'only_without_units':
    case 'missing':
    case 'rule_of_group':
    case 'not_an_interval':
    case 'level_twice':
    case 'target_zero':
    case 'over_100':
    case 'kinds_or_deadlines':
    case 'each_or_bands':
    case 'one_answer':
    case 'not_an_instant':
      return { code };
    default:
      return { code: 'wrong' };
  }
}
