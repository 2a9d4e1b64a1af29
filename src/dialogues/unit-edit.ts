import type { UnitRole } from '../core/bloc.ts';
import type { Line } from '../core/message.ts';
import type { UnitChange, UnitInFull } from '../core/unit-change.ts';
import { withoutFrom } from '../text/corrections.ts';
import { readShortName, readTitle } from '../text/council.ts';
import { parseDay } from '../text/days.ts';
import { fold } from '../text/fold.ts';
import { unitText } from '../text/units.ts';
import { apart, type Dialogue, type Input } from './dialogue.ts';
import { planOf, promptUnitEdit } from './unit-edit-prompts.ts';
import {
  type UnitEditEffect,
  type UnitEditFacts,
  type UnitEditState,
  type UnitEditStep,
  unitEditStateSchema,
} from './unit-edit-state.ts';

/** `/don_vi`: a unit renamed, merged, dissolved, added, given a role; shown before it is done. */
export const unitEditDialogue: Dialogue<UnitEditState, UnitEditFacts, UnitEditEffect> = {
  kind: 'don_vi',
  version: 1,
  state: unitEditStateSchema,
  migrate: (version, state) => (version === 1 ? (unitEditStateSchema.safeParse(state).data ?? null) : null),
  start: facts => {
    const asked = facts.asked.trim();
    const one = findUnit(asked, facts.units);
    if (one) return ask({ at: 'unit', unitId: one.id }, facts);
    return ask({ at: 'list' }, facts, asked === '' ? [] : [unitText.unclear()]);
  },
  step,
  ask: promptUnitEdit,
};

function ask(state: UnitEditState, facts: UnitEditFacts, notes: Line[] = []): UnitEditStep {
  const say = promptUnitEdit(state, facts);
  return { kind: 'ask', state, say: { ...say, lines: apart(notes, say.lines) }, effects: [] };
}

/** By number, by a button, or by any name that only one unit has. */
function findUnit(words: string, units: readonly UnitInFull[]): UnitInFull | null {
  const said = fold(words);
  const no = /^(?:unit )?(\d{1,2})\.?$/.exec(said)?.[1];
  if (no) return units[Number(no) - 1] ?? null;
  if (said.length < 2) return null;
  const named = units.map(unit => ({
    unit,
    names: [unit.name, unit.shortName ?? '', ...unit.aliases].map(fold),
  }));
  const exact = named.filter(({ names }) => names.includes(said));
  const found = exact.length > 0 ? exact : named.filter(({ names }) => names.some(one => one.includes(said)));
  return found.length === 1 ? (found[0]?.unit ?? null) : null;
}

function step(state: UnitEditState, input: Input, facts: UnitEditFacts): UnitEditStep {
  const press = pressed(state, input, facts);
  if (press === 'cancel' || press === 'drop' || press === 'later')
    return { kind: 'end', say: { lines: unitText.dropped() }, effects: [] };
  if (press === 'skip') return ask(state, facts, [unitText.cannotSkip()]);
  if (press === 'back') return ask(before(state), facts);
  const words = press ?? (input.kind === 'text' ? input.text : '');
  switch (state.at) {
    case 'list':
      return fromList(words, facts);
    case 'unit':
      return fromUnit(state.unitId, words, facts);
    case 'name': {
      const name = state.what === 'short' ? readShortName(words) : readTitle(words);
      if (!name)
        return ask(state, facts, [state.what === 'short' ? unitText.badShortName() : unitText.badName()]);
      if (state.unitId === null || state.what === 'add')
        return preview({ kind: 'add', name, from: facts.today }, state, facts);
      return preview({ kind: state.what, unitId: state.unitId, name }, state, facts);
    }
    case 'into': {
      const into = findUnit(words, facts.units);
      if (!into) return ask(state, facts, [unitText.unclear()]);
      const { unitId } = state;
      return preview({ kind: 'merge', unitId, into: into.id, from: facts.today }, state, facts);
    }
    case 'preview':
      return fromPreview(state, words, facts);
  }
}

/** A button, or its label typed. */
function pressed(state: UnitEditState, input: Input, facts: UnitEditFacts): string | null {
  if (input.kind === 'option') return input.id;
  if (input.kind === 'go') return input.to;
  if (input.kind === 'files') return null;
  const choices = promptUnitEdit(state, facts).choices?.flat() ?? [];
  return choices.find(({ label }) => fold(label) === fold(input.text))?.id ?? null;
}

function before(state: UnitEditState): UnitEditState {
  if (state.at === 'preview' && 'unitId' in state.change) return { at: 'unit', unitId: state.change.unitId };
  if (state.at === 'into' || (state.at === 'name' && state.unitId !== null))
    return { at: 'unit', unitId: state.unitId ?? '' };
  return { at: 'list' };
}

function fromList(words: string, facts: UnitEditFacts): UnitEditStep {
  if (words === 'add') return ask({ at: 'name', unitId: null, what: 'add' }, facts);
  const one = findUnit(words, facts.units);
  return one ? ask({ at: 'unit', unitId: one.id }, facts) : ask({ at: 'list' }, facts, [unitText.unclear()]);
}

const ROLES: Record<string, UnitRole> = { role_lead: 'lead', role_deputy: 'deputy', role_member: 'member' };

function fromUnit(unitId: string, words: string, facts: UnitEditFacts): UnitEditStep {
  const state: UnitEditState = { at: 'unit', unitId };
  const role = ROLES[words];
  if (role) return preview({ kind: 'role', unitId, role, from: facts.today }, state, facts);
  switch (words) {
    case 'rename':
    case 'alias':
    case 'short':
      return ask({ at: 'name', unitId, what: words }, facts);
    case 'merge':
      return ask({ at: 'into', unitId }, facts);
    case 'dissolve':
      return preview({ kind: 'dissolve', unitId, from: facts.today }, state, facts);
    default:
      return ask(state, facts, [unitText.unclear()]);
  }
}

/** Shown where it can be done; where not, why not, and the same question again. */
function preview(change: UnitChange, here: UnitEditState, facts: UnitEditFacts): UnitEditStep {
  const plan = planOf(change, facts);
  if (plan.kind === 'refused') return ask(here, facts, [unitText.refused(plan.why, facts.words)]);
  return ask({ at: 'preview', change }, facts);
}

function fromPreview(
  state: Extract<UnitEditState, { at: 'preview' }>,
  words: string,
  facts: UnitEditFacts,
): UnitEditStep {
  const { change } = state;
  const plan = planOf(change, facts);
  if (plan.kind === 'refused')
    return { kind: 'end', say: { lines: [unitText.refused(plan.why, facts.words)] }, effects: [] };
  if (words === 'go' || words === 'move') {
    const moveTo = words === 'move' && change.kind === 'merge' ? change.into : null;
    return { kind: 'end', say: null, effects: [{ change, plan, moveTo }] };
  }
  if (!('from' in change)) return ask(state, facts, [unitText.unclear()]);
  const typed = withoutFrom(words);
  const found = parseDay(typed, facts.today);
  if (found.kind !== 'day') return ask(state, facts, [unitText.badDay()]);
  return preview({ ...change, from: found.day }, state, facts);
}
