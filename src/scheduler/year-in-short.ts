import { blocHead, units } from '../../db/blocs.ts';
import { seasonTargets } from '../../db/targets.ts';
import type { Tx } from '../../db/tx.ts';
import { dayOf } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import { lightCounts, standingOf } from '../core/target.ts';
import { targetText } from '../text/targets.ts';
import type { BlocFacts } from './facts.ts';

/** What the week's summary says of the year besides its deadlines. The bloc is entered. */
export async function yearInShort(tx: Tx, { seasonId }: BlocFacts, now: Date): Promise<Line[]> {
  const today = dayOf(now);
  const head = await blocHead(tx, seasonId);
  const living = (await units(tx, today)).map(({ id: unitId, name: unitName }) => ({ unitId, unitName }));
  const targets = await seasonTargets(tx, seasonId, living);
  if (!head || targets.length === 0) return [];
  const standings = targets.map(one => standingOf(one, head.year, today));
  return [targetText.digest(lightCounts(standings))];
}
