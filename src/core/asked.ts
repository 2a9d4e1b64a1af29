import { z } from 'zod';
import { type BoundLeaf, bindTable } from './bound-table.ts';
import type { ScoreTable } from './score-table.ts';

/** A table's leaves with their rules read, in the order they are printed. */
export const boundLeaves = (table: ScoreTable): readonly BoundLeaf[] => bindTable(table).leaves;

const levelsSchema = z.object({ levels: z.array(z.object({ key: z.string(), name: z.string() })) });

/** The levels that a leaf offers; none where it asks for something else. */
export const levelsOf = ({ leaf }: Pick<BoundLeaf, 'leaf'>): { key: string; name: string }[] =>
  levelsSchema.safeParse(leaf.rule.params).data?.levels ?? [];
