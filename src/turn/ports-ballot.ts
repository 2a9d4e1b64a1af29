import type { BallotPorts } from '../../commands/ports-ballot.ts';
import {
  addDecision,
  addPublication,
  addTally,
  ballots,
  closeBallot,
  openBallot,
  readBox,
  tallies,
  writeBox,
} from '../../db/ballots.ts';
import { addDue } from '../../db/due.ts';
import { keepFile } from '../../db/inbox-files.ts';
import { changeBallotSettings } from '../../db/settings.ts';
import type { Ballot } from '../core/ballot/ballot.ts';
import { castInto } from '../core/ballot/box.ts';
import { tallyDifferences } from '../core/ballot/counts.ts';
import { exportOf } from '../core/ballot/export.ts';
import { ballotSettingsSchema } from '../core/ballot/rules.ts';
import { closeChatBallot } from '../scheduler/close-ballot.ts';
import { openSeasons, type PortScope } from './port-scope.ts';

export function createBallotPorts(scope: PortScope): BallotPorts {
  const { tx, now, context, bloc, season, me } = scope;
  const held = async (id: string): Promise<Ballot> => {
    const [one] = await ballots(tx, { held: id });
    if (!one) throw new Error('no such ballot');
    return one;
  };
  return {
    settings: () => context?.settings.ballot ?? ballotSettingsSchema.parse({}),
    change: patch => changeBallotSettings(tx, bloc().blocId, patch),
    list: () => ballots(tx, { seasonIds: openSeasons(scope) }),
    open: async ({ remindAt, ...given }) => {
      const { blocId } = bloc();
      const made = { blocId, seasonId: season().id, madeBy: me(), madeAt: now };
      const opened = await openBallot(tx, { ...given, ...made });
      const due = (kind: string, at: Date) =>
        addDue(tx, blocId, { kind, key: `${kind}:${opened.id}`, at, ...{ ballotId: opened.id } });
      if (given.closesAt) await due('ballot_close', given.closesAt);
      if (remindAt) await due('ballot_remind', remindAt);
      return opened;
    },
    cast: async (ballotId, voter, paper) => {
      const ballot = await held(ballotId);
      if (ballot.state !== 'open' || !ballot.electors.some(one => one.key === voter))
        return { kind: 'closed', ballot };
      const box = castInto(await readBox(tx, ballotId), voter, paper);
      if (!box) return { kind: 'already' };
      await writeBox(tx, ballotId, box);
      return { kind: 'cast', ballot, missing: ballot.electors.length - box.voted.length };
    },
    close: async ballotId => {
      const one = await held(ballotId);
      return one.state === 'open' ? closeChatBallot(tx, one, now) : null;
    },
    tally: async (ballotId, counts) => {
      const one = await held(ballotId);
      if (one.state !== 'open' || one.mode !== 'paper') return { kind: 'closed' };
      await addTally(tx, { blocId: bloc().blocId, ballotId, personId: me(), counts, at: now });
      const others = (await tallies(tx, ballotId)).filter(other => other.personId !== me());
      if (others.length === 0) return { kind: 'first' };
      if (others.every(other => tallyDifferences(other.counts, counts).length > 0))
        return { kind: 'differs', from: others };
      await closeBallot(tx, ballotId, counts, now);
      return { kind: 'agreed', ballot: await held(ballotId) };
    },
    decide: async (ballotId, chosen, reason) => {
      const { decision } = await held(ballotId);
      if (decision) return null;
      await addDecision(tx, { blocId: bloc().blocId, ballotId, chosen, reason, by: me(), at: now });
      return held(ballotId);
    },
    publish: (ballotId, what) =>
      addPublication(tx, { blocId: bloc().blocId, ballotId, what, by: me(), at: now }),
    export: async ballotId => {
      const content = exportOf(await held(ballotId), await readBox(tx, ballotId));
      const bytes = new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
      return { sha256: await keepFile(tx, bloc().blocId, bytes, now), content };
    },
  };
}
