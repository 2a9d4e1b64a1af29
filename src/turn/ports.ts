import type { BlocView, Ports } from '../../commands/ports.ts';
import { auditPage, verifyAudit } from '../../db/audit.ts';
import { type BlocContext, blocPeople, loadContext } from '../../db/bloc-context.ts';
import { blocNames, units } from '../../db/blocs.ts';
import type { Calendars } from '../../db/calendar.ts';
import { duties, seasonDeadlines } from '../../db/duties.ts';
import { keepFiles } from '../../db/inbox-files.ts';
import { addPairingCode } from '../../db/pairing.ts';
import { chooseBloc } from '../../db/people.ts';
import { auditEnd } from '../../db/reports.ts';
import { addEntry, lockSheet, seasonTable, sheets, submitSheet } from '../../db/scores.ts';
import { seasonOf } from '../../db/season-phases.ts';
import { recordSubmission } from '../../db/submissions.ts';
import { enterBloc, lookInto, type Tx } from '../../db/tx.ts';
import { defaultReminderPolicy } from '../core/reminder-policy.ts';
import { makeLink } from './make-link.ts';
import { recallNews } from './news.ts';
import { newPairingCode, pair } from './pairing.ts';
import { type Deferred, type PortFacts, portScope, writeLater } from './port-scope.ts';
import { createAccountPorts } from './ports-accounts.ts';
import { createBallotPorts } from './ports-ballot.ts';
import { createBoardPorts } from './ports-board.ts';
import { createCalendarPorts } from './ports-calendar.ts';
import { createDeadlinePorts } from './ports-deadlines.ts';
import { createPlanPorts } from './ports-plans.ts';
import { createPrivacyPorts } from './ports-privacy.ts';
import { createReminderPorts } from './ports-reminders.ts';
import { createReportsPorts } from './ports-reports.ts';
import { createScoringPorts } from './ports-scoring.ts';
import { createSetupPorts } from './ports-setup.ts';
import { createTablePorts } from './ports-tables.ts';
import { createYearPorts } from './ports-year.ts';
import { reach } from './reach.ts';

/** The commands' ports over this turn's transaction. A port that needs a bloc throws where none is entered. */
export function createPorts(facts: PortFacts): { ports: Ports; deferred: Deferred } {
  const scope = portScope(facts);
  const { tx, now, today, context, actor, deferred, bloc, season, me } = scope;

  const ports: Ports = {
    policy: context?.settings.reminders ?? defaultReminderPolicy,
    calendar: () => facts.calendars.of(tx, bloc().blocId),
    duties: async year => (context ? duties(tx, idsOf(context, year)) : []),
    everyBloc: async () => {
      const ids = facts.inGroup ? [bloc().blocId] : (actor?.blocIds ?? []);
      if (context && ids.every(id => id === context.blocId))
        return [await viewOf(tx, context, facts.calendars)];
      const views: BlocView[] = [];
      for (const blocId of ids) {
        const at = { blocId, personId: actor?.personId ?? null, scope: 'private', today };
        const entered = await loadContext(tx, at, lookInto);
        if (entered) views.push(await viewOf(tx, entered, facts.calendars));
      }
      if (context) await enterBloc(tx, context.blocId);
      return views;
    },
    people: () => blocPeople(tx, today),
    reach: () => reach(tx, today),
    units: () => units(tx, today),
    table: async () => (context?.season ? seasonTable(tx, context.season.id) : null),
    sheets: tableId => sheets(tx, { tableId }),
    lockSheet: (tableId, unitId) =>
      lockSheet(tx, { blocId: bloc().blocId, seasonId: season().id, tableId, unitId }, now),
    enter: ({ id: sheetId, tableId }, criterionKey, sawVersion, value) => {
      const entry = { criterionKey, sawVersion, value, by: me(), at: now };
      writeLater(deferred, addEntry(tx, { blocId: bloc().blocId, sheetId, tableId, ...entry }));
    },
    submitSheet: sheetId => submitSheet(tx, { blocId: bloc().blocId, id: sheetId }, me(), now),
    keepFiles: () => keepFiles(tx, bloc().blocId, facts.inboxId, now),
    submit: async given =>
      recordSubmission(tx, {
        ...given,
        blocId: bloc().blocId,
        seasonId: await seasonOf(tx, 'obligation', given.obligationId),
        files: given.files.map(({ sha256, name, mime }) => ({ sha256, name, mime })),
        receivedAt: now,
        submittedBy: me(),
      }),
    newPairing: async (unitId, role, expiresAt) => {
      const code = newPairingCode(bloc().blocId);
      const { blocId } = bloc();
      await addPairingCode(tx, { blocId, code, unitId, role, createdBy: me(), createdAt: now, expiresAt });
      return { code, links: facts.deepLinks(code, 'private').map(link => link.url) };
    },
    scoring: createScoringPorts(scope),
    tables: createTablePorts(scope),
    setup: createSetupPorts(scope),
    deadlines: createDeadlinePorts(scope),
    board: createBoardPorts(scope),
    year: createYearPorts(scope),
    plans: createPlanPorts(scope),
    ballots: createBallotPorts(scope),
    privacy: createPrivacyPorts(scope),
    ...createCalendarPorts(scope),
    pair: code => pair({ tx, now, sender: facts.sender }, code),
    reports: createReportsPorts(scope),
    blocNames: async () => blocNames(tx, actor?.blocIds ?? [], context?.blocId ?? null),
    chooseBloc: blocId => chooseBloc(tx, me(), blocId),
    links: {
      make: subject => makeLink(tx, facts.publicUrl, { blocId: bloc().blocId, personId: me(), subject }, now),
    },
    accounts: createAccountPorts(scope),
    reminders: createReminderPorts(scope),
    audit: entry => {
      deferred.audit.push({ ...entry, blocId: bloc().blocId, at: now, actor: actor?.personId ?? null });
    },
    auditLog: async page => ({
      ...(await auditPage(tx, page)),
      tampering: await verifyAudit(tx),
      end: await auditEnd(tx),
    }),
    tell: (to, say, waits, owed) => {
      deferred.tell.push({ to, say, ...(waits && { waits }), ...(owed && { owed }) });
    },
    recall: waits => recallNews(tx, scope.bloc().blocId, waits),
    replan: () => {
      deferred.replan = true;
    },
  };
  return { ports, deferred };
}

/** Whichever year somebody speaks of, what is owed is owed. */
const idsOf = ({ seasons }: BlocContext, year?: number) =>
  seasons.filter(one => year === undefined || one.year === year).map(one => one.id);

/** The bloc must be entered. */
async function viewOf(tx: Tx, context: BlocContext, calendars: Calendars): Promise<BlocView> {
  const { blocId, name, posts, settings } = context;
  const [calendar, found] = await Promise.all([
    calendars.of(tx, blocId),
    seasonDeadlines(tx, idsOf(context)),
  ]);
  return { blocId, name, posts, ...found, calendar, policy: settings.reminders };
}
