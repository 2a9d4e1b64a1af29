import { z } from 'zod';
import { type Counts, countPapers, type Paper } from './counts.ts';

/** Who has voted, and what lies in the urn: both in an order of their own, which says nothing of who came when. */
export const boxSchema = z.object({ voted: z.array(z.string()), papers: z.array(z.string()) });
export type Box = z.infer<typeof boxSchema>;

/** Fewer papers would show who voted how: nothing is counted or published, and the papers go. */
export const FEWEST_PAPERS = 3;
/** When no more than so many are missing, nobody is reminded: a late paper alone is nobody's secret. */
const FEW_MISSING = 2;

/** The urn with one more paper in it. Null: this voter has voted. */
export function castInto({ voted, papers }: Box, voter: string, paper: Paper): Box | null {
  if (voted.includes(voter)) return null;
  return { voted: [...voted, voter].toSorted(), papers: [...papers, paper].toSorted() };
}

/** Null: too few papers to count. */
export function countBox(box: Box, options: readonly string[], electors: number): Counts | null {
  return box.papers.length < FEWEST_PAPERS ? null : countPapers(options, box.papers, electors);
}

export const mayRemind = (missing: number): boolean => missing > FEW_MISSING;
