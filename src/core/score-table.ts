import { z } from 'zod';
import { storedForms } from './number-forms.ts';
import type { Points } from './points.ts';
import { pointsSchema } from './points-schema.ts';
import { findRule } from './rules/index.ts';
import type { Counts } from './rules/rule.ts';
import { tableSettingsSchema } from './table-settings.ts';

export const ruleRefSchema = z
  .strictObject({ id: z.string(), version: z.int().positive(), params: z.record(z.string(), z.json()) })
  .refine(ref => findRule(ref.id, ref.version)?.accepts(ref.params) === true, 'unknown rule or parameters');
export type RuleRef = z.infer<typeof ruleRefSchema>;

/** The most that bonuses, penalties and all together may come to; null: no such limit. */
export interface Caps {
  bonus: Points | null;
  penalty: Points | null;
  total: Points | null;
}

export const noCaps: Caps = { bonus: null, penalty: null, total: null };

const limit = pointsSchema.nullable().default(null);
const capsSchema = z.strictObject({ bonus: limit, penalty: limit, total: limit }).prefault({});

const named = {
  /** Stable over the table's versions, whatever number is printed. */
  key: z.string().min(1).max(64),
  /** As printed: `1`, `1.1`, `II.1.a`, `146a`. Unique among its siblings only. */
  no: z.string().min(1),
  name: z.string().min(1),
  max: pointsSchema,
};

/** What a table may say of a node beyond its line of print. */
const terms = {
  counts: z.enum(['base', 'bonus', 'penalty']).default('base'),
  /** Of the regulation. */
  clause: z.string().min(1).max(200).nullable().default(null),
  /** Below it the unit is not considered at all (điểm liệt). */
  atLeast: limit,
};

interface Terms {
  key: string;
  no: string;
  name: string;
  /** Of a penalty: the most that is taken off. */
  max: Points;
  /** Of a group: whatever is in it counts so, too. */
  counts: Counts;
  clause: string | null;
  atLeast: Points | null;
}

export interface Group extends Terms {
  caps: Caps;
  children: Criterion[];
}

export interface Leaf extends Terms {
  rule: RuleRef;
}

export type Criterion = Group | Leaf;

/** Strict: a kind of node that this release does not know is refused, not dropped. */
const criterionSchema: z.ZodType<Criterion> = z.lazy(() =>
  z.union([
    z.strictObject({ ...named, ...terms, rule: ruleRefSchema }),
    z.strictObject({ ...named, ...terms, caps: capsSchema, children: z.array(criterionSchema) }),
  ]),
);

export const scoreTableSchema = z.strictObject({
  version: z.int().positive(),
  name: z.string().min(1),
  /** Of the base, as printed. */
  max: pointsSchema,
  caps: capsSchema,
  settings: tableSettingsSchema(storedForms).prefault({}),
  children: z.array(criterionSchema),
});
export type ScoreTable = z.infer<typeof scoreTableSchema>;

export function isGroup(criterion: Criterion): criterion is Group {
  return 'children' in criterion;
}

export interface PlacedLeaf extends Leaf {
  /** From the top down, the leaf itself not included. */
  path: { key: string; no: string; name: string }[];
}

/** The criteria that are scored, in the order they are printed, each counting as the groups above it say. */
export function leaves(table: ScoreTable): PlacedLeaf[] {
  const under = (criteria: Criterion[], above: Counts, path: PlacedLeaf['path']): PlacedLeaf[] =>
    criteria.flatMap(criterion => {
      const counts = countsWithin(above, criterion);
      if (!isGroup(criterion)) return [{ ...criterion, counts, path }];
      const { key, no, name } = criterion;
      return under(criterion.children, counts, [...path, { key, no, name }]);
    });
  return under(table.children, 'base', []);
}

/** How a node counts, given how the group it stands in does. */
export function countsWithin(above: Counts, { counts }: Pick<Criterion, 'counts'>): Counts {
  return above === 'base' ? counts : above;
}
