import { checkTable } from '../core/check-table.ts';
import type { Line } from '../core/message.ts';
import { isGroup, type Leaf, type ScoreTable } from '../core/score-table.ts';
import { mustBeDecided, type TableAsk } from '../core/table-asks.ts';
import { nodeAt, placeOf, type TableEdit } from '../core/table-edit.ts';
import type { RuleGap } from '../core/table-proposal.ts';
import { byHand, type GapAnswer, withGap, withOtherwise, wonBy } from '../core/table-rules.ts';
import { parsePoints } from '../text/points.ts';
import { tableProblem } from '../text/score-tables.ts';
import { tableSettingsText } from '../text/table-settings.ts';
import { tableTalk } from '../text/table-talk.ts';
import { apart } from './dialogue.ts';
import { editOf, readTableText } from './table-corrections.ts';
import { editNotes } from './table-notes.ts';
import { promptTable, reviewChoices, underReview } from './table-prompts.ts';
import type { TableAsked, TableFacts, TableState, TableStep, UnderReview } from './table-state.ts';

/** Of one review; each is read anew at every step. */
const MOST_EDITS = 2000;

export function askTable(state: TableState, facts: TableFacts, notes: Line[] = []): TableAsked {
  const say = promptTable(state, facts);
  return { kind: 'ask', state, say: { ...say, lines: apart(notes, say.lines) }, effects: [] };
}

const kept = ({ draftId, edits }: UnderReview) => ({ draftId, edits });
const review = (state: UnderReview): UnderReview => ({ at: 'review', ...kept(state) });

export function onTablePress(state: UnderReview, press: string, facts: TableFacts): TableStep {
  switch (press) {
    case 'create':
      return create(state, facts, false);
    case 'acknowledge':
      return state.at === 'warnings' ? create(state, facts, true) : askTable(review(state), facts);
    case 'answer':
      return nextQuestion(review(state), facts, null);
    case 'list':
      return list(state, facts);
    case 'settings':
      return settings(state, facts);
    case 'undo':
      return undo(state, facts);
    case 'review':
    case 'back':
      return askTable(review(state), facts);
  }
  const under = underReview(state, facts);
  const ask = state.at === 'question' ? under?.asks.find(one => one.id === state.ask) : undefined;
  if (!under || !ask) return askTable(review(state), facts, [tableTalk.notUnderstood()]);
  if (press === 'skip') return nextQuestion(review(state), facts, ask);
  const edit = answerByPress(ask, press, under.table, facts);
  return edit ? written(state, [edit], facts) : askTable(state, facts, [tableTalk.notUnderstood()]);
}

function answerByPress(ask: TableAsk, press: string, table: ScoreTable, facts: TableFacts): TableEdit | null {
  if (press === 'settle') return { kind: 'settle', ask: ask.id };
  switch (ask.kind) {
    case 'line':
      return null;
    case 'max':
      return press === 'drop' ? { kind: 'drop', key: ask.key } : null;
    case 'sum': {
      if (press !== 'fix') return null;
      const { key, sum: points } = ask;
      return key === null ? { kind: 'table_max', points } : { kind: 'max', key, points };
    }
    case 'rule': {
      const { key, rule, open } = ask.proposal;
      if (press === 'by_hand') return { kind: 'rule', key, rule: byHand, open: [] };
      return press === 'take' ? { kind: 'rule', key, rule, open } : null;
    }
    default:
      return ruledBy(ask, press, table, facts);
  }
}

function ruledBy(
  ask: Extract<TableAsk, { kind: 'gap' | 'doubt' }>,
  press: string,
  table: ScoreTable,
  facts: TableFacts,
): TableEdit | null {
  const leaf = leafAt(table, ask.key);
  if (!leaf) return null;
  const { key } = leaf;
  if (press === 'by_hand') return { kind: 'rule', key, rule: byHand, open: [] };
  const band = Number(/^band_(\d+)$/.exec(press)?.[1] ?? Number.NaN);
  if (ask.kind === 'doubt' && ask.doubt.code === 'bands_overlap')
    return Number.isNaN(band) ? null : { kind: 'rule', key, rule: wonBy(leaf.rule, band), open: [] };
  const answer = gapAnswer(ask.kind === 'gap' ? ask.gap : 'day_kind', press, facts);
  if (!answer) return null;
  const open = ask.kind === 'gap' ? ask.others : [];
  return { kind: 'rule', key, rule: withGap(leaf.rule, answer), open };
}

