import { type Ballot, electorsOf, votesOf } from '../src/core/ballot/ballot.ts';
import { FEWEST_PAPERS } from '../src/core/ballot/box.ts';
import { outcomeOf } from '../src/core/ballot/outcome.ts';
import { unitsActedFor } from '../src/core/bloc.ts';
import { at, dayOf } from '../src/core/day.ts';
import { shortRef } from '../src/core/short-ref.ts';
import { postponedTo } from '../src/core/speaking-time.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { readBallot, readDecision } from '../src/text/ballot-words.ts';
import { ballotRules, ballotText } from '../src/text/ballots.ts';
import type { Call } from './command.ts';
import { bindConversation } from './conversation.ts';
import { isLead } from './reply.ts';

/** Characters. */
const MOST = 1_500;
/** More is no ballot paper on a phone. */
const MOST_OPTIONS = 12;

export const refOf = (one: Ballot) => shortRef('b', one.id);

type Draft = Pick<Ballot, 'title' | 'options' | 'rules' | 'electors' | 'closesAt'>;
type Facts = ComposeFacts & {
  draft(text: string): { draft: Draft; faults: Say['lines']; unreached: string[] };
  about: Ballot | null;
};

async function load(
  call: Call,
  words: string,
  saved: { target: string | null } | null,
): Promise<{ facts: Facts } | { refusal: Say }> {
  if (!isLead(call)) return { refusal: { lines: ballotText.leadOnly() } };
  const [, ref] = /^quyet (b_[a-z\d]{12})$/.exec(words) ?? [];
  const target = saved ? saved.target : (ref ?? null);
  const draft = await drafting(call);
  if (target === null) {
    const preview: Facts['preview'] = ({ text }) => {
      const { draft: one, faults, unreached } = draft(text);
      if (faults.length > 0) return { lines: faults, ways: [] };
      const chat = { id: 'chat', label: ballotText.openChat };
      const paper = { id: 'paper', label: ballotText.openPaper };
      const few = one.electors.length < FEWEST_PAPERS;
      const ways = few ? [paper] : one.rules.counts === 'chat' ? [chat, paper] : [paper, chat];
      const notes = few ? [ballotText.fewElectors(one.electors.length)] : [];
      return { lines: [...notes, ...ballotText.preview(one, unreached)], ways };
    };
    return { facts: { words, target, question: ballotText.question, preview, draft, about: null } };
  }
  const about = (await call.ports.ballots.list()).find(one => refOf(one) === target);
  const outcome = about?.counts && outcomeOf(about.counts, about.rules, about.round);
  if (!about || outcome?.kind !== 'tie' || about.decision)
    return { refusal: { lines: ballotText.unknown() } };
  const { among, seats } = outcome;
  const preview: Facts['preview'] = ({ text }) => {
    const decided = readDecision(
      text,
      about.options.filter(one => among.includes(one.id)),
    );
    if (!decided || decided.chosen.length !== seats)
      return { lines: [ballotText.decisionUnclear(seats)], ways: [] };
    const lines = ballotText.previewDecision(about, decided.chosen, decided.reason);
    return { lines, ways: [{ id: 'record', label: ballotText.record }] };
  };
  const question = () => ballotText.askDecision(about, among, seats);
  return { facts: { words: '', target, question, preview, draft, about } };
}

/** What typed words put to the vote, with all that is wrong about it. */
async function drafting(call: Call): Promise<Facts['draft']> {
  const { ports, now, today } = call;
  const [units, people, calendar, names] = [
    await ports.units(),
    await ports.people(),
    await ports.calendar(),
    await ports.deadlines.units(),
  ];
  const settings = ports.ballots.settings();
  const electors = electorsOf(settings.voters, units, people);
  const reached = new Set(people.filter(one => one.role !== 'member').map(one => one.unitId));
  return text => {
    const { title, options, seats, closesAt, badTime } = readBallot(text, names, today);
    const listed = (options.length > 0 ? options : [title]).map((label, n) => ({ id: `o${n + 1}`, label }));
    const faults = [
      ...(badTime ? [ballotText.badTime(badTime)] : []),
      ...(closesAt && closesAt <= now ? [ballotText.pastTime(closesAt)] : []),
      ...(closesAt && closesAt > now && postponedTo(ports.policy, closesAt, calendar)
        ? [ballotText.restTime(closesAt)]
        : []),
      ...(listed.length > MOST_OPTIONS ? [ballotText.tooMany(MOST_OPTIONS)] : []),
      ...(seats !== null && seats >= listed.length ? [ballotText.seatsOver(seats, listed.length)] : []),
    ];
    const draft = { title, options: listed, rules: ballotRules(settings, seats), electors, closesAt };
    const unreached = electors.filter(one => !reached.has(one.unitId)).map(one => one.name);
    return { draft, faults, unreached };
  };
}

/** Opens a ballot and invites those who vote in the chat. */
export async function openBallot(
  call: Call,
  draft: Draft,
  given: { mode: Ballot['mode']; round: number; previousId: string | null },
): Promise<Say> {
  const { ports, now } = call;
  const calendar = await ports.calendar();
  const morning = draft.closesAt && at(dayOf(draft.closesAt), ports.policy.morning);
  const quiet = morning && postponedTo(ports.policy, morning, calendar);
  const remindAt = given.mode === 'chat' && morning && !quiet && morning > now ? morning : null;
  const { id, no } = await ports.ballots.open({ ...draft, ...given, remindAt });
  const detail = { no, mode: given.mode, electors: draft.electors.length, round: given.round };
  ports.audit({ action: 'ballot.opened', subject: 'ballot', subjectId: id, detail });
  if (given.mode === 'chat') {
    const lines = ballotText.invited(call.bloc?.name ?? '', { ...draft, ...given, no });
    const told = { lines, choices: [[ballotText.vote({ id })]] };
    ports.tell({ kind: 'units' }, told);
  }
  const lines = ballotText.opened(no, given.mode, draft.electors.length);
  const mine = votesOf(draft, call.actor?.personId ?? '', unitsActedFor(call.actor?.posts ?? []));
  return given.mode === 'chat' && mine.length > 0
    ? { lines, choices: [[ballotText.vote({ id })]] }
    : { lines };
}

async function apply({ text, way }: ComposeEffect, call: Call, { about, draft }: Facts): Promise<Say> {
  if (!about) {
    const mode = way === 'chat' ? 'chat' : 'paper';
    return openBallot(call, draft(text).draft, { mode, round: 1, previousId: null });
  }
  const decided = readDecision(text, about.options);
  if (!decided) throw new Error('a decision that was not shown');
  await call.ports.ballots.decide(about.id, decided.chosen, decided.reason);
  call.ports.audit({
    action: 'ballot.decided',
    subject: 'ballot',
    subjectId: about.id,
    detail: { no: about.no },
  });
  const decision = { ...decided, byName: call.actor?.displayName ?? '' };
  const lines = ballotText.result(call.bloc?.name ?? '', { ...about, decision });
  return { lines, choices: [[ballotText.publish(about)]] };
}

export const ballotConversation = bindConversation({
  machine: composeDialogue({ kind: 'binh_xet', file: 'none', most: MOST }),
  load,
  apply: async (effects: ComposeEffect[], call, facts: Facts) => {
    const says: Say[] = [];
    for (const effect of effects) says.push(await apply(effect, call, facts));
    return says;
  },
});
