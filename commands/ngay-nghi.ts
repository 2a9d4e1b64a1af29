import { z } from 'zod';
import { authorityOf } from '../src/core/bloc.ts';
import { calendarOf, daysToDecide, withDecided } from '../src/core/bloc-calendar.ts';
import { type MovedDeadline, movedDeadlines } from '../src/core/calendar-effect.ts';
import { comingDays } from '../src/core/coming-days.ts';
import { type Day, daysBetween, isDay } from '../src/core/day.ts';
import { packDay, unpackDay } from '../src/core/day-code.ts';
import {
  answered,
  type DayDecision,
  type HolidayFacts,
  holidayQuestions,
} from '../src/core/holiday-questions.ts';
import type { Line } from '../src/core/message.ts';
import { concerns, unitsOf } from '../src/core/open-terms.ts';
import { calendarEffect, type ScoreEffect } from '../src/core/score-effect.ts';
import type { Scoring } from '../src/core/scoring-facts.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { readDayDecision } from '../src/text/holiday-words.ts';
import { holidayText } from '../src/text/holidays.ts';
import { scoreEffectText } from '../src/text/score-effect.ts';
import { type Call, defineCommand } from './command.ts';
import { unitNews } from './score-news.ts';

/** How far the list looks, in days, and how many lines it has at most. */
const AHEAD = 120;
const SHOWN = 12;
const QUESTIONS = 4;
/** Days that are settled at once; more is a slip. */
const MOST_DAYS = 31;

const decision = z.enum(['off', 'working', 'open']);
type Decided = ReadonlyMap<Day, DayDecision>;

/** Which deadlines a decision moves, before it is made or after. */
async function effectOf(days: Decided, facts: HolidayFacts, { ports }: Call): Promise<MovedDeadline[]> {
  const [before, after] = [facts, withDecided(facts, days)].map(calendarOf);
  return before && after ? movedDeadlines(await ports.duties(), ports.policy, before, after) : [];
}

interface Effects {
  moved: MovedDeadline[];
  /** Of the scores; null: nothing is scored yet. */
  scores: ScoreEffect | null;
  scoring: Scoring | null;
}

async function effectsOf(days: Decided, facts: HolidayFacts, call: Call): Promise<Effects> {
  const moved = await effectOf(days, facts, call);
  const scoring = await call.ports.scoring.load('shared');
  const scores = scoring && calendarEffect(scoring, calendarOf(withDecided(facts, days)));
  return { moved, scores, scoring };
}

/** In a group nobody reads of others' points. */
const scoreLines = ({ scores }: Effects, { chat }: Call): Line[] =>
  scores && chat.kind === 'private' ? scoreEffectText.lines(scores) : [];

/** What each unit hears: how its terms move, and its points. */
function newsOf({ moved, scores, scoring }: Effects, bloc: string, days: Decided): Map<string, Line[]> {
  const points = unitNews(scores && !scores.locked ? scores.affected : [], scoring);
  return new Map(
    [...new Set([...unitsOf(moved), ...points.keys()])].map(unitId => {
      const own = moved.filter(one => concerns(unitId, one.parties));
      return [unitId, [...holidayText.toUnit(bloc, days, own), ...(points.get(unitId) ?? [])]];
    }),
  );
}

/** Writes the days down and plans anew; others on the lead's side are told. */
async function decide(days: Decided, facts: HolidayFacts, undo: string, call: Call): Promise<Say> {
  const { ports } = call;
  const effects = await effectsOf(days, facts, call);
  for (const [on, what] of days) {
    await ports.reminders.decideDay(on, what);
    const subject = { subject: 'bloc', subjectId: String(call.bloc?.blocId) } as const;
    ports.audit({ action: 'holiday.decided', ...subject, detail: { day: on, what } });
  }
  ports.replan();
  for (const [unitId, lines] of newsOf(effects, call.bloc?.name ?? '', days))
    ports.tell({ kind: 'unit', unitId }, { lines }, 'holidays');
  ports.tell({ kind: 'lead' }, { lines: holidayText.told(days, call.actor?.displayName ?? '') });
  return holidayText.decided(days, effects.moved, scoreLines(effects, call), undo);
}

