import { z } from 'zod';
import type { Line } from '../core/message.ts';
import type { SheetValue } from '../core/sheet-value.ts';
import type { Asked } from '../text/answer-value.ts';
import { yesNo } from '../text/answers.ts';
import { explainText } from '../text/explain.ts';
import { clean } from '../text/fold.ts';
import { apart, type Dialogue, type Input, type Say, type Step } from './dialogue.ts';

/** A criterion that the verifier changed. */
export interface ExplainRow {
  key: string;
  no: string;
  name: string;
  asked: Asked;
  own: SheetValue | null;
  verified: SheetValue;
  reason: string;
  by: string;
  verdictVersion: number;
  /** Undefined: not answered yet; `text` null: taken as it is. */
  answer: { text: string | null } | undefined;
}

export interface ExplainFacts {
  /** Null: nothing waits for the unit's explanation. */
  sheet: { moves: number; rows: readonly ExplainRow[] } | null;
}

export type ExplainEffect =
  | { kind: 'explain'; key: string; verdictVersion: number; text: string | null }
  | { kind: 'send'; seq: number; explained: number };

const explainStateSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('row'), key: z.string(), verdictVersion: z.int() }),
  z.strictObject({ at: z.literal('summary') }),
]);
type ExplainState = z.infer<typeof explainStateSchema>;
type ExplainStep = Step<ExplainState, ExplainEffect>;

/** Characters. */
const TEXT_MAX = 1000;
const { labels } = explainText;

/** `/giai_trinh`: what the verifier changed, one by one; agreed to, or explained. */
export const explainDialogue: Dialogue<ExplainState, ExplainFacts, ExplainEffect> = {
  kind: 'giai_trinh',
  version: 1,
  state: explainStateSchema,
  migrate: () => null,
  start: facts => goOn(facts),
  step,
  ask: promptFor,
};

const open = (facts: ExplainFacts) => facts.sheet?.rows.filter(row => row.answer === undefined) ?? [];
const over = (lines: Line[], effects: ExplainEffect[] = []): ExplainStep => ({
  kind: 'end',
  say: lines.length > 0 ? { lines } : null,
  effects,
});

function goOn(facts: ExplainFacts, notes: Line[] = [], effects: ExplainEffect[] = []): ExplainStep {
  if (!facts.sheet) return over(explainText.nothing());
  const [next] = open(facts);
  const state: ExplainState = next
    ? { at: 'row', key: next.key, verdictVersion: next.verdictVersion }
    : { at: 'summary' };
  const say = promptFor(state, facts);
  return { kind: 'ask', state, say: { ...say, lines: apart(notes, say.lines) }, effects };
}

function promptFor(state: ExplainState, facts: ExplainFacts): Say {
  if (!facts.sheet) return { lines: explainText.nothing() };
  const left = open(facts);
  const row = state.at === 'row' ? left.find(one => one.key === state.key) : undefined;
  if (!row) {
    const accepted = facts.sheet.rows.filter(one => one.answer?.text === null).length;
    const send = { id: 'send', label: labels.send, tone: 'primary' as const };
    return {
      lines: explainText.summary(accepted, facts.sheet.rows.length - accepted),
      choices: [[send, { id: 'later', label: labels.later }]],
    };
  }
  const { no, name, own, verified, reason, by, asked, verdictVersion } = row;
  const accept = { id: `accept_${verdictVersion}_${facts.sheet.rows.indexOf(row)}`, label: labels.accept };
  const all = left.length > 1 ? [{ id: 'accept_all', label: labels.acceptAll }] : [];
  return {
    lines: explainText.row({ left: left.length, no, name, own, verified, reason, by, asked }),
    choices: [[accept, ...all, { id: 'later', label: labels.later }]],
  };
}

function step(state: ExplainState, input: Input, facts: ExplainFacts): ExplainStep {
  const press = input.kind === 'option' ? input.id : input.kind === 'go' ? input.to : null;
  const { sheet } = facts;
  if (!sheet) return over(explainText.nothing());
  if (press === 'cancel') return over(explainText.later());
  if (press === 'later') return { kind: 'ask', state, say: { lines: explainText.later() }, effects: [] };
  const left = open(facts);
  if (state.at === 'summary' || left.length === 0) {
    const agreed = input.kind === 'text' && yesNo(input.text) === true;
    if ((press !== 'send' && !agreed) || left.length > 0) return goOn(facts);
    const explained = sheet.rows.filter(row => row.answer?.text).length;
    return over([], [{ kind: 'send', seq: sheet.moves + 1, explained }]);
  }
  if (press === 'accept_all') return answer(facts, left, null, []);
  const row = left.find(one => one.key === state.key && one.verdictVersion === state.verdictVersion);
  if (!row) return goOn(facts, [explainText.stale()]);
  const accepts = press === `accept_${row.verdictVersion}_${sheet.rows.indexOf(row)}`;
  if (accepts || (input.kind === 'text' && yesNo(input.text) === true))
    return answer(facts, [row], null, [explainText.accepted(row.no)]);
  if (input.kind !== 'text') return goOn(facts, [explainText.stale()]);
  const text = clean(input.text);
  if (!/\p{L}{2}/u.test(text)) return goOn(facts, [explainText.tooShort()]);
  if (text.length > TEXT_MAX) return goOn(facts, [explainText.tooLong(TEXT_MAX)]);
  return answer(facts, [row], text, [explainText.explained(row.no)]);
}

function answer(facts: ExplainFacts, rows: readonly ExplainRow[], text: string | null, notes: Line[]) {
  const keys = new Set(rows.map(row => row.key));
  const sheet = facts.sheet && {
    ...facts.sheet,
    rows: facts.sheet.rows.map(row => (keys.has(row.key) ? { ...row, answer: { text } } : row)),
  };
  const effects = rows.map(({ key, verdictVersion }) => ({
    ...{ kind: 'explain' as const, key, verdictVersion, text },
  }));
  return goOn({ sheet }, notes, effects);
}
