import { z } from 'zod';
import { addDays } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import { shortRef } from '../core/short-ref.ts';
import { fold } from '../text/fold.ts';
import { recordText } from '../text/record.ts';
import { apart, type Dialogue, type Input, type Step } from './dialogue.ts';
import { groupOf, offered, partyOf, settle, understand, unitName } from './record-moves.ts';
import { promptFor } from './record-prompts.ts';
import {
  type RecordEffect,
  type RecordFacts,
  type RecordState,
  recordStateSchema,
  stepOf,
} from './record-state.ts';

type Moves = Step<RecordState, RecordEffect>;

const empty: RecordState = { rev: 0, deadlineId: null, words: '', entries: [], adding: false, page: 0 };

/** `/ghi_nhan`: whose report, which, under what number and day; shown, and only then recorded. */
export const recordDialogue: Dialogue<RecordState, RecordFacts, RecordEffect> = {
  kind: 'ghi_nhan',
  version: 2,
  state: recordStateSchema,
  migrate: (version, state) =>
    version === 1
      ? (recordStateSchema.safeParse({ ...z.looseObject({}).parse(state), page: 0 }).data ?? null)
      : null,
  start,
  step,
  ask: promptFor,
};

const over = (lines: Line[]): Moves => ({ kind: 'end', say: { lines }, effects: [] });

function askAt(state: RecordState, facts: RecordFacts, notes: Line[] = []): Moves {
  const say = promptFor(state, facts);
  return { kind: 'ask', state, say: { ...say, lines: apart(notes, say.lines) }, effects: [] };
}

function start(facts: RecordFacts): Moves {
  if (offered(empty, facts).length === 0) return over(recordText.noDeadline());
  if (facts.words.trim() === '') return askAt(settle(empty, facts, []).state, facts);
  const { state, notes } = understand(empty, facts.words, facts);
  if (state.deadlineId !== null || offered(state, facts).length > 0) return askAt(state, facts, notes);
  return askAt({ ...state, entries: [] }, facts, [...notes, recordText.noneFits()]);
}

function step(state: RecordState, input: Input, facts: RecordFacts): Moves {
  if (input.kind === 'files') return askAt(state, facts);
  if (input.kind === 'go') {
    if (input.to === 'cancel') return over(recordText.cancelled());
    if (input.to === 'later') return { kind: 'ask', state, say: { lines: recordText.parked() }, effects: [] };
    if (input.to === 'back') return askAt({ ...empty, rev: state.rev + 1, entries: state.entries }, facts);
    return onPress(state, 'nonumber', facts);
  }
  if (input.kind === 'option')
    return input.id === 'cancel' ? over(recordText.cancelled()) : onPress(state, input.id, facts);
  const said = fold(input.text);
  if (stepOf(state).at === 'confirm' && ['ghi nhan', 'dong y', 'co', 'ok', 'xac nhan'].includes(said)) {
    return confirm(state, facts);
  }
  const { state: next, notes } = understand(state, input.text, facts);
  return askAt(next, facts, notes);
}

function onPress(state: RecordState, press: string, facts: RecordFacts): Moves {
  const at = stepOf(state);
  const change = (changes: Partial<RecordState>) => {
    const { state: next, notes } = settle({ ...state, rev: state.rev + 1, page: 0, ...changes }, facts, []);
    return askAt(next, facts, notes);
  };
  const ofEntry = (changes: Partial<RecordState['entries'][number]>) =>
    at.at === 'number' || at.at === 'date'
      ? change({ entries: state.entries.map(one => (one === at.entry ? { ...one, ...changes } : one)) })
      : null;
  const group = facts.groups.find(one => shortRef('d', one.deadlineId) === press);
  if (at.at === 'deadline' && group) return change({ deadlineId: group.deadlineId });
  const unit = facts.units.find(one => shortRef('o', one.id) === press);
  if (at.at === 'units' && unit) {
    const entry = { unitId: unit.id, number: null, noNumber: false, date: null, replaces: 0 };
    return change({
      adding: false,
      entries: [...state.entries.filter(one => one.unitId !== unit.id), entry],
    });
  }
  const fits =
    (press === 'nonumber' && at.at === 'number' && ofEntry({ noNumber: true })) ||
    (press === 'today' && at.at === 'date' && ofEntry({ date: facts.today })) ||
    (press === 'yesterday' && at.at === 'date' && ofEntry({ date: addDays(facts.today, -1) })) ||
    (press.startsWith('more_') && turnPage(state, Number(press.slice('more_'.length)), facts)) ||
    (press === 'enough' && at.at === 'units' && change({ adding: false })) ||
    (press === 'add' && at.at === 'confirm' && change({ adding: true })) ||
    (press === `ok_${state.rev}` && at.at === 'confirm' && confirm(state, facts));
  return fits || askAt(state, facts, [recordText.stale()]);
}

/** The page behind the one that the button stood under. */
function turnPage(state: RecordState, from: number, facts: RecordFacts): Moves | null {
  const { at } = stepOf(state);
  const lists = at === 'deadline' || at === 'units';
  return lists && Number.isInteger(from) ? askAt({ ...state, page: from + 1 }, facts) : null;
}

/** What came meanwhile is never written over unseen: it is shown first. */
function confirm(state: RecordState, facts: RecordFacts): Moves {
  const group = groupOf(state, facts);
  const { state: now, notes } = settle(state, facts, []);
  const moved = now.entries.filter(entry => {
    const seen = state.entries.find(one => one.unitId === entry.unitId);
    return seen?.replaces !== entry.replaces;
  });
  const said = [...notes, ...moved.map(entry => recordText.meanwhile(unitName(entry.unitId, facts)))];
  if (!group || said.length > 0) return askAt({ ...now, rev: now.rev + 1 }, facts, said);
  const entries = now.entries.flatMap(({ unitId, number, date, replaces }) => {
    const party = partyOf(group, unitId);
    return party && date ? [{ obligationId: party.obligationId, unitId, replaces, number, date }] : [];
  });
  return { kind: 'end', say: null, effects: [{ kind: 'record', deadlineId: group.deadlineId, entries }] };
}
