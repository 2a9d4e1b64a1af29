import { z } from 'zod';
import { asksOnce, type Ballot, votesOf } from '../src/core/ballot/ballot.ts';
import { unitsActedFor } from '../src/core/bloc.ts';
import type { Line } from '../src/core/message.ts';
import { shortRef } from '../src/core/short-ref.ts';
import { type PaperEffect, type PaperFacts, paperDialogue } from '../src/dialogues/ballot-paper.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { paperText } from '../src/text/ballot-paper.ts';
import { ballotText } from '../src/text/ballots.ts';
import { joinVi } from '../src/text/sizes.ts';
import { type Call, defineCommand } from './command.ts';
import { bindConversation } from './conversation.ts';
import { isLead, saying } from './reply.ts';

interface Owed {
  ballot: Ballot;
  voter: { key: string; name: string };
}

/** Open ballots of the chat for which this person still has a vote; where he has several, one after the other. */
async function owed(call: Call): Promise<Owed[]> {
  const { actor, ports } = call;
  const units = unitsActedFor(actor?.posts ?? []);
  const open = (await ports.ballots.list()).filter(one => one.state === 'open' && one.mode === 'chat');
  return open.flatMap(ballot => {
    const votes = votesOf(ballot, actor?.personId ?? '', units);
    const voter = votes.find(one => !ballot.voted.includes(one.key));
    return voter ? [{ ballot, voter }] : [];
  });
}

async function load(
  call: Call,
  words: string,
  saved: { ballotId: string } | null,
): Promise<{ facts: PaperFacts } | { refusal: Say }> {
  const all = await owed(call);
  const [one] = all.filter(({ ballot }) =>
    saved ? ballot.id === saved.ballotId : words.trim() === '' || shortRef('b', ballot.id) === words,
  );
  if (!one) return { refusal: { lines: await whyNot(call, saved?.ballotId ?? words) } };
  const { ballot, voter } = one;
  const labels = ballot.options.map(option => option.label);
  const { id: ballotId, no, title } = ballot;
  return { facts: { ballotId, no, title, labels, once: asksOnce(ballot), voter } };
}

/** There is no paper to fill in: somebody of the unit has voted, or the ballot is over. */
async function whyNot({ ports, actor }: Call, named: string): Promise<Line[]> {
  const ballot = (await ports.ballots.list()).find(one => [one.id, shortRef('b', one.id)].includes(named));
  if (!ballot) return paperText.nothing();
  const mine = votesOf(ballot, actor?.personId ?? '', unitsActedFor(actor?.posts ?? []));
  const voted = mine.filter(one => ballot.voted.includes(one.key));
  const names = voted.length > 0 ? joinVi(voted.map(one => one.name)) : null;
  if (ballot.state !== 'open') return paperText.closed(ballot, names);
  return names === null ? paperText.noVote(ballot) : paperText.already(names);
}

async function cast({ ballotId, voter, paper }: PaperEffect, call: Call, facts: PaperFacts): Promise<Say> {
  const { ports } = call;
  const done = await ports.ballots.cast(ballotId, voter, paper);
  if (done.kind === 'already') return { lines: paperText.already(facts.voter.name) };
  if (done.kind === 'closed') return { lines: paperText.closed(done.ballot, null) };
  const full =
    done.missing === 0
      ? {
          lines: ballotText.allVoted(call.bloc?.name ?? '', done.ballot),
          choices: [[ballotText.close(done.ballot)]],
        }
      : null;
  if (full) ports.tell({ kind: 'lead' }, full);
  ports.audit({ action: 'ballot.cast', subject: 'ballot', subjectId: ballotId, detail: { voter } });
  // Whoever casts the last vote himself is told nothing besides.
  if (full && isLead(call))
    return { ...full, lines: [...paperText.put(facts.no, facts.voter.name), [], ...full.lines] };
  const [next] = await owed(call);
  const choices = next ? { choices: [[ballotText.vote(next.ballot)]] } : {};
  return { lines: paperText.put(facts.no, facts.voter.name), ...choices };
}

export const boPhieu = defineCommand({
  name: 'bo_phieu',
  says: ['bỏ phiếu', 'đi bỏ phiếu', 'phiếu bình xét'],
  summary: 'Bỏ phiếu kín trong cuộc bình xét của khối',
  example: '/bo_phieu',
  roles: 'contact',
  where: 'private',
  leavesNoTrace: true,
  args: z.string(),
  conversation: bindConversation({
    machine: paperDialogue,
    load,
    forgets: true,
    apply: async (effects: PaperEffect[], call, facts) => {
      const says: Say[] = [];
      for (const effect of effects) says.push(await cast(effect, call, facts));
      return says;
    },
  }),
  run: async (words, call) => {
    const all = await owed(call);
    if (words !== '' || all.length < 2) return { kind: 'begin', words: words === '' ? ' ' : words };
    return saying(
      paperText.which(),
      all.map(({ ballot }) => [{ ...ballotText.vote(ballot), label: ballotText.open(ballot).label }]),
    );
  },
});
