import { type Ballot, electorsOf, votesOf } from '../src/core/ballot/ballot.ts';
import { FEWEST_PAPERS } from '../src/core/ballot/box.ts';
import { unitsActedFor } from '../src/core/bloc.ts';
import { at, dayOf } from '../src/core/day.ts';
import { postponedTo } from '../src/core/speaking-time.ts';
import type { ComposeFacts } from '../src/dialogues/compose.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { type Closing, readBallot } from '../src/text/ballot-words.ts';
import { ballotRules, ballotText } from '../src/text/ballots.ts';
import { findUnits } from '../src/text/find-units.ts';
import type { BallotTalk } from './ballot-talk.ts';
import type { Call } from './command.ts';
import { excludedUnits } from './merits.ts';

/** More is no ballot paper on a phone. */
const MOST_OPTIONS = 12;

type Draft = Pick<Ballot, 'title' | 'options' | 'rules' | 'electors' | 'closesAt'>;
interface Drafted {
  draft: Draft;
  faults: Say['lines'];
  notes: Say['lines'];
  unreached: string[];
}

/** What the lead types is put to the vote, in the chat or on paper. */
export async function opening(call: Call, words: string): Promise<BallotTalk> {
  const draft = await drafting(call);
  const preview: ComposeFacts['preview'] = ({ text }) => {
    const { draft: one, faults, notes, unreached } = draft(text);
    if (faults.length > 0) return { lines: faults, ways: [] };
    const chat = { id: 'chat', label: ballotText.openChat };
    const paper = { id: 'paper', label: ballotText.openPaper };
    const few = one.electors.length < FEWEST_PAPERS;
    const ways = few ? [paper] : one.rules.counts === 'chat' ? [chat, paper] : [paper, chat];
    const warned = few ? [ballotText.fewElectors(one.electors.length), ...notes] : notes;
    return { lines: [...warned, ...ballotText.preview(one, unreached)], ways };
  };
  return {
    ...{ words, target: null, question: ballotText.question, preview },
    carryOut: ({ text, way }) =>
      openBallot(call, draft(text).draft, {
        mode: way === 'chat' ? 'chat' : 'paper',
        round: 1,
        previousId: null,
      }),
  };
}

/** What typed words put to the vote, with all that is wrong about it. */
async function drafting(call: Call): Promise<(text: string) => Drafted> {
  const { ports, now, today } = call;
  const [units, people, calendar, names, excluded] = [
    await ports.units(),
    await ports.people(),
    await ports.calendar(),
    await ports.deadlines.units(),
    await excludedUnits(call),
  ];
  const settings = ports.ballots.settings();
  const electors = electorsOf(settings.voters, units, people);
  const reached = new Set(people.filter(one => one.role !== 'member').map(one => one.unitId));
  return text => {
    const { title, options, seats, closes } = readBallot(text, names, today);
    const left = excluded.filter(one => options.includes(one.name));
    const wanted = options.filter(label => !left.some(one => one.name === label));
    const named = findUnits([title, ...wanted].join('; '), names).map(one => one.id);
    const beside = excluded.filter(one => named.includes(one.id));
    const listed = (wanted.length > 0 ? wanted : [title]).map((label, n) => ({ id: `o${n + 1}`, label }));
    const closesAt = closes.kind === 'at' ? closes.at : null;
    const faults = [
      ...closingFaults(closes, now),
      ...(closesAt && closesAt > now && postponedTo(ports.policy, closesAt, calendar)
        ? [ballotText.restTime(closesAt)]
        : []),
      ...(options.length > 0 && wanted.length === 0 ? [ballotText.allLeftOut(left)] : []),
      ...(listed.length > MOST_OPTIONS ? [ballotText.tooMany(MOST_OPTIONS)] : []),
      ...(seats !== null && seats >= listed.length
        ? [...left.map(ballotText.leftOut), ballotText.seatsOver(seats, listed.length)]
        : []),
    ];
    const draft = { title, options: listed, rules: ballotRules(settings, seats), electors, closesAt };
    const notes = [...left.map(ballotText.leftOut), ...beside.map(ballotText.excluded)];
    const unreached = electors.filter(one => !reached.has(one.unitId)).map(one => one.name);
    return { draft, faults, notes, unreached };
  };
}

function closingFaults(closes: Closing, now: Date): Say['lines'] {
  switch (closes.kind) {
    case 'no_time':
      return [ballotText.badTime(closes.typed, closes.why)];
    case 'just_past':
      return [ballotText.justPast(closes.day, closes.next)];
    case 'at':
      return closes.at <= now ? [ballotText.pastTime(closes.at)] : [];
    case 'open':
      return [];
  }
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
