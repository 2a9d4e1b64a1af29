import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nobodyKnown } from '../../db/people.ts';
import { projectRoot } from '../../db/project-root.ts';
import { roomIsEmpty, seatInRoom } from '../../db/seat-in-room.ts';
import { setupAwaited } from '../../db/setup-code.ts';
import type { Tx } from '../../db/tx.ts';
import { loadText } from './load-text.ts';

interface SampleDeps {
  app: Tx;
  system: Tx;
  clock: { now(): Date };
}

/** Into a database that knows nobody yet: the sample bloc, its deadlines placed around today. */
export async function loadSample({ app, system, clock }: SampleDeps): Promise<void> {
  if (await setupAwaited(system)) return;
  // A start that was cut off between the load and the seating is made good by the next.
  if (!(await nobodyKnown(system)) && !(await roomIsEmpty(system))) return;
  const text = await readFile(join(projectRoot(), 'examples', 'khoi-mau.json'), 'utf8');
  const result = await loadText(text, { app, system, now: clock.now(), room: true });
  if (result.kind === 'mistakes') throw new Error(`sample bloc: ${JSON.stringify(result.mistakes)}`);
  const { outcome, bloc } = result;
  if (outcome.kind === 'exists') await seatInRoom(system, outcome.blocId, bloc);
}
