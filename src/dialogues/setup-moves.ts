import { MAX_UNITS, MIN_UNITS } from '../core/bloc-sheet.ts';
import type { Line } from '../core/message.ts';
import { labelOf } from '../text/bloc-words.ts';
import { isUnknown, meansPlan, readCouncil, readLevel, readTitle, readYear } from '../text/council.ts';
import { capitalised } from '../text/proper-name.ts';
import { setupText } from '../text/setup.ts';
import { looksAlike, readUnitList } from '../text/unit-list.ts';
import { apart } from './dialogue.ts';
import { promptNew } from './setup-prompts.ts';
import type { Draft, DraftUnit, NewState, SetupAsked, SetupFacts, SetupField } from './setup-state.ts';

/** A draft after an answer, or what was wrong with it. */
export type Taken = { draft: Draft; notes: Line[] } | { wrong: Line[] };

export function askNew(state: NewState, facts: SetupFacts, notes: Line[] = []): SetupAsked {
  const say = promptNew(state, facts);
  return { kind: 'ask', state, say: { ...say, lines: apart(notes, say.lines) }, effects: [] };
}

/** On to what is still missing, in the order of questions; complete, it is shown. */
export function onwards(draft: Draft, facts: SetupFacts, notes: Line[] = []): SetupAsked {
  const field = missing(draft);
  if (field) return askNew({ at: 'field', field, draft }, facts, notes);
  const pair = alike(draft);
  if (pair) return askNew({ at: 'twins', ...pair, draft }, facts, notes);
  const leads = draft.units.filter(unit => unit.role === 'lead').length;
  return askNew({ at: leads === 1 ? 'review' : 'lead', draft }, facts, notes);
}

function missing(draft: Draft): SetupField | null {
  if (draft.name === null) return 'name';
  if (draft.year === null) return 'year';
  if (draft.councilName === null) return 'council';
  if (draft.level === null) return 'level';
  if (draft.area === null) return 'area';
  return draft.listing || draft.units.length < MIN_UNITS ? 'units' : null;
}

export const pairKey = (a: string, b: string) => `${a}|${b}`;

function alike({ units, apart: told }: Draft): { first: number; second: number } | null {
  for (const [second, { name }] of units.entries()) {
    const first = units.findIndex(
      (other, index) =>
        index < second && looksAlike(other.name, name) && !told.includes(pairKey(other.name, name)),
    );
    if (first >= 0) return { first, second };
  }
  return null;
}

/** What was typed for a field. */
export function take(field: SetupField, text: string, draft: Draft, { today }: SetupFacts): Taken {
  // A whole list of units is kept as that, whatever was asked.
  if (field !== 'units' && isUnitList(text)) return takeUnits(text, draft);
  switch (field) {
    case 'name': {
      if (meansPlan(text)) return { wrong: [setupText.loadPlan()] };
      if (isUnknown(text)) return { wrong: [setupText.badName()] };
      const title = readTitle(text);
      if (!title) return { wrong: [setupText.badName()] };
      const name = capitalised(title);
      const year = readYear(name, today) ?? draft.year;
      return { draft: { ...draft, name, label: labelOf(name), year }, notes: [] };
    }
    case 'year': {
      const year = readYear(text, today);
      return year === null ? { wrong: [setupText.badYear()] } : { draft: { ...draft, year }, notes: [] };
    }
    case 'council': {
      if (isUnknown(text)) return { wrong: [setupText.whichCouncil()] };
      const read = readCouncil(text);
      if (!read) return { wrong: [setupText.badName()] };
      return { draft: { ...draft, ...read }, notes: [] };
    }
    case 'level': {
      const level = readLevel(text);
      return level ? { draft: { ...draft, level }, notes: [] } : { wrong: [setupText.pressOne()] };
    }
    case 'area': {
      const area = readTitle(text);
      return area ? { draft: { ...draft, area }, notes: [] } : { wrong: [setupText.badName()] };
    }
    case 'units':
      return takeUnits(text, draft);
  }
}

const isUnitList = (text: string): boolean =>
  /[\n;]/.test(text.trim()) && readUnitList(text).units.length > 2;

/** One name begins a list that goes on one by one; several at once are taken for the whole. */
export function takeUnits(text: string, draft: Draft): Taken {
  const { units: read, skipped } = readUnitList(text);
  const notes = skipped.length > 0 ? [setupText.skipped(skipped)] : [];
  if (read.length === 0) return { wrong: [setupText.noUnits(), ...notes] };
  const units = [...draft.units, ...read.map(unit => ({ ...unit, role: unit.role ?? ('member' as const) }))];
  if (units.length > MAX_UNITS) return { wrong: [setupText.tooMany()] };
  const listing = draft.listing || read.length === 1;
  return { draft: { ...draft, units, listing }, notes: [setupText.read(read.length), ...notes] };
}

/** The one lead; who led before is a member again. */
export function withLead(draft: Draft, index: number): Draft {
  const units = draft.units.map((unit, at): DraftUnit => {
    if (at === index) return { ...unit, role: 'lead' };
    return unit.role === 'lead' ? { ...unit, role: 'member' } : unit;
  });
  return { ...draft, units };
}
