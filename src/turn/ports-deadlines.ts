import type { DeadlinePorts } from '../../commands/ports-deadlines.ts';
import { addDeadline, addExtensions, liveDeadlines, reviseDeadline } from '../../db/deadlines.ts';
import { duties } from '../../db/duties.ts';
import { unitNames } from '../../db/reports.ts';
import { undoChange } from '../../db/take-back.ts';
import { addUndo } from '../../db/undo.ts';
import { dueOf } from '../core/boundary.ts';
import type { LiveDeadline } from '../core/deadline-change.ts';
import type { Inverse } from '../core/undo.ts';
import type { PortScope } from './port-scope.ts';

export function createDeadlinePorts(scope: PortScope): DeadlinePorts {
  const { tx, now, today, context } = scope;
  const made = () => ({ blocId: scope.bloc().blocId, by: scope.me(), at: now });
  const undoable = async (inverse: Inverse) => ({
    undoId: await addUndo(tx, scope.bloc().blocId, inverse, made()),
  });
  const revised = async (
    { deadlineId, revision }: LiveDeadline,
    change: Parameters<typeof reviseDeadline>[3],
  ) => {
    const at = { from: revision, after: revision };
    const no = await reviseDeadline(tx, deadlineId, at, change, made());
    return undoable({ kind: 'deadline.restore', deadlineId, revision: no });
  };

  return {
    live: async () => {
      if (!context?.season) return [];
      const { id } = context.season;
      return liveDeadlines(tx, id, await duties(tx, id));
    },
    units: () => unitNames(tx, today),
    add: async ({ boundary, every, ...facts }) => {
      const recurrence = every && { nth: 0, every, first: boundary, ended: false };
      const given = { ...facts, due: dueOf(boundary), recurrence };
      const deadlineId = await addDeadline(tx, scope.season().id, given, made());
      return { deadlineId, ...(await undoable({ kind: 'deadline.withdraw', deadlineId })) };
    },
    revise: (deadline, { title, due }) => {
      const { recurrence } = deadline;
      // A series that had no date yet is counted from the one it is given now.
      const first =
        due && recurrence?.first.kind === 'unstated' ? { ...recurrence, first: due.boundary } : null;
      return revised(deadline, {
        reason: null,
        ...(title === null ? {} : { title }),
        ...(due ? { due: dueOf(due.boundary), ruleText: due.ruleText } : {}),
        ...(first ? { recurrence: first } : {}),
      });
    },
    extend: async ({ deadlineId }, { obligationIds, dueOn, reason }) => {
      const extensionIds = await addExtensions(tx, { obligationIds, dueOn, reason }, made());
      return undoable({ kind: 'extension.revoke', deadlineId, extensionIds, obligationIds });
    },
    cancel: (deadline, { reason, later }) => {
      const { recurrence } = deadline;
      const ended = recurrence && later ? { recurrence: { ...recurrence, ended: true } } : {};
      return revised(deadline, { state: 'cancelled', reason, ...ended });
    },
    undo: id => undoChange(tx, id === null ? { by: scope.me() } : { id }, made()),
  };
}
