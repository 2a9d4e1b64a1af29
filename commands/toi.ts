import { z } from 'zod';
import { isHandedIn } from '../src/core/deadline.ts';
import { isMine } from '../src/core/progress.ts';
import { accountText } from '../src/text/accounts.ts';
import { peopleText } from '../src/text/people.ts';
import { turnText } from '../src/text/turn.ts';
import { defineCommand } from './command.ts';

export const toi = defineCommand({
  name: 'toi',
  says: ['tôi', 'tôi là ai', 'việc của tôi', 'đơn vị của tôi'],
  summary: 'Đồng chí là ai ở đây, đơn vị nào, còn việc gì',
  example: '/toi',
  roles: 'stranger',
  where: 'private',
  args: z.string(),
  run: async (words, call) => {
    const { actor, ports } = call;
    if (!actor || actor.blocIds.length === 0) return { kind: 'say', says: [peopleText.welcome()] };
    const wanted = actor.blocIds.find(id => String(id) === words);
    if (wanted !== undefined) await ports.chooseBloc(wanted);
    const current = wanted ?? call.bloc?.blocId ?? null;
    // Asked in another bloc's group: where one holds no post there is nothing to tell.
    const blocs = (await ports.everyBloc()).filter(bloc => bloc.posts.length > 0);
    if (blocs.length === 0) return { kind: 'say', says: [turnText.stranger('private')] };
    const lines = blocs.flatMap(({ blocId, name, posts, duties }) => {
      const open = duties.filter(one => isMine(one, posts) && isHandedIn(one.kind) && !one.handedIn);
      return peopleText.me(
        actor.displayName,
        name,
        posts,
        open.length,
        blocs.length > 1 && blocId === current,
      );
    });
    const others = blocs.filter(({ blocId }) => blocId !== current);
    const choices = others.map(({ blocId, name }) => [
      { id: `toi ${blocId}`, label: peopleText.switchTo(name) },
    ]);
    lines.push(accountText.mine(await ports.accounts.mine()));
    return { kind: 'say', says: [{ lines, ...(choices.length > 0 ? { choices } : {}) }] };
  },
});
