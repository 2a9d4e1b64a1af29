import { readFile } from 'node:fs/promises';
import { errorCode } from '../../db/embedded/error-code.ts';
import { systemClock } from '../clock.ts';
import { tally as tallyOf } from '../core/tally.ts';
import { readFactsFile, readTableFile } from '../load/read-tally.ts';
import { cliText } from '../text/cli.ts';
import { loadMistakeText } from '../text/problems-load.ts';
import type { Outcome } from './run.ts';
import { tallyJson } from './tally-json.ts';

/** `tally TABLE FACTS`: recounts without a database. Only JSON goes to stdout. */
export async function tally(tableFile: string, factsFile: string): Promise<Outcome> {
  const texts: string[] = [];
  for (const file of [tableFile, factsFile]) {
    try {
      texts.push(await readFile(file, 'utf8'));
    } catch (error) {
      return { code: 1, lines: [cliText.cannotRead(file, errorCode(error))] };
    }
  }
  const [tableText = '', factsText = ''] = texts;
  const table = readTableFile(tableText);
  if (table.kind === 'mistakes') return mistaken(tableFile, table.mistakes);
  const read = readFactsFile(factsText, table.value, systemClock.now());
  if (read.kind === 'mistakes') return mistaken(factsFile, read.mistakes);
  const { facts, now } = read.value;
  const result = tallyOf(table.value, facts, now);
  return { code: 0, lines: [JSON.stringify(tallyJson(result, now), null, 2)] };
}

function mistaken(file: string, mistakes: Parameters<typeof loadMistakeText>[0][]): Outcome {
  const told = mistakes.map(mistake => `- ${loadMistakeText(mistake)}`);
  return { code: 1, lines: [cliText.fileMistakes(file, mistakes.length), ...told] };
}
