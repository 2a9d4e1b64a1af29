import { checkClasses } from './check-settings.ts';
import type { Fraction } from './fraction.ts';
import { contains } from './interval.ts';
import { zero } from './points.ts';
import type { TableSettings } from './table-settings.ts';
import type { ClassEvent } from './tally-facts.ts';
import { tallyLeaves } from './tally-leaves.ts';
import type { ClassVerdict, LeafTally, NodeTally } from './tally-result.ts';

/**
 * The first class that fits, lowered to what the unit's events allow. Where the points fit only a class that
 * allows no zero and there is one, nobody but a person can say what the unit is.
 * @param value of what the table measures by
 */
export function classOf(
  settings: Pick<TableSettings, 'classes' | 'classCaps'>,
  value: Fraction,
  nodes: readonly NodeTally[],
  events: readonly ClassEvent[],
): ClassVerdict {
  const { classes } = settings;
  if (classes.length === 0) return { kind: 'no_classes' };
  if (checkClasses(classes).length > 0) return { kind: 'undecided' };
  const zeros = zerosIn(nodes);
  const reached = classes.findIndex(
    ({ within, noZero }) => contains(within, value) && !(noZero && zeros.length > 0),
  );
  const caps = capsOf(settings, events);
  const lowest = Math.max(-1, ...caps.map(cap => cap.at));
  const last = classes.length - 1;
  const found = classes[reached < 0 && lowest < last ? -1 : Math.max(reached, lowest)];
  if (!found) return { kind: 'none', zeros };
  const felt = caps.filter(({ at }) => at === lowest && at > reached);
  return { kind: 'class', name: found.name, caps: felt.map(({ at: _, ...cap }) => cap) };
}

/** `at`: the place in the list of classes that the event leaves at best. */
function capsOf(
  { classes, classCaps }: Pick<TableSettings, 'classes' | 'classCaps'>,
  events: readonly ClassEvent[],
) {
  return events.flatMap(({ event, source }) =>
    classCaps
      .filter(cap => cap.event === event)
      .map(({ name, maxClass }) => ({
        event,
        name,
        source,
        at: classes.findIndex(one => one.name === maxClass),
      })),
  );
}

function zerosIn(nodes: readonly NodeTally[]): Pick<LeafTally, 'key' | 'no' | 'name'>[] {
  return tallyLeaves(nodes)
    .filter(leaf => leaf.countsAs === 'base' && leaf.max > zero && leaf.points === zero)
    .map(({ key, no, name }) => ({ key, no, name }));
}
