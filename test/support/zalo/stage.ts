import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { botIdOf } from '../../../src/chat/zalo/identity.ts';
import { moveOutOfRoom } from '../move-out.ts';
import type { OpenStage, Stage, StageSet } from '../story-chat.ts';
import { type StoryProgram, storyProgram } from '../story-program.ts';
import { type FakeZalo, fakeZalo } from './fake-zalo.ts';
import { zaloStory } from './story.ts';
import type { ZaloSwitches } from './world.ts';

const SECRET = 'bi-mat-cua-webhook';

/** The real program on a Zalo of our own, by webhook. */
export function zaloStage(name: string, switches: Partial<ZaloSwitches>): Stage {
  return { name, open: set => open(set, switches) };
}

async function open(set: StageSet, switches: Partial<ZaloSwitches>): Promise<OpenStage> {
  let now = () => new Date(0);
  const fake = await fakeZalo({ switches, now: () => now().getTime() });
  const program = await storyProgram(set, async clock => {
    now = clock;
    return { zalo: zaloConfig(fake), telegram: null };
  });
  await moveIn(program, fake);
  return {
    chat: zaloStory(fake, program.settle, program.clock),
    setupCode: program.setupCode,
    close: async () => {
      await program.close();
      await fake.close();
      withoutButtons(fake);
    },
  };
}

export const zaloConfig = ({ bot, apiRoot }: FakeZalo) => ({
  tokens: [bot.token],
  apiRoot,
  webhookSecret: SECRET,
});

/** @throws where a text asked for what there is not on Zalo */
export function withoutButtons(fake: FakeZalo): void {
  const problems = fake.problems();
  if (problems.length > 0) throw new Error(`there are no buttons on Zalo: ${problems.join('\n')}`);
}

/** Everybody of the demo room, and its groups, on Zalo instead, under the same ids; Zalo knows the bot. */
export async function moveIn({ room, asked }: StoryProgram, fake: FakeZalo): Promise<void> {
  const { persons, chats } = await room.state();
  for (const { id, name } of persons) fake.person(name, id);
  for (const { id, title, kind, members } of chats) if (kind === 'group') fake.group(title, members, id);
  await asked(async db => {
    const known = await db.execute(sql`select chat_id as id from chat_binding where kind = 'private'`);
    for (const { id } of known) fake.bot.met.add(String(id));
    await moveOutOfRoom(db, { platform: 'zalo', botId: botIdOf(fake.bot.token) });
  });
  while (!fake.bot.webhook) await wait(5);
}
