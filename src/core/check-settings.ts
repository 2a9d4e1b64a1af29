import { decimal } from './decimal.ts';
import type { Interval } from './interval.ts';
import { coverOf } from './interval-cover.ts';
import type { ScoreTable } from './score-table.ts';
import type { ScoreClass } from './table-settings.ts';

export type SettingsProblem =
  /** Values that two classes claim, or that lie between two and belong to none. */
  | { code: 'classes_overlap' | 'classes_gap'; at: Interval[] }
  | { code: 'unknown_class'; event: string; name: string }
  | { code: 'unknown_tie_criterion'; key: string };

/** @param keys of all criteria and groups */
export function checkSettings(
  { settings }: Pick<ScoreTable, 'settings'>,
  keys: ReadonlySet<string>,
): SettingsProblem[] {
  const { classes, classCaps, tieBreak } = settings;
  const names = new Set(classes.map(one => one.name));
  return [
    ...checkClasses(classes),
    ...classCaps
      .filter(cap => !names.has(cap.maxClass))
      .map(({ event, maxClass }) => ({ code: 'unknown_class', event, name: maxClass }) as const),
    ...tieBreak.flatMap(key =>
      key.by === 'criterion' && !keys.has(key.key)
        ? [{ code: 'unknown_tie_criterion', key: key.key } as const]
        : [],
    ),
  ];
}

/** Above the best and below the worst there may be nothing: a table may name only who qualifies. */
export function checkClasses(classes: readonly ScoreClass[]): Extract<SettingsProblem, { at: Interval[] }>[] {
  const { overlaps, gaps } = coverOf(
    classes.map(one => one.within),
    { domain: { ge: decimal('0') } },
  );
  const between = gaps.filter(gap => bounded(gap.ge ?? gap.gt) && bounded(gap.le ?? gap.lt));
  return [
    ...(overlaps.length > 0 ? [{ code: 'classes_overlap', at: overlaps } as const] : []),
    ...(between.length > 0 ? [{ code: 'classes_gap', at: between } as const] : []),
  ];
}

const bounded = (bound: string | undefined) => bound !== undefined && bound !== '0';
