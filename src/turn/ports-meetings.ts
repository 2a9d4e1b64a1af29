import type { YearPorts } from '../../commands/ports-year.ts';
import { addDue } from '../../db/due.ts';
import {
  addDecision,
  answerMeeting,
  callMeeting,
  cancelMeeting,
  meetings,
  takeAttendance,
} from '../../db/meetings.ts';
import type { ExportItem } from '../core/export-item.ts';
import { openSeasons, type PortScope } from './port-scope.ts';

export function createMeetingPorts(scope: PortScope): YearPorts['meetings'] {
  const { tx, now, bloc, season, me } = scope;
  const made = () => ({ blocId: bloc().blocId, by: me(), at: now });
  return {
    list: () => meetings(tx, { seasonIds: openSeasons(scope) }),
    call: async ({ remindAt, ...given }) => {
      const called = await callMeeting(tx, { ...given, seasonId: season().id }, made());
      const key = `meeting:${called.id}`;
      if (remindAt) await addDue(tx, bloc().blocId, { kind: 'meeting', key, at: remindAt, ...called });
      return called;
    },
    answer: (id, unitIds, given) => answerMeeting(tx, id, { unitIds, ...given }, made()),
    attend: (id, unitIds) => takeAttendance(tx, id, unitIds, now),
    decide: (id, body) => addDecision(tx, id, body, made()),
    cancel: id => cancelMeeting(tx, id, now),
    minutes: async (meetingId, chat) => {
      const item: ExportItem = {
        ...{ kind: 'export', key: `export:${scope.inboxId}:meeting`, at: now, seasonId: season().id },
        ...{ what: 'meeting_minutes', meetingId, personId: me() },
        chat: { ...chat, kind: scope.inGroup ? 'group' : 'private' },
      };
      await addDue(tx, bloc().blocId, item);
      scope.deferred.dueNow = true;
    },
  };
}
