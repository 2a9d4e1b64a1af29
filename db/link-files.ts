import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { NewInboxRow } from './inbox.ts';
import type { FetchedFile } from './inbox-files.ts';
import { jsonText } from './json.ts';
import { rows, type Tx } from './tx.ts';

/** What lies behind an upload link until it is handed over; the link is found, which holds its row. */
interface LinkKey {
  blocId: number;
  tokenHash: string;
}

const fileSchema = z.object({ position: z.number(), name: z.string(), mime: z.string(), size: z.number() });
export type LinkFile = z.infer<typeof fileSchema>;

export const linkFiles = (tx: Tx, { tokenHash }: LinkKey): Promise<LinkFile[]> =>
  rows(
    tx,
    fileSchema,
    sql`select position, name, mime, size from link_file where token_hash = ${tokenHash} order by position`,
  );

/** The same bytes again are no second file. */
export async function addLinkFile(tx: Tx, { blocId, tokenHash }: LinkKey, file: FetchedFile): Promise<void> {
  await tx.execute(sql`
    insert into link_file (bloc_id, token_hash, position, name, mime, sha256, size, bytes)
    select ${blocId}, ${tokenHash}, (select coalesce(max(position), 0) + 1 from link_file
      where token_hash = ${tokenHash}), ${file.name}, ${file.mime}, sha, length(b), b
    from (select b, encode(sha256(b), 'hex') as sha from (select ${sql.param(file.bytes)}::bytea as b) as given) as f
    where not exists (select from link_file l where l.token_hash = ${tokenHash} and l.sha256 = f.sha)`);
}

export async function removeLinkFile(tx: Tx, { tokenHash }: LinkKey, position: number): Promise<void> {
  await tx.execute(sql`delete from link_file where token_hash = ${tokenHash} and position = ${position}`);
}

/** The files become an event of the chat; their words are read, as those of any, before its turn. */
export async function handOverFiles(
  tx: Tx,
  { tokenHash }: LinkKey,
  event: Omit<NewInboxRow, 'state'>,
): Promise<void> {
  await tx.execute(sql`
    with event as (
      insert into inbox (platform, bot_id, event_key, chat_id, chat_kind, user_id, raw, state)
      values (${event.platform}, ${event.botId}, ${event.eventKey}, ${event.chatId}, ${event.chatKind},
        ${event.userId}, ${jsonText(event.raw)}::text::jsonb, 'fetching')
      on conflict do nothing returning id
    )
    insert into inbox_file (inbox_id, position, name, mime, sha256, size, bytes)
    select e.id, row_number() over (order by l.position) - 1, l.name, l.mime, l.sha256, l.size, l.bytes from event e, link_file l
    where l.token_hash = ${tokenHash}`);
  await tx.execute(sql`delete from link_file where token_hash = ${tokenHash}`);
}
