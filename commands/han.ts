import { z } from 'zod';
import { hasAuthority } from '../src/core/bloc.ts';
import { asGroup, byDeadline } from '../src/core/duty.ts';
import { deadlineView, upcoming } from '../src/core/progress.ts';
import { dateUndated } from '../src/text/deadlines.ts';
import { dutyText } from '../src/text/duties.ts';
import { defineCommand } from './command.ts';

/** As many as fit on a phone without scrolling far. */
const SHOWN = 6;

export const han = defineCommand({
  name: 'han',
  says: ['hạn', 'hạn nộp', 'xem hạn', 'các hạn', 'lịch hạn'],
  summary: 'Hạn sắp tới, việc của đồng chí trước',
  example: '/han',
  roles: 'member',
  where: 'both',
  args: z.string(),
  run: async (_, call) => {
    const blocs = await call.ports.everyBloc();
    const says = blocs.map(({ name, posts, duties, events, calendar, policy }) => {
      const at = { now: call.now, calendar, rules: policy };
      const groups = [...byDeadline(duties), ...events.map(asGroup)];
      const views = upcoming(groups.map(group => deadlineView(group, posts, at)));
      const shown = views.slice(0, SHOWN);
      const owes = shown.some(view => view.mine.some(duty => duty.handedIn === null));
      const forMe = call.chat.kind === 'private';
      const lines = dutyText.list(name, call.today, shown, views.length - shown.length, forMe);
      const undated = hasAuthority(posts, 'lead') && views.some(view => view.group.dueOn === null);
      const choices = [...(owes ? [dutyText.handIn()] : []), ...(undated ? [dateUndated()] : [])];
      return { lines, ...(choices.length > 0 && forMe ? { choices: [choices] } : {}) };
    });
    return { kind: 'say', says };
  },
});
