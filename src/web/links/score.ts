import type { Context } from 'hono';
import { z } from 'zod';
import { appendAudit } from '../../../db/audit.ts';
import { addEntry } from '../../../db/scores.ts';
import type { Tx } from '../../../db/tx.ts';
import type { AuditFacts } from '../../core/audit.ts';
import type { Entry, SheetValue } from '../../core/sheet-value.ts';
import { valueFault } from '../../core/value-fault.ts';
import { answerProblem } from '../../text/answer-problem.ts';
import { howToAnswer, parseAnswer, valueWords } from '../../text/answer-value.ts';
import { formText } from '../../text/score-form.ts';
import { valueFaultText } from '../../text/value-faults.ts';
import { readJson } from '../read-body.ts';
import type { LinkDeps, LinkHandler, OpenLink } from './link.ts';
import { linkProblem } from './page.ts';
import { giveFile, giveText, takeBack } from './score-evidence.ts';
import { fieldText, scorePage } from './score-page.ts';
import { type FormRow, type FormSheet, formSheet } from './score-sheet.ts';

/** Bytes of one answer. */
const ANSWER_LIMIT = 4096;

const answerSchema = z.object({
  key: z.string().max(64),
  saw: z.int().nonnegative(),
  text: z.string().max(200),
});

/** A unit's sheet on one page. Each answer is a request of its own, so that nothing is lost with the page. */
export const scoreForm: LinkHandler<'score'> = async (c, link, { method, rest }, deps) => {
  switch (`${method} ${rest}`) {
    case 'GET ':
      return deps.db.transaction(async tx => {
        const sheet = await formSheet(tx, link, deps.now());
        return sheet ? scorePage(c, link, sheet) : linkProblem(c, 'expired');
      });
    case 'POST answer':
      return answer(c, link, deps);
    case 'POST evidence':
      return giveText(c, link, deps);
    case 'POST file':
      return giveFile(c, link, deps);
    default: {
      const [, evidenceId] = /^DELETE evidence\/([\da-f-]{36})$/.exec(`${method} ${rest}`) ?? [];
      return evidenceId ? takeBack(c, link, deps, evidenceId) : null;
    }
  }
};

async function answer(c: Context, link: OpenLink<'score'>, { db, now }: LinkDeps): Promise<Response> {
  const given = answerSchema.safeParse(await readJson(c, ANSWER_LIMIT)).data;
  if (!given) return c.json({ message: formText.gone }, 400);
  return db.transaction(async tx => {
    const at = now();
    const sheet = await formSheet(tx, link, at);
    if (!sheet) return linkProblem(c, 'expired');
    const row = sheet.rows.find(one => one.key === given.key);
    if (!row) return c.json({ message: formText.gone }, 404);
    if (!row.open) return c.json({ message: formText.closed }, 409);
    const read = readValue(given.text, row);
    if ('message' in read) return c.json(read, 422);
    const held = row.entry;
    const same = held && JSON.stringify(held.value) === JSON.stringify(read.value);
    if (held && !same && held.version !== given.saw) return conflict(c, row);
    const entry = held && same ? held : await write(tx, link, sheet, row, read.value, at);
    const { left, points, of } = sheet.total(entry);
    return c.json({
      ...{ saw: entry.version, text: fieldText(entry.value) },
      standing: formText.standing(left, points, of),
    });
  });
}

const wordsOf = (line: readonly unknown[]) => line.filter(part => typeof part === 'string').join('');

function readValue(text: string, { asked, bound }: FormRow): { value: SheetValue } | { message: string } {
  const read = parseAnswer(text, asked);
  if (read.kind === 'readings')
    return { message: formText.two(read.readings.map(one => valueWords(one, asked.levels))) };
  if (read.kind === 'unclear')
    return {
      message: read.why === 'not_understood' ? howToAnswer(asked) : wordsOf(answerProblem(read.why, asked)),
    };
  const fault = valueFault(bound, read.value);
  return fault ? { message: wordsOf(valueFaultText(fault)) } : { value: read.value };
}

/** Somebody else of the unit has answered since: both are shown, the reader decides. */
function conflict(c: Context, { entry, asked }: FormRow): Response {
  if (!entry) throw new Error('a conflict with nobody');
  const words = valueWords(entry.value, asked.levels);
  const [message, keep] = [formText.conflict(entry.byName, words), formText.keep(words)];
  return c.json({ message, keep, saw: entry.version, text: fieldText(entry.value) }, 409);
}

async function write(
  tx: Tx,
  link: OpenLink<'score'>,
  sheet: FormSheet,
  row: FormRow,
  value: SheetValue,
  at: Date,
): Promise<Entry> {
  const { blocId, personId: by } = link;
  if (!by) throw new Error('a sheet that nobody asked for');
  const { sheetId, tableId } = sheet;
  const sawVersion = row.entry?.version ?? 0;
  const criterionKey = row.key;
  await addEntry(tx, { blocId, sheetId, tableId, criterionKey, sawVersion, value, by, at });
  const facts: AuditFacts = {
    ...{ action: 'score.entered', subject: 'sheet', subjectId: sheetId },
    detail: { criterion: row.key, version: sawVersion + 1, form: true },
  };
  await appendAudit(tx, [{ ...facts, blocId, at, actor: by }]);
  return { criterionKey, version: sawVersion + 1, value, by, byName: '', at };
}
