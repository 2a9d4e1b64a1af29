import type { BlocSheet } from '../core/bloc-sheet.ts';
import type { Line } from '../core/message.ts';
import { blocLabels, blocLevels } from '../core/new-bloc.ts';
import { sheetText } from '../text/bloc-sheet.ts';
import { readCouncil, readLevel, readTitle, readYear } from '../text/council.ts';
import { fold } from '../text/fold.ts';
import { capitalised } from '../text/proper-name.ts';
import { setupText } from '../text/setup.ts';
import { apart, type Say } from './dialogue.ts';
import { levelChoices, yearChoices } from './setup-prompts.ts';
import type { EditField, EditState, SetupFacts, SetupStep } from './setup-state.ts';

/** In the order of the numbers shown. */
const FIELDS: readonly EditField[] = ['name', 'label', 'year', 'council', 'level', 'area'];

export function promptEdit(state: EditState, sheet: BlocSheet, { today }: SetupFacts): Say {
  switch (state.at) {
    case 'menu': {
      const button = (field: EditField) => {
        return { id: `edit_${field}`, label: sheetText.editChoice(FIELDS.indexOf(field) + 1, field) };
      };
      return {
        lines: sheetText.sheet(sheet),
        choices: [FIELDS.slice(0, 3).map(button), FIELDS.slice(3).map(button)],
      };
    }
    case 'value': {
      const { field } = state;
      const lines = sheetText.newValue(field, sheet);
      if (field === 'level') return { lines, choices: levelChoices() };
      if (field === 'year') return { lines, choices: yearChoices(today) };
      if (field !== 'label') return { lines };
      return {
        lines,
        choices: blocLabels.map((label, index) => [
          { id: `label_${index}`, label: sheetText.labelChoice(label) },
        ]),
      };
    }
    case 'confirm': {
      const after = changed(sheet, state.field, state.value, today) ?? sheet;
      return {
        lines: sheetText.confirm(state.field, sheet, after),
        choices: [
          [
            { id: 'go', label: sheetText.go(), tone: 'primary' },
            { id: 'drop', label: sheetText.drop() },
          ],
        ],
      };
    }
  }
}

function askEdit(state: EditState, sheet: BlocSheet, facts: SetupFacts, notes: Line[] = []): SetupStep {
  const say = promptEdit(state, sheet, facts);
  return { kind: 'ask', state, say: { ...say, lines: apart(notes, say.lines) }, effects: [] };
}

/** `/thiet_lap 3 2027` goes straight to an item. */
export function startEdit(sheet: BlocSheet, facts: SetupFacts): SetupStep {
  const named = /^\s*[1-6](?!\d)/.test(facts.words);
  return named ? fromMenu(null, facts.words, sheet, facts) : askEdit({ at: 'menu' }, sheet, facts);
}

/** `press`: a button; null: something typed. */
export function stepEdit(
  state: EditState,
  press: string | null,
  text: string,
  sheet: BlocSheet,
  facts: SetupFacts,
): SetupStep {
  if (state.at === 'confirm') {
    if (press === 'back') return askEdit({ at: 'value', field: state.field }, sheet, facts);
    if (press === 'drop') return { kind: 'end', say: { lines: sheetText.dropped() }, effects: [] };
    const after = changed(sheet, state.field, state.value, facts.today);
    if (press !== 'go' || !after) return askEdit(state, sheet, facts, [setupText.pressOne()]);
    return { kind: 'end', say: null, effects: [{ kind: 'change', sheet: after }] };
  }
  if (press === 'back') return askEdit({ at: 'menu' }, sheet, facts);
  if (press === 'skip') return askEdit(state, sheet, facts, [setupText.cannotSkip()]);
  if (state.at === 'menu') return fromMenu(press, text, sheet, facts);
  return toConfirm(state.field, press === null ? text : valueOfPress(press), sheet, facts);
}

/** A button, its number, or number and value: `2`, `3 2027`. */
function fromMenu(press: string | null, text: string, sheet: BlocSheet, facts: SetupFacts): SetupStep {
  const [, no, words = ''] = /^\s*([1-6])(?!\d)\s*[.):-]*\s*(.*)$/su.exec(text) ?? [];
  const field = FIELDS.find(one => press === `edit_${one}`) ?? (no ? FIELDS[Number(no) - 1] : undefined);
  if (!field) return askEdit({ at: 'menu' }, sheet, facts, [setupText.pressOne()]);
  if (field === 'year' && facts.yearHolds)
    return askEdit({ at: 'menu' }, sheet, facts, [sheetText.yearHolds()]);
  if (words !== '') return toConfirm(field, words, sheet, facts);
  return askEdit({ at: 'value', field }, sheet, facts);
}

function toConfirm(field: EditField, value: string, sheet: BlocSheet, facts: SetupFacts): SetupStep {
  const after = changed(sheet, field, value, facts.today);
  const asked = { at: 'value' as const, field };
  if (!after)
    return askEdit(asked, sheet, facts, [field === 'year' ? setupText.badYear() : setupText.badName()]);
  if (JSON.stringify(after) === JSON.stringify(sheet))
    return askEdit(asked, sheet, facts, [sheetText.unchanged()]);
  return askEdit({ at: 'confirm', field, value }, sheet, facts);
}

/** A button's id as the value it stands for. */
function valueOfPress(press: string): string {
  const [, kind, which = ''] = /^(level|label|year)_(\d+)$/.exec(press) ?? [];
  if (kind === 'level') return blocLevels[Number(which)] ?? '';
  if (kind === 'label') return blocLabels[Number(which)] ?? '';
  return kind === 'year' ? which : '';
}

function changed(
  sheet: BlocSheet,
  field: EditField,
  value: string,
  today: SetupFacts['today'],
): BlocSheet | null {
  switch (field) {
    case 'name': {
      const name = readTitle(value);
      return name ? { ...sheet, name: capitalised(name) } : null;
    }
    case 'label': {
      const label = blocLabels.find(one => fold(value).includes(fold(one)));
      return label ? { ...sheet, label } : null;
    }
    case 'year': {
      const year = readYear(value, today);
      return year ? { ...sheet, year } : null;
    }
    case 'council': {
      const read = readCouncil(value);
      return read
        ? {
            ...sheet,
            councilName: read.councilName,
            level: read.level ?? sheet.level,
            area: read.area ?? sheet.area,
          }
        : null;
    }
    case 'level': {
      const level = blocLevels.find(one => one === value) ?? readLevel(value);
      return level ? { ...sheet, level } : null;
    }
    case 'area': {
      const area = readTitle(value);
      return area ? { ...sheet, area } : null;
    }
  }
}
