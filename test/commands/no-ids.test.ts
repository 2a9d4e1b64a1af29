import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { plain } from '../support/room-client.ts';

const database = await testDatabase();
const { room } = await blocRoom(database);
const GONE = '0123456789ab';

/** What buttons carry, of things that are there no more. */
const carried = [`d_${GONE}`, `${GONE} member ok`, `o_${GONE} 2`, `xem ${GONE}`];

const [shown] = await room.say('lan', 'lan', '/moi');
if (!shown) throw new Error('no message with buttons');

test.each(commands.map(({ name }) => name))('/%s never reads a button’s reference out', async name => {
  for (const words of carried) {
    const token = `c:${name} ${words}`;
    const options = JSON.stringify([[{ token, label: 'Mở' }]]);
    await database.owner.db.execute(
      sql`update room.message set body = jsonb_set(body, '{options}', ${options}::jsonb) where seq = ${shown.seq}`,
    );
    const event = { person: 'lan', choose: token, message: shown.id };
    await room.call('POST', '/chats/lan/events?settle=1', event);
    await room.say('lan', 'lan', '/huy');
  }
  const heard = await room.messages('lan', 'lan');
  expect(heard.map(plain).join('\n')).not.toContain(GONE);
});

test('the second press of a change of roles is told that there is nothing more to change', async () => {
  const [member] = await room.say('lan', 'lan', '/thanh_vien Trần Quốc Dũng');
  const preview = member && (await room.press('lan', member, 'Chuyển thành'))[0];
  if (!preview) throw new Error('no look ahead');
  await room.press('lan', preview, 'Thực hiện');
  const again = (await room.press('lan', preview, 'Thực hiện')).map(plain).join('\n');
  expect(again).toContain('không còn như lúc hiển thị');
});
