import { type Decimal, decimal, fractionOf, isWhole } from './decimal.ts';
import { order } from './fraction.ts';
import type { Interval } from './interval.ts';

/** What several intervals claim, and what none does. */
export interface Cover {
  overlaps: Interval[];
  gaps: Interval[];
}

/** A place between numbers: just before one or just after it. Where one interval ends the next should start. */
type Cut = { at: Decimal; after: boolean } | 'start' | 'end';
interface Stretch {
  from: Cut;
  to: Cut;
}

/**
 * @param domain where every value is to have its interval
 * @param whole only whole numbers occur, so that "from 3 on" follows upon "up to 2"
 */
export function coverOf(
  intervals: readonly Interval[],
  { domain, whole = false }: { domain: Interval; whole?: boolean },
): Cover {
  const read = (interval: Interval) => stretchOf(whole ? wholeNumbers(interval) : interval);
  const show = (stretch: Stretch) => (whole ? lastIncluded(intervalOf(stretch)) : intervalOf(stretch));
  const { from, to } = read(domain);
  const within = intervals
    .map(read)
    .map(stretch => ({ from: later(stretch.from, from), to: earlier(stretch.to, to) }))
    .filter(isSomething)
    .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
  const overlaps: Stretch[] = [];
  const gaps: Stretch[] = [];
  let reached = from;
  for (const next of within) {
    const missed = compare(next.from, reached);
    if (missed > 0) gaps.push({ from: reached, to: next.from });
    if (missed < 0) overlaps.push({ from: next.from, to: earlier(next.to, reached) });
    reached = later(reached, next.to);
  }
  if (compare(reached, to) < 0) gaps.push({ from: reached, to });
  return { overlaps: overlaps.map(show), gaps: gaps.map(show) };
}

function compare(a: Cut, b: Cut): number {
  if (a === b) return 0;
  if (a === 'start' || b === 'end') return -1;
  if (a === 'end' || b === 'start') return 1;
  return order(fractionOf(a.at), fractionOf(b.at)) || Number(a.after) - Number(b.after);
}

const earlier = (a: Cut, b: Cut) => (compare(a, b) <= 0 ? a : b);
const later = (a: Cut, b: Cut) => (compare(a, b) >= 0 ? a : b);
const isSomething = ({ from, to }: Stretch) => compare(from, to) < 0;

function stretchOf({ ge, gt, le, lt, eq }: Interval): Stretch {
  if (eq !== undefined) return { from: { at: eq, after: false }, to: { at: eq, after: true } };
  const low = ge ?? gt;
  const high = le ?? lt;
  return {
    from: low === undefined ? 'start' : { at: low, after: gt !== undefined },
    to: high === undefined ? 'end' : { at: high, after: le !== undefined },
  };
}

function intervalOf({ from, to }: Stretch): Interval {
  if (typeof from !== 'string' && typeof to !== 'string' && from.at === to.at) return { eq: from.at };
  return {
    ...(typeof from === 'string' ? {} : from.after ? { gt: from.at } : { ge: from.at }),
    ...(typeof to === 'string' ? {} : to.after ? { le: to.at } : { lt: to.at }),
  };
}

/** The same whole numbers, from one on (included) and up to another (not included). */
function wholeNumbers({ ge, gt, le, lt, eq }: Interval): Interval {
  const low = eq ?? ge;
  const high = eq ?? le;
  const from = low === undefined ? gt && floorPlus(gt, 1n) : ceiling(low);
  const to = high === undefined ? lt && ceiling(lt) : floorPlus(high, 1n);
  return { ge: from, lt: to };
}

function lastIncluded({ ge, lt }: Interval): Interval {
  const last = lt === undefined ? undefined : decimal(String(BigInt(lt) - 1n));
  return ge !== undefined && ge === last ? { eq: ge } : { ge, le: last };
}

const floorPlus = (value: Decimal, more: bigint) =>
  decimal(String(BigInt(value.split('.')[0] ?? value) + more));
const ceiling = (value: Decimal) => floorPlus(value, isWhole(value) ? 0n : 1n);
