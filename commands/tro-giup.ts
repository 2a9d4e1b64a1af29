import { z } from 'zod';
import { authorities, authorityOf } from '../src/core/bloc.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { fold } from '../src/text/fold.ts';
import { type HelpTopic, helpText } from '../src/text/help.ts';
import { nearestCommand } from '../src/text/words.ts';
import { type Command, defineCommand, type Reply } from './command.ts';
import { helpTopics, mostUsed } from './help-topics.ts';

const ALL = /^(?:tat ca|het|toan bo|day du)$/;
/** So few need no groups. */
const FEW = 8;

function grouped(usable: readonly Command[]): { topic: HelpTopic; commands: Command[] }[] {
  const named = helpTopics.map(({ topic, names }) => ({
    topic,
    commands: names.flatMap(name => usable.filter(one => one.name === name)),
  }));
  const known = new Set(helpTopics.flatMap(({ names }) => names));
  const other = { topic: 'other' as const, commands: usable.filter(({ name }) => !known.has(name)) };
  return [...named, other].filter(({ commands }) => commands.length > 0);
}

/** Made of the others' own data; `commands` is asked for late, since the list holds this one too. */
export const troGiup = (commands: () => readonly Command[]) =>
  defineCommand({
    name: 'tro_giup',
    says: ['trợ giúp', 'giúp', 'hướng dẫn', 'help', 'lệnh'],
    summary: 'Các lệnh đồng chí dùng được, theo nhóm việc',
    example: '/tro_giup nop_bao_cao',
    roles: 'stranger',
    where: 'both',
    args: z.string(),
    run: async (words, call) => {
      const mine = authorities.indexOf(authorityOf(call.actor?.posts ?? []));
      const usable = commands().filter(one => authorities.indexOf(one.roles) <= mine);
      const groups = grouped(usable);
      const said = fold(words);
      const say = (one: Say): Reply => ({ kind: 'say', says: [one] });
      if (ALL.test(said) || (words === '' && usable.length <= FEW)) return say(helpText.all(groups));
      const group = groups.find(({ topic }) => fold(helpText.topicName(topic)) === said);
      if (group) return say(helpText.topic(group.topic, group.commands));
      const asked = words === '' ? null : nearestCommand(`/${words}`, commands());
      const one = asked && asked.kind !== 'none' ? commands().find(c => c.name === asked.name) : null;
      if (one) return say(helpText.one(one));
      const first = mostUsed.flatMap(name => usable.filter(found => found.name === name));
      const topics = groups.map(({ topic }) => topic);
      return say(helpText.first(first, topics));
    },
  });
