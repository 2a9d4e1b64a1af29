import type { LoadMistake } from '../core/load-mistake.ts';
import type { ScoreTable } from '../core/score-table.ts';
import type { TallyFacts } from '../core/tally-facts.ts';
import { buildFacts } from './build-facts.ts';
import { buildTable } from './build-table.ts';
import { tableCrossChecks } from './cross-checks.ts';
import { factsFileSchema } from './facts-file.ts';
import { mistakesOf } from './issues.ts';
import { readJson } from './read-json.ts';
import { tableFileSchema } from './table-file.ts';

type Read<T> = { kind: 'ok'; value: T } | { kind: 'mistakes'; mistakes: LoadMistake[] };

/** Reads a score table's file (docs/scores.md): the whole table, or everything that is wrong with the file. Pure. */
export function readTableFile(text: string): Read<ScoreTable> {
  const json = readJson(text);
  if ('mistake' in json) return { kind: 'mistakes', mistakes: [json.mistake] };
  const read = tableFileSchema.safeParse(json.raw);
  const mistakes = [...mistakesOf(read.error?.issues ?? [], json.raw), ...tableCrossChecks(json.raw)];
  if (!read.data || mistakes.length > 0) return { kind: 'mistakes', mistakes };
  return { kind: 'ok', value: buildTable(read.data) };
}

/** Reads the facts of a tally for a table; `fallback` is now where the file does not say. Pure. */
export function readFactsFile(
  text: string,
  table: ScoreTable,
  fallback: Date,
): Read<{ facts: TallyFacts; now: Date }> {
  const json = readJson(text);
  if ('mistake' in json) return { kind: 'mistakes', mistakes: [json.mistake] };
  const read = factsFileSchema.safeParse(json.raw);
  if (!read.data) return { kind: 'mistakes', mistakes: mistakesOf(read.error.issues, json.raw) };
  const now = read.data.now ?? fallback;
  const { facts, mistakes } = buildFacts(read.data, table, now);
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes };
  return { kind: 'ok', value: { facts, now } };
}
