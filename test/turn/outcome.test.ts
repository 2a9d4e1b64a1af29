import { expect, test } from 'vitest';
import { afterSend } from '../../src/turn/outcome.ts';

const message = (unknowns = 0, attempts = 1) => ({ id: 7, attempts, unknowns });
const unknown = { kind: 'unknown', because: 'time-out' } as const;

test('an unknown outcome is sent once more and never a second time', () => {
  expect(afterSend(message(0), unknown, null)).toMatchObject({ state: 'waiting', unknown: true });
  expect(afterSend(message(1), unknown, null)).toMatchObject({ state: 'unknown', unknown: true });
});

test('the platform’s retry_after is obeyed, and our own pause grows but stays under five seconds', () => {
  const asked = afterSend(message(), { kind: 'later', afterMs: 20_000, because: '429' }, null);
  expect(asked).toMatchObject({ state: 'waiting', afterMs: 20_000, unknown: false });
  const pauses = [1, 2, 3, 4, 9, 40].map(
    attempts => afterSend(message(0, attempts), { kind: 'later', afterMs: 0, because: 'down' }, null).afterMs,
  );
  expect(pauses).toEqual([1_000, 2_000, 3_000, 3_000, 3_000, 3_000]);
});

test('a message to a chat that moved goes on to the new one', () => {
  expect(afterSend(message(), { kind: 'moved', toChatId: '-100' }, null)).toMatchObject({
    state: 'waiting',
    chatId: '-100',
  });
});

test('what can never be delivered is set aside with its reason', () => {
  expect(afterSend(message(), { kind: 'gone', because: 'blocked' }, null)).toMatchObject({
    state: 'gone',
    error: 'blocked',
  });
  expect(afterSend(message(), { kind: 'refused', because: 'too long' }, null)).toMatchObject({
    state: 'refused',
  });
});

test('after a part the rest is next, and only that', () => {
  const rest = { lines: [['còn lại']] };
  const sent = { kind: 'sent', messageId: 'm1' } as const;
  expect(afterSend(message(), sent, rest)).toMatchObject({ state: 'waiting', afterMs: 0, rest });
  expect(afterSend(message(), sent, null)).toMatchObject({ state: 'sent', rest: null });
  expect(afterSend(message(), unknown, rest)).toMatchObject({ state: 'waiting', unknown: true, rest: null });
});
