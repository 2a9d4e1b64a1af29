import { z } from 'zod';
import { hasAuthority } from '../src/core/bloc.ts';
import { asGroup, byDeadline } from '../src/core/duty.ts';
import { type DeadlineView, deadlineView, upcoming } from '../src/core/progress.ts';
import { dateUndated } from '../src/text/deadlines.ts';
import { dutyText } from '../src/text/duties.ts';
import { fold } from '../src/text/fold.ts';
import { defineCommand } from './command.ts';

/** As many as fit on a phone without scrolling far. */
const SHOWN = 6;
const ALL = /^(?:xem )?(?:tat ca|het|toan bo|them)$/;

/** The first few in their order; what is over never takes the place of all that is coming. */
function atAGlance(views: readonly DeadlineView[]): DeadlineView[] {
  const isOver = ({ due, own }: DeadlineView) => (own ?? due)?.standing.kind === 'over';
  const coming = views.filter(view => !isOver(view)).length;
  const over = views.filter(isOver).slice(0, Math.max(SHOWN - coming, SHOWN / 2));
  return views.filter(view => !isOver(view) || over.includes(view)).slice(0, SHOWN);
}

export const han = defineCommand({
  name: 'han',
  says: ['hạn', 'hạn nộp', 'xem hạn', 'các hạn', 'lịch hạn'],
  summary: 'Hạn sắp tới, việc của đồng chí trước',
  example: '/han',
  roles: 'member',
  where: 'both',
  args: z.string(),
  run: async (words, call) => {
    const all = ALL.test(fold(words));
    const blocs = await call.ports.everyBloc();
    const says = blocs.map(({ name, posts, duties, events, calendar, policy }) => {
      const at = { now: call.now, calendar, rules: policy };
      const groups = [...byDeadline(duties), ...events.map(asGroup)];
      const views = upcoming(groups.map(group => deadlineView(group, posts, at)));
      const shown = all ? views : atAGlance(views);
      const owes = shown.some(view => view.mine.some(duty => duty.handedIn === null));
      const forMe = call.chat.kind === 'private';
      const more = views.length - shown.length;
      const lines = dutyText.list(name, call.today, shown, more, forMe);
      const undated = hasAuthority(posts, 'lead') && views.some(view => view.group.dueOn === null);
      const choices = [
        ...(owes ? [dutyText.handIn()] : []),
        ...(more > 0 ? [dutyText.all()] : []),
        ...(undated ? [dateUndated()] : []),
      ];
      return { lines, ...(choices.length > 0 && forMe ? { choices: [choices] } : {}) };
    });
    return { kind: 'say', says };
  },
});
