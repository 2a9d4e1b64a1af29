import type { Calendar } from './calendar.ts';
import { type CutOffRules, isHandedIn, type Lateness } from './deadline.ts';
import type { Duty } from './duty.ts';
import { dutyLateness } from './progress.ts';
import { isWithdrawn, type ReportStanding, type ReportVersion, reportStanding } from './report-state.ts';

/** One obligation as lists and exports show it. */
export interface ReportRow {
  duty: Duty;
  standing: ReportStanding;
  /** Null: nothing came. */
  newest: ReportVersion | null;
  first: ReportVersion | null;
  /** Of the newest version; null where nothing came or no day is due. */
  lateness: Lateness | null;
  firstLateness: Lateness | null;
}

/** In the order of the duties; versions of other obligations are left out. */
export function reportRows(
  duties: readonly Duty[],
  versions: readonly ReportVersion[],
  rules: CutOffRules,
  calendar: Calendar,
): ReportRow[] {
  const byObligation = new Map<string, ReportVersion[]>();
  for (const one of versions) {
    const group = byObligation.get(one.obligationId);
    if (group) group.push(one);
    else byObligation.set(one.obligationId, [one]);
  }
  return duties
    .filter(duty => isHandedIn(duty.kind))
    .map(duty => {
      const all = (byObligation.get(duty.obligationId) ?? [])
        .filter(one => !isWithdrawn(one))
        .toSorted((a, b) => b.version - a.version);
      const newest = all[0] ?? null;
      const first = all.at(-1) ?? null;
      const judge = (one: ReportVersion | null) =>
        one && duty.dueOn !== null ? dutyLateness(duty, one.sentAt, rules, calendar) : null;
      const [lateness, firstLateness] = [judge(newest), judge(first)];
      return { duty, standing: reportStanding(duty), newest, first, lateness, firstLateness };
    });
}

export interface ReportTotals {
  of: number;
  missing: number;
  received: number;
  accepted: number;
  sentBack: number;
  late: number;
}

/** A report that was sent back counts as late or on time only when it is in again. */
export function totalsOf(rows: readonly ReportRow[]): ReportTotals {
  const count = (standing: ReportStanding) => rows.filter(row => row.standing === standing).length;
  return {
    of: rows.length,
    missing: count('missing'),
    received: count('received'),
    accepted: count('accepted'),
    sentBack: count('sent_back'),
    late: rows.filter(row => row.duty.handedIn && row.lateness?.kind === 'late').length,
  };
}
