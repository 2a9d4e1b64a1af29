import type { z } from 'zod';
import type { RoomDeps } from './deps.ts';
import type { clockInput } from './input.ts';
import { RoomProblem } from './problem.ts';

/** Nobody's plan reaches further, and a date beyond what PostgreSQL prints in four digits helps no one. */
const END_OF_TIME = new Date('2100-01-01T00:00:00Z');

/** Moves of the clock wait for each other, so that "only forward" is judged by where it stands. */
export function clockMover({ clock }: Pick<RoomDeps, 'clock'>) {
  let busy: Promise<unknown> = Promise.resolve();

  async function goal(input: z.infer<typeof clockInput>): Promise<Date> {
    const now = clock.now();
    if ('next' in input) {
      const due = await clock.nextDue();
      if (!due) throw new RoomProblem('nothing-due');
      return new Date(Math.max(due.getTime(), now.getTime()));
    }
    const to = 'to' in input ? new Date(input.to) : new Date(now.getTime() + input.by * 1000);
    if (to < now) throw new RoomProblem('not-forward');
    if (!(to <= END_OF_TIME)) throw new RoomProblem('bad-request', 'to' in input ? 'to' : 'by');
    return to;
  }

  async function move(input: z.infer<typeof clockInput>) {
    await clock.advanceTo(await goal(input), input.jump ? 'jump' : 'step');
    return { now: clock.now().toISOString() };
  }

  return (input: z.infer<typeof clockInput>) => {
    const moved = busy.then(() => move(input));
    busy = moved.catch(() => undefined);
    return moved;
  };
}
