import type { ScoringPorts } from '../../commands/ports-scoring.ts';
import { addAppeal, decideAppeal } from '../../db/appeals.ts';
import { addDue } from '../../db/due.ts';
import { addEvidence, evidenceOf, takeBackEvidence } from '../../db/evidence.ts';
import { ownScoring } from '../../db/own-scoring.ts';
import { seasonTable } from '../../db/scores.ts';
import { loadScoring } from '../../db/scoring.ts';
import { addAct, lockScoring } from '../../db/scoring-acts.ts';
import { changeScoring } from '../../db/settings.ts';
import { addMove, reopenSheet } from '../../db/sheet-moves.ts';
import { addUnitFact } from '../../db/unit-facts.ts';
import { withdrawObligations } from '../../db/units.ts';
import { addExplanation, addVerdicts } from '../../db/verdicts.ts';
import { addVerifier } from '../../db/verifiers.ts';
import type { ExportItem } from '../core/export-item.ts';
import { defaultReminderPolicy } from '../core/reminder-policy.ts';
import { scoringSettingsSchema } from '../core/scoring-settings.ts';
import type { PortScope } from './port-scope.ts';

export function createScoringPorts(scope: PortScope): ScoringPorts {
  const { tx, now, today, context, bloc, season, me } = scope;
  const acting = (unitId: string) => ({ blocId: bloc().blocId, unitId, by: me(), at: now });
  return {
    settings: context?.settings.scoring ?? scoringSettingsSchema.parse({}),
    load: async hold => {
      if (!context?.season) return null;
      const { blocId } = context;
      const stored = hold ? await seasonTable(tx, context.season.id) : null;
      if (stored) await lockScoring(tx, { blocId, tableId: stored.id }, hold === 'alone');
      const { roll, endOfDay } = context.settings.reminders ?? defaultReminderPolicy;
      return loadScoring(tx, {
        ...{ seasonId: context.season.id, today, now, rules: { roll, endOfDay } },
        calendar: await scope.calendars.of(tx, blocId),
      });
    },
    own: async unitId => (context?.season ? ownScoring(tx, { seasonId: context.season.id, unitId }) : null),
    move: (sheet, move, unitId) => addMove(tx, sheet, move, acting(unitId)),
    reopen: sheetId => reopenSheet(tx, { blocId: bloc().blocId, id: sheetId }),
    judge: (sheet, verdicts, unitId) =>
      addVerdicts(
        tx,
        sheet,
        verdicts.map(({ ruling, ...one }) => ({
          ...one,
          kind: ruling.kind,
          value: ruling.kind === 'changed' ? ruling.value : null,
        })),
        acting(unitId),
      ),
    explain: (sheet, given, unitId) => addExplanation(tx, sheet, given, acting(unitId)),
    act: (act, unitId) => addAct(tx, act, acting(unitId)),
    release: ids => withdrawObligations(tx, ids, now),
    assign: (given, unitId) => addVerifier(tx, given, acting(unitId)),
    tellFact: (fact, unitId) => addUnitFact(tx, fact, acting(unitId)),
    appeal: (sheet, given, unitId) => addAppeal(tx, sheet, given, acting(unitId)),
    decideAppeal: (given, unitId) => decideAppeal(tx, given, acting(unitId)),
    evidence: tableId => evidenceOf(tx, { tableId }),
    addEvidence: (sheet, given, unitId) => addEvidence(tx, sheet, given, acting(unitId)),
    takeBackEvidence: id => takeBackEvidence(tx, { blocId: bloc().blocId, id }, me(), now),
    change: settings => changeScoring(tx, bloc().blocId, settings),
    export: async (what, chat) => {
      const item: ExportItem = {
        ...{ kind: 'export', key: `export:${scope.inboxId}:${what.what}`, at: now, seasonId: season().id },
        ...{ personId: me(), chat: { ...chat, kind: scope.inGroup ? 'group' : 'private' } },
        ...what,
      };
      await addDue(tx, bloc().blocId, item);
      scope.deferred.dueNow = true;
    },
  };
}
