import type { Line } from '../core/message.ts';
import { planUnitChange, type UnitChange, type UnitInFull, type UnitPlan } from '../core/unit-change.ts';
import { sameText } from '../text/fold.ts';
import { scoreEffectText } from '../text/score-effect.ts';
import { type UnitNames, unitText } from '../text/units.ts';
import type { Choice, Say } from './dialogue.ts';
import type { UnitEditFacts, UnitEditState } from './unit-edit-state.ts';

/** More would hide the list on a phone; a number can always be typed. */
const MAX_BUTTONS = 8;

export const namesOf = ({ today, words, units }: UnitEditFacts): UnitNames => {
  return { today, words, name: id => units.find(unit => unit.id === id)?.name ?? '' };
};

export const planOf = (change: Extract<UnitEditState, { at: 'preview' }>['change'], facts: UnitEditFacts) =>
  planUnitChange(change, facts, sameText);

function unitChoices(units: readonly UnitInFull[], all: readonly UnitInFull[]): Choice[][] {
  if (units.length > MAX_BUTTONS) return [];
  return units.map(unit => {
    const no = all.indexOf(unit) + 1;
    return [{ id: `unit_${no}`, label: unitText.choice(no, unit.name) }];
  });
}

export function promptUnitEdit(state: UnitEditState, facts: UnitEditFacts): Say {
  const { units, words } = facts;
  const one = 'unitId' in state ? units.find(unit => unit.id === state.unitId) : undefined;
  switch (state.at) {
    case 'list':
      return {
        lines: unitText.list(units, words),
        choices: [...unitChoices(units, units), [{ id: 'add', label: unitText.action.add }]],
      };
    case 'unit':
      return one ? promptUnit(one, facts) : promptUnitEdit({ at: 'list' }, facts);
    case 'name':
      if (state.what === 'add') return { lines: unitText.addName() };
      return { lines: unitText.nameOf[state.what](one?.name ?? '') };
    case 'into': {
      const others = units.filter(unit => unit.id !== state.unitId);
      const list = others.length > MAX_BUTTONS ? unitText.list(units, words) : [];
      return { lines: [...unitText.into(one?.name ?? ''), ...list], choices: unitChoices(others, units) };
    }
    case 'preview': {
      const plan = planOf(state.change, facts);
      if (plan.kind === 'refused') return { lines: [unitText.refused(plan.why, words)] };
      const names = namesOf(facts);
      const go: Choice = { id: 'go', label: unitText.go(), tone: 'primary' };
      const drop: Choice = { id: 'drop', label: unitText.drop() };
      const moving = state.change.kind === 'merge' && plan.leaving.length > 0;
      const into = state.change.kind === 'merge' ? names.name(state.change.into) : '';
      return {
        lines: [...unitText.preview(state.change, plan, names), ...effectLines(state.change, plan, facts)],
        choices: moving
          ? [
              [{ id: 'move', label: unitText.goAndMove(plan.leaving.length, into), tone: 'primary' }],
              [{ id: 'go', label: unitText.goWithout() }],
              [drop],
            ]
          : [[go, drop]],
      };
    }
  }
}

/** Of the scores: shown before, since the same is told after. */
function effectLines(change: UnitChange, { owed }: UnitPlan, { leaving, joining }: UnitEditFacts): Line[] {
  if (change.kind === 'add') {
    const effect = joining(owed);
    return effect ? scoreEffectText.joining(effect) : [];
  }
  const effect = change.kind === 'merge' || change.kind === 'dissolve' ? leaving(change.unitId) : null;
  return effect ? scoreEffectText.lines(effect) : [];
}

function promptUnit(one: UnitInFull, { posts, duties, words }: UnitEditFacts): Say {
  const here = posts.filter(post => post.unitId === one.id);
  const open = duties.filter(
    ({ party, handedIn }) => party.kind === 'unit' && party.unitId === one.id && handedIn === null,
  );
  const { action, makeRole } = unitText;
  const roles = (['lead', 'deputy', 'member'] as const).filter(
    role => role !== one.role && one.role !== 'lead',
  );
  return {
    lines: unitText.unit(one, here, open, words),
    choices: [
      [
        { id: 'rename', label: action.rename },
        { id: 'short', label: action.short },
      ],
      [{ id: 'alias', label: action.alias }],
      [
        { id: 'merge', label: action.merge },
        { id: 'dissolve', label: action.dissolve },
      ],
      ...(roles.length > 0
        ? [roles.map(role => ({ id: `role_${role}`, label: makeRole(role, words) }))]
        : []),
    ],
  };
}
