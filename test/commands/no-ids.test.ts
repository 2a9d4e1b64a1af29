import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { plain } from '../support/room-client.ts';

const { room } = await blocRoom(await testDatabase());
const GONE = '0123456789ab';

/** What buttons carry, of things that are there no more. */
const carried = [`d_${GONE}`, `${GONE} member ok`, `o_${GONE} 2`, `xem ${GONE}`];

test.each(commands.map(({ name }) => name))('/%s never says a button’s reference back', async name => {
  for (const words of carried) {
    const said = await room.say('lan', 'lan', `/${name} ${words}`);
    expect(said.map(plain).join('\n')).not.toContain(GONE);
    await room.say('lan', 'lan', '/huy');
  }
});
