import { points } from '../../src/core/points.ts';
import {
  type Criterion,
  type Group,
  type Leaf,
  noCaps,
  type ScoreTable,
} from '../../src/core/score-table.ts';
import type { Entry, SheetValue } from '../../src/core/sheet-value.ts';
import { defaultSettings } from '../../src/core/table-settings.ts';
import type { Input, Say } from '../../src/dialogues/dialogue.ts';
import { scoreSheetDialogue } from '../../src/dialogues/score-sheet.ts';
import type { ScoreEffect, ScoreFacts, ScoreState } from '../../src/dialogues/score-sheet-state.ts';

const terms = { counts: 'base', clause: null, atLeast: null } as const;
const manualRule = { id: 'manual', version: 1, params: {} };

export function leaf(no: string, max: number, key = `k${no}`): Leaf {
  return {
    key,
    no,
    name: `Tiêu chí số ${no}`,
    max: points(Math.round(max * 100)),
    ...terms,
    rule: manualRule,
  };
}

export function group(no: string, children: Criterion[], key = `g${no}`): Group {
  const max = points(children.reduce((sum, child) => sum + child.max, 0));
  return { key, no, name: `Nhóm ${no}`, max, ...terms, caps: noCaps, children };
}

export function table(children: Criterion[], version = 1): ScoreTable {
  const max = points(children.reduce((sum, child) => sum + child.max, 0));
  return { version, name: 'Bảng điểm mẫu', max, caps: noCaps, settings: defaultSettings, children };
}

/** Two groups, four criteria of 10 points. */
export const small = table([
  group('1', [leaf('1.1', 10), leaf('1.2', 10)]),
  group('2', [leaf('2.1', 10), leaf('2.2', 10)]),
]);

export const now = new Date('2026-11-20T09:42:00Z');

export function entry(key: string, version: number, value: SheetValue | number, by = 'an'): Entry {
  const given: SheetValue =
    typeof value === 'number' ? { kind: 'points', points: points(Math.round(value * 100)) } : value;
  return { criterionKey: key, version, value: given, by, byName: by === 'an' ? 'An' : 'Bình', at: now };
}

export function factsOf(changes: Partial<ScoreFacts> = {}): ScoreFacts {
  return {
    unitId: 'kt',
    unitName: 'Phòng Kinh tế',
    table: small,
    entries: [],
    me: 'an',
    sheet: { state: 'draft' },
    now,
    evidence: [],
    newIds: ['e-0'],
    filled: null,
    byFile: false,
    partOnly: false,
    ...changes,
  };
}

export const text = (typed: string): Input => ({ kind: 'text', text: typed });
export const go = (to: 'cancel' | 'back' | 'skip' | 'later'): Input => ({ kind: 'go', to });

/** What a reader sees, without markup. */
export function read(say: Say | null): string {
  return (say?.lines ?? [])
    .map(line =>
      line.map(part => (typeof part === 'string' ? part : String(Object.values(part)[0]))).join(''),
    )
    .join('\n');
}

/** A sheet with one person at it: applies effects as the turn will, so that each step sees the last one's. */
export class Scoring {
  facts: ScoreFacts;
  state: ScoreState | null = null;
  said: Say | null = null;
  effects: ScoreEffect[] = [];

  constructor(changes: Partial<ScoreFacts> = {}) {
    this.facts = factsOf(changes);
    this.#take(scoreSheetDialogue.start(this.facts));
  }

  get heard(): string {
    return read(this.said);
  }

  get labels(): string[] {
    return (this.said?.choices ?? []).flat().map(choice => choice.label);
  }

  type(...typed: string[]): this {
    for (const one of typed) this.send(text(one));
    return this;
  }

  press(label: string): this {
    const choice = (this.said?.choices ?? []).flat().find(one => one.label === label);
    if (!choice) throw new Error(`no button ${label} among ${this.labels.join(', ')}`);
    return this.send({ kind: 'option', id: choice.id });
  }

  send(input: Input): this {
    if (!this.state) throw new Error('the conversation is over');
    this.#take(scoreSheetDialogue.step(this.state, input, this.facts));
    return this;
  }

  /** Someone of the unit writes from elsewhere. */
  meanwhile(...entries: Entry[]): this {
    this.facts = { ...this.facts, entries: [...this.facts.entries, ...entries] };
    return this;
  }

  #take(step: ReturnType<typeof scoreSheetDialogue.start>): void {
    for (const effect of step.effects) this.#apply(effect);
    this.state = step.kind === 'ask' ? step.state : null;
    this.said = step.say;
    this.effects = step.effects;
  }

  #apply(effect: ScoreEffect): void {
    if (effect.kind === 'submit_sheet') {
      this.facts = { ...this.facts, sheet: { state: 'submitted', byName: 'An', at: now } };
      return;
    }
    if (effect.kind === 'send_file') return;
    const { evidence } = this.facts;
    if (effect.kind === 'withdraw') {
      this.facts = { ...this.facts, evidence: evidence.filter(one => one.id !== effect.evidenceId) };
      return;
    }
    if (effect.kind === 'evidence') {
      const given = effect.evidence;
      const words = given.kind === 'file' ? given.file.name : given.text;
      const added = { id: effect.id, criterionKey: effect.criterionKey, text: words };
      this.facts = { ...this.facts, evidence: [...evidence, added], newIds: [`e-${evidence.length + 1}`] };
      return;
    }
    const { criterionKey, expectVersion, value } = effect;
    const held = this.facts.entries.filter(one => one.criterionKey === criterionKey);
    if (Math.max(0, ...held.map(one => one.version)) !== expectVersion)
      throw new Error('a version was overwritten');
    this.meanwhile(entry(criterionKey, expectVersion + 1, value, this.facts.me));
  }
}
