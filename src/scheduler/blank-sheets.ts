import type { Line } from '../core/message.ts';
import type { Scoring } from '../core/scoring-facts.ts';
import { currentEntries } from '../core/sheet-value.ts';
import { writeScoreSheet, writeTableTemplate } from '../documents/score-table/sheet-file.ts';
import { XLSX } from '../documents/workbook.ts';
import { scoreExportText } from '../text/score-exports.ts';

export interface MadeFile {
  bytes: Uint8Array;
  mime: string;
  name: string;
  lines: Line[];
}

/** What a lead begins a score table with. */
export const emptyTable = async (): Promise<MadeFile> => ({
  bytes: await writeTableTemplate(),
  mime: XLSX,
  ...scoreExportText.template(),
});

/** The table as a sheet to fill in: with a unit's answers so far, or empty. */
export async function sheetToFill(
  { table, units, sheets }: Scoring,
  unitId: string | null,
  year: number,
): Promise<MadeFile> {
  const unit = units.find(one => one.id === unitId);
  const entries = sheets.find(one => one.unitId === unitId)?.entries ?? [];
  const answers = new Map([...currentEntries(entries)].map(([key, { value }]) => [key, value]));
  const bytes = await writeScoreSheet(table, unit?.name ?? '…', answers);
  return { bytes, mime: XLSX, ...scoreExportText.sheet(unit?.name ?? null, year) };
}
