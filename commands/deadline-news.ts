import type { Line } from '../src/core/message.ts';
import { postponedTo } from '../src/core/speaking-time.ts';
import { UNDO_MS } from '../src/core/undo.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { formatTime } from '../src/text/days.ts';
import { changeLabels, changeText } from '../src/text/deadlines.ts';
import type { Call } from './command.ts';

/** Whom a change of a deadline concerns. */
export type Concerned = 'everybody' | readonly ({ kind: 'bloc' } | { kind: 'unit'; unitId: string })[];

/** When others hear of what is decided now: null at once, else the next morning. */
export const heardAt = async ({ ports, now }: Call): Promise<Date | null> =>
  postponedTo(ports.policy, now, await ports.calendar());

interface News {
  lines: Line[];
  inGroups?: Line[];
  /** The deadline that it asks for: told late, it goes only to who owes it yet. */
  owed?: string;
}

/**
 * Told in private to the units concerned, for the bloc itself to the lead's side, and to the bloc's groups; at a
 * time when people are left alone it waits under the name of the change.
 */
export async function tellConcerned(
  { ports }: Call,
  who: Concerned,
  undoId: string,
  { lines, inGroups = lines, owed }: News,
): Promise<void> {
  const units = await ports.units();
  const named = who === 'everybody' ? [] : who.flatMap(one => (one.kind === 'unit' ? [one.unitId] : []));
  const told = units.filter(unit => named.includes(unit.id));
  if (who === 'everybody' || (told.length > 1 && told.length === units.length)) {
    ports.tell({ kind: 'units' }, { lines }, undoId, owed);
  } else {
    for (const { id: unitId } of told) ports.tell({ kind: 'unit', unitId }, { lines }, undoId, owed);
    const asBloc = who.some(one => one.kind === 'bloc') && !told.some(unit => unit.role === 'lead');
    if (asBloc) ports.tell({ kind: 'lead' }, { lines }, undoId, owed);
  }
  ports.tell({ kind: 'groups' }, { lines: inGroups }, undoId, owed);
}

export const untilTime = (now: Date) => formatTime(new Date(now.getTime() + UNDO_MS));

/** What was done, with the button that takes it back; its id is a command line. */
export function doneSay(lines: Line[], undoId: string, heard: Date | null): Say {
  return {
    lines: [...lines, changeText.heard(heard)],
    choices: [[{ id: `hoan_tac ${undoId}`, label: changeLabels.undo }]],
  };
}
