import { blocLevels } from '../core/new-bloc.ts';
import { levelName, setupText } from '../text/setup.ts';
import { apart, type Choice, type Say } from './dialogue.ts';
import type { Draft, NewState, SetupFacts } from './setup-state.ts';

/** More buttons than this hide the question on a phone; a number can always be typed. */
const MAX_BUTTONS = 8;

/** The open question while a new bloc is put together. */
export function promptNew(state: NewState, facts: SetupFacts): Say {
  const { draft } = state;
  switch (state.at) {
    case 'field':
      return promptField(state.field, draft, facts);
    case 'twins': {
      const named = (index: number) => ({ no: index + 1, name: draft.units[index]?.name ?? '' });
      return {
        lines: setupText.twins(named(state.first), named(state.second)),
        choices: [
          [{ id: 'same', label: setupText.same() }],
          [{ id: 'different', label: setupText.different() }],
        ],
      };
    }
    case 'lead': {
      const several = draft.units.filter(unit => unit.role === 'lead').length > 1;
      const question = setupText.whoLeads(draft.label, several);
      if (draft.units.length > MAX_BUTTONS) {
        const list = setupText.units(draft.units, draft.label);
        return { lines: [...question, ...list, setupText.orTypeNumber()] };
      }
      const choices = draft.units.map(({ name }, index): Choice[] => [
        { id: `unit_${index + 1}`, label: setupText.unitChoice(index + 1, name) },
      ]);
      return { lines: question, choices };
    }
    case 'review':
      return {
        lines: setupText.review(draft),
        choices: [
          [{ id: 'create', label: setupText.create(draft.label), tone: 'primary' }],
          [1, 2, 3].map(fix),
          [4, 5, 6].map(fix),
        ],
      };
  }
}

const BY_NUMBER = ['name', 'year', 'council', 'level', 'area', 'units'] as const;
export const fieldOfNumber = (no: number) => BY_NUMBER[no - 1] ?? null;
const fix = (no: number): Choice => {
  return { id: `fix_${no}`, label: setupText.numbered(no, fieldOfNumber(no) ?? 'name') };
};

export const levelChoices = (): Choice[][] =>
  blocLevels.map((level, index) => [{ id: `level_${index}`, label: levelName[level] }]);

export const yearChoices = (today: string): Choice[][] => {
  const year = Number(today.slice(0, 4));
  return [[year, year + 1].map(one => ({ id: `year_${one}`, label: String(one) }))];
};

function promptField(
  field: Extract<NewState, { at: 'field' }>['field'],
  { units, listing, label }: Draft,
  { today }: SetupFacts,
): Say {
  const lines = setupText.question(field);
  if (field === 'year') return { lines, choices: yearChoices(today) };
  if (field === 'level') return { lines, choices: levelChoices() };
  if (field !== 'units' || units.length === 0) return { lines };
  const list = [...setupText.units(units, label), ...setupText.unitsSoFar(units.length)];
  const done = [[{ id: 'done', label: setupText.enough() }]];
  return { lines: listing ? list : apart(list, lines), choices: done };
}
