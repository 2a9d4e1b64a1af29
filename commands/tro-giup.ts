import { z } from 'zod';
import { authorities, authorityOf } from '../src/core/bloc.ts';
import { helpText } from '../src/text/help.ts';
import { nearestCommand } from '../src/text/words.ts';
import { type Command, defineCommand } from './command.ts';

/** Made of the others' own data; `commands` is asked for late, since the list holds this one too. */
export const troGiup = (commands: () => readonly Command[]) =>
  defineCommand({
    name: 'tro_giup',
    says: ['trợ giúp', 'giúp', 'hướng dẫn', 'help', 'lệnh'],
    summary: 'Các lệnh đồng chí dùng được',
    example: '/tro_giup nop_bao_cao',
    roles: 'stranger',
    where: 'both',
    args: z.string(),
    run: async (words, call) => {
      const mine = authorities.indexOf(authorityOf(call.actor?.posts ?? []));
      const usable = commands().filter(one => authorities.indexOf(one.roles) <= mine);
      const asked = words === '' ? null : nearestCommand(`/${words}`, commands());
      const one = asked && asked.kind !== 'none' ? commands().find(c => c.name === asked.name) : null;
      return { kind: 'say', says: [one ? helpText.one(one) : helpText.all(usable)] };
    },
  });
