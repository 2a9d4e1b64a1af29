import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { projectRoot } from '../../db/project-root.ts';
import { loadText } from '../../src/load/load-text.ts';
import type { TestDatabase } from './database.ts';

/** The sample bloc, with its people and its group on the stub messenger. Returns the bloc. */
export async function stubPeople(database: TestDatabase, now: Date): Promise<number> {
  const text = await readFile(join(projectRoot(), 'examples', 'khoi-mau.json'), 'utf8');
  const given = { app: database.app.db, system: database.system.db, now, room: true };
  const result = await loadText(text, given);
  if (result.kind !== 'done' || result.outcome.kind !== 'loaded') throw new Error(JSON.stringify(result));
  await moveToStub(database);
  return result.outcome.blocId;
}

/** Everybody of the demo room, and its groups, on the stub messenger instead. */
export async function moveToStub({ owner }: TestDatabase): Promise<void> {
  const there = sql`platform = 'telegram', bot_id = 'stub' where platform = 'room'`;
  await owner.db.execute(sql`update account set ${there}`);
  await owner.db.execute(sql`update chat_binding set ${there}`);
}
