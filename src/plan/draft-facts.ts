import type { PlannedMilestone, PlannedQuota, PlannedTarget } from '../core/plan-draft.ts';
import { capitalised } from '../text/fold.ts';
import type { Unnumbered } from './draft.ts';
import type { PlanRecord } from './record.ts';

type Quota = PlanRecord['quota_requirements'][number];
type Target = PlanRecord['targets'][number];

const ends = (value: number | [number, number]) =>
  typeof value === 'number' ? { low: value, high: null } : { low: value[0], high: value[1] };

export function plannedTargets({ targets, quota_requirements }: PlanRecord): Unnumbered<PlannedTarget>[] {
  const read = targets.map(
    (one): Unnumbered<PlannedTarget> => ({
      kind: 'target',
      scope: one.per ? 'each_unit' : 'bloc',
      metric: one.metric,
      operator: one.operator,
      ...(one.operator === 'done' ? { low: null, high: null } : ends(one.value)),
      measure: one.unit || null,
      period: one.period ?? null,
      dueOn: one.due_date ?? null,
      raw: one.raw ?? one.text,
      from: { quote: one.sentence ?? one.text, line: one.line },
      doubt: one.needs_review === true ? (one.note ?? '') : null,
    }),
  );
  // A minimum of work per unit may stand among the quotas only.
  const commitments = quota_requirements.filter(one => isCommitment(one) && !targets.some(sameAs(one)));
  return [
    ...read,
    ...commitments.map(
      (one): Unnumbered<PlannedTarget> => ({
        kind: 'target',
        scope: 'each_unit',
        metric: one.text,
        operator: one.operator,
        ...ends(one.value),
        measure: one.unit,
        period: null,
        dueOn: null,
        raw: one.text,
        from: { quote: one.text, line: one.line },
        doubt: one.needs_review === true ? '' : null,
      }),
    ),
  ];
}

const isCommitment = ({ award, scope }: Quota) => award === undefined && scope === 'per_unit';

const sameAs = (quota: Quota) => (target: Target) =>
  target.per !== undefined && String(target.value) === String(quota.value) && target.unit === quota.unit;

export function plannedQuotas({ quota_requirements }: PlanRecord): Unnumbered<PlannedQuota>[] {
  return quota_requirements
    .filter(one => !isCommitment(one))
    .map(one => ({
      kind: 'quota',
      award: one.award ?? one.text,
      scope: one.scope,
      operator: one.operator,
      ...ends(one.value),
      measure: one.unit,
      from: { quote: one.text, line: one.line },
      doubt: one.needs_review === true ? '' : null,
    }));
}

export function plannedMilestones({ milestones, campaigns }: PlanRecord): Unnumbered<PlannedMilestone>[] {
  return [
    ...milestones.map(
      (one): Unnumbered<PlannedMilestone> => ({
        kind: 'milestone',
        milestoneKind: 'anniversary',
        name: capitalised(one.what),
        startsOn: one.date,
        endsOn: null,
        from: { quote: one.quote, line: one.line },
        doubt: null,
      }),
    ),
    ...campaigns.map(
      (one): Unnumbered<PlannedMilestone> => ({
        kind: 'milestone',
        milestoneKind: 'campaign',
        name: one.name,
        startsOn: null,
        endsOn: null,
        from: { quote: one.name, line: one.line },
        doubt: null,
      }),
    ),
  ];
}
