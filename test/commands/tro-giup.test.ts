import { expect, test } from 'vitest';
import { helpTopics, mostUsed } from '../../commands/help-topics.ts';
import { commands } from '../../commands/index.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';

const { room } = await blocRoom(await testDatabase());
const { say, press } = leadChat(room);

test('help names what is most used, and the rest by what one does', async () => {
  const first = await say('/tro_giup');
  const text = plain(first);
  expect(text.match(/^\/\w+ – /gm)).toHaveLength(mostUsed.length);
  expect(text).toMatch(/hay dùng\n\/han – /);
  const scores = await press(first, 'Chấm điểm, xếp hạng');
  expect(plain(scores)).toContain('/cong_bo – ');
  expect(plain(scores)).not.toContain('/them_han');
  expect(plain(await press(scores, 'Các nhóm việc'))).toBe(text);
});

test('/tro_giup tất cả leaves no command out; a member sees what he may use alone', async () => {
  // Longer than one message may be.
  const all = (await room.say('lan', 'lan', '/tro_giup tất cả')).map(plain).join('\n');
  expect(commands.filter(({ name }) => !all.includes(`/${name} – `))).toEqual([]);
  expect(plain(await say('/tro_giup tất cả', 'mai'))).not.toContain('/them_han');
  expect(plain(await say('/tro_giup hạn'))).toContain('Cũng hiểu');
});

test('no command stands under two heads, and none that is named is unknown', () => {
  const named = helpTopics.flatMap(({ names }) => names);
  expect(new Set(named).size).toBe(named.length);
  const known = new Set(commands.map(({ name }) => name));
  expect([...named, ...mostUsed].filter(name => !known.has(name))).toEqual([]);
});
