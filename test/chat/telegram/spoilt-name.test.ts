import { expect, test } from 'vitest';
import { hear } from '../../../src/chat/telegram/hear.ts';

const stored = (username: string) => ({
  bot: { id: 123_456_789, username },
  at: '2026-06-08T01:00:00.000Z',
  update: {
    update_id: 1,
    message: {
      message_id: 2,
      from: { id: 5, is_bot: false, first_name: 'Lan' },
      chat: { id: 5, type: 'private' },
      date: 1_780_880_400,
      text: 'hạn',
    },
  },
});

test('a stored update whose bot has a name that none can have is no event, and no error', () => {
  expect(hear(stored('tro_ly_bot'))?.body).toMatchObject({ kind: 'text', text: 'hạn' });
  expect(hear(stored('('))).toBeNull();
});