const line = (verb: string, from: Day, to: Day, what: DayDecision) =>
  `ngay_nghi ${verb} ${packDay(from)} ${packDay(to)} ${what}`;

/** `23/11 nghỉ`, `5/2 đến 10/2 nghỉ`, `28/11 làm việc`, `23/11 rút lại`: shown before it is done. */
async function onTyped(typed: string, facts: HolidayFacts, call: Call): Promise<Say> {
  const read = readDayDecision(typed, call.today);
  if (!read) return { lines: holidayText.unclear(typed) };
  const { from, to, what } = read;
  if (from < call.today) return { lines: holidayText.past(from) };
  if (to < from || daysBetween(from, to) >= MOST_DAYS) return { lines: holidayText.tooLong(MOST_DAYS) };
  const days = daysToDecide(from, to, what, facts);
  const against = facts.days.find(
    ({ day, status, what: official }) =>
      (status === 'law' || status === 'confirmed') && what !== 'open' && days.has(day) && official !== what,
  );
  if (against) return { lines: holidayText.official(against) };
  if (days.size === 0) return { lines: holidayText.nothingToDo(from, to, what) };
  const effects = await effectsOf(days, facts, call);
  return holidayText.preview(days, effects.moved, scoreLines(effects, call), line('luu', from, to, what));
}

/** The button under the look ahead; what has passed meanwhile stays as it is. */
async function onAgreed(
  from: Day,
  to: Day,
  what: DayDecision,
  facts: HolidayFacts,
  call: Call,
): Promise<Say> {
  if (from < call.today) return { lines: holidayText.past(from) };
  return decide(daysToDecide(from, to, what, facts), facts, line('luu', from, to, 'open'), call);
}

/** A button of a question: `dot 2026-11-23 yes`; `hoi …` asks it again. */
async function onQuestion(
  what: string,
  first: Day,
  answer: string,
  facts: HolidayFacts,
  call: Call,
): Promise<Say> {
  const question = holidayQuestions(facts, call.today).find(one => one.first === first);
  if (!question) return { lines: holidayText.gone() };
  if (what === 'hoi') return holidayText.question(question, call.bloc?.name ?? '');
  const meant = answer === 'yes' || answer === 'no' ? answer : 'open';
  return decide(answered(question, meant), facts, `ngay_nghi dot ${first} open`, call);
}

function list(facts: HolidayFacts, lead: boolean, today: Day): Say {
  const open = holidayQuestions(facts, today).filter(({ takenUp }) => !takenUp);
  const coming = comingDays(facts, today, AHEAD).slice(0, SHOWN);
  const last = coming.at(-1)?.to ?? today;
  const asked = open.filter(({ first }) => first <= last).slice(0, QUESTIONS);
  return holidayText.list(coming, asked, lead);
}

async function answer(words: string, call: Call): Promise<Say> {
  const facts = await call.ports.reminders.holidays();
  const lead = authorityOf(call.actor?.posts ?? []) === 'lead';
  if (words === '') return list(facts, lead, call.today);
  if (!lead) return { lines: holidayText.onlyLead() };
  if (words === 'thoi') return { lines: holidayText.dropped() };
  const [, asked = '', first = '', given = ''] = /^(dot|hoi) (\S+) ?(\S*)$/.exec(words) ?? [];
  if (isDay(first)) return onQuestion(asked, first, given, facts, call);
  const [, a = '', b = '', said] = /^luu (\d{6}) (\d{6}) (\S+)$/.exec(words) ?? [];
  const [from, to, what] = [unpackDay(a), unpackDay(b), decision.safeParse(said).data];
  if (from && to && what) return onAgreed(from, to, what, facts, call);
  return onTyped(words, facts, call);
}

export const ngayNghi = defineCommand({
  name: 'ngay_nghi',
  says: ['ngày nghỉ', 'lịch nghỉ', 'nghỉ lễ'],
  summary: 'Ngày nghỉ, làm bù sắp tới; Trưởng khối chốt cho khối',
  example: '/ngay_nghi 23/11 nghỉ',
  roles: 'member',
  where: 'both',
  args: z.string(),
  run: async (words, call) => ({ kind: 'say', says: [await answer(words, call)] }),
});
