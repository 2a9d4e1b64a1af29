import { valueWords } from '../text/answer-value.ts';
import { verifyText } from '../text/verify.ts';
import type { Choice, Say } from './dialogue.ts';
import {
  seenRow,
  seenSheet,
  todo,
  type VerifyFacts,
  type VerifyRow,
  type VerifySheet,
  type VerifyState,
} from './verify-state.ts';

const { labels } = verifyText;
const later: Choice = { id: 'later', label: labels.later };

export const sheetOf = (facts: VerifyFacts, sheetId: string): VerifySheet | null =>
  facts.sheets.find(one => one.sheetId === sheetId) ?? null;

export const rowOf = (sheet: VerifySheet, key: string): VerifyRow | null =>
  sheet.rows.find(row => row.key === key) ?? null;

/** Ids of buttons carry what was seen, so that a stale one fits nothing. */
export const rowId = (act: 'agree' | 'keep' | 'return' | 'rest', row: VerifyRow, at: number) =>
  `${act}_${at}_${seenRow(row).replace('.', '_')}`;
export const endId = (sheet: VerifySheet) => `end_${seenSheet(sheet).replace('.', '_')}`;
export const unitId = (index: number) => `unit_${index}`;

/** The open question; total, also where what it asks about is no longer there. */
export function promptFor(state: VerifyState, facts: VerifyFacts): Say {
  if (state.at === 'choose') return choosePrompt(facts);
  const sheet = sheetOf(facts, state.sheetId);
  if (!sheet) return { lines: verifyText.gone() };
  if (state.at === 'summary') return summaryPrompt(sheet);
  const row = rowOf(sheet, state.key);
  if (!row) return { lines: verifyText.gone() };
  if (state.at === 'row') return rowPrompt(sheet, row);
  const { ruling } = state;
  const question =
    ruling.kind === 'changed'
      ? verifyText.whyChange(row.no, row.answer, ruling.value, row.asked)
      : verifyText.whyReturn(row.no);
  const ready = verifyText.reasons.map((label, n) => [{ id: `reason_${n}`, label }]);
  return { lines: [question], choices: [...ready, [{ id: 'back', label: labels.back }]] };
}

function choosePrompt({ sheets, waiting }: VerifyFacts): Say {
  if (sheets.length === 0) return { lines: verifyText.nothing(waiting) };
  return {
    lines: [verifyText.choose(sheets.length), ...(waiting.length > 0 ? [verifyText.waiting(waiting)] : [])],
    choices: [
      ...sheets.map((sheet, index) => [
        { id: unitId(index), label: labels.unit(sheet.unitName, verifyText.stage[sheet.stage]) },
      ]),
      [later],
    ],
  };
}

function rowPrompt(sheet: VerifySheet, row: VerifyRow): Say {
  const left = todo(sheet);
  const at = sheet.rows.indexOf(row);
  const rest: Choice[] =
    left.length > 1 ? [{ id: rowId('rest', row, at), label: labels.agreeRest(left.length) }] : [];
  const { no, name, groups, asked, answer, points, evidence, before } = row;
  const keep: Choice[] = before?.value
    ? [{ id: rowId('keep', row, at), label: labels.keep(valueWords(before.value, asked.levels)) }]
    : [];
  return {
    lines: verifyText.row({
      ...{ unit: sheet.unitName, left: left.length, no, name, groups, asked },
      ...{ answer, points, evidence, before },
    }),
    choices: [
      [
        { id: rowId('agree', row, at), label: labels.agree, tone: 'primary' },
        ...keep,
        { id: rowId('return', row, at), label: labels.sendBack },
      ],
      ...(rest.length > 0 ? [rest] : []),
      [{ id: 'summary', label: labels.summary }, later],
    ],
  };
}

function summaryPrompt(sheet: VerifySheet): Say {
  const left = todo(sheet);
  const of = (kind: 'agreed' | 'changed' | 'returned') =>
    sheet.rows.filter(row => row.verdict?.kind === kind);
  const changed = sheet.rows.flatMap(({ no, asked, verdict }) =>
    verdict?.kind === 'changed'
      ? [{ no, words: valueWords(verdict.value, asked.levels), reason: verdict.reason }]
      : [],
  );
  const returned = of('returned').map(row => row.no);
  const lines = verifyText.summary({
    ...{ unit: sheet.unitName, agreed: of('agreed').length, changed, returned },
    ...{ left: left.length, stage: sheet.stage },
  });
  const end: Choice = {
    id: endId(sheet),
    label: endLabel(sheet, changed.length, returned.length),
    tone: 'primary',
  };
  const go: Choice = { id: 'go_on', label: labels.goOn };
  return { lines, choices: [[left.length > 0 ? go : end], [later]] };
}

function endLabel({ stage }: VerifySheet, changed: number, returned: number): string {
  if (stage === 'explaining') return labels.settleNow;
  if (returned > 0) return labels.returnSheet(returned);
  return stage === 'reverifying' || changed === 0 ? labels.settle : labels.finish;
}