function gapAnswer(gap: RuleGap, press: string, { deadlines }: TableFacts): GapAnswer | null {
  if (gap === 'day_kind') return press === 'calendar' || press === 'working' ? { gap, days: press } : null;
  if (gap === 'several')
    return press === 'worst' || press === 'each' || press === 'mean' ? { gap, several: press } : null;
  if (press === 'every_report') return { gap, deadlineId: null };
  const chosen = deadlines[Number(/^report_(\d+)$/.exec(press)?.[1] ?? Number.NaN)];
  return chosen ? { gap, deadlineId: chosen.id } : null;
}

function leafAt(table: ScoreTable, key: string): Leaf | null {
  const node = nodeAt(table, key);
  return node && !isGroup(node) ? node : null;
}

/** The next question behind this one, else the first; none left: what can be done now. */
function nextQuestion(
  state: UnderReview,
  facts: TableFacts,
  after: TableAsk | null,
  notes: Line[] = [],
): TableStep {
  const asks = underReview(state, facts)?.asks ?? [];
  const behind = after ? asks.slice(asks.findIndex(one => one.id === after.id) + 1) : asks;
  const [next] = behind.length > 0 ? behind : asks;
  if (next) return askTable({ at: 'question', ask: next.id, ...kept(state) }, facts, notes);
  const lines = apart(notes, [tableTalk.allAnswered()]);
  return {
    kind: 'ask',
    state: review(state),
    say: { lines, choices: reviewChoices(0, state.edits.length > 0) },
    effects: [],
  };
}

/** Goes on where the conversation was: to the next question, or to the review. */
function written(state: UnderReview, edits: TableEdit[], facts: TableFacts): TableStep {
  if (state.edits.length + edits.length > MOST_EDITS)
    return askTable(review(state), facts, [tableTalk.tooMany()]);
  const next = { ...state, edits: [...state.edits, ...edits] };
  const before = underReview(state, facts)?.table;
  const notes = before ? edits.flatMap(edit => editNotes(edit, before)) : [];
  if (state.at === 'question') return nextQuestion(review(next), facts, null, notes);
  return settled(review(next), facts, notes);
}

/** After a correction outside the questions the long list is not shown again. */
function settled(state: UnderReview, facts: TableFacts, notes: Line[]): TableAsked {
  const asks = underReview(state, facts)?.asks.length ?? 0;
  const lines = asks > 0 ? apart(notes, [tableTalk.openQuestions(asks)]) : notes;
  return {
    kind: 'ask',
    state,
    say: { lines, choices: reviewChoices(asks, state.edits.length > 0) },
    effects: [],
  };
}

export function onTableText(state: UnderReview, text: string, facts: TableFacts): TableStep {
  const under = underReview(state, facts);
  if (!under) return askTable(review(state), facts);
  const { draft, table, asks } = under;
  const ask = state.at === 'question' ? asks.find(one => one.id === state.ask) : undefined;
  const answered = ask && answerByText(ask, text, table);
  if (answered === 'wants_points') return askTable(state, facts, [tableTalk.wantsPoints()]);
  if (answered) return written(state, [answered], facts);
  const read = readTableText(text, table);
  switch (read.kind) {
    case 'edit':
      return written(state, [read.edit], facts);
    case 'list':
      return list(state, facts);
    case 'settings':
      return settings(state, facts);
    case 'undo':
      return undo(state, facts);
    case 'unclear':
      return shown(state, [tableSettingsText.unclear(read.part, read.words)], facts);
    case 'rivals':
      return shown(state, tableSettingsText.rivals(read.problems), facts);
    case 'cap_of_group':
      return shown(state, [tableSettingsText.capOfGroup(read.place)], facts);
    case 'show':
      return shown(
        state,
        tableTalk.detail(read.node, placeOf(table, read.node.key), draft.evidence[read.node.key] ?? null),
        facts,
      );
    case 'no_such':
      return askTable(state, facts, [tableTalk.noSuch(read.typed)]);
    case 'several':
      return askTable(state, facts, [tableTalk.several(read.typed, read.places)]);
    case 'no_parent':
      return askTable(state, facts, [tableTalk.noParent(read.no)]);
    case 'taken':
      return askTable(state, facts, [tableTalk.taken(read.no)]);
    case 'not_understood':
      return askTable(state, facts, [tableTalk.notUnderstood()]);
  }
}

