import { z } from 'zod';
import type { Points } from './points.ts';
import { pointsSchema } from './points-schema.ts';
import { findRule } from './rules/index.ts';

const ruleRefSchema = z
  .strictObject({ id: z.string(), version: z.int().positive(), params: z.record(z.string(), z.json()) })
  .refine(ref => findRule(ref.id, ref.version)?.accepts(ref.params) === true, 'unknown rule or parameters');
type RuleRef = z.infer<typeof ruleRefSchema>;

const named = {
  /** Stable over the table's versions, whatever number is printed. */
  key: z.string().min(1).max(64),
  /** As printed: `1`, `1.1`, `II.1.a`. Unique among its siblings only. */
  no: z.string().min(1),
  name: z.string().min(1),
  max: pointsSchema,
};

export interface Group {
  key: string;
  no: string;
  name: string;
  max: Points;
  children: Criterion[];
}

export interface Leaf {
  key: string;
  no: string;
  name: string;
  max: Points;
  rule: RuleRef;
}

export type Criterion = Group | Leaf;

/** Strict: a kind of node that this release does not know is refused, not dropped. */
const criterionSchema: z.ZodType<Criterion> = z.lazy(() =>
  z.union([
    z.strictObject({ ...named, rule: ruleRefSchema }),
    z.strictObject({ ...named, children: z.array(criterionSchema) }),
  ]),
);

export const scoreTableSchema = z.strictObject({
  version: z.int().positive(),
  name: z.string().min(1),
  max: pointsSchema,
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

/** The criteria that are scored, in the order they are printed. */
export function leaves(table: ScoreTable): PlacedLeaf[] {
  const under = (criteria: Criterion[], path: PlacedLeaf['path']): PlacedLeaf[] =>
    criteria.flatMap(criterion => {
      if (!isGroup(criterion)) return [{ ...criterion, path }];
      const { key, no, name } = criterion;
      return under(criterion.children, [...path, { key, no, name }]);
    });
  return under(table.children, []);
}
