import type { BlocLevel } from '../core/bloc-sheet.ts';
import type { Evidence, PlanDraft, PlanItem, PlannedUnit, PlanWarning } from '../core/plan-draft.ts';
import { labelOf } from '../text/bloc-words.ts';
import { readCouncil } from '../text/council.ts';
import { fold } from '../text/fold.ts';
import { planNotes } from '../text/plan-notes.ts';
import { plannedDeadlines } from './draft-deadlines.ts';
import { plannedMilestones, plannedQuotas, plannedTargets } from './draft-facts.ts';
import type { PlanRecord } from './record.ts';

/** A record as what a bloc can make of it: its facts, and the deadlines and figures of its season, numbered. */
export function draftOf(record: PlanRecord): PlanDraft {
  const { bloc_name: name, member_units: members, evidence } = record;
  const ofBloc = name !== null && record.scope !== 'member_unit_plan';
  const at = (field: string): Evidence | null => {
    const quote = evidence[field];
    return quote ? { quote, line: record.evidence_at[field]?.line ?? null } : null;
  };
  return {
    document: {
      kind: record.doc_type ?? planNotes.someDocument(),
      title: record.title,
      number: record.document_number,
      symbol: record.document_symbol,
      issuedOn: record.issue_date,
    },
    scope: ofBloc ? 'bloc' : 'other',
    sheet: {
      name: ofBloc ? name : null,
      label: labelOf(name ?? ''),
      year: record.year,
      ...councilOf(record),
    },
    units: ofBloc ? members.map(unitOf) : [],
    evidence: { name: at('bloc_name') ?? at('title'), units: at('members'), lead: at('leader') },
    items: numbered([
      ...plannedDeadlines(record),
      ...plannedTargets(record),
      ...plannedQuotas(record),
      ...plannedMilestones(record),
    ]),
    warnings: record.anomalies.flatMap(warningOf),
  };
}

/** What has no number yet. */
export type Unnumbered<Item extends PlanItem = PlanItem> = Item extends PlanItem ? Omit<Item, 'no'> : never;

const numbered = (items: Unnumbered[]): PlanItem[] =>
  items.map((item, index) => ({ ...item, no: index + 1 }));

const ROLES = { 'trưởng khối': 'lead', 'phó trưởng khối': 'deputy', 'thành viên': 'member' } as const;

const unitOf = ({ name, role }: PlanRecord['member_units'][number]): PlannedUnit => ({
  name,
  role: ROLES[role],
});

/** The council that formed the bloc: as cited, else that of the place named in the bloc's own name. */
type Council = Pick<PlanDraft['sheet'], 'councilName' | 'level' | 'area'>;

function councilOf({ formation, level, parent_area: area }: PlanRecord): Council {
  const read = formation?.body ? readCouncil(formation.body) : null;
  return {
    councilName: read && !NO_COUNCIL.test(fold(read.councilName)) ? read.councilName : null,
    level: level ?? read?.level ?? null,
    area: area ?? areaOf(level, read),
  };
}

/** Who signed the decision is no council: it is asked. */
const NO_COUNCIL =
  /^(?:bo truong|thu truong|chu tich|tong giam doc|giam doc|hieu truong|bi thu|ubnd|uy ban nhan dan|hoi dong (?:thanh vien|quan tri|truong|nhan dan)|bo |so |tap doan|tong cong ty)/;

const areaOf = (level: BlocLevel | null, read: ReturnType<typeof readCouncil>) =>
  level === 'xã' ? null : (read?.area ?? null);

const warningOf = ({ severity, note, line, quote }: PlanRecord['anomalies'][number]): PlanWarning[] =>
  severity === 'low' ? [] : [{ severity, note, line, quote }];
