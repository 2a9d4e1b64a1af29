import { byNumber } from '../core/find-criterion.ts';
import type { Line } from '../core/message.ts';
import { answerProblem } from '../text/answer-problem.ts';
import { parseAnswer } from '../text/answer-value.ts';
import { yesNo } from '../text/answers.ts';
import { criterionNamed, withoutPointWord } from '../text/criterion-words.ts';
import { clean, fold } from '../text/fold.ts';
import { verifyText } from '../text/verify.ts';
import { apart, type Dialogue, type Input, type Step } from './dialogue.ts';
import { endId, promptFor, rowId, rowOf, sheetOf, unitId } from './verify-prompts.ts';
import {
  type Ruling,
  seenRow,
  seenSheet,
  todo,
  type VerifyEffect,
  type VerifyFacts,
  type VerifyRow,
  type VerifySheet,
  type VerifyState,
  verifyStateSchema,
} from './verify-state.ts';

/** Characters. */
const REASON_MAX = 500;

type VerifyStep = Step<VerifyState, VerifyEffect>;

/** `/tham_dinh`: sheet by sheet, criterion by criterion; a point that is changed has a reason. */
export const verifyDialogue: Dialogue<VerifyState, VerifyFacts, VerifyEffect> = {
  kind: 'tham_dinh',
  version: 1,
  state: verifyStateSchema,
  migrate: () => null,
  start,
  step,
  ask: promptFor,
};

const over = (lines: Line[], effects: VerifyEffect[] = []): VerifyStep => ({
  kind: 'end',
  say: { lines },
  effects,
});

function askAt(
  state: VerifyState,
  facts: VerifyFacts,
  notes: Line[] = [],
  effects: VerifyEffect[] = [],
): VerifyStep {
  const say = promptFor(state, facts);
  return { kind: 'ask', state, say: { ...say, lines: apart(notes, say.lines) }, effects };
}

function start(facts: VerifyFacts): VerifyStep {
  const { sheets, waiting, named: meant } = facts;
  const [only, another] = sheets;
  const [asked] = sheets.filter(one => one.unitId === meant?.unitId);
  if (asked) return open(asked, facts);
  const notes = meant ? [verifyText.notNow(meant, waiting.includes(meant.unitName))] : [];
  if (!only) return over([...notes, ...verifyText.nothing(waiting)]);
  if (meant) return askAt({ at: 'choose' }, facts, notes);
  const words = fold(facts.words).trim();
  const named = words === '' ? undefined : sheets.find(one => fold(one.unitName).includes(words));
  const chosen = named ?? (another ? undefined : only);
  return chosen ? open(chosen, facts) : askAt({ at: 'choose' }, facts);
}

/** The sheet's next criterion, or its summary where none is left. */
function open(sheet: VerifySheet, facts: VerifyFacts, notes: Line[] = [], effects: VerifyEffect[] = []) {
  const { sheetId } = sheet;
  const [next] = sheet.stage === 'explaining' ? [] : todo(sheet);
  if (!next) return askAt({ at: 'summary', sheetId, seen: seenSheet(sheet) }, facts, notes, effects);
  return askAt({ at: 'row', sheetId, key: next.key, seen: seenRow(next) }, facts, notes, effects);
}

function step(state: VerifyState, input: Input, facts: VerifyFacts): VerifyStep {
  const press = input.kind === 'option' ? input.id : input.kind === 'go' ? input.to : null;
  if (press === 'cancel') return over(verifyText.later());
  if (press === 'later') return { kind: 'ask', state, say: { lines: verifyText.later() }, effects: [] };
  if (state.at === 'choose') {
    const chosen = facts.sheets.find((_, index) => unitId(index) === press);
    if (chosen) return open(chosen, facts);
    return input.kind === 'text' ? start({ ...facts, words: input.text }) : askAt(state, facts);
  }
  const sheet = sheetOf(facts, state.sheetId);
  if (!sheet) return over(verifyText.gone());
  if (press === 'summary')
    return askAt({ at: 'summary', sheetId: sheet.sheetId, seen: seenSheet(sheet) }, facts);
  if (state.at === 'summary') return onSummary(state, press, sheet, facts);
  const row = rowOf(sheet, state.key);
  if (!row || seenRow(row) !== state.seen) return open(sheet, facts, [verifyText.stale()]);
  return state.at === 'row'
    ? onRow(state, input, press, { sheet, row, facts })
    : onReason(state, input, press, { sheet, row, facts });
}

