import { blocHead, units } from '../../db/blocs.ts';
import { exemplars } from '../../db/exemplars.ts';
import { initiatives } from '../../db/initiatives.ts';
import { seasonTargets } from '../../db/targets.ts';
import type { Tx } from '../../db/tx.ts';
import { dayOf } from '../core/day.ts';
import { isLate } from '../core/exemplar.ts';
import { shortOf, withCounts } from '../core/initiative.ts';
import type { Line } from '../core/message.ts';
import { lightCounts, standingOf } from '../core/target.ts';
import { exemplarText } from '../text/exemplars.ts';
import { countsInitiatives } from '../text/initiative-line.ts';
import { initiativeText } from '../text/initiatives.ts';
import { targetText } from '../text/targets.ts';
import type { BlocFacts } from './facts.ts';

/** What the week's summary says of the year besides its deadlines. The bloc is entered. */
export async function yearInShort(tx: Tx, { seasonId }: BlocFacts, now: Date): Promise<Line[]> {
  const today = dayOf(now);
  const head = await blocHead(tx, seasonId);
  const living = (await units(tx, today)).map(({ id: unitId, name: unitName }) => ({ unitId, unitName }));
  const read = await seasonTargets(tx, seasonId, living);
  const late = (await exemplars(tx, seasonId)).filter(one => isLate(one, today)).length;
  const overdue = late > 0 ? [exemplarText.digest(late)] : [];
  if (!head || read.length === 0) return overdue;
  const targets = withCounts(read, await initiatives(tx, seasonId), today, countsInitiatives);
  const standings = targets.map(one => standingOf(one, head.year, today));
  const commitments = targets.filter(one => one.counted);
  const short = new Set(commitments.flatMap(one => shortOf(one).map(unit => unit.unitId)));
  const pledged =
    commitments.length > 0 ? [initiativeText.digest(living.length - short.size, living.length)] : [];
  return [targetText.digest(lightCounts(standings)), ...pledged, ...overdue];
}
