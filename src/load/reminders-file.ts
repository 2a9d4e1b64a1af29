import type { LoadMistake } from '../core/load-mistake.ts';
import { reminderPolicySchema } from '../core/reminder-policy.ts';
import { mistakesOf, pathText } from './issues.ts';

const camel = (key: string) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const snake = (key: string) => key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function renamed(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [camel(key), isGroup(inner) ? renamed(inner) : inner]),
  );
}

/** Keys that the whole policy does not have, at any depth: a misspelt one must not be dropped in silence. */
function unknownKeys(given: Record<string, unknown>, policy: Record<string, unknown>): string[][] {
  return Object.entries(given).flatMap(([key, value]) => {
    const known = policy[camel(key)];
    if (!(camel(key) in policy) || key !== snake(camel(key))) return [[key]];
    if (!isGroup(value) || !isGroup(known)) return [];
    return unknownKeys(value, known).map(path => [key, ...path]);
  });
}

const ROOT = ['settings', 'reminders'];

/** A part of the reminder policy in the file's spelling (`working_days_before`); `part` is how it is stored. */
export function readReminders(given: Record<string, unknown>): {
  part: Record<string, unknown>;
  mistakes: LoadMistake[];
} {
  const part = renamed(given);
  const read = reminderPolicySchema.safeParse(part);
  const issues = (read.error?.issues ?? []).map(issue => ({
    ...issue,
    path: [...ROOT, ...issue.path.map(key => (typeof key === 'string' ? snake(key) : key))],
  }));
  const unknown = unknownKeys(given, reminderPolicySchema.parse({}));
  const misspelt = unknown.map(path => ({
    path: pathText([...ROOT, ...path]),
    code: 'unknown_key' as const,
  }));
  return { part, mistakes: [...misspelt, ...mistakesOf(issues, part, ROOT.length)] };
}
