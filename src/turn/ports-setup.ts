import type { SetupPorts } from '../../commands/ports-setup.ts';
import { appendAudit } from '../../db/audit.ts';
import { dialogueCode, parkOthers, saveDialogue } from '../../db/dialogues.ts';
import { hashCode } from '../../db/pairing.ts';
import { changeBloc, completeBloc, enteredSheet, leaveDraftBloc, openDraftBloc } from '../../db/setup.ts';
import { findSetupCode, useSetupCode } from '../../db/setup-code.ts';
import { enterBloc } from '../../db/tx.ts';
import { addPost, heldPosts, unitsInFull } from '../../db/units.ts';
import { seasonDays } from '../text/council.ts';
import { introduce } from './pairing.ts';
import type { PortScope } from './port-scope.ts';
import { createGroupPorts } from './ports-groups.ts';
import { changePost, changeUnit } from './unit-acts.ts';

export function createSetupPorts(scope: PortScope): SetupPorts {
  const { tx, now, today, sender, context, bloc, season, me } = scope;
  return {
    bloc: async () => {
      const entered = context && (await enteredSheet(tx, context.season?.id ?? null));
      if (!entered) return null;
      const { sheet, draftOf, yearHolds } = entered;
      const code = draftOf === null ? null : await findSetupCode(tx, draftOf);
      return {
        sheet,
        draft: draftOf !== null,
        codeGone: draftOf !== null && code?.usedAt !== null,
        yearHolds,
      };
    },
    begin: async (code, conversation) => {
      const codeHash = hashCode(code);
      const found = await findSetupCode(tx, codeHash);
      if (!found) return 'unknown';
      if (found.usedAt) return 'used';
      if (found.expiresAt <= now) return 'expired';
      const personId = await introduce({ tx, now, sender });
      const blocId = await openDraftBloc(tx, personId, codeHash, now);
      const row = { ...conversation, code: dialogueCode(), rev: 1 };
      const key = { blocId, personId, scope: 'private' };
      await parkOthers(tx, key, row.kind, now);
      await saveDialogue(tx, key, row, now);
      if (context) await enterBloc(tx, context.blocId);
      return 'begun';
    },
    create: async draft => {
      const { blocId } = bloc();
      const entered = await enteredSheet(tx, null);
      const code = entered?.draftOf ? await findSetupCode(tx, entered.draftOf) : null;
      if (!entered?.draftOf || !code || code.usedAt) return null;
      await useSetupCode(tx, entered.draftOf, now);
      const unitIds = await completeBloc(tx, blocId, draft, { ...seasonDays(draft.year), today });
      const lead = draft.units.findIndex(unit => unit.role === 'lead');
      const [unitId, leadName] = [unitIds[lead], draft.units[lead]?.name];
      if (!unitId || !leadName) throw new Error('a bloc without a lead');
      await addPost(tx, { blocId, unitId, personId: me(), role: 'contact', validFrom: today });
      const detail = { units: unitIds.length, year: draft.year };
      const entry = { action: 'bloc.created', subject: 'bloc', subjectId: String(blocId), detail };
      await appendAudit(tx, [{ ...entry, blocId, at: now, actor: me() }]);
      return { blocId, leadName };
    },
    abandon: () => leaveDraftBloc(tx, me()),
    change: sheet =>
      changeBloc(tx, { blocId: bloc().blocId, seasonId: season().id }, sheet, seasonDays(sheet.year)),
    groups: createGroupPorts(scope),
    units: () => unitsInFull(tx, today),
    posts: () => heldPosts(tx, today),
    changeUnit: (change, plan, moveTo) => changeUnit(scope, change, plan, moveTo),
    changePost: (post, role) => changePost(scope, post, role),
  };
}
