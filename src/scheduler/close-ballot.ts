import { ballots, closeBallot, readBox, writeBox } from '../../db/ballots.ts';
import type { Tx } from '../../db/tx.ts';
import type { Ballot } from '../core/ballot/ballot.ts';
import { countBox } from '../core/ballot/box.ts';

/** Counts an open ballot of the chat, which must be held; with too few papers they go uncounted. */
export async function closeChatBallot(tx: Tx, one: Ballot, now: Date): Promise<Ballot> {
  const box = one.mode === 'chat' ? await readBox(tx, one.id) : null;
  const options = one.options.map(option => option.id);
  const counts = box && countBox(box, options, one.electors.length);
  if (box && !counts) await writeBox(tx, one.id, { ...box, papers: [] });
  await closeBallot(tx, one.id, counts, now);
  const [closed] = await ballots(tx, { held: one.id });
  if (!closed) throw new Error('no such ballot');
  return closed;
}
