import { day, dayOf } from '../../src/core/day.ts';
import type { Input, ReceivedFile, Say } from '../../src/dialogues/dialogue.ts';
import { reportDialogue } from '../../src/dialogues/report.ts';
import type {
  OpenObligation,
  ReportEffect,
  ReportFacts,
  ReportState,
} from '../../src/dialogues/report-state.ts';
import { read } from './score-sheets.ts';

const now = new Date('2026-05-28T09:42:00Z');

export function obligation(
  id: string,
  title: string,
  dueOn: string | null,
  changes: Partial<OpenObligation> = {},
): OpenObligation {
  return {
    id,
    title,
    unitId: 'u1',
    unitName: 'Phòng Kinh tế',
    dueOn: dueOn === null ? null : day(dueOn),
    overdueDays: 0,
    submitted: null,
    ...changes,
  };
}

export const firstHalf = obligation('0190-aaaa-000000000001', 'Báo cáo sơ kết 6 tháng', '2026-05-29');
export const third = obligation('0190-aaaa-000000000002', 'Báo cáo quý III', '2026-09-30');
export const yearEnd = obligation('0190-aaaa-000000000003', 'Báo cáo tổng kết năm 2026', '2026-11-30');

export function handedIn(version: number, mayReplace = true): Pick<OpenObligation, 'submitted'> {
  return { submitted: { version, receiptNo: 17, at: now, mayReplace } };
}

export function factsOf(open: readonly OpenObligation[], words = ''): ReportFacts {
  return { now, today: dayOf(now), open, maxFiles: 10, words };
}

export function file(name: string, sha256 = name): ReceivedFile {
  return { sha256, name, mime: 'application/pdf', size: 2048 };
}

export const files = (...names: string[]): Input => ({
  kind: 'files',
  files: names.map(name => file(name)),
  caption: '',
});

/** One person handing in a report. */
export class Reporting {
  facts: ReportFacts;
  state: ReportState | null = null;
  said: Say | null = null;
  effects: ReportEffect[] = [];

  constructor(open: readonly OpenObligation[], words = '') {
    this.facts = factsOf(open, words);
    this.#take(reportDialogue.start(this.facts));
  }

  get heard(): string {
    return read(this.said);
  }

  get buttons() {
    return (this.said?.choices ?? []).flat();
  }

  get labels(): string[] {
    return this.buttons.map(choice => choice.label);
  }

  type(...typed: string[]): this {
    for (const text of typed) this.send({ kind: 'text', text });
    return this;
  }

  press(label: string): this {
    const choice = this.buttons.find(one => one.label.startsWith(label));
    if (!choice) throw new Error(`no button ${label} among ${this.labels.join(', ')}`);
    return this.send({ kind: 'option', id: choice.id });
  }

  send(input: Input): this {
    if (!this.state) throw new Error('the conversation is over');
    this.#take(reportDialogue.step(this.state, input, this.facts));
    return this;
  }

  /** The world goes on while the person types. */
  meanwhile(open: readonly OpenObligation[]): this {
    this.facts = { ...this.facts, open };
    return this;
  }

  #take(step: ReturnType<typeof reportDialogue.start>): void {
    this.state = step.kind === 'ask' ? step.state : null;
    this.said = step.say;
    this.effects = step.effects;
  }
}
