import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { jsonText } from './json.ts';
import { idText, rows, type Tx } from './tx.ts';

const toFetchSchema = z.object({
  id: idText,
  platform: z.string(),
  botId: z.string(),
  raw: z.unknown(),
  attempts: z.number(),
});

export type Fetching = z.infer<typeof toFetchSchema>;

/** Events whose files have still to be fetched, locked for this transaction. */
export function eventsToFetch(tx: Tx, limit: number) {
  return rows(
    tx,
    toFetchSchema,
    sql`select id, platform, bot_id as "botId", raw, attempts from inbox
      where state = 'fetching' and not_before <= now() + interval '1 ms' order by id limit ${limit} for update skip locked`,
  );
}

export interface FetchedFile {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

/** With the words that were read in it, or why there are none. */
interface ReadFile extends FetchedFile {
  words: string | null;
  unread: string | null;
  /** Of a workbook. */
  grids: unknown;
}

/** The files lie ready, or the turn is told why not: `error` is a code, never a sentence. */
export async function fetched(tx: Tx, id: number, files: ReadFile[], error: string | null): Promise<void> {
  for (const [position, file] of files.entries())
    await tx.execute(sql`
      insert into inbox_file (inbox_id, position, name, mime, sha256, size, bytes, words, unread, grids)
      select ${id}, ${position}, ${file.name}, ${file.mime}, encode(sha256(b), 'hex'), length(b), b,
        ${file.words}, ${file.unread}, ${file.grids ? jsonText(file.grids) : null}::jsonb
      from (select ${sql.param(file.bytes)}::bytea as b) as f
      on conflict (inbox_id, position) do update set words = excluded.words,
        unread = excluded.unread, grids = excluded.grids`);
  await tx.execute(sql`update inbox set state = 'waiting', error = ${error} where id = ${id}`);
}

/** Nothing of the event remains but its key, and whom to answer. */
export async function fetchedSecret(tx: Tx, id: number): Promise<void> {
  await tx.execute(sql`delete from inbox_file where inbox_id = ${id}`);
  await tx.execute(sql`update inbox set state = 'secret', raw = null where id = ${id}`);
}

const bytesSchema = z.object({ name: z.string(), mime: z.string(), bytes: z.instanceof(Uint8Array) });

/** Files that came beside their event, not by its messenger. */
export function filesOfEvent(tx: Tx, id: number): Promise<FetchedFile[]> {
  return rows(
    tx,
    bytesSchema,
    sql`select name, mime, bytes from inbox_file where inbox_id = ${id} order by position`,
  );
}

/** Not to be had right now: later again. */
export async function fetchLater(tx: Tx, id: number): Promise<void> {
  await tx.execute(sql`update inbox set attempts = attempts + 1,
    not_before = now() + interval '1 second' * power(2, attempts) where id = ${id}`);
}

const fileSchema = z.object({ sha256: z.string(), name: z.string(), mime: z.string(), size: z.number() });

/** `unseen`: a document that nobody could open. */
export function fetchedFiles(tx: Tx, inboxId: number) {
  return rows(
    tx,
    fileSchema.extend({ unseen: z.boolean() }),
    sql`select sha256, name, mime, size, coalesce(unread in ('encrypted', 'broken', 'too_large'), false) as unseen
      from inbox_file where inbox_id = ${inboxId} order by position`,
  );
}

const readSchema = fileSchema.extend({ words: z.string().nullable(), unread: z.string().nullable() });

/** The event's documents with the words that were read in them before the turn. */
export function readDocuments(tx: Tx, inboxId: number) {
  return rows(
    tx,
    readSchema,
    sql`select sha256, name, mime, size, words, unread from inbox_file
      where inbox_id = ${inboxId} order by position`,
  );
}

const workbookSchema = fileSchema.extend({ unread: z.string().nullable(), grids: z.unknown() });

/** The event's files with the sheets of those that are workbooks. */
export function readWorkbooks(tx: Tx, inboxId: number) {
  return rows(
    tx,
    workbookSchema,
    sql`select sha256, name, mime, size, unread, grids from inbox_file
      where inbox_id = ${inboxId} order by position`,
  );
}

/** The event's files become the bloc's, content-addressed; bytes never pass through the application. */
export async function keepFiles(tx: Tx, blocId: number, inboxId: number, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into file (bloc_id, sha256, size, bytes, created_at)
    select distinct on (sha256) ${blocId}, sha256, size, bytes, ${now.toISOString()}::timestamptz
    from inbox_file where inbox_id = ${inboxId} on conflict do nothing`);
}

/** A bloc's file, by its content; null where the bloc has none such. */
export async function readFile(tx: Tx, sha256: string): Promise<Uint8Array | null> {
  const found = await rows(
    tx,
    z.object({ bytes: z.instanceof(Uint8Array) }),
    sql`select bytes from file where sha256 = ${sha256}`,
  );
  return found[0]?.bytes ?? null;
}

/** A document we made becomes the bloc's; its name by content. */
export async function keepFile(tx: Tx, blocId: number, bytes: Uint8Array, now: Date): Promise<string> {
  const [kept] = await rows(
    tx,
    z.object({ sha256: z.string() }),
    sql`with given as (select ${sql.param(bytes)}::bytea as b), kept as (
        insert into file (bloc_id, sha256, size, bytes, created_at)
        select ${blocId}, encode(sha256(b), 'hex'), length(b), b, ${now.toISOString()}::timestamptz from given
        on conflict do nothing)
      select encode(sha256(b), 'hex') as sha256 from given`,
  );
  if (!kept) throw new Error('file not kept');
  return kept.sha256;
}
