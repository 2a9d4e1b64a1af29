import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/tx.ts';
import { botIdOf } from '../../src/chat/zalo/identity.ts';
import type { OpenStage, Stage, StageSet, StoryChat, StoryMessage } from './story-chat.ts';
import { storyProgram } from './story-program.ts';
import type { Cast } from './telegram/cast.ts';
import { type FakeTelegram, fakeTelegram } from './telegram/fake-telegram.ts';
import { telegramStory } from './telegram/telegram-stage.ts';
import { type FakeZalo, fakeZalo } from './zalo/fake-zalo.ts';
import { moveIn, withoutButtons, zaloConfig } from './zalo/stage.ts';
import { zaloStory } from './zalo/story.ts';

type Side = 'zalo' | 'telegram';

/**
 * Zalo and Telegram at once. Whoever was there from the beginning has an account on each and takes the other one with
 * everything he writes in private; who comes later is on one of them, by turns. Each group is two, one on each.
 */
export const mixedStage: Stage = { name: 'Zalo and Telegram mixed', open };

async function open(set: StageSet): Promise<OpenStage> {
  let now = () => new Date(0);
  const zalo = await fakeZalo({ now: () => now().getTime() });
  const telegram = await fakeTelegram({ now: () => now() });
  const program = await storyProgram(set, async clock => {
    now = clock;
    const { token, apiRoot } = telegram;
    return { zalo: zaloConfig(zalo), telegram: { token, apiRoot, webhookSecret: null } };
  });
  await moveIn(program, zalo);
  while (!telegram.delivery.polling()) await wait(5);
  const cast: Cast = { persons: new Map(), groups: new Map() };
  await program.asked(db => joinTelegram(db, zalo, telegram, cast));
  const settled = async () => {
    await telegram.delivery.delivered();
    await program.settle();
  };
  await settled();
  const sides = {
    zalo: zaloStory(zalo, settled, program.clock),
    telegram: telegramStory(telegram, cast, settled, program.clock),
  };
  const bound = () => program.asked(db => bindTwins(db, zalo, telegram, cast));
  await bound();
  return {
    chat: mixedStory(sides, cast, bound),
    setupCode: program.setupCode,
    close: async () => {
      const alone = await program.asked(saidInOneGroupOnly);
      await program.close();
      await Promise.all([zalo.close(), telegram.close()]);
      withoutButtons(zalo);
      if (alone.length > 0) throw new Error(`not once in each group: ${alone.join(', ')}`);
      if (telegram.problems().length > 0) throw new Error(JSON.stringify(telegram.problems()));
    },
  };
}

/** Everybody who is on Zalo has Telegram too, as the same person; each group there has a twin here. */
async function joinTelegram(db: Tx, zalo: FakeZalo, telegram: FakeTelegram, cast: Cast): Promise<void> {
  const { people, world } = telegram;
  const botId = String(world.bot.id);
  for (const [id, name] of zalo.world.people) {
    const user = people.user(name);
    people.starts(user);
    cast.persons.set(id, { user, name });
    await db.execute(sql`insert into account (platform, bot_id, user_id, person_id, display_name, created_at)
      select 'telegram', ${botId}, ${String(user)}, person_id, display_name, created_at from account
      where platform = 'zalo' and user_id = ${id}`);
    await db.execute(sql`insert into chat_binding (platform, bot_id, chat_id, kind, title, person_id, created_at)
      select 'telegram', ${botId}, ${String(user)}, kind, title, person_id, created_at from chat_binding
      where platform = 'zalo' and kind = 'private' and chat_id = ${id}`);
  }
  for (const [id, { title, members }] of zalo.world.groups) {
    const users = [...members].flatMap(one => cast.persons.get(one)?.user ?? []);
    cast.groups.set(id, { chat: people.group(title, users), title });
  }
}

