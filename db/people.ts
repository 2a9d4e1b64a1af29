import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { account, chatBinding, person } from './schema/people.ts';
import { idText, rows, type Tx } from './tx.ts';

export interface ChatFacts {
  platform: string;
  botId: string;
  chatId: string;
  kind: 'private' | 'group';
  title: string;
  /** The person whose private chat it is, where already known. */
  personId: string | null;
}

/** The assistant has seen this chat; a chat thought gone is back. */
export async function rememberChat(tx: Tx, chat: ChatFacts, now: Date): Promise<void> {
  await tx
    .insert(chatBinding)
    .values({ ...chat, createdAt: now })
    .onConflictDoUpdate({
      target: [chatBinding.platform, chatBinding.botId, chatBinding.chatId],
      set: { goneAt: null, personId: sql`coalesce(${chatBinding.personId}, excluded.person_id)` },
    });
}

export async function forgetChat(
  tx: Tx,
  chat: { platform: string; botId: string; chatId: string },
  now: Date,
): Promise<void> {
  await tx.execute(sql`update chat_binding set gone_at = ${now.toISOString()}::timestamptz
    where platform = ${chat.platform} and bot_id = ${chat.botId} and chat_id = ${chat.chatId}`);
}

export interface AccountFacts {
  platform: string;
  botId: string;
  userId: string;
  displayName: string;
}

/** The person behind an account; null where nobody has it. */
export async function knownPerson(
  tx: Tx,
  { platform, botId, userId }: Omit<AccountFacts, 'displayName'>,
): Promise<string | null> {
  const known = await rows(
    tx,
    z.object({ id: z.string() }),
    sql`select person_id as id from account where platform = ${platform} and bot_id = ${botId}
      and user_id = ${userId}`,
  );
  return known[0]?.id ?? null;
}

/** The person behind an account, made where the account is new. */
export async function personOf(tx: Tx, given: AccountFacts, now: Date): Promise<string> {
  const known = await knownPerson(tx, given);
  if (known) return known;
  const id = uuidv7();
  await tx.insert(person).values({ id, displayName: given.displayName, createdAt: now });
  await tx.insert(account).values({ ...given, personId: id, createdAt: now });
  return id;
}

export async function personFacts(tx: Tx, personId: string): Promise<{ name: string; blocIds: number[] }> {
  const [found] = await rows(
    tx,
    z.object({ name: z.string(), blocIds: z.array(idText) }),
    sql`select display_name as name, bloc_ids as "blocIds" from person where id = ${personId}::uuid`,
  );
  if (!found) throw new Error('no such person');
  return found;
}

/** A private chat learns whose it is once its person is paired. */
export async function claimPrivateChat(
  tx: Tx,
  chat: { platform: string; botId: string; chatId: string },
  personId: string,
): Promise<void> {
  await tx.execute(sql`update chat_binding set person_id = ${personId}::uuid where kind = 'private'
    and platform = ${chat.platform} and bot_id = ${chat.botId} and chat_id = ${chat.chatId}`);
}

/** Keeps the person's list of blocs true after a membership came or went; the bloc must be entered. */
export async function noteBlocOf(tx: Tx, personId: string, blocId: number, holds: boolean): Promise<void> {
  await tx.execute(
    holds
      ? sql`update person set bloc_ids = array_append(array_remove(bloc_ids, ${blocId}::bigint), ${blocId}::bigint),
          current_bloc_id = coalesce(current_bloc_id, ${blocId}) where id = ${personId}::uuid`
      : sql`update person set bloc_ids = array_remove(bloc_ids, ${blocId}::bigint),
          current_bloc_id = nullif(current_bloc_id, ${blocId}) where id = ${personId}::uuid`,
  );
}

export async function chooseBloc(tx: Tx, personId: string, blocId: number): Promise<void> {
  await tx.execute(sql`update person set current_bloc_id = ${blocId}
    where id = ${personId}::uuid and ${blocId} = any(bloc_ids)`);
}

const chatSchema = z.object({
  platform: z.enum(['room', 'telegram', 'zalo']),
  botId: z.string(),
  chatId: z.string(),
  personId: z.string().nullable(),
});
export type KnownChat = z.infer<typeof chatSchema>;

/** The private chats in which these people can be reached, newest first. */
export function privateChats(tx: Tx, personIds: string[]): Promise<KnownChat[]> {
  return rows(
    tx,
    chatSchema,
    sql`select platform, bot_id as "botId", chat_id as "chatId", person_id as "personId" from chat_binding
      where kind = 'private' and gone_at is null and person_id = any(${sql.param(personIds)}::uuid[])
      order by created_at desc`,
  );
}

export function groupChats(tx: Tx, blocId: number): Promise<KnownChat[]> {
  return rows(
    tx,
    chatSchema,
    sql`select platform, bot_id as "botId", chat_id as "chatId", person_id as "personId" from chat_binding
      where kind = 'group' and gone_at is null and bloc_id = ${blocId} order by created_at`,
  );
}

/** The platform gave the chat a new id: its bloc, and what waits to be taken or sent, go along. */
export async function moveChat(
  tx: Tx,
  chat: { platform: string; botId: string; chatId: string },
  toChatId: string,
): Promise<void> {
  const { platform, botId, chatId } = chat;
  // Where the new chat was heard of first, it takes over; else the binding is renamed.
  await tx.execute(sql`
    with old as (
      update chat_binding o set bloc_id = null, gone_at = now() from chat_binding b, chat_binding was
      where o.platform = ${platform} and o.bot_id = ${botId} and o.chat_id = ${chatId}
        and was.platform = o.platform and was.bot_id = o.bot_id and was.chat_id = o.chat_id
        and b.platform = o.platform and b.bot_id = o.bot_id and b.chat_id = ${toChatId}
      returning was.bloc_id, was.topic)
    update chat_binding b set bloc_id = coalesce(b.bloc_id, old.bloc_id), topic = coalesce(b.topic, old.topic) from old
    where b.platform = ${platform} and b.bot_id = ${botId} and b.chat_id = ${toChatId}`);
  await tx.execute(sql`
    update chat_binding old set chat_id = ${toChatId}
    where old.platform = ${platform} and old.bot_id = ${botId} and old.chat_id = ${chatId}
      and not exists (select from chat_binding b where b.platform = ${platform} and b.bot_id = ${botId}
        and b.chat_id = ${toChatId})`);
  await tx.execute(sql`update outbox set chat_id = ${toChatId} where state in ('waiting', 'sending')
    and platform = ${platform} and bot_id = ${botId} and chat_id = ${chatId}`);
  await tx.execute(sql`update inbox set chat_id = ${toChatId} where state in ('fetching', 'waiting', 'secret')
    and platform = ${platform} and bot_id = ${botId} and chat_id = ${chatId}`);
}

/** True for a database in which nothing has been set up yet. */
export async function nobodyKnown(tx: Tx): Promise<boolean> {
  const [row] = await rows(
    tx,
    z.object({ empty: z.boolean() }),
    sql`select not exists (select from person) as empty`,
  );
  return row?.empty === true;
}
