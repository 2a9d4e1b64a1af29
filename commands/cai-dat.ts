import { z } from 'zod';
import type { Line } from '../src/core/message.ts';
import { scoringSettingsSchema } from '../src/core/scoring-settings.ts';
import { ownEffects, settingsEffect } from '../src/core/settings-effect.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { type SettingsSave, type SettingsTalkFacts, settingsDialogue } from '../src/dialogues/settings.ts';
import { appealDaysText, readAppealDays } from '../src/text/appeal-days.ts';
import { refusalLine } from '../src/text/settings.ts';
import { settingsTalk } from '../src/text/settings-talk.ts';
import { settingWords } from '../src/text/settings-words.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { bindConversation } from './conversation.ts';

async function load(call: Call, words: string): Promise<{ facts: SettingsTalkFacts }> {
  const { ports, now } = call;
  const [duties, calendar, hasGroup] = [
    await ports.duties(),
    await ports.calendar(),
    await ports.reminders.hasGroup(),
  ];
  const bloc = call.bloc?.name ?? '';
  const spent = await ports.reminders.spent();
  const { appealDays } = ports.scoring.settings;
  return { facts: { policy: ports.policy, duties, calendar, hasGroup, now, bloc, words, spent, appealDays } };
}

/** Saves one setting; meanwhile another may have changed it or what it must agree with. */
async function save({ item, patch }: SettingsSave, call: Call, facts: SettingsTalkFacts): Promise<Say> {
  const { ports } = call;
  const choices = [[{ id: 'cai_dat', label: settingsTalk.labels.list }]];
  const change = await ports.reminders.change(patch);
  if (change.kind === 'refused') return { lines: change.refusals.map(refusalLine), choices, undone: true };
  if (change.kind === 'same') return { lines: settingsTalk.same(item, ports.policy), choices };
  const subject = { subject: 'bloc', subjectId: String(call.bloc?.blocId) } as const;
  ports.audit({ action: 'settings.changed', ...subject, detail: { item, value: settingWords(patch) } });
  ports.replan();
  const effect = settingsEffect({ ...facts, policy: change.before }, change.policy);
  const own = ownEffects(effect);
  for (const [unitId, of] of own) {
    const lines = settingsTalk.announced(item, change.policy, facts.bloc, of);
    ports.tell({ kind: 'unit', unitId }, { lines }, `settings:${item}`);
  }
  return { lines: settingsTalk.done(item, change.policy, own.size), choices };
}

/** How long units may appeal is no reminder: said in one line, it needs no preview. Null: about something else. */
async function setAppealDays(words: string, { ports, bloc }: Call): Promise<Reply | null> {
  const asked = readAppealDays(words);
  if (asked === null) return null;
  const say = (lines: Line[]): Reply => ({ kind: 'say', says: [{ lines }] });
  const { settings } = ports.scoring;
  const read = scoringSettingsSchema.safeParse({ ...settings, appealDays: asked });
  if (!read.success) return say(appealDaysText.which(settings.appealDays));
  await ports.scoring.change(read.data);
  const { appealDays } = read.data;
  const subject = { subject: 'bloc', subjectId: String(bloc?.blocId) } as const;
  ports.audit({
    action: 'settings.changed',
    ...subject,
    detail: { item: 'appeal_days', value: appealDays },
  });
  return say(appealDaysText.done(appealDays));
}

export const caiDat = defineCommand({
  name: 'cai_dat',
  says: ['cài đặt', 'thiết đặt', 'lịch nhắc'],
  summary: 'Ngày giờ nhắc, giờ yên lặng, tổng hợp, cách tính hạn',
  example: '/cai_dat nhắc trước 10, 5, 2 ngày',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  conversation: bindConversation({
    machine: settingsDialogue,
    load,
    apply: async (effects, call, facts) => {
      const says: Say[] = [];
      for (const effect of effects) says.push(await save(effect, call, facts));
      return says;
    },
  }),
  run: async (words, call) => (await setAppealDays(words, call)) ?? { kind: 'begin', words },
});
