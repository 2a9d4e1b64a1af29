import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/tx.ts';

/** Persons and groups of the demo room are from here on with that bot of a messenger, under the ids given, else their own. */
export async function moveOutOfRoom(
  db: Tx,
  { platform, botId }: { platform: string; botId: string },
  ids: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const known = JSON.stringify(Object.fromEntries(ids));
  const there = (id: 'user_id' | 'chat_id') => {
    const column = sql.identifier(id);
    return sql`platform = ${platform}, bot_id = ${botId}, ${column} = coalesce(${known}::jsonb->>${column}, ${column})
      where platform = 'room'`;
  };
  await db.execute(sql`update account set ${there('user_id')}`);
  await db.execute(sql`update chat_binding set ${there('chat_id')}`);
}
