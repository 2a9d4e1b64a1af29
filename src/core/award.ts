import type { BoardFile } from './board.ts';
import type { StandingQuota } from './plan-diff.ts';

/** What a dossier for an award holds. */
export const dossierPapers = ['request', 'achievements', 'minutes'] as const;
export type DossierPaper = (typeof dossierPapers)[number];
export const awardStepKinds = [...dossierPapers, 'sent', 'granted', 'refused', 'withdrawn'] as const;
export type AwardStepKind = (typeof awardStepKinds)[number];

export interface AwardStep {
  kind: AwardStepKind;
  /** Number and day of the paper, or why, as typed. */
  said: string;
  file: BoardFile | null;
  at: Date;
}

export type AwardBasis = 'ranking' | 'ballot' | 'meeting' | 'lead';

export interface AwardProposal {
  id: string;
  /** What people call it by. */
  number: number;
  award: string;
  quotaId: string | null;
  unitId: string;
  unitName: string;
  /** A person or a collective within the unit; null: the unit itself. */
  subject: string | null;
  basis: AwardBasis;
  steps: AwardStep[];
}

export type AwardStanding = 'preparing' | 'sent' | 'granted' | 'refused' | 'withdrawn';

/** The last step that says so; papers added later change nothing. */
export function awardStanding({ steps }: Pick<AwardProposal, 'steps'>): AwardStanding {
  for (const { kind } of steps.toReversed())
    if (kind === 'sent' || kind === 'granted' || kind === 'refused' || kind === 'withdrawn') return kind;
  return 'preparing';
}

export const missingPapers = ({ steps }: Pick<AwardProposal, 'steps'>): DossierPaper[] =>
  dossierPapers.filter(paper => !steps.some(step => step.kind === paper));

/** Before it is sent papers are added; once decided or withdrawn nothing more happens. */
export function mayStep(one: Pick<AwardProposal, 'steps'>, kind: AwardStepKind): boolean {
  const standing = awardStanding(one);
  if (standing === 'preparing') return kind !== 'granted' && kind !== 'refused';
  return standing === 'sent' && kind !== 'sent';
}

export interface QuotaUse {
  used: number;
  /** Null: what it is a share of is not known here. */
  limit: number | null;
}

/** How many a quota still allows, for that unit where it counts per unit; a share of collectives is one of the units. */
export function quotaUse(
  quota: StandingQuota,
  proposals: readonly AwardProposal[],
  at: { unitId: string; units: number },
): QuotaUse {
  const counted = proposals.filter(
    one =>
      one.quotaId === quota.id &&
      awardStanding(one) !== 'withdrawn' &&
      (quota.scope !== 'per_unit' || one.unitId === at.unitId),
  );
  return { used: counted.length, limit: limitOf(quota, at.units) };
}

/** The most that may be proposed. */
function limitOf({ operator, low, high, measure, scope }: StandingQuota, units: number): number | null {
  if (operator === '>=') return null;
  const most = high ?? low;
  if (!(measure ?? '').includes('%')) return scope === 'per_person' ? null : Math.floor(most);
  return scope === 'per_bloc' || scope === 'whole' ? Math.floor((most * units) / 100) : null;
}
