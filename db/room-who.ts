import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { PersonRole, UnitRole } from '../src/core/bloc.ts';
import { blocPeople } from './bloc-context.ts';
import { enterBloc, idText, rows, type Tx } from './tx.ts';

export interface RoomPost {
  userId: string;
  unitName: string;
  unitRole: UnitRole;
  role: PersonRole;
}

/** What the room's people are to their blocs, one post each; strangers are left out. */
export async function roomPosts(tx: Tx, userIds: string[], today: string): Promise<RoomPost[]> {
  const accounts = await rows(
    tx,
    z.object({ userId: z.string(), personId: z.string(), blocIds: z.array(idText) }),
    sql`select a.user_id as "userId", p.id as "personId", p.bloc_ids as "blocIds" from account a
      join person p on p.id = a.person_id
      where a.platform = 'room' and a.user_id = any(${sql.param(userIds)}::text[])`,
  );
  const posts: RoomPost[] = [];
  for (const blocId of new Set(accounts.flatMap(account => account.blocIds))) {
    await enterBloc(tx, blocId);
    for (const { personId, unitName, unitRole, role } of await blocPeople(tx, today)) {
      const account = accounts.find(one => one.personId === personId);
      if (account && !posts.some(post => post.userId === account.userId))
        posts.push({ userId: account.userId, unitName, unitRole, role });
    }
  }
  return posts;
}
