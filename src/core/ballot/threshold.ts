/** A share that a vote must come to: `num/den` of the base, or with `strict` more than that. */
interface Share {
  num: number;
  den: number;
  strict: boolean;
}

/** Thresholds in use: laws and blocs' own regulations name no others. */
export const thresholds = {
  majority: { num: 1, den: 2, strict: true },
  two_thirds: { num: 2, den: 3, strict: false },
  percent_80: { num: 4, den: 5, strict: false },
  percent_90: { num: 9, den: 10, strict: false },
} as const satisfies Record<string, Share>;
export type Threshold = keyof typeof thresholds;

export const thresholdNames = ['majority', 'two_thirds', 'percent_80', 'percent_90'] as const;

/** Exact: whole numbers only, nothing is divided or rounded. */
export function reaches(votes: number, base: number, threshold: Threshold): boolean {
  const { num, den, strict } = thresholds[threshold];
  return strict ? votes * den > num * base : votes * den >= num * base;
}

/** The fewest votes that reach it. */
export function fewest(base: number, threshold: Threshold): number {
  let votes = 0;
  while (!reaches(votes, base, threshold)) votes += 1;
  return votes;
}
