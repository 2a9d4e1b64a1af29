import { checkTable } from '../core/check-table.ts';
import type { Line } from '../core/message.ts';
import { mustBeDecided, type TableAsk } from '../core/table-asks.ts';
import { placeOf, type TableEdit } from '../core/table-edit.ts';
import { tableProblem } from '../text/score-tables.ts';
import { tableSettingsText } from '../text/table-settings.ts';
import { tableTalk } from '../text/table-talk.ts';
import { apart } from './dialogue.ts';
import { answerByPress, answerByText } from './table-answers.ts';
import { readTableText } from './table-corrections.ts';
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
