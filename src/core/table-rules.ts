import { z } from 'zod';
import { type Interval, intervalShape, isInterval } from './interval.ts';
import { coverOf } from './interval-cover.ts';
import { storedForms } from './number-forms.ts';
import type { Points } from './points.ts';
import { pointsSchema } from './points-schema.ts';
import type { RuleRef } from './score-table.ts';

export const byHand: RuleRef = { id: 'manual', version: 1, params: {} };

export type GapAnswer =
  | { gap: 'day_kind'; days: 'calendar' | 'working' }
  | { gap: 'several'; several: 'worst' | 'each' | 'mean' }
  /** Null: every report. */
  | { gap: 'reports'; deadlineId: string | null };

/** A rule with what its sentence left unsaid. */
export function withGap(rule: RuleRef, answer: GapAnswer): RuleRef {
  const params = (more: RuleRef['params']): RuleRef => ({ ...rule, params: { ...rule.params, ...more } });
  switch (answer.gap) {
    case 'day_kind':
      return params({ days: answer.days });
    case 'several':
      return params({ several: answer.several });
    case 'reports':
      return params({
        of: answer.deadlineId === null ? { kinds: ['report'] } : { deadlines: [answer.deadlineId] },
      });
  }
}

/** What values that no band claims give. */
export const withOtherwise = (rule: RuleRef, otherwise: Points): RuleRef => ({
  ...rule,
  params: { ...rule.params, otherwise },
});

const bandSchema = z.strictObject({ ...intervalShape(storedForms), points: pointsSchema });
const bandsSchema = z.object({ bands: z.array(bandSchema) });
export type RuleBand = z.infer<typeof bandSchema>;

/** A rule's bands; none where it has none. */
export const bandsOf = (rule: RuleRef): RuleBand[] => bandsSchema.safeParse(rule.params).data?.bands ?? [];

/** The bands that claim what another claims too, by their place in the rule. */
export function rivals(rule: RuleRef): number[] {
  const bands = bandsOf(rule);
  return bands.flatMap((band, n) => (bands.some((other, at) => at !== n && overlap(band, other)) ? [n] : []));
}

/** What two bands claim is the chosen one's: the others end before it and begin behind it. */
export function wonBy(rule: RuleRef, winner: number): RuleRef {
  const bands = bandsOf(rule);
  const won = bands[winner];
  if (!won) return rule;
  const left = bands.flatMap((band, n) =>
    n === winner || !overlap(band, won) ? [band] : without(band, won),
  );
  return { ...rule, params: { ...rule.params, bands: left.map(asJson) } };
}

const intervalOf = ({ points: _, ...interval }: RuleBand): Interval => interval;
const overlap = (a: RuleBand, b: RuleBand) =>
  coverOf([intervalOf(a), intervalOf(b)], { domain: {} }).overlaps.length > 0;

function without(band: RuleBand, won: RuleBand): RuleBand[] {
  if (band.eq !== undefined) return [];
  const { ge, gt, le, lt, points } = band;
  const low = { ge, gt };
  const high = { le, lt };
  const [from, to] = [won.ge ?? won.eq, won.le ?? won.eq];
  const below = from !== undefined ? { lt: from } : won.gt !== undefined ? { le: won.gt } : null;
  const above = to !== undefined ? { gt: to } : won.lt !== undefined ? { ge: won.lt } : null;
  const parts: (Interval | null)[] = [below && { ...low, ...below }, above && { ...above, ...high }];
  return parts.flatMap(part => (part && isInterval(part) ? [{ ...part, points }] : []));
}

/** As it is stored: what is not given is not there. */
const asJson = (band: RuleBand): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(band).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

/** What one item, case or day is worth; null where the rule has no such figure. */
export const eachOf = (rule: RuleRef): Points | null =>
  z.object({ each: pointsSchema }).safeParse(rule.params).data?.each ?? null;
