import { z } from 'zod';
import { timeOfDay } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import { changePolicy, type PolicyPatch } from '../core/reminder-change.ts';
import { type SettingItem, settingItems } from '../core/settings.ts';
import { type SettingsFacts, settingsEffect } from '../core/settings-effect.ts';
import { commonValues, refusalLine, settingName } from '../text/settings.ts';
import { settingsTalk } from '../text/settings-talk.ts';
import { readSetting, settingWords } from '../text/settings-words.ts';
import { apart, type Choice, type Dialogue, type Input, type Say, type Step } from './dialogue.ts';

export interface SettingsTalkFacts extends SettingsFacts {
  bloc: string;
  words: string;
  /** Working days for appeals. */
  appealDays?: number;
  /** Of bots whose platform counts what they send in a month. */
  spent?: readonly { platform: string; sent: number; limit: number }[];
}

const stateSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('list') }),
  z.object({ at: z.literal('item'), item: z.enum(settingItems) }),
  /** `words` say the change, as a button would carry it. */
  z.object({ at: z.literal('preview'), words: z.string(), whole: z.boolean().optional() }),
]);
type State = z.infer<typeof stateSchema>;

export interface SettingsSave {
  item: SettingItem;
  patch: PolicyPatch;
}
type SettingsStep = Step<State, SettingsSave>;

const { labels } = settingsTalk;
const ask = (state: State, facts: SettingsTalkFacts, before: Line[] = []): SettingsStep => {
  const say = question(state, facts);
  return { kind: 'ask', state, say: { ...say, lines: apart(before, say.lines) }, effects: [] };
};
const over = (lines: Line[]): SettingsStep => ({ kind: 'end', say: { lines }, effects: [] });

function question(state: State, facts: SettingsTalkFacts): Say {
  switch (state.at) {
    case 'list': {
      const names = settingItems.map((item, n) => ({ id: item, label: `${n + 1}. ${settingName[item]}` }));
      const choices = [0, 2, 4, 6].map(from => names.slice(from, from + 2));
      const leave = [{ id: 'leave', label: labels.leave }];
      return {
        lines: settingsTalk.list(facts.policy, facts.bloc, facts),
        choices: [...choices, leave],
      };
    }
    case 'item': {
      const values = commonValues(state.item, facts.policy, timeOfDay);
      const choices = values.map(({ label }, n): Choice[] => [{ id: `v${n}`, label }]);
      const back = [{ id: 'list', label: labels.list }];
      const lines = settingsTalk.item(state.item, facts.policy);
      return { lines, choices: [...choices, back], wants: 'number' };
    }
    case 'preview':
      return preview(state, facts);
  }
}

function preview({ words, whole = false }: Extract<State, { at: 'preview' }>, facts: SettingsTalkFacts): Say {
  const read = readSetting(words);
  const change = read.kind === 'change' ? changePolicy(facts.policy, read.patch) : null;
  if (read.kind !== 'change' || change?.kind !== 'changed') return question({ at: 'list' }, facts);
  const effect = settingsEffect(facts, change.policy);
  const choices: Choice[][] = [
    [
      { id: 'save', label: labels.save, tone: 'primary' },
      { id: 'list', label: labels.drop },
    ],
    ...(settingsTalk.hasMore(effect) && !whole ? [[{ id: 'whole', label: labels.whole }]] : []),
  ];
  return { lines: settingsTalk.preview(read.item, facts.policy, change.policy, effect, whole), choices };
}

/** Words, typed or from a button, lead to a preview, or to what is wrong with them. */
function onWords(typed: string, from: State, facts: SettingsTalkFacts): SettingsStep {
  // As the list numbers them.
  const numbered = from.at === 'list' ? settingItems[Number(/^\s*(\d{1,2})\s*$/.exec(typed)?.[1]) - 1] : null;
  if (numbered) return ask({ at: 'item', item: numbered }, facts);
  const read = readAt(from, typed);
  switch (read.kind) {
    case 'unclear':
      return ask(from, facts, settingsTalk.unclear(typed));
    case 'bad_time':
      return ask(from, facts, settingsTalk.badTime(read.typed));
    case 'item':
      return ask({ at: 'item', item: read.item }, facts);
    case 'change':
      return onChange(read.item, read.patch, facts);
  }
}

function onChange(item: SettingItem, patch: PolicyPatch, facts: SettingsTalkFacts): SettingsStep {
  const change = changePolicy(facts.policy, patch);
  if (change.kind === 'refused') return ask({ at: 'item', item }, facts, change.refusals.map(refusalLine));
  if (change.kind === 'same') return ask({ at: 'list' }, facts, settingsTalk.same(item, facts.policy));
  return ask({ at: 'preview', words: settingWords(patch) }, facts);
}

/** While one setting is open, its bare value will do: `7:30`, `10, 5, 2`, `không`. */
function readAt(from: State, typed: string) {
  const plain = readSetting(typed);
  if (from.at !== 'item') return plain;
  const own = readSetting(`${settingName[from.item]} ${typed}`);
  const fits = own.kind === 'bad_time' || (own.kind === 'change' && own.item === from.item);
  return plain.kind !== 'change' && fits ? own : plain;
}

function onOption(state: State, id: string, facts: SettingsTalkFacts): SettingsStep {
  if (id === 'list') return ask({ at: 'list' }, facts);
  if (id === 'leave') return over(settingsTalk.left());
  const item = settingItems.find(one => one === id);
  if (item) return ask({ at: 'item', item }, facts);
  if (state.at === 'item') {
    const value = commonValues(state.item, facts.policy, timeOfDay)[Number(id.slice(1))];
    if (value) return onChange(state.item, value.patch, facts);
  }
  if (state.at === 'preview' && id === 'save') return save(state.words, facts);
  if (state.at === 'preview' && id === 'whole') return ask({ ...state, whole: true }, facts);
  return ask(state, facts);
}

function save(words: string, facts: SettingsTalkFacts): SettingsStep {
  const read = readSetting(words);
  if (read.kind !== 'change') return ask({ at: 'list' }, facts);
  return { kind: 'end', say: null, effects: [{ item: read.item, patch: read.patch }] };
}

function step(state: State, input: Input, facts: SettingsTalkFacts): SettingsStep {
  switch (input.kind) {
    case 'text':
      return onWords(input.text, state, facts);
    case 'option':
      return onOption(state, input.id, facts);
    case 'files':
      return ask(state, facts);
    case 'go':
      if (input.to === 'cancel') return over(settingsTalk.left());
      return input.to === 'later'
        ? { kind: 'ask', state, say: { lines: settingsTalk.parked() }, effects: [] }
        : ask({ at: 'list' }, facts);
  }
}

/** `/cai_dat`: the list of settings, one of them, a preview of what a change does. */
export const settingsDialogue: Dialogue<State, SettingsTalkFacts, SettingsSave> = {
  kind: 'cai_dat',
  version: 1,
  state: stateSchema,
  migrate: () => null,
  start: facts =>
    facts.words === '' ? ask({ at: 'list' }, facts) : onWords(facts.words, { at: 'list' }, facts),
  step,
  ask: question,
};
