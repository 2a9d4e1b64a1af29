import { z } from 'zod';
import { authorityOf } from '../src/core/bloc.ts';
import type { Day } from '../src/core/day.ts';
import { packDay, unpackDay } from '../src/core/day-code.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { type Lacking, type LineFacts, lineDialogue, type WholeLine } from '../src/dialogues/finish-line.ts';
import { readAbsence } from '../src/text/absence-words.ts';
import { absenceText } from '../src/text/absences.ts';
import { fold } from '../src/text/fold.ts';
import { type Call, defineCommand } from './command.ts';
import { bindConversation } from './conversation.ts';
import type { BlocMember } from './ports.ts';
import type { AbsenceFacts } from './ports-reminders.ts';

interface Facts {
  people: BlocMember[];
  known: AbsenceFacts[];
  lead: boolean;
  me: string;
}

interface Planned {
  person: BlocMember;
  standIn: BlocMember;
  from: Day;
  to: Day;
}

/** The random end of an id: several fit a button. */
const codeOf = (personId: string) => personId.slice(-12);
const byCode = (people: readonly BlocMember[], code: string) =>
  people.find(one => codeOf(one.personId) === code);

const line = (what: string, { person, standIn, from, to }: Planned) =>
  `vang_mat ${what} ${codeOf(person.personId)} ${codeOf(standIn.personId)} ${packDay(from)} ${packDay(to)}`;

const shown = ({ person, standIn, from, to }: Planned) => ({
  personName: person.personName,
  standInName: standIn.personName,
  from,
  to,
});

async function loadFacts(call: Call): Promise<Facts> {
  const [people, known] = [await call.ports.people(), await call.ports.reminders.absences()];
  const lead = authorityOf(call.actor?.posts ?? []) === 'lead';
  return { people, known, lead, me: call.actor?.personId ?? '' };
}

/** The one person of that name; posts where he acts for a unit go first. */
function named(people: readonly BlocMember[], asked: string): BlocMember | null {
  const exact = people.filter(one => fold(one.personName) === asked);
  const found =
    exact.length > 0 ? exact : people.filter(one => ` ${fold(one.personName)}`.endsWith(` ${asked}`));
  const ids = new Set(found.map(one => one.personId));
  return ids.size === 1 ? (found.find(one => one.role !== 'member') ?? found[0] ?? null) : null;
}

const colleagues = (people: readonly BlocMember[], person: BlocMember) =>
  people.filter(one => one.unitId === person.unitId && one.personId !== person.personId);

const overlaps = (one: AbsenceFacts, from: Day, to: Day) => one.from <= to && one.to >= from;

async function onTyped(typed: string, facts: Facts, call: Call): Promise<Say> {
  const { people, lead, me } = facts;
  const { who, from, to, standIn } = readAbsence(typed, call.today);
  const asked = fold(who);
  const person = asked === '' ? ownPost(facts) : named(people, asked);
  if (!person) return absenceText.unknown(who);
  if (person.personId !== me && !lead) return absenceText.notYours();
  if (person.role === 'member') return absenceText.noReminders(person.personName);
  if (!from || !to) return { lines: absenceText.whichDays(person.personName) };
  if (to < from || to < call.today) return absenceText.backwards(from, to);
  const others = colleagues(people, person);
  const chosen = standIn === '' ? null : named(others, fold(standIn));
  if (chosen) return preview({ person, standIn: chosen, from, to }, facts);
  if (others.length > 0) {
    const ids = [...new Map(others.map(one => [one.personId, one])).values()];
    const choices = ids.map(one => ({
      id: line('xem', { person, standIn: one, from, to }),
      name: one.personName,
    }));
    return absenceText.chooseStandIn(person.personName, choices, standIn, from, to);
  }
  const units = await call.ports.units();
  const n = units.findIndex(unit => unit.id === person.unitId) + 1;
  return absenceText.nobodyElse(person.unitName, standIn, lead ? `moi ${n}` : null);
}

const ownPost = ({ people, me }: Facts) =>
  people.find(one => one.personId === me && one.role !== 'member') ??
  people.find(one => one.personId === me) ??
  null;

function preview(planned: Planned, facts: Facts): Say {
  const { person, standIn, from, to } = planned;
  const away = facts.known.find(one => one.personId === standIn.personId && overlaps(one, from, to));
  if (away) return absenceText.standInAway(away);
  const instead = facts.known.find(one => one.personId === person.personId && overlaps(one, from, to));
  const posts = facts.people.filter(one => one.personId === standIn.personId && one.unitId === person.unitId);
  const onlyMember = posts.every(one => one.role === 'member');
  return absenceText.preview(shown(planned), onlyMember, instead ?? null, line('luu', planned));
}