interface Here {
  sheet: VerifySheet;
  row: VerifyRow;
  facts: VerifyFacts;
}

function onRow(
  state: Extract<VerifyState, { at: 'row' }>,
  input: Input,
  press: string | null,
  here: Here,
): VerifyStep {
  const { sheet, row, facts } = here;
  const at = sheet.rows.indexOf(row);
  if (press === rowId('agree', row, at))
    return judge(here, { kind: 'agreed' }, null, verifyText.agreed(row.no));
  if (press === rowId('keep', row, at) && row.before?.value) {
    const { value, reason } = row.before;
    return judge(here, { kind: 'changed', value }, reason, verifyText.changed(row.no, value, row.asked));
  }
  if (press === rowId('rest', row, at)) return agreeRest(sheet, facts);
  const why = (ruling: Exclude<Ruling, { kind: 'agreed' }>) =>
    askAt({ ...state, at: 'reason', ruling }, facts);
  if (press === rowId('return', row, at)) return why({ kind: 'returned' });
  if (press === 'skip' || press === 'back') return skip(here);
  if (input.kind !== 'text') return askAt(state, facts, [verifyText.stale()]);
  const words = fold(input.text).trim();
  const named = criterionNamed(input.text);
  if (named !== null) return jump(named, here);
  if (words === 'tra lai') return why({ kind: 'returned' });
  if (yesNo(input.text) === true && row.asked.kind !== 'yes_no')
    return judge(here, { kind: 'agreed' }, null, verifyText.agreed(row.no));
  const read = corrected(input.text, row);
  if (read.kind === 'unclear' && read.why !== 'not_understood')
    return askAt(state, facts, [answerProblem(read.why, row.asked)]);
  if (read.kind !== 'value') return askAt(state, facts, [verifyText.unclear()]);
  const { value } = read;
  const same = JSON.stringify(value) === JSON.stringify(row.answer);
  return same
    ? judge(here, { kind: 'agreed' }, null, verifyText.same(row.no))
    : why({ kind: 'changed', value });
}

/** The corrected answer: of the kind the rule asks for, or plain points in its place. */
function corrected(text: string, row: VerifyRow) {
  const { asked } = row;
  const own = asked.kind === 'ratio' && /[/]|chi tieu/.test(fold(text)) ? parseAnswer(text, asked) : null;
  return own ?? parseAnswer(withoutPointWord(text), { ...asked, kind: 'points' });
}

/** To the criterion that was named, judged already or not. */
function jump(typed: string, { sheet, row, facts }: Here): VerifyStep {
  const numbered = ({ printed, above }: VerifyRow) => ({ no: printed, groups: above });
  const [only, another] = byNumber(sheet.rows, typed, numbered, fold);
  const { sheetId } = sheet;
  const here = { at: 'row', sheetId, key: row.key, seen: seenRow(row) } as const;
  if (!only) return askAt(here, facts, [verifyText.noCriterion(typed)]);
  if (another) return askAt(here, facts, [verifyText.severalCriteria(typed)]);
  return askAt({ ...here, key: only.key, seen: seenRow(only) }, facts);
}

/** To the next one that is open, in turn. */
function skip({ sheet, row, facts }: Here): VerifyStep {
  const left = todo(sheet);
  const next = left[(left.indexOf(row) + 1) % Math.max(1, left.length)];
  if (!next) return open(sheet, facts);
  return askAt({ at: 'row', sheetId: sheet.sheetId, key: next.key, seen: seenRow(next) }, facts);
}

