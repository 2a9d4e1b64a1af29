import { type Day, daysBetween } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import { readDocumentLine } from '../text/document-line.ts';
import { reportText } from '../text/report.ts';
import type { ReceivedFile } from './dialogue.ts';
import { type Draft, type ReportFacts, SUMMARY_MAX } from './report-state.ts';

/** A draft after something was added, what is to be said about it, and a date that must be asked about. */
export interface Added {
  draft: Draft;
  notes: Line[];
  /** `date` null: what was typed is no day. */
  doubt: { date: Day | null } | null;
}

export const change = (draft: Draft, changes: Partial<Omit<Draft, 'rev'>>): Draft => ({
  ...draft,
  ...changes,
  rev: draft.rev + 1,
});

/** In days: an older document is more likely a slip, or a date without its year taken for last year's. */
const ODD_AGE = 183;

export function isOdd(date: Day, today: Day): boolean {
  return date > today || daysBetween(date, today) > ODD_AGE;
}

export function addFiles(draft: Draft, files: readonly ReceivedFile[], maxFiles: number): Added {
  const kept = [...draft.files];
  const same: string[] = [];
  const over: string[] = [];
  const unseen: string[] = [];
  for (const { sha256, name, mime, size, unseen: shut } of files) {
    if (kept.some(file => file.sha256 === sha256)) same.push(name);
    else if (kept.length >= maxFiles) over.push(name);
    else {
      kept.push({ sha256, name, mime, size });
      if (shut) unseen.push(name);
    }
  }
  const notes: Line[] = [];
  if (same.length > 0) notes.push(reportText.sameFile(same));
  if (over.length > 0) notes.push(reportText.tooManyFiles(maxFiles, over));
  if (unseen.length > 0) notes.push(reportText.unseen(unseen));
  const changed = kept.length > draft.files.length;
  return { draft: changed ? change(draft, { files: kept }) : draft, notes, doubt: null };
}

/** A document's number, its date and words about it, in any order; later ones replace number and date. */
function addText(draft: Draft, text: string, today: Day): Added {
  const read = readDocumentLine(text, today);
  const notes: Line[] = [];
  const changes: Partial<Draft> = {};
  let doubt: Added['doubt'] = null;

  if (read.number !== null) changes.number = read.number;
  if (read.badDate !== null) {
    notes.push(reportText.noSuchDate(read.badDate));
    doubt = { date: null };
  }
  if (read.date !== null) {
    if (isOdd(read.date, today)) doubt = { date: read.date };
    else changes.date = read.date;
  }
  if (read.rest !== '') {
    const summary = draft.summary === '' ? read.rest : `${draft.summary}\n${read.rest}`;
    if (summary.length > SUMMARY_MAX) notes.push(reportText.summaryTooLong(SUMMARY_MAX));
    else changes.summary = summary;
  }
  const changed = Object.keys(changes).length > 0;
  return { draft: changed ? change(draft, changes) : draft, notes, doubt };
}

/** "6 tháng 12/BC-KT ngày 8/6": the report's name, and from its number on the document. */
export function splitDocument(typed: string, today: Day): { name: string; document: string } {
  for (const { index } of typed.matchAll(/(?<=^|\s)\d/g)) {
    const document = typed.slice(index);
    if (readDocumentLine(document, today).number !== null)
      return { name: typed.slice(0, index).trim(), document };
  }
  return { name: typed.trim(), document: '' };
}

/** Whatever an input brings for the draft; presses and commands bring nothing. */
export function addInput(
  draft: Draft,
  input: { kind: 'text'; text: string } | { kind: 'files'; files: ReceivedFile[]; caption: string },
  facts: ReportFacts,
): Added {
  if (input.kind === 'text') return addText(draft, input.text, facts.today);
  const files = addFiles(draft, input.files, facts.maxFiles);
  if (input.caption.trim() === '') return files;
  const words = addText(files.draft, input.caption, facts.today);
  return { ...words, notes: [...files.notes, ...words.notes] };
}