async function save(planned: Planned, facts: Facts, call: Call): Promise<Say> {
  const { ports } = call;
  const { person, standIn, from, to } = planned;
  const away = facts.known.find(one => one.personId === standIn.personId && overlaps(one, from, to));
  if (away) return absenceText.standInAway(away);
  for (const one of facts.known)
    if (one.personId === person.personId && overlaps(one, from, to)) await ports.reminders.endAbsence(one.id);
  await ports.reminders.addAbsence({ personId: person.personId, standInId: standIn.personId, from, to });
  const detail = { standIn: standIn.personId, from, to };
  ports.audit({ action: 'absence.begun', subject: 'person', subjectId: person.personId, detail });
  const told = shown(planned);
  const bloc = call.bloc?.name ?? '';
  ports.tell({ kind: 'person', personId: standIn.personId }, { lines: absenceText.toStandIn(told, bloc) });
  ports.tell({ kind: 'person', personId: person.personId }, { lines: absenceText.toPerson(told) });
  return absenceText.saved(told, `vang_mat xong ${codeOf(person.personId)}`);
}

/** His own absence, or with a name or code that of somebody else: the one running, or the next. */
async function end(words: string, facts: Facts, call: Call): Promise<Say> {
  const { people, known, lead, me } = facts;
  const person = words === '' ? ownPost(facts) : (byCode(people, words) ?? named(people, fold(words)));
  if (!person) return absenceText.unknown(words);
  if (person.personId !== me && !lead) return absenceText.notYours();
  const absence = known.find(one => one.personId === person.personId);
  if (!absence) return absenceText.notAway();
  const { ports } = call;
  await ports.reminders.endAbsence(absence.id);
  ports.audit({ action: 'absence.ended', subject: 'person', subjectId: person.personId, detail: {} });
  ports.tell({ kind: 'person', personId: absence.standInId }, { lines: absenceText.standInFreed(absence) });
  return absenceText.ended(absence, person.personId === me);
}

const OVER = /^(?:xong|het|da ve|tro lai)\b ?(.*)$/;
const BUTTON = /^(luu|xem) (\w{12}) (\w{12}) (\d{6}) (\d{6})$/;

/** The days, without which nothing can be shown. */
function lacking(words: string, facts: Facts, call: Call): ReturnType<LineFacts['lacks']> {
  const said = fold(words);
  if (said === '') return standing(facts);
  if (said === 'thoi' || OVER.test(said) || BUTTON.test(words)) return 'ready';
  const { who, from, to } = readAbsence(words, call.today);
  if (from && to) return 'ready';
  const person = who === '' ? ownPost(facts) : named(facts.people, fold(who));
  const may = person && person.role !== 'member' && (person.personId === facts.me || facts.lead);
  return may ? { lines: absenceText.whichDays(person.personName) } : 'odd';
}

function standing({ known, lead, me }: Facts): Lacking {
  const mine = known.filter(one => lead || one.personId === me || one.standInId === me);
  const ends = mine.filter(one => lead || one.personId === me);
  return {
    lines: absenceText.status(mine, lead),
    options: ends.map(one => ({
      id: `xong_${codeOf(one.personId)}`,
      label: absenceText.end(one.personName),
    })),
  };
}

async function answer(words: string, call: Call): Promise<Say> {
  const facts = await loadFacts(call);
  const { people, lead, me } = facts;
  if (fold(words) === 'thoi') return absenceText.dropped();
  const over = OVER.exec(fold(words));
  if (over) return end(over[1] ?? '', facts, call);
  const [, what, a = '', b = '', first = '', last = ''] = BUTTON.exec(words) ?? [];
  if (what === undefined) return onTyped(words, facts, call);
  const person = people.find(one => codeOf(one.personId) === a && one.role !== 'member');
  const standIn = person && byCode(colleagues(people, person), b);
  const [from, to] = [unpackDay(first), unpackDay(last)];
  if (!person || !standIn || !from || !to) return absenceText.tooOld();
  if (person.personId !== me && !lead) return absenceText.notYours();
  if (to < call.today) return absenceText.backwards(from, to);
  const planned = { person, standIn, from, to };
  return what === 'xem' ? preview(planned, facts) : save(planned, facts, call);
}

const conversation = bindConversation({
  machine: lineDialogue('vang_mat'),
  load: async (call, words) => {
    const facts = await loadFacts(call);
    return { facts: { words, lacks: (line: string) => lacking(line, facts, call) } };
  },
  apply: async (effects: WholeLine[], call) => {
    const says: Say[] = [];
    for (const { words } of effects) says.push(await answer(words, call));
    return says;
  },
});

export const vangMat = defineCommand({
  name: 'vang_mat',
  says: ['vắng mặt', 'báo vắng', 'nghỉ phép'],
  summary: 'Báo vắng, cử người thay nhận nhắc hạn',
  example: '/vang_mat từ 10/6 đến 20/6, thay: Nguyễn Văn A',
  roles: 'contact',
  where: 'private',
  args: z.string(),
  conversation,
  run: async (words, call) => {
    const begins = typeof lacking(words, await loadFacts(call), call) !== 'string';
    return begins ? { kind: 'begin', words } : { kind: 'say', says: [await answer(words, call)] };
  },
});