function onReason(
  state: Extract<VerifyState, { at: 'reason' }>,
  input: Input,
  press: string | null,
  here: Here,
): VerifyStep {
  const { row, facts } = here;
  const { sheetId, key, seen, ruling } = state;
  if (press === 'back') return askAt({ at: 'row', sheetId, key, seen }, facts);
  const ready = verifyText.reasons[Number(/^reason_(\d)$/.exec(press ?? '')?.[1] ?? Number.NaN)];
  const reason = ready ?? (input.kind === 'text' ? clean(input.text) : '');
  if (!/\p{L}{2}/u.test(reason)) return askAt(state, facts, [verifyText.noReason()]);
  if (reason.length > REASON_MAX) return askAt(state, facts, [verifyText.tooLong(REASON_MAX)]);
  const note =
    ruling.kind === 'changed'
      ? verifyText.changed(row.no, ruling.value, row.asked)
      : verifyText.returned(row.no);
  return judge(here, ruling, reason, note);
}

/** Writes a verdict and goes on; what it leaves is worked out as if it were written already. */
function judge({ sheet, row, facts }: Here, ruling: Ruling, reason: string | null, note: Line): VerifyStep {
  const judged = withVerdict(row, ruling, reason);
  return open(
    ...replaced(sheet, facts, new Map([[row.key, judged]])),
    [note],
    [{ kind: 'judge', sheetId: sheet.sheetId, verdicts: [verdictOf(row, ruling, reason)] }],
  );
}

function agreeRest(sheet: VerifySheet, facts: VerifyFacts): VerifyStep {
  const left = todo(sheet);
  const judged = new Map(left.map(row => [row.key, withVerdict(row, { kind: 'agreed' }, null)] as const));
  const verdicts = left.map(row => verdictOf(row, { kind: 'agreed' }, null));
  return open(...replaced(sheet, facts, judged), [], [{ kind: 'judge', sheetId: sheet.sheetId, verdicts }]);
}

const verdictOf = (row: VerifyRow, ruling: Ruling, reason: string | null) => ({
  ...{ key: row.key, version: row.verdictVersion + 1, entryVersion: row.entryVersion, ruling, reason },
});

const withVerdict = (row: VerifyRow, ruling: Ruling, reason: string | null): VerifyRow => ({
  ...row,
  verdictVersion: row.verdictVersion + 1,
  verdict: ruling.kind === 'agreed' ? ruling : { ...ruling, reason: reason ?? '' },
});

function replaced(
  sheet: VerifySheet,
  facts: VerifyFacts,
  judged: ReadonlyMap<string, VerifyRow>,
): [VerifySheet, VerifyFacts] {
  const now = { ...sheet, rows: sheet.rows.map(row => judged.get(row.key) ?? row) };
  return [now, { ...facts, sheets: facts.sheets.map(one => (one.sheetId === sheet.sheetId ? now : one)) }];
}

function onSummary(
  state: Extract<VerifyState, { at: 'summary' }>,
  press: string | null,
  sheet: VerifySheet,
  facts: VerifyFacts,
): VerifyStep {
  if (press === 'go_on' || press === 'back') return open(sheet, facts);
  if (press !== endId(sheet)) {
    const moved = state.seen !== seenSheet(sheet);
    return askAt({ ...state, seen: seenSheet(sheet) }, facts, moved ? [verifyText.stale()] : []);
  }
  const left = sheet.stage === 'explaining' ? [] : todo(sheet);
  if (left.length > 0) return askAt(state, facts, [verifyText.notReady(left.length)]);
  const move = (kind: 'returned' | 'verified' | 'settled'): VerifyStep => ({
    ...{ kind: 'end', say: null },
    effects: [{ kind: 'move', sheetId: sheet.sheetId, seq: sheet.moves + 1, move: kind }],
  });
  if (sheet.stage === 'explaining') return move('settled');
  if (sheet.rows.some(row => row.verdict?.kind === 'returned')) return move('returned');
  const changed = sheet.rows.some(row => row.verdict?.kind === 'changed');
  return move(sheet.stage === 'verifying' && changed ? 'verified' : 'settled');
}
