import type { BlocDraft } from '../core/bloc-sheet.ts';
import { blocLevels } from '../core/new-bloc.ts';
import { sheetText } from '../text/bloc-sheet.ts';
import { fold } from '../text/fold.ts';
import { setupText } from '../text/setup.ts';
import { yesNo } from '../text/words.ts';
import type { Dialogue, Input, Say } from './dialogue.ts';
import { promptEdit, startEdit, stepEdit } from './setup-edit.ts';
import { askNew, onwards, pairKey, take, withLead } from './setup-moves.ts';
import { promptNew } from './setup-prompts.ts';
import { correct, correctListed, reask } from './setup-review.ts';
import {
  type Draft,
  type DraftUnit,
  emptyDraft,
  type NewState,
  type SetupEffect,
  type SetupFacts,
  type SetupState,
  type SetupStep,
  setupFields,
  setupStateSchema,
} from './setup-state.ts';

/** `/thiet_lap`: a new bloc from its name to its units, or the facts of one that stands, item by item. */
export const setupDialogue: Dialogue<SetupState, SetupFacts, SetupEffect> = {
  kind: 'thiet_lap',
  version: 1,
  state: setupStateSchema,
  migrate: (version, state) => (version === 1 ? (setupStateSchema.safeParse(state).data ?? null) : null),
  start,
  step,
  ask: prompt,
};

/** From October on a new bloc may well be next year's. */
const LAST_MONTH_CERTAIN = 9;

function start(facts: SetupFacts): SetupStep {
  if (facts.sheet) return startEdit(facts.sheet, facts);
  const [thisYear, month] = facts.today.split('-').map(Number);
  const year = (month ?? 12) <= LAST_MONTH_CERTAIN ? (thisYear ?? null) : null;
  return askNew({ at: 'field', field: 'name', draft: { ...emptyDraft, year } }, facts, setupText.hello());
}

function prompt(state: SetupState, facts: SetupFacts): Say {
  if ('draft' in state) return promptNew(state, facts);
  return facts.sheet ? promptEdit(state, facts.sheet, facts) : { lines: setupText.cancelled() };
}

function step(state: SetupState, input: Input, facts: SetupFacts): SetupStep {
  const press = pressed(state, input, facts);
  const fresh = 'draft' in state;
  if (press === 'cancel' || (press === 'later' && !fresh)) {
    const lines = fresh ? setupText.cancelled() : sheetText.dropped();
    return { kind: 'end', say: { lines }, effects: fresh ? [{ kind: 'abandon' }] : [] };
  }
  if (press === 'later' && fresh)
    return { kind: 'ask', state, say: { lines: setupText.parked() }, effects: [] };
  const text = input.kind === 'text' ? input.text : '';
  if (fresh) return press === null ? onText(state, text, facts) : onPress(state, press, facts);
  if (!facts.sheet) return { kind: 'end', say: prompt(state, facts), effects: [] };
  return stepEdit(state, press, text, facts.sheet, facts);
}

/** A button, or its label typed; null: something else. */
function pressed(state: SetupState, input: Input, facts: SetupFacts): string | null {
  if (input.kind === 'option') return input.id;
  if (input.kind === 'go') return input.to;
  if (input.kind === 'files') return null;
  const choices = prompt(state, facts).choices?.flat() ?? [];
  const same = choices.find(({ label }) => fold(label) === fold(input.text));
  return (
    same?.id ??
    (choices.some(({ id }) => id === 'create' || id === 'done') ? agreed(state, input.text) : null)
  );
}

/** "Ok" under the preview, "hết rồi" under the list. */
function agreed(state: SetupState, text: string): 'create' | 'done' | null {
  const said = fold(text).replace(/[ .!]+$/, '');
  if (state.at === 'review')
    return yesNo(text) || /^(?:tao|tao di|tao luon|tao khoi|tao cum|dong y tao)$/.test(said)
      ? 'create'
      : null;
  return yesNo(text) || /^(?:xong|xong roi|het|het roi|du|du roi|vay thoi|chi vay)$/.test(said)
    ? 'done'
    : null;
}