/** Under a question what reads as its answer is one. */
function answerByText(ask: TableAsk, text: string, table: ScoreTable): TableEdit | 'wants_points' | null {
  const read = parsePoints(text);
  const points = read.kind === 'points' && read.points >= 0 ? read.points : null;
  switch (ask.kind) {
    case 'max':
      if (points !== null) return { kind: 'max', key: ask.key, points };
      return read.kind === 'not_a_number' ? null : 'wants_points';
    case 'sum':
      if (points === null) return null;
      return ask.key === null ? { kind: 'table_max', points } : { kind: 'max', key: ask.key, points };
    case 'rule':
    case 'doubt': {
      const leaf = leafAt(table, ask.kind === 'rule' ? ask.proposal.key : ask.key);
      if (!leaf) return null;
      if (points !== null && ask.kind === 'doubt' && ask.doubt.code === 'bands_gap')
        return { kind: 'rule', key: leaf.key, rule: withOtherwise(leaf.rule, points), open: [] };
      const edit = editOf(leaf, text, table);
      return edit?.kind === 'rule' ? edit : null;
    }
    default:
      return null;
  }
}

/** Something to read; the buttons of where the conversation stands below it. */
function shown(state: UnderReview, lines: Line[], facts: TableFacts): TableAsked {
  const { choices } = promptTable(state, facts);
  return { kind: 'ask', state, say: { lines, ...(choices ? { choices } : {}) }, effects: [] };
}

function list(state: UnderReview, facts: TableFacts): TableAsked {
  const table = underReview(state, facts)?.table;
  return shown(state, table ? tableTalk.list(table) : [], facts);
}

function settings(state: UnderReview, facts: TableFacts): TableAsked {
  const table = underReview(state, facts)?.table;
  return shown(state, table ? tableSettingsText.all(table) : [], facts);
}

/** The last edit is taken back; what stood before it stands again. */
function undo(state: UnderReview, facts: TableFacts): TableStep {
  const edits = state.edits.slice(0, -1);
  const last = state.edits.at(-1);
  const before = underReview({ ...state, edits }, facts)?.table;
  if (!last || !before) return askTable(review(state), facts, [tableTalk.nothingToUndo()]);
  return settled(
    { at: 'review', draftId: state.draftId, edits },
    facts,
    tableTalk.undone(editNotes(last, before)),
  );
}

/** What must be decided is, and what does not add up is acknowledged, before anybody is scored by it. */
function create(state: UnderReview, facts: TableFacts, acknowledged: boolean): TableStep {
  const under = underReview(state, facts);
  if (!under) return askTable({ at: 'start' }, facts);
  if (facts.standing?.fixed) return askTable(review(state), facts, tableTalk.fixed(facts.standing.version));
  const { table, asks } = under;
  const needed = asks.filter(mustBeDecided);
  const [first] = needed;
  if (first)
    return askTable({ at: 'question', ask: first.id, ...kept(state) }, facts, [
      tableTalk.decideFirst(needed.length),
    ]);
  if (table.children.length === 0) return askTable(review(state), facts, [tableTalk.empty()]);
  const bare = checkTable(table).find(one => one.code === 'no_leaves');
  if (bare) return askTable(review(state), facts, [tableProblem(bare), tableTalk.fillGroup(bare.no ?? '')]);
  if (asks.length > 0 && !acknowledged) return askTable({ at: 'warnings', ...kept(state) }, facts);
  const version = (facts.standing?.version ?? 0) + 1;
  const { draftId } = state;
  return { kind: 'end', say: null, effects: [{ kind: 'create', draftId, table: { ...table, version } }] };
}
