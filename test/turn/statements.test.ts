import { expect, test } from 'vitest';
import { connect } from '../../db/client.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { scoringRoom } from '../support/scoring-room.ts';

const database = await testDatabase();
const sent = new Map<number, string[]>();
const app = connect(database.target, {
  ...{ role: 'tlk_app', max: 4 },
  onStatement: (text, connection) => sent.set(connection, [...(sent.get(connection) ?? []), text]),
});
const { room, engine } = await blocRoom({ ...database, app });
const at = scoringRoom(room);

/** The statements of the transaction in which something was written into `table`. */
async function transactionOf(table: string, act: () => Promise<unknown>): Promise<string[]> {
  sent.clear();
  await act();
  await engine.settle();
  const written = new RegExp(`insert into "?${table}\\b`);
  const all = [...sent.values()].find(one => one.some(text => written.test(text))) ?? [];
  const here = all.findIndex(text => written.test(text));
  return all.slice(all.lastIndexOf('begin', here), all.indexOf('commit', here) + 1);
}

test('an answer of a sheet is one turn of few statements, whatever the sheet has already', async () => {
  await at.say('tuan', '/cham_diem', '18', '11,5');
  const answer = await transactionOf('score_entry', () => at.say('tuan', '7'));
  // begin, claim, enter, lock and load; hold and read the sheet; entry, dialogue, audit; messages, done, commit.
  expect(answer, answer.join('\n')).toHaveLength(14);
});
