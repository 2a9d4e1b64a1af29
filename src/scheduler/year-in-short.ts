import { blocHead, units } from '../../db/blocs.ts';
import { exemplars } from '../../db/exemplars.ts';
import { initiatives } from '../../db/initiatives.ts';
import { milestones } from '../../db/milestones.ts';
import { seasonTargets } from '../../db/targets.ts';
import type { Tx } from '../../db/tx.ts';
import { dayOf } from '../core/day.ts';
import { isLate } from '../core/exemplar.ts';
import { shortOf, withCounts } from '../core/initiative.ts';
import type { Line } from '../core/message.ts';
import { type Countdown, countdown, daysAhead } from '../core/milestone.ts';
import { lightCounts, standingOf } from '../core/target.ts';
import { exemplarText } from '../text/exemplars.ts';
import { countsInitiatives } from '../text/initiative-line.ts';
import { initiativeText } from '../text/initiatives.ts';
import { milestoneText } from '../text/milestones.ts';
import { targetText } from '../text/targets.ts';
import type { BlocFacts } from './facts.ts';

/** Milestones that are counted down to, and from how many days before. */
const COUNTED = 3;
const NEAR_DAYS = 45;
const isNear = (count: Countdown | null) =>
  count?.kind === 'running' || (count?.kind === 'before' && count.days <= NEAR_DAYS);

/** What the week's summary says of the year besides its deadlines. The bloc is entered. */
export async function yearInShort(tx: Tx, { seasonId }: BlocFacts, now: Date): Promise<Line[]> {
  const today = dayOf(now);
  const head = await blocHead(tx, seasonId);
  const living = (await units(tx, today)).map(({ id: unitId, name: unitName }) => ({ unitId, unitName }));
  const read = await seasonTargets(tx, seasonId, living);
  const late = (await exemplars(tx, seasonId)).filter(one => isLate(one, today)).length;
  const overdue = late > 0 ? [exemplarText.digest(late)] : [];
  const near = (await milestones(tx, seasonId))
    .filter(one => isNear(countdown(one, today)))
    .toSorted((a, b) => daysAhead(countdown(a, today)) - daysAhead(countdown(b, today)));
  const ahead = near.slice(0, COUNTED).map(one => milestoneText.digest(one, today));
  if (!head || read.length === 0) return [...overdue, ...ahead];
  const targets = withCounts(read, await initiatives(tx, seasonId), today, countsInitiatives);
  const standings = targets.map(one => standingOf(one, head.year, today));
  const commitments = targets.filter(one => one.counted);
  const short = new Set(commitments.flatMap(one => shortOf(one).map(unit => unit.unitId)));
  const pledged =
    commitments.length > 0 ? [initiativeText.digest(living.length - short.size, living.length)] : [];
  return [targetText.digest(lightCounts(standings)), ...pledged, ...overdue, ...ahead];
}
