import type { LoadMistake } from '../core/load-mistake.ts';
import { jsonFault, lineAndColumn } from './json-place.ts';

/** A file's JSON, or where it is none. */
export function readJson(given: string): { raw: unknown } | { mistake: LoadMistake } {
  const text = given.replace(/^\uFEFF/, '');
  const fault = jsonFault(text);
  if (!fault) return { raw: JSON.parse(text) };
  const place = lineAndColumn(text, fault.at);
  return {
    mistake:
      fault.code === 'syntax'
        ? { path: '', code: 'syntax', params: place }
        : { path: '', code: 'key_twice', params: { ...place, key: fault.key } },
  };
}
