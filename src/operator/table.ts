import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { errorCode } from '../../db/embedded/error-code.ts';
import { readScoreTable } from '../documents/score-table/read.ts';
import { writeTableTemplate } from '../documents/score-table/sheet-file.ts';
import { cliText } from '../text/cli.ts';
import type { Outcome } from './run.ts';
import { proposalJson } from './table-json.ts';

/** `table FILE.xlsx`: what can be read of a score table in a workbook, as JSON. */
export async function readTable(file: string): Promise<Outcome> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return { code: 1, lines: [cliText.cannotRead(file, errorCode(error))] };
  }
  const read = await readScoreTable(bytes, basename(file).replace(/\.xlsx$/i, ''));
  if (read.kind === 'table')
    return { code: 0, lines: [JSON.stringify(proposalJson(read.proposal), null, 2)] };
  const line =
    read.kind === 'no_table' ? cliText.noTable(file, read.sheets) : cliText.notAWorkbook(file, read.problem);
  return { code: 1, lines: [line] };
}

/** `table-template FILE.xlsx`: the layout that tables are read from. A file that is there is not written over. */
export async function tableTemplate(file: string): Promise<Outcome> {
  try {
    await writeFile(file, await writeTableTemplate(), { flag: 'wx' });
  } catch (error) {
    return { code: 1, lines: [cliText.cannotWrite(file, errorCode(error))] };
  }
  return { code: 0, lines: [cliText.templateWritten(file)] };
}
