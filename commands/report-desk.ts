import { isHandedIn } from '../src/core/deadline.ts';
import type { Duty } from '../src/core/duty.ts';
import { dutyLateness } from '../src/core/progress.ts';
import { mayDecide, maySeeReport, newestVersion, reportStanding } from '../src/core/report-state.ts';
import type { Scoring } from '../src/core/scoring-facts.ts';
import { shortRef } from '../src/core/short-ref.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { sheetText } from '../src/text/report-sheet.ts';
import { type ReportShown, receivedText } from '../src/text/reports-received.ts';
import type { Call } from './command.ts';

export interface Desk {
  /** What this person may see. */
  duties: Duty[];
  /** Of these what came in: undecided ones first, each with the newest first. */
  received: Duty[];
  mayDecide(duty: Duty): boolean;
  /** Whose report it is, where the lead's own unit has handed in. */
  isLeads(duty: Duty): boolean;
  show(duty: Duty): ReportShown;
  latenessOf(duty: Duty, sentAt: Date): ReportShown['lateness'];
}

/** Reports as the person at it may see them: the lead all, a unit its own, the deputy the lead's unit's too. */
export async function reportDesk({ ports, actor }: Call, asked?: Duty[]): Promise<Desk> {
  const [duties, units, calendar] = await Promise.all([
    asked ?? ports.duties(),
    ports.units(),
    ports.calendar(),
  ]);
  const posts = actor?.posts ?? [];
  const leads = units.filter(unit => unit.role === 'lead').map(unit => unit.id);
  const seen = duties.filter(({ kind, party }) => isHandedIn(kind) && maySeeReport(posts, party, leads));
  const latenessOf = (duty: Duty, sentAt: Date) =>
    duty.dueOn === null ? null : dutyLateness(duty, sentAt, ports.policy, calendar);
  const arrival = (duty: Duty) => newestVersion(duty)?.receivedAt.getTime() ?? 0;
  const waiting = (duty: Duty) => Number(reportStanding(duty) === 'received');
  return {
    duties: seen,
    received: seen
      .filter(newestVersion)
      .toSorted((a, b) => waiting(b) - waiting(a) || arrival(b) - arrival(a)),
    mayDecide: duty => mayDecide(posts, duty.party, leads),
    isLeads: ({ party }) => party.kind === 'unit' && leads.includes(party.unitId),
    latenessOf,
    show: duty => {
      const newest = newestVersion(duty);
      return {
        title: duty.title,
        party: duty.party.kind === 'unit' ? duty.party.unitName : sheetText.bloc,
        dueOn: duty.dueOn,
        standing: reportStanding(duty),
        documentNumber: newest?.documentNumber ?? null,
        sent: newest,
        lateness: newest && latenessOf(duty, newest.sentAt),
        reason: duty.sentBack?.reason ?? null,
      };
    },
  };
}

/** A sheet that was sent is sent back criterion by criterion, and once published not at all. */
export function sheetInstead(party: string, { standing }: Scoring): Say {
  if (standing.published) return { lines: receivedText.sheetLocked(party, standing.published.at) };
  const verify = { id: `tham_dinh ${party}`, label: receivedText.verify, tone: 'primary' as const };
  return { lines: receivedText.byCriteria(party), choices: [[verify]] };
}

/** What became of it meanwhile, for whoever came second. */
export async function changedReply(call: Call, duty: Duty, shown: ReportShown) {
  const [newest] = await call.ports.reports.versions(duty.obligationId);
  const choices = [[{ id: `bao_cao ${refOf(duty)}`, label: receivedText.open }]];
  return { lines: receivedText.changed(shown, newest ?? null), choices, undone: true as const };
}

/** Who hears of a decision: the unit, or for the bloc's own report the lead's side. */
export const partyAudience = ({ party }: Duty) =>
  party.kind === 'unit' ? ({ kind: 'unit', unitId: party.unitId } as const) : ({ kind: 'lead' } as const);

/** Ids and numbers of a decision; `own`: he acts for the unit that handed in. */
export const decisionDetail = (call: Call, duty: Duty, version: number) => ({
  obligation: duty.obligationId,
  version,
  own:
    call.actor?.posts.some(post => duty.party.kind === 'unit' && post.unitId === duty.party.unitId) ?? false,
});

export const refOf = (duty: Duty): string => shortRef('o', duty.obligationId);
