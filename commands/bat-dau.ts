import { z } from 'zod';
import { authorityOf } from '../src/core/bloc.ts';
import { peopleText } from '../src/text/people.ts';
import { defineCommand } from './command.ts';

export const batDau = defineCommand({
  name: 'bat_dau',
  says: ['bắt đầu', 'start', 'ghép nối', 'kết nối'],
  summary: 'Ghép nối với đơn vị bằng mã của Trưởng khối',
  example: '/bat_dau K1-ABCD-EFGH',
  roles: 'stranger',
  where: 'private',
  leavesNoTrace: true,
  args: z.string(),
  run: async (code, call) => {
    const posts = call.actor?.posts ?? [];
    if (code === '') {
      const known = call.bloc && authorityOf(posts) !== 'stranger';
      return {
        kind: 'say',
        says: [known ? peopleText.welcomeBack(call.bloc?.name ?? '') : peopleText.welcome()],
      };
    }
    const outcome = await call.ports.pair(code);
    // One line for each unit, not for each person: that is what the lead waits for.
    if (outcome.kind === 'paired' && outcome.first) {
      const lines = peopleText.joined(outcome.personName, outcome.unitName, outcome.first);
      call.ports.tell({ kind: 'lead', blocId: outcome.blocId }, { lines });
    }
    return { kind: 'say', says: [peopleText.pairing(outcome, call.chat.address.platform)] };
  },
});
