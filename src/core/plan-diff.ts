import { dueOf } from './boundary.ts';
import type { Day } from './day.ts';
import type { LiveDeadline } from './deadline-change.ts';
import type {
  Figure,
  PlanItem,
  PlannedDeadline,
  PlannedMilestone,
  PlannedQuota,
  PlannedTarget,
} from './plan-draft.ts';

/** Facts of the season that a plan may say anew; `no` is the revision that was seen. */
interface Standing {
  id: string;
  no: number;
}
export type StandingTarget = Standing &
  Pick<PlannedTarget, 'scope' | 'metric' | 'measure' | 'period' | 'raw'> &
  Figure;
export type StandingMilestone = Standing &
  Pick<PlannedMilestone, 'milestoneKind' | 'name' | 'startsOn' | 'endsOn'>;
export type StandingQuota = Standing &
  Pick<PlannedQuota, 'award' | 'scope' | 'operator' | 'low' | 'high'> & { measure: string | null };

export interface SeasonFacts {
  deadlines: readonly LiveDeadline[];
  targets: readonly StandingTarget[];
  milestones: readonly StandingMilestone[];
  quotas: readonly StandingQuota[];
}

/** What taking an item over would do. */
export type Proposal =
  | { kind: 'new'; item: PlanItem }
  | { kind: 'moved'; item: PlannedDeadline; deadline: LiveDeadline; from: Day | null; affected: number }
  | { kind: 'changed'; item: PlannedTarget; target: StandingTarget }
  | { kind: 'changed'; item: PlannedMilestone; milestone: StandingMilestone }
  | { kind: 'changed'; item: PlannedQuota; quota: StandingQuota }
  /** It stands already. */
  | { kind: 'same'; item: PlanItem };

/**
 * Compares names as people do: `same(a, b)` is handed in, for the core knows no spelling; `alike`: two names for the same
 * purpose.
 */
export type SameName = (a: string, b: string) => boolean;

/** Item by item what is new, other, or there already. What the season has beyond the plan stays untouched. */
export function proposals(
  items: readonly PlanItem[],
  season: SeasonFacts,
  same: SameName,
  alike: SameName = same,
): Proposal[] {
  return items.map(item => proposalOf(item, season, same, alike));
}

function proposalOf(item: PlanItem, season: SeasonFacts, same: SameName, alike: SameName): Proposal {
  switch (item.kind) {
    case 'deadline':
      return deadlineProposal(item, season, same, alike);
    case 'target': {
      const target = season.targets.find(
        one => same(one.metric, item.metric) && (one.period ?? '') === (item.period ?? ''),
      );
      if (!target) return { kind: 'new', item };
      return sameFigure(target, item) ? { kind: 'same', item } : { kind: 'changed', item, target };
    }
    case 'milestone': {
      const milestone = season.milestones.find(one => same(one.name, item.name));
      if (!milestone) return { kind: 'new', item };
      const equal = milestone.startsOn === item.startsOn && milestone.endsOn === item.endsOn;
      return equal ? { kind: 'same', item } : { kind: 'changed', item, milestone };
    }
    case 'quota': {
      const quota = season.quotas.find(one => same(one.award, item.award) && one.scope === item.scope);
      if (!quota) return { kind: 'new', item };
      return sameFigure(quota, item) ? { kind: 'same', item } : { kind: 'changed', item, quota };
    }
  }
}

const sameFigure = (a: Figure, b: Figure) =>
  a.operator === b.operator && a.low === b.low && (a.high ?? null) === (b.high ?? null);

function deadlineProposal(
  item: PlannedDeadline,
  { deadlines }: SeasonFacts,
  same: SameName,
  alike: SameName,
): Proposal {
  const ofKind = deadlines.filter(one => one.kind === item.deadlineKind);
  const named = ofKind.find(one => same(one.title, item.title) || same(one.ruleText, item.ruleText));
  // Of some units only it is a matter of its own.
  const deadline =
    named ??
    (item.among || item.every
      ? undefined
      : ofKind.find(one => !one.recurrence && alike(one.title, item.title)));
  if (!deadline) return { kind: 'new', item };
  const due = dueOf(item.boundary);
  // A date that the lead has set meanwhile is not taken away by a document that names none.
  if (due.kind === 'undated' || due.dueOn === deadline.dueOn) return { kind: 'same', item };
  const affected = deadline.duties.filter(duty => !duty.handedIn && !duty.extended).length;
  return { kind: 'moved', item, deadline, from: deadline.dueOn, affected };
}