function onPress(state: NewState, press: string, facts: SetupFacts): SetupStep {
  const { draft } = state;
  if (press === 'back') return back(state, facts);
  if (press === 'skip') return askNew(state, facts, [setupText.cannotSkip()]);
  const [, kind, which] = /^(year|level|unit|fix)_(\d+)$/.exec(press) ?? [];
  const no = Number(which);
  const level = kind === 'level' ? blocLevels[no] : undefined;
  if (kind === 'year') return onwards({ ...draft, year: no }, facts);
  if (level) return onwards({ ...draft, level }, facts);
  if (kind === 'unit' && draft.units[no - 1]) return onwards(withLead(draft, no - 1), facts);
  if (kind === 'fix') return reask(no, draft, facts);
  if (state.at === 'twins' && press === 'same') return onwards(joined(state), facts);
  if (state.at === 'twins' && press === 'different') return onwards(keptApart(state), facts);
  if (press === 'done') {
    const few = draft.units.length < 2;
    return onwards({ ...draft, listing: false }, facts, few ? [setupText.tooFew()] : []);
  }
  if (state.at === 'review' && press === 'create') {
    const bloc = complete(draft);
    if (bloc) return { kind: 'end', say: null, effects: [{ kind: 'create', bloc }] };
  }
  return askNew(state, facts, [setupText.pressOne()]);
}

function onText(state: NewState, text: string, facts: SetupFacts): SetupStep {
  const { draft } = state;
  if (text.trim() === '') return askNew(state, facts);
  switch (state.at) {
    case 'field': {
      const listed = state.field === 'units' && draft.units.length > 0;
      const corrected = listed ? correctListed(text, draft, facts) : null;
      if (corrected) return corrected;
      const taken = take(state.field, text, draft, facts);
      if ('wrong' in taken) return askNew(state, facts, taken.wrong);
      return onwards(taken.draft, facts, taken.notes);
    }
    case 'lead': {
      const no = /^\s*(\d{1,2})\s*\.?\s*$/.exec(text)?.[1];
      const index = no ? Number(no) - 1 : draft.units.findIndex(unit => fold(unit.name) === fold(text));
      if (draft.units[index]) return onwards(withLead(draft, index), facts);
      return askNew(state, facts, [setupText.pressOne()]);
    }
    case 'twins':
      return askNew(state, facts, [setupText.pressOne()]);
    case 'review':
      return correct(text, draft, facts);
  }
}

function back(state: NewState, facts: SetupFacts): SetupStep {
  const { draft } = state;
  if (state.at !== 'field') return reask(setupFields.length, draft, facts);
  const before = setupFields[setupFields.indexOf(state.field) - 1];
  if (!before) return askNew(state, facts, [setupText.firstAlready()]);
  return askNew({ at: 'field', field: before, draft }, facts);
}

type Twins = Extract<NewState, { at: 'twins' }>;

/** One unit: the first name stands, with the role that either had. */
function joined({ draft, first, second }: Twins): Draft {
  const roles = [first, second].flatMap(index => draft.units[index]?.role ?? []);
  const role: DraftUnit['role'] = roles.find(one => one !== 'member') ?? 'member';
  const units = draft.units
    .map((unit, index) => (index === first ? { ...unit, role } : unit))
    .filter((_, index) => index !== second);
  return { ...draft, units };
}

function keptApart({ draft, first, second }: Twins): Draft {
  const key = pairKey(draft.units[first]?.name ?? '', draft.units[second]?.name ?? '');
  return { ...draft, apart: [...draft.apart, key] };
}

function complete({ name, label, year, councilName, level, area, units }: Draft): BlocDraft | null {
  if (name === null || year === null || councilName === null || level === null || area === null) return null;
  return { name, label, year, councilName, level, area, units };
}
