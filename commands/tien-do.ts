import { z } from 'zod';
import { authorityOf } from '../src/core/bloc.ts';
import { addDays } from '../src/core/day.ts';
import { isHandedIn } from '../src/core/deadline.ts';
import { byDeadline } from '../src/core/duty.ts';
import { deadlineView } from '../src/core/progress.ts';
import { matchObligations } from '../src/dialogues/report-choices.ts';
import { dutyText } from '../src/text/duties.ts';
import { fold } from '../src/text/fold.ts';
import { yearText } from '../src/text/year-words.ts';
import { defineCommand } from './command.ts';
import { yearAsked } from './year-asked.ts';

/** Deadlines this long past are history unless they are asked for by name. */
const DAYS_BACK = 30;
const SHOWN = 5;

export const tienDo = defineCommand({
  name: 'tien_do',
  says: ['tiến độ', 'ai chưa nộp', 'tình hình nộp'],
  summary: 'Bao nhiêu đơn vị đã nộp; Trưởng khối thấy đơn vị nào còn thiếu',
  example: '/tien_do 6 tháng',
  roles: 'member',
  where: 'both',
  args: z.string(),
  run: async (typed, call) => {
    const [found, calendar] = [await yearAsked(typed, call), await call.ports.calendar()];
    if ('refusal' in found) return { kind: 'say', says: [found.refusal] };
    const { year, words, duties } = found;
    const posts = call.actor?.posts ?? [];
    const at = { now: call.now, calendar, rules: call.ports.policy };
    const asked = fold(words).replace(/[\s?!.,;:]+$/, '');
    const named = new Set(
      matchObligations(
        asked,
        byDeadline(duties).map(group => ({ ...group, unitName: '' })),
      ).map(({ deadlineId }) => deadlineId),
    );
    const views = byDeadline(duties)
      .filter(group => isHandedIn(group.kind))
      .map(group => deadlineView(group, posts, at))
      .filter(({ group }) =>
        asked === ''
          ? year !== null ||
            (group.dueOn ?? call.today) >= addDays(call.today, -DAYS_BACK) ||
            group.done < group.of
          : fold(group.title).includes(asked) || named.has(group.deadlineId),
      );
    // Decision 13: before the due day only the lead sees names, and he sees them in private.
    const lead = authorityOf(posts) === 'lead' && call.chat.kind === 'private';
    const mayName = (over: boolean) => lead || over || call.ports.policy.nameBeforeDue;
    const lines = dutyText.progress(
      views.slice(0, SHOWN).map(view => ({ view, named: mayName(view.over), reasons: lead })),
      Math.max(0, views.length - SHOWN),
      asked === '' ? null : words,
      call.chat.kind === 'private',
    );
    const others = year === null ? [] : (await call.ports.year.years()).filter(one => one !== year);
    const shown = year === null ? [] : [[], yearText.shown(year, others)];
    return { kind: 'say', says: [{ lines: [...lines, ...shown] }] };
  },
});
