import { z } from 'zod';
import type { LiveDeadline } from '../src/core/deadline-change.ts';
import type { DeadlineInverse } from '../src/core/undo.ts';
import { scoreEffectText } from '../src/text/score-effect.ts';
import { undoText } from '../src/text/undo.ts';
import { defineCommand } from './command.ts';
import { type Concerned, tellConcerned } from './deadline-news.ts';
import { movedScores, unitNews } from './score-news.ts';

/** A button names the change; typed alone, it is the person's last one. Words behind it may mean something else. */
const which = z.union([z.uuid(), z.literal('').transform(() => null)]);

function concerned(inverse: DeadlineInverse, deadline: LiveDeadline | null): Concerned {
  const duties = deadline?.duties ?? [];
  if (inverse.kind === 'extension.revoke') {
    return duties.filter(duty => inverse.obligationIds.includes(duty.obligationId)).map(duty => duty.party);
  }
  return duties.length > 0 ? duties.map(duty => duty.party) : 'everybody';
}

export const hoanTac = defineCommand({
  name: 'hoan_tac',
  says: ['hoàn tác', 'rút lại', 'làm lại như cũ'],
  summary: 'Rút lại thay đổi về hạn, hay kế hoạch vừa ghi, trong 10 phút',
  example: '/hoan_tac',
  roles: 'lead',
  where: 'private',
  args: which,
  run: async (id, call) => {
    const { ports } = call;
    const scoring = await ports.scoring.load('shared');
    const earlier = await ports.deadlines.live();
    const outcome = await ports.deadlines.undo(id);
    if (outcome.kind === 'in_the_way')
      return { kind: 'say', says: [{ lines: undoText.inTheWay(outcome.titles) }] };
    if (outcome.kind === 'plan_done') {
      const { documentId } = outcome.inverse;
      const detail = { undo: outcome.undoId };
      ports.audit({ action: 'change.undone', subject: 'plan', subjectId: documentId, detail });
      ports.replan();
      return { kind: 'say', says: [{ lines: undoText.planDone(outcome.inverse) }] };
    }
    if (outcome.kind !== 'done') return { kind: 'say', says: [{ lines: undoText.refused(outcome.kind) }] };
    const { inverse, undoId } = outcome;
    const of = (list: readonly LiveDeadline[]) =>
      list.find(one => one.deadlineId === inverse.deadlineId) ?? null;
    const [before, after] = [of(earlier), of(await ports.deadlines.live())];
    ports.audit({
      action: 'change.undone',
      subject: 'deadline',
      subjectId: inverse.deadlineId,
      detail: { undo: undoId },
    });
    ports.replan();
    const undone = { inverse, before, after };
    const calendar = await ports.calendar();
    const lines = undoText.news(call.bloc?.name ?? '', undone, calendar);
    const moved = await movedScores(scoring, call);
    // Where nobody has heard of it, nobody need hear that it is over.
    const unheard = await ports.recall(undoId);
    if (!unheard) {
      await tellConcerned(call, concerned(inverse, after ?? before), undoId, { lines });
      for (const [unitId, own] of unitNews(moved, scoring))
        ports.tell({ kind: 'unit', unitId }, { lines: own }, undoId);
    }
    const effect = scoreEffectText.lines({ locked: false, affected: moved });
    return { kind: 'say', says: [{ lines: [...undoText.done(undone, unheard, calendar), ...effect] }] };
  },
});
