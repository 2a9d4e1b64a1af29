import { addDays } from 'date-fns/addDays';
import { z } from 'zod';
import { authorityOf } from '../src/core/bloc.ts';
import { groupText } from '../src/text/groups.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { GROUP_CODE_DAYS } from './thiet-lap.ts';

const say = (lines: ReturnType<typeof groupText.greeting>): Reply => ({ kind: 'say', says: [{ lines }] });

async function inGroup(words: string, call: Call): Promise<Reply> {
  const { groups } = call.ports.setup;
  if (words === '') return say(call.bloc ? groupText.groupIs(call.bloc.name) : groupText.greeting());
  const outcome = await groups.bind(words);
  if (outcome.kind === 'asks') {
    const { title, otherName, blocName, question } = outcome;
    call.ports.tell({ kind: 'lead' }, groupText.consent(title, otherName, blocName, question));
  }
  return say(groupText.binding(outcome));
}

async function inPrivate(words: string, call: Call): Promise<Reply> {
  const { groups } = call.ports.setup;
  const [, answer, question = ''] = /^(nhuong|giu) (.+)$/.exec(words) ?? [];
  if (answer) return say(groupText.ceding(await groups.cede(question, answer === 'nhuong')));
  if (groups.isCode(words)) return say(groupText.typeInGroup(words));
  if (authorityOf(call.actor?.posts ?? []) !== 'lead') return say(groupText.onlyLead());
  const expiresAt = addDays(call.now, GROUP_CODE_DAYS);
  const bound = await groups.bound();
  const code = await groups.newCode(expiresAt);
  const titles = bound.map(group => group.title);
  return say(groupText.code(code, expiresAt, titles, groups.links(code)));
}

export const ganNhom = defineCommand({
  name: 'gan_nhom',
  says: ['gắn nhóm', 'gắn nhóm chat', 'mã gắn nhóm', 'nhóm chat'],
  summary: 'Gắn nhóm chat với khối: lấy mã ở đây, rồi gõ mã trong nhóm',
  example: '/gan_nhom',
  roles: 'stranger',
  where: 'both',
  leavesNoTrace: true,
  args: z.string(),
  run: (words, call) => (call.chat.kind === 'group' ? inGroup(words, call) : inPrivate(words, call)),
});
