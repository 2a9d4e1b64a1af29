import type { Target, TargetReport } from './target.ts';

/** Why a value is asked about before it is kept. */
export type Oddness =
  /** A share of more than all. */
  | { kind: 'share' }
  | { kind: 'below_zero' }
  /** So many times, or a tenth of, what the document asks for, or what was reported before or by others. */
  | { kind: 'far'; from: 'aim' | 'before' | 'others'; above: boolean; value: number };

/** So far off it is rather a slip of a comma or a zero. */
const TIMES = 10;

const isShare = ({ measure }: Pick<Target, 'measure'>) => (measure ?? '').startsWith('%');

/** Null: nothing strange about it. Counts begin small and grow, shares do not; what is to be done has no figure. */
export function oddnessOf(
  target: Pick<Target, 'operator' | 'low' | 'high' | 'measure'>,
  value: number,
  { before, others }: { before: number | null; others: readonly number[] },
): Oddness | null {
  const { operator, low, high } = target;
  if (operator === 'done') return null;
  const share = isShare(target);
  const aim = high ?? low;
  if (value < 0 && (low ?? 0) >= 0) return { kind: 'below_zero' };
  if (share && value > 100 && (aim ?? 0) <= 100) return { kind: 'share' };
  const far = (from: 'aim' | 'before' | 'others', than: number | null, both: boolean): Oddness | null => {
    if (than === null || than <= 0 || value <= 0) return null;
    if (value >= TIMES * than) return { kind: 'far', from, above: true, value: than };
    return both && value * TIMES <= than ? { kind: 'far', from, above: false, value: than } : null;
  };
  const [least, most] = [Math.min(...others), Math.max(...others)];
  return (
    far('aim', aim, false) ??
    far('aim', low, share) ??
    far('before', before, true) ??
    (others.length === 0 ? null : (far('others', most, false) ?? (share ? far('others', least, true) : null)))
  );
}

/** What the one who reports, and what others, have reported of it, each the newest. */
export function reportedOf({ reports }: Pick<Target, 'reports'>, unitId: string | null) {
  const values = (some: readonly TargetReport[]) => some.map(one => one.value);
  return {
    before: values(reports.filter(one => one.unitId === unitId))[0] ?? null,
    others: values(reports.filter(one => one.unitId !== unitId && one.unitId !== null)),
  };
}
