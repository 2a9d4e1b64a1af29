import type { BoardPorts } from '../../commands/ports-board.ts';
import { addAnnouncement, announcements, noteRead, noteReminded } from '../../db/announcements.ts';
import { addDocument, documents, removeDocument } from '../../db/documents.ts';
import { addDue } from '../../db/due.ts';
import { addFeedback, addFeedbackEntry, closeFeedback, feedbackOf } from '../../db/feedback.ts';
import { openSeasons, type PortScope } from './port-scope.ts';

export function createBoardPorts(scope: PortScope): BoardPorts {
  const { tx, now, bloc, season, me } = scope;
  const made = () => ({ blocId: bloc().blocId, by: me(), at: now });
  return {
    announcements: {
      list: () => announcements(tx, { seasonIds: openSeasons(scope) }),
      add: async given => {
        const { blocId } = bloc();
        const facts = { blocId, seasonId: season().id, madeBy: me(), madeAt: now };
        const added = await addAnnouncement(tx, { ...given, ...facts });
        const item = { kind: 'announcement', key: `announcement:${added.id}`, id: added.id };
        if (given.sendAt > now) await addDue(tx, blocId, { ...item, at: given.sendAt });
        return added;
      },
      read: (id, unitIds) => noteRead(tx, id, unitIds, me(), now),
      reminded: (id, unitIds) => noteReminded(tx, id, unitIds, now),
    },
    feedback: {
      all: () => feedbackOf(tx, openSeasons(scope), null),
      mine: () => feedbackOf(tx, openSeasons(scope), me()),
      add: given => addFeedback(tx, { ...given, seasonId: season().id }, made()),
      goOn: (id, entry) => addFeedbackEntry(tx, id, entry, made()),
      close: id => closeFeedback(tx, id, me(), now),
    },
    documents: {
      list: () => documents(tx),
      add: given =>
        addDocument(tx, {
          ...given,
          blocId: bloc().blocId,
          seasonId: season().id,
          madeBy: me(),
          madeAt: now,
        }),
      remove: id => removeDocument(tx, id, me(), now),
    },
  };
}
