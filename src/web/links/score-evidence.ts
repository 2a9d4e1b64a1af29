import type { Context } from 'hono';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { appendAudit } from '../../../db/audit.ts';
import { addEvidence, type NewEvidence, takeBackEvidence } from '../../../db/evidence.ts';
import { keepFile } from '../../../db/inbox-files.ts';
import type { Tx } from '../../../db/tx.ts';
import type { AuditFacts } from '../../core/audit.ts';
import { asEvidence } from '../../text/evidence-words.ts';
import { uploadProblems } from '../../text/links.ts';
import { formText } from '../../text/score-form.ts';
import { secrecyMarking } from '../../text/secrecy.ts';
import { readJson } from '../read-body.ts';
import type { LinkDeps, OpenLink } from './link.ts';
import { linkProblem } from './page.ts';
import { receiveFile } from './receive-file.ts';
import { type FormRow, type FormSheet, formSheet } from './score-sheet.ts';

/** Bytes of a reference. */
const TEXT_LIMIT = 4096;
/** Of one criterion. */
const MOST = 20;

const givenSchema = z.object({ key: z.string().max(64), text: z.string().max(300) });
type Score = OpenLink<'score'>;
type Given = Omit<NewEvidence, 'id' | 'criterionKey'>;

const refused = (c: Context, message: string, status: 400 | 404 | 409 | 415 | 422 = 422) =>
  c.json({ message }, status);

/** A document's number or an address, for a criterion. */
export async function giveText(c: Context, link: Score, deps: LinkDeps): Promise<Response> {
  const given = givenSchema.safeParse(await readJson(c, TEXT_LIMIT)).data;
  const read = given && asEvidence(given.text);
  if (!given || !read) return refused(c, formText.proofWanted, 400);
  if (secrecyMarking(read.text) !== null) return refused(c, uploadProblems.secret);
  return give(c, link, deps, given.key, async () => ({ ...read, sha256: null, mime: null }));
}

/** A file, for the criterion that the query names. */
export async function giveFile(c: Context, link: Score, deps: LinkDeps): Promise<Response> {
  const file = await receiveFile(c, deps);
  if (typeof file === 'string') return refused(c, uploadProblems[file], file === 'kind' ? 415 : 422);
  const { name: text, mime, bytes } = file;
  return give(c, link, deps, c.req.query('key') ?? '', async (tx, at) => ({
    ...{ kind: 'file', text, mime, sha256: await keepFile(tx, link.blocId, bytes, at) },
  }));
}

/** It stays on record with the day. */
export function takeBack(c: Context, link: Score, deps: LinkDeps, evidenceId: string): Promise<Response> {
  return onSheet(c, link, deps, async (tx, sheet, at) => {
    const row = sheet.rows.find(one => one.evidence.some(({ id }) => id === evidenceId));
    if (!row) return refused(c, formText.gone, 404);
    if (!row.open) return refused(c, formText.closed, 409);
    await takeBackEvidence(tx, { blocId: link.blocId, id: evidenceId }, personOf(link), at);
    await noted(tx, link, sheet, at, { action: 'evidence.withdrawn', detail: { criterion: row.key } });
    return shown(c, link, tx, at, row.key);
  });
}

function give(
  c: Context,
  link: Score,
  deps: LinkDeps,
  key: string,
  made: (tx: Tx, at: Date) => Promise<Given>,
): Promise<Response> {
  return onSheet(c, link, deps, async (tx, sheet, at) => {
    const row = sheet.rows.find(one => one.key === key);
    if (!row) return refused(c, formText.gone, 404);
    if (!row.open) return refused(c, formText.closed, 409);
    if (row.evidence.length >= MOST) return refused(c, formText.proofsFull(MOST));
    const { blocId, subject } = link;
    const given = await made(tx, at);
    await addEvidence(
      tx,
      { id: sheet.sheetId, tableId: sheet.tableId },
      { id: uuidv7(), criterionKey: key, ...given },
      { blocId, unitId: subject.unitId, by: personOf(link), at },
    );
    const detail = { criterion: key, kind: given.kind, form: true };
    await noted(tx, link, sheet, at, { action: 'evidence.added', detail });
    return shown(c, link, tx, at, key);
  });
}

/** In a transaction that holds the sheet. */
function onSheet(
  c: Context,
  link: Score,
  { db, now }: LinkDeps,
  task: (tx: Tx, sheet: FormSheet, at: Date) => Promise<Response>,
): Promise<Response> {
  return db.transaction(async tx => {
    const at = now();
    const sheet = await formSheet(tx, link, at);
    return sheet ? task(tx, sheet, at) : linkProblem(c, 'expired');
  });
}

function noted(
  tx: Tx,
  { blocId, personId }: Score,
  { sheetId }: FormSheet,
  at: Date,
  act: Pick<AuditFacts, 'action' | 'detail'>,
): Promise<void> {
  return appendAudit(tx, [{ ...act, subject: 'sheet', subjectId: sheetId, blocId, at, actor: personId }]);
}

/** What the criterion has now. */
async function shown(c: Context, link: Score, tx: Tx, at: Date, key: string): Promise<Response> {
  const sheet = await formSheet(tx, link, at);
  const row = sheet?.rows.find(one => one.key === key);
  return c.json({ evidence: row ? proofsOf(row) : [] });
}

/** For the page: what each is called, and its id to take it back by. */
export const proofsOf = ({ evidence }: FormRow) => evidence.map(({ id, text }) => ({ id, text }));

function personOf({ personId }: Score): string {
  if (!personId) throw new Error('a sheet that nobody asked for');
  return personId;
}
