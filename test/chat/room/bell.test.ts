import { expect, test } from 'vitest';
import { createBell } from '../../../src/chat/room/bell.ts';
import { createPresses } from '../../../src/chat/room/presses.ts';

test('a ring between looking and waiting is not missed', async () => {
  const bell = createBell();
  const seen = bell.count();
  bell.ring();
  await bell.heard(seen, new AbortController().signal);
  expect(bell.waiting()).toBe(0);
});

test('a ring wakes all who wait, and whoever goes away waits no more', async () => {
  const bell = createBell();
  const leaving = new AbortController();
  const all = [1, 2].map(() => bell.heard(bell.count(), new AbortController().signal));
  const left = bell.heard(bell.count(), leaving.signal);
  expect(bell.waiting()).toBe(3);
  leaving.abort();
  await left;
  expect(bell.waiting()).toBe(2);
  bell.ring();
  await Promise.all(all);
  expect(bell.waiting()).toBe(0);
  await bell.heard(bell.count(), leaving.signal);
});

test('each person sees the own press only, and the oldest are forgotten', () => {
  const presses = createPresses();
  presses.press('m1', 'lan', 'a');
  presses.press('m1', 'lan', 'b');
  expect([presses.of('m1', 'lan'), presses.of('m1', 'ha'), presses.of('m2', 'lan')]).toEqual([
    'b',
    undefined,
    undefined,
  ]);
  for (let n = 2; n <= 2_001; n += 1) presses.press(`m${n}`, 'lan', 'c');
  expect([presses.of('m1', 'lan'), presses.of('m2', 'lan')]).toEqual([undefined, 'c']);
});
