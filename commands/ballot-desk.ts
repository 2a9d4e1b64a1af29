import { type Ballot, electorsOf, votesOf } from '../src/core/ballot/ballot.ts';
import { FEWEST_PAPERS } from '../src/core/ballot/box.ts';
import { type LeftToPeople, leftToPeople } from '../src/core/ballot/decision.ts';
import { unitsActedFor } from '../src/core/bloc.ts';
import { at, dayOf } from '../src/core/day.ts';
import { shortRef } from '../src/core/short-ref.ts';
import { postponedTo } from '../src/core/speaking-time.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { namedOptions } from '../src/text/ballot-options.ts';
import { labelsOf } from '../src/text/ballot-result.ts';
import { type Closing, readBallot, readDecision } from '../src/text/ballot-words.ts';
import { ballotRules, ballotText } from '../src/text/ballots.ts';
import { findUnits } from '../src/text/find-units.ts';
import { resultChoices } from './ballot-result.ts';
import type { Call } from './command.ts';
import { bindConversation } from './conversation.ts';
import { excludedUnits } from './merits.ts';
import { isLead } from './reply.ts';

/** Characters. */
const MOST = 1_500;
/** More is no ballot paper on a phone. */
const MOST_OPTIONS = 12;

export const refOf = (one: Ballot) => shortRef('b', one.id);

type Draft = Pick<Ballot, 'title' | 'options' | 'rules' | 'electors' | 'closesAt'>;
type Facts = ComposeFacts & {
  draft(text: string): { draft: Draft; faults: Say['lines']; notes: Say['lines']; unreached: string[] };
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
      const { draft: one, faults, notes, unreached } = draft(text);
      if (faults.length > 0) return { lines: faults, ways: [] };
      const chat = { id: 'chat', label: ballotText.openChat };
      const paper = { id: 'paper', label: ballotText.openPaper };
      const few = one.electors.length < FEWEST_PAPERS;
      const ways = few ? [paper] : one.rules.counts === 'chat' ? [chat, paper] : [paper, chat];
      const warned = few ? [ballotText.fewElectors(one.electors.length), ...notes] : notes;
      return { lines: [...warned, ...ballotText.preview(one, unreached)], ways };
    };
    return { facts: { words, target, question: ballotText.question, preview, draft, about: null } };
  }
  const about = (await call.ports.ballots.list()).find(one => refOf(one) === target);
  if (!about) return { refusal: { lines: ballotText.unknown() } };
  const left = leftToPeople(about);
  if (!left) return { refusal: { lines: ballotText.nothingLeft(about) } };
  if (about.decision) return { refusal: { lines: ballotText.decidedBefore(about) } };
  const among = await amongOf(about, left, call);
  const excluded = await excludedUnits(call);
  const preview: Facts['preview'] = ({ text }) => {
    const decided = readDecision(text, among);
    if (!decided || decided.chosen.length > left.seats)
      return { lines: [ballotText.decisionUnclear(about, left.seats)], ways: [] };
    const chosen = labelsOf(about, decided.chosen);
    const notes = excluded.filter(one => chosen.includes(one.name)).map(ballotText.excluded);
    const lines = [...notes, ...ballotText.previewDecision(about, decided.chosen, decided.reason)];
    return { lines, ways: [{ id: 'record', label: ballotText.record }] };
  };
  const question = () => ballotText.askDecision(about, left);
  return { facts: { words: '', target, question, preview, draft, about } };
}

/** Those it may be decided for, by all that they are called. */
async function amongOf({ options }: Ballot, { among }: LeftToPeople, { ports }: Call) {
  const names = namedOptions(options, await ports.deadlines.units());
  return names.filter(one => among.includes(one.id));
}

/** What typed words put to the vote, with all that is wrong about it. */
async function drafting(call: Call): Promise<Facts['draft']> {
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

async function apply({ text, way }: ComposeEffect, call: Call, { about, draft }: Facts): Promise<Say> {
  if (!about) {
    const mode = way === 'chat' ? 'chat' : 'paper';
    return openBallot(call, draft(text).draft, { mode, round: 1, previousId: null });
  }
  const left = leftToPeople(about);
  const decided = left && readDecision(text, await amongOf(about, left, call));
  if (!decided) throw new Error('a decision that was not shown');
  const after = await call.ports.ballots.decide(about.id, decided.chosen, decided.reason);
  if (!after) return { lines: ballotText.decidedBefore(about), undone: true };
  const detail = { no: about.no, why: left.why, chosen: decided.chosen.length };
  call.ports.audit({ action: 'ballot.decided', subject: 'ballot', subjectId: about.id, detail });
  return { lines: ballotText.result(call.bloc?.name ?? '', after), choices: resultChoices(after) };
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
