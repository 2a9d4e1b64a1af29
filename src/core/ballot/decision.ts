import type { Ballot, Publication } from './ballot.ts';
import { outcomeOf } from './outcome.ts';

/** What the count left to people, where no further round can settle it. */
export interface LeftToPeople {
  why: 'tie' | 'unfilled' | 'no_quorum' | 'uncounted';
  /** For whom it may be decided. */
  among: string[];
  /** The most that may be chosen. */
  seats: number;
  decides: 'meeting' | 'lead';
}

type Counted = Pick<Ballot, 'mode' | 'state' | 'counts' | 'rules' | 'round' | 'options'>;

const outcome = ({ counts, rules, round }: Pick<Counted, 'counts' | 'rules' | 'round'>) =>
  counts && outcomeOf(counts, rules, round);

/** Null: the count has settled all, or another round will. */
export function leftToPeople(one: Counted): LeftToPeople | null {
  const found = outcome(one);
  const all = one.options.map(option => option.id);
  const most = one.rules.seats ?? all.length;
  // Papers too few to be counted; a paper ballot is only called off without a result.
  if (one.state === 'void' && one.mode === 'chat')
    return { why: 'uncounted', among: all, seats: most, decides: 'meeting' };
  switch (found?.kind) {
    case 'tie':
      return { why: 'tie', among: found.among, seats: found.seats, decides: found.decides };
    case 'no_quorum':
      return { why: 'no_quorum', among: all, seats: most, decides: 'meeting' };
    case 'decided': {
      const among = all.filter(id => !found.chosen.includes(id));
      const seats = Math.min(found.unfilled, among.length);
      return seats > 0 ? { why: 'unfilled', among, seats, decides: 'meeting' } : null;
    }
    default:
      return null;
  }
}

/** Chosen by the votes, and by people where these left it to them. */
export function chosenIn(one: Counted & Pick<Ballot, 'decision'>): string[] {
  const found = outcome(one);
  const voted = found && 'chosen' in found ? found.chosen : [];
  return [...voted, ...(one.decision?.chosen ?? [])];
}

/** There is something to tell and to write into minutes. */
export const hasResult = ({ counts, decision }: Pick<Ballot, 'counts' | 'decision'>): boolean =>
  counts !== null || decision !== null;

/** What is to be told of it now. */
export const tellable = ({ decision }: Pick<Ballot, 'decision'>): Publication =>
  decision ? 'decision' : 'count';

/** When that was told; null: it was not yet. */
export const toldAt = (one: Pick<Ballot, 'decision' | 'published'>): Date | null =>
  one.published.find(({ what }) => what === tellable(one))?.at ?? null;
