import { uuidv7 } from 'uuidv7';
import type { PlanPorts, PlanSheet } from '../../commands/ports-plans.ts';
import { blocSettingsSchema } from '../../db/bloc-context.ts';
import { enteredBloc } from '../../db/blocs.ts';
import { keepFile, keepFiles, readDocuments } from '../../db/inbox-files.ts';
import { addPlanDocument, applyPlan, planDocuments, planRecord, seasonPlan } from '../../db/plans.ts';
import { unitNames } from '../../db/reports.ts';
import { phaseEntries } from '../../db/season-phases.ts';
import { addUndo } from '../../db/undo.ts';
import { dayOf } from '../core/day.ts';
import type { PlannedDeadline } from '../core/plan-draft.ts';
import { owingOf } from '../core/plan-owing.ts';
import { phasesOfPlan } from '../core/plan-phases.ts';
import { phasesOf } from '../core/season-phase.ts';
import { draftOf } from '../plan/draft.ts';
import { readPlan } from '../plan/read-plan.ts';
import { type PlanRecord, planRecordSchema } from '../plan/record.ts';
import { readPhase } from '../text/phase-words.ts';
import { planText } from '../text/plan-talk.ts';
import { unitNamed } from '../text/who-words.ts';
import { datePhase } from './date-phase.ts';
import type { PortScope } from './port-scope.ts';

const nothing: PlanSheet = { documents: [], targets: [], milestones: [], quotas: [] };

export function createPlanPorts(scope: PortScope): PlanPorts {
  const { tx, now, today, context, inboxId } = scope;
  /** One text is read once a turn, though shown and kept. */
  const records = new Map<string, PlanRecord>();
  const recordOf = (text: string): PlanRecord => {
    const known = records.get(text) ?? readPlan(text);
    records.set(text, known);
    return known;
  };

  return {
    incoming: async () =>
      (await readDocuments(tx, inboxId)).map(({ words, unread: problem, ...file }) => ({
        file,
        words,
        problem,
      })),
    newId: uuidv7,
    read: text => {
      const record = recordOf(text);
      return isPlan(record) ? draftOf(record) : null;
    },
    keep: async ({ documentId, text, files }) => {
      const { blocId } = scope.bloc();
      const [first] = files;
      if (first) await keepFiles(tx, blocId, inboxId, now);
      const pasted = Buffer.from(text, 'utf8');
      const kept = first ?? {
        sha256: await keepFile(tx, blocId, pasted, now),
        name: planText.pastedName(),
        mime: 'text/plain',
      };
      const { sha256, name, mime } = kept;
      const record = recordOf(text);
      const read = { readBy: scope.me(), readAt: now };
      await addPlanDocument(tx, { blocId, id: documentId, sha256, name, mime, record, ...read });
    },
    draft: async documentId => {
      const record = await planRecord(tx, documentId);
      return record === null ? null : draftOf(planRecordSchema.parse(record));
    },
    season: async () => {
      if (!context?.season) return nothing;
      const documents = await planDocuments(tx);
      return {
        ...(await seasonPlan(tx, context.season.id)),
        documents: documents.flatMap(({ id, name, sha256, mime, appliedAt }) =>
          appliedAt ? [{ id, name, sha256, mime, appliedOn: dayOf(appliedAt) }] : [],
        ),
      };
    },
    apply: async (documentId, proposals) => {
      const entered = await enteredBloc(tx, today);
      if (!entered?.seasonId) throw new Error('a plan needs a season');
      const named = await unitNames(tx, today);
      const unitIds = named.map(unit => unit.id);
      const owedBy = (item: PlannedDeadline) => {
        const owing = owingOf(item, unitIds, name => unitNamed(name, named)?.id ?? null);
        return [...(owing.bloc ? [null] : []), ...owing.unitIds];
      };
      const { blocId, seasonId } = { blocId: entered.blocId, seasonId: entered.seasonId };
      const made = { by: scope.me(), at: now };
      const inverse = await applyPlan(tx, proposals, { blocId, seasonId, documentId, owedBy, ...made });
      const planned = proposals.flatMap(one =>
        one.kind === 'new' && one.item.kind === 'deadline' ? [one.item] : [],
      );
      const standing = phasesOf(await phaseEntries(tx, seasonId));
      const phases = phasesOfPlan(planned, readPhase, standing, today);
      const { morning } = blocSettingsSchema.parse(entered.settings).reminders;
      for (const one of phases)
        await datePhase(tx, { blocId, seasonId, morning }, one, { madeBy: scope.me(), now });
      const undoId = await addUndo(tx, blocId, { ...inverse, phases: phases.map(one => one.phase) }, made);
      return { undoId, phases };
    },
  };
}

const isPlan = ({ scope }: PlanRecord) => scope !== 'other_plan' && scope !== 'not_a_plan';
