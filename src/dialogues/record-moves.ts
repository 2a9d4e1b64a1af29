import type { Line } from '../core/message.ts';
import { recordText } from '../text/record.ts';
import type { RecordedDocument, RecordLines } from '../text/record-lines.ts';
import { readRecordLines } from '../text/record-lines.ts';
import {
  mayRecord,
  type RecordEntry,
  type RecordFacts,
  type RecordGroup,
  type RecordParty,
  type RecordState,
  stepOf,
} from './record-state.ts';
import { matchObligations } from './report-choices.ts';

/** A state after something was said, and what is to be said of it. */
export interface Moved {
  state: RecordState;
  notes: Line[];
}

export const unitName = (unitId: string, facts: RecordFacts): string =>
  facts.units.find(unit => unit.id === unitId)?.names[0] ?? '';

export const groupOf = (state: RecordState, facts: RecordFacts): RecordGroup | null =>
  facts.groups.find(group => group.deadlineId === state.deadlineId) ?? null;

export const partyOf = (group: RecordGroup | null, unitId: string): RecordParty | null =>
  group?.parties.find(party => party.unitId === unitId) ?? null;

/** Deadlines that all named units can be recorded for, narrowed by the words where those fit any. */
export function offered(state: RecordState, facts: RecordFacts): RecordGroup[] {
  const takes = (group: RecordGroup, wanted: RecordParty['state'][]) =>
    state.entries.length > 0
      ? state.entries.every(({ unitId }) => wanted.includes(partyOf(group, unitId)?.state ?? 'handed_in'))
      : group.parties.some(party => wanted.includes(party.state));
  const open = facts.groups.filter(group => takes(group, ['open', 'sent_back']));
  const fitting =
    open.length > 0 ? open : facts.groups.filter(group => takes(group, ['open', 'sent_back', 'recorded']));
  const named = matchObligations(
    state.words,
    facts.groups.map(group => ({ ...group, unitName: '' })),
  ).filter(group => group.parties.some(mayRecord));
  return named.length > 0 ? named : fitting;
}

/** Typed words: units with number and date, or number and date of the one that is being asked about. */
export function understand(state: RecordState, text: string, facts: RecordFacts): Moved {
  const read = readRecordLines(text, facts.today, facts.units);
  const notes: Line[] = [
    ...read.unknown.map(recordText.unknownUnit),
    ...read.badDates.map(recordText.badDate),
  ];
  let entries = [...state.entries];
  const put = (unitId: string, given: RecordedDocument) => {
    const known = entries.find(entry => entry.unitId === unitId);
    const next = merged(known ?? fresh(unitId), given, facts, notes);
    entries = known ? entries.map(entry => (entry === known ? next : entry)) : [...entries, next];
  };
  for (const { unitId, ...given } of read.entries) put(unitId, given);
  if (read.all) for (const unitId of owing(state, facts)) put(unitId, read.all);
  if (read.loose) for (const unitId of asked(state)) put(unitId, read.loose);
  const nothing = isNothing(read) && notes.length === 0;
  if (nothing && stepOf(state).at !== 'deadline') notes.push(recordText.unclear(text));
  const words = state.deadlineId === null && read.rest !== '' ? read.rest.slice(0, 100) : state.words;
  const adding = state.adding && read.entries.length === 0 && !read.all;
  return settle({ ...state, rev: state.rev + 1, page: 0, words, adding, entries }, facts, notes);
}

const isNothing = ({ entries, all, loose }: RecordLines) => entries.length === 0 && !all && !loose;

const fresh = (unitId: string): RecordEntry => ({
  unitId,
  number: null,
  noNumber: false,
  date: null,
  replaces: 0,
});

function merged(entry: RecordEntry, given: RecordedDocument, facts: RecordFacts, notes: Line[]): RecordEntry {
  const late = given.date !== null && given.date > facts.today;
  if (late && given.date) notes.push(recordText.future(given.date));
  return {
    ...entry,
    number: given.number ?? entry.number,
    date: late ? entry.date : (given.date ?? entry.date),
  };
}

/** Whom a number or date without a unit is for. */
function asked(state: RecordState): string[] {
  const at = stepOf(state);
  if (at.at === 'number' || at.at === 'date') return [at.entry.unitId];
  const [only, ...others] = state.entries;
  return only && others.length === 0 ? [only.unitId] : [];
}

function owing(state: RecordState, facts: RecordFacts): string[] {
  const groups =
    state.deadlineId === null ? offered({ ...state, entries: [] }, facts) : [groupOf(state, facts)];
  const [group, ...others] = groups;
  if (!group || others.length > 0) return facts.units.map(unit => unit.id);
  return group.parties
    .filter(party => party.state === 'open' || party.state === 'sent_back')
    .map(party => party.unitId);
}

/** Chooses the deadline where only one fits; units that do not owe it, or have handed in themselves, go. */
export function settle(state: RecordState, facts: RecordFacts, notes: Line[]): Moved {
  if (state.deadlineId === null) {
    const [only, ...others] = offered(state, facts);
    if (!only || others.length > 0) return { state, notes };
    return settle({ ...state, deadlineId: only.deadlineId }, facts, notes);
  }
  const group = groupOf(state, facts);
  const kept: RecordEntry[] = [];
  const said = [...notes];
  for (const entry of state.entries) {
    const party = partyOf(group, entry.unitId);
    const name = unitName(entry.unitId, facts);
    if (!party) said.push(recordText.notOwed(name));
    else if (!mayRecord(party)) said.push(recordText.handedIn(name));
    else kept.push({ ...entry, replaces: party.version });
  }
  return { state: { ...state, entries: kept }, notes: said };
}