/** What a lead does with a code in each group: where one of two twins belongs to a bloc, so does the other. */
async function bindTwins(db: Tx, zalo: FakeZalo, telegram: FakeTelegram, cast: Cast): Promise<void> {
  for (const [id, { chat, title }] of cast.groups) {
    const twins = [
      { platform: 'zalo', botId: botIdOf(zalo.bot.token), chatId: id },
      { platform: 'telegram', botId: String(telegram.world.bot.id), chatId: String(chat) },
    ];
    for (const to of twins)
      await db.execute(sql`
        insert into chat_binding (platform, bot_id, chat_id, kind, title, bloc_id, created_at)
        select ${to.platform}, ${to.botId}, ${to.chatId}, 'group', ${title}, bloc_id, created_at from chat_binding
        where bloc_id is not null and chat_id in (${id}, ${String(chat)}) and platform <> ${to.platform}
        on conflict (platform, bot_id, chat_id) do update set bloc_id = excluded.bloc_id
        where chat_binding.bloc_id is null`);
  }
}

/** Causes of messages to a bloc's groups that did not come once into each of the two. */
async function saidInOneGroupOnly(db: Tx): Promise<string[]> {
  const rows = await db.execute(sql`
    select replace(replace(dedupe_key, platform, ''), chat_id, '') as cause, count(*)::int as n,
      count(distinct platform)::int as platforms
    from outbox where chat_kind = 'group' and class = 'bulk' and not body ? 'pinned' group by 1 having count(*) <> 2 or count(distinct platform) <> 2`);
  return rows.map(row => `${row.cause} (${row.n} on ${row.platforms})`);
}

function mixedStory(sides: Record<Side, StoryChat>, cast: Cast, bound: () => Promise<void>): StoryChat {
  /** Where somebody is at the moment. */
  const place = new Map<string, Side>();
  const roaming = new Set(cast.persons.keys());
  const origin = new WeakMap<StoryMessage, { side: Side; message: StoryMessage }>();
  const seqs = new Map<string, number>();

  const sideOf = (person: string): Side => place.get(person) ?? 'zalo';
  const move = (person: string): Side => {
    if (roaming.has(person)) place.set(person, sideOf(person) === 'zalo' ? 'telegram' : 'zalo');
    return sideOf(person);
  };
  const told = (side: Side, chat: string, messages: readonly StoryMessage[]): StoryMessage[] =>
    messages.map(message => {
      const key = `${side}:${message.seq}`;
      const seq = seqs.get(key) ?? seqs.size + 1;
      seqs.set(key, seq);
      const mixed = { ...message, chat, seq };
      origin.set(mixed, { side, message });
      return mixed;
    });

  return {
    persons: async () => {
      const all = await Promise.all([sides.zalo.persons(), sides.telegram.persons()]);
      return [...new Map(all.flat().map(one => [one.id, one])).values()];
    },
    groups: () => sides.zalo.groups(),
    newPerson: async name => {
      const side = place.size % 2 === 0 ? 'telegram' : 'zalo';
      const id = await sides[side].newPerson(name);
      place.set(id, side);
      return id;
    },
    makeGroup: async (title, persons) => {
      const on = (side: Side) => persons.filter(one => roaming.has(one) || sideOf(one) === side);
      const id = await sides.zalo.makeGroup(title, on('zalo'));
      const twin = await sides.telegram.makeGroup(title, on('telegram'));
      const made = cast.groups.get(twin);
      // One name for both.
      cast.groups.delete(twin);
      if (made) cast.groups.set(id, made);
      return id;
    },
    say: async (chat, person, text) => {
      const side = chat === person ? move(person) : sideOf(person);
      const said = await sides[side].say(chat, person, text);
      if (chat !== person) await bound();
      return told(side, chat, said);
    },
    press: async (person, message, label) => {
      const from = origin.get(message);
      if (!from) throw new Error(`not a message of these: ${message.text}`);
      return told(from.side, message.chat, await sides[from.side].press(person, from.message, label));
    },
    attach: async (person, files) => {
      const side = move(person);
      return told(side, person, await sides[side].attach(person, files));
    },
    read: async (chat, person, after = 0) => {
      const side = sideOf(person);
      const all = told(side, chat, await sides[side].read(chat, person));
      return all.filter(one => one.seq > after);
    },
    clock: sides.zalo.clock,
  };
}
