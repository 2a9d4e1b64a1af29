import { beforeEach, expect, test } from 'vitest';
import type { RoomDeps } from '../../../src/web/room/deps.ts';
import { clockMover } from '../../../src/web/room/move-clock.ts';
import { MORNING } from '../../chat/room/room-store.ts';
import { servedRoom } from './served-room.ts';

let clock = { at: MORNING, due: new Date('2026-11-23T01:00:00.000Z') as Date | null };
const moves: string[] = [];
const port: Pick<RoomDeps, 'clock'> = {
  clock: {
    now: () => clock.at,
    nextDue: async () => clock.due,
    // Yields before it moves: a second move must not begin from the old time.
    advanceTo: async (to, how) => {
      await new Promise(resolve => setImmediate(resolve));
      moves.push(`${how} ${to.toISOString()}`);
      clock.at = to;
    },
  },
};
const { post } = await servedRoom(port);

beforeEach(() => {
  clock = { at: MORNING, due: new Date('2026-11-23T01:00:00.000Z') };
  moves.length = 0;
});

const moved = async (body: unknown) => (await post('/clock', body)).body;

test('the clock goes by seconds, to a time or to the next due thing', async () => {
  expect(await moved({ by: 90 })).toEqual({ now: '2026-11-20T01:01:30.000Z' });
  expect(await moved({ to: '2026-11-21T08:00:00+07:00' })).toEqual({ now: '2026-11-21T01:00:00.000Z' });
  expect(await moved({ next: true, jump: true })).toEqual({ now: '2026-11-23T01:00:00.000Z' });
  expect(moves).toEqual([
    'step 2026-11-20T01:01:30.000Z',
    'step 2026-11-21T01:00:00.000Z',
    'jump 2026-11-23T01:00:00.000Z',
  ]);
});

test('what is overdue already happens now', async () => {
  clock.due = new Date('2026-11-19T00:00:00.000Z');
  expect(await moved({ next: true })).toEqual({ now: MORNING.toISOString() });
});

test('moves at the same time add up', async () => {
  const move = clockMover(port);
  await Promise.all([1, 2, 3].map(() => move({ by: 60, jump: false })));
  expect(clock.at.toISOString()).toBe('2026-11-20T01:03:00.000Z');
});

test.each([
  [{ by: -1 }, 409, 'not-forward'],
  [{ to: '2026-11-20T00:59:59.999Z' }, 409, 'not-forward'],
  [{ by: 1e300 }, 400, 'bad-request'],
  [{ to: '2100-01-01T00:00:00.001Z' }, 400, 'bad-request'],
  [{ to: 'mai' }, 400, 'bad-request'],
  [{ next: false }, 400, 'bad-request'],
  [{ by: 1, next: true }, 400, 'bad-request'],
  [{}, 400, 'bad-request'],
])('%j does not move it', async (body, status, code) => {
  const answer = await post('/clock', body);
  expect([answer.status, answer.body.error.code, moves]).toEqual([status, code, []]);
});

test('with nothing due there is nothing to go to, and the next move works again', async () => {
  clock.due = null;
  expect((await post('/clock', { next: true })).body.error.code).toBe('nothing-due');
  expect(await moved({ by: 1 })).toEqual({ now: '2026-11-20T01:00:01.000Z' });
});
