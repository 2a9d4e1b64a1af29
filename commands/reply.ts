import { hasAuthority } from '../src/core/bloc.ts';
import type { Choice, Say } from '../src/dialogues/dialogue.ts';
import type { Call, Reply } from './command.ts';

/** One message; without buttons where there are none. */
export const saying = (lines: Say['lines'], choices: Choice[][] = []): Reply => ({
  kind: 'say',
  says: [{ lines, ...(choices.length > 0 ? { choices } : {}) }],
});

/** The same buttons under other words. */
export const withLines = (lines: Say['lines'], reply: Reply): Reply =>
  reply.kind === 'say'
    ? saying(
        lines,
        reply.says.flatMap(say => say.choices ?? []),
      )
    : reply;

/** Whoever asks is of the lead's side. */
export const isLead = ({ actor }: Call): boolean => hasAuthority(actor?.posts ?? [], 'lead');

/** The year that is spoken of. */
export const yearOf = ({ bloc, today }: Call): number => bloc?.season?.year ?? Number(today.slice(0, 4));
