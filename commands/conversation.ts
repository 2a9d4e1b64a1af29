import type { Dialogue, Input, Say, Step } from '../src/dialogues/dialogue.ts';
import type { Call } from './command.ts';

/** A conversation's state as it lies in the database. */
export interface Saved {
  version: number;
  state: unknown;
}

export type Turned =
  | { kind: 'open'; saved: Saved; says: Say[] }
  /** `done`: with what it was for, so that a second press of its button is told so. */
  | { kind: 'over'; says: Say[]; done: boolean }
  /** State of an older release that cannot be carried over. */
  | { kind: 'outdated' };

/** A dialogue bound to the ports: the shape in which the turn drives any conversation. */
export interface Conversation {
  kind: string;
  /** A file that comes meanwhile is none of its answers: most likely a report. */
  takesNoFiles?: true;
  /** Thanks are words like others to it. */
  takesThanks?: true;
  begin(words: string, call: Call): Promise<Turned>;
  step(saved: Saved, input: Input, call: Call): Promise<Turned>;
  /** The open question again. */
  ask(saved: Saved, call: Call): Promise<Turned>;
}

interface Binding<State, Facts, Effect, Loaded extends Facts> {
  machine: Dialogue<State, Facts, Effect>;
  /** Facts for this call and, of a step, what was said, or what to say instead where there is nothing to talk about. */
  load(
    call: Call,
    words: string,
    saved: State | null,
    input: Input | null,
  ): Promise<{ facts: Loaded } | { refusal: Say }>;
  /** Carries the effects out, in the turn's transaction, and says what came of them. */
  apply(effects: Effect[], call: Call, facts: Loaded): Promise<Say[]>;
  /** Not even that it has ended is kept: a vote. */
  forgets?: true;
}

export function bindConversation<State, Facts, Effect, Loaded extends Facts>(
  binding: Binding<State, Facts, Effect, Loaded>,
): Conversation {
  const { machine, load, apply, forgets = false } = binding;

  const revive = (saved: Saved): State | null => {
    const state =
      saved.version === machine.version ? saved.state : machine.migrate(saved.version, saved.state);
    return machine.state.safeParse(state).data ?? null;
  };

  const finish = async (step: Step<State, Effect>, call: Call, facts: Loaded): Promise<Turned> => {
    const says = await apply(step.effects, call, facts);
    if (step.kind === 'end') {
      if (step.say) return { kind: 'over', says: [...says, step.say], done: false };
      const done = step.effects.length > 0 && !says.some(say => say.undone);
      return { kind: 'over', says, done: done && !forgets };
    }
    const saved = { version: machine.version, state: step.state };
    return { kind: 'open', saved, says: [...says, step.say] };
  };

  return {
    kind: machine.kind,
    ...(machine.takesNoFiles && { takesNoFiles: true }),
    ...(machine.takesThanks && { takesThanks: true }),
    begin: async (words, call) => {
      const loaded = await load(call, words, null, null);
      if ('refusal' in loaded) return { kind: 'over', says: [loaded.refusal], done: false };
      return finish(machine.start(loaded.facts), call, loaded.facts);
    },
    step: async (saved, input, call) => {
      const state = revive(saved);
      if (state === null) return { kind: 'outdated' };
      const loaded = await load(call, '', state, input);
      if ('refusal' in loaded) return { kind: 'over', says: [loaded.refusal], done: false };
      return finish(machine.step(state, input, loaded.facts), call, loaded.facts);
    },
    ask: async (saved, call) => {
      const state = revive(saved);
      if (state === null) return { kind: 'outdated' };
      const loaded = await load(call, '', state, null);
      if ('refusal' in loaded) return { kind: 'over', says: [loaded.refusal], done: false };
      return {
        kind: 'open',
        saved: { version: machine.version, state },
        says: [machine.ask(state, loaded.facts)],
      };
    },
  };
}
