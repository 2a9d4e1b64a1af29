import type { ReminderPorts } from '../../commands/ports-reminders.ts';
import { absences, addAbsence, endAbsence } from '../../db/absences.ts';
import { decideDay, holidayFacts } from '../../db/holidays.ts';
import { takeNudge } from '../../db/nudges.ts';
import { groupChats } from '../../db/people.ts';
import { changeReminders } from '../../db/settings.ts';
import { dayOf } from '../core/day.ts';
import { spendings } from '../scheduler/budget-levels.ts';
import type { PortScope } from './port-scope.ts';

export function createReminderPorts({ tx, now, today, chat, bloc, me }: PortScope): ReminderPorts {
  return {
    change: patch => changeReminders(tx, bloc().blocId, patch),
    hasGroup: async () => (await groupChats(tx, bloc().blocId)).length > 0,
    spent: async () => {
      const groups = await groupChats(tx, bloc().blocId);
      const bots = [...groups, chat].map(one => `${one.platform}|${one.botId}`);
      return (await spendings(tx)).filter(one => bots.includes(`${one.platform}|${one.botId}`));
    },
    holidays: () => holidayFacts(tx, bloc().blocId),
    decideDay: (day, what) => decideDay(tx, { blocId: bloc().blocId, day, what, by: me(), at: now }),
    absences: () => absences(tx, today),
    addAbsence: ({ personId, standInId, from, to }) =>
      addAbsence(tx, {
        ...{ blocId: bloc().blocId, personId, standInId, createdAt: now },
        fromDay: from,
        toDay: to,
      }),
    endAbsence: id => endAbsence(tx, id, now),
    takeNudge: (deadlineId, at, most) => {
      const nudge = { blocId: bloc().blocId, deadlineId, day: dayOf(at), at, said: at <= now };
      return takeNudge(tx, nudge, most);
    },
  };
}
