/** Stretches in quotation marks: names of movements, in which no number is a target and no day a term. */
export function quotedIn(text: string): { from: number; to: number }[] {
  return [...text.matchAll(/["“”]([^"“”]{3,320})["“”]/gu)].map(found => ({
    from: found.index,
    to: found.index + found[0].length,
  }));
}

export const inside = (ranges: readonly { from: number; to: number }[], at: number): boolean =>
  ranges.some(range => at >= range.from && at < range.to);
