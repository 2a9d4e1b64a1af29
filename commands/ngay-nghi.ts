import { z } from 'zod';
import { authorityOf } from '../src/core/bloc.ts';
import { movedDeadlines } from '../src/core/calendar-effect.ts';
import { comingDays } from '../src/core/coming-days.ts';
import { type Day, isDay } from '../src/core/day.ts';
import { answered, type DayDecision, holidayQuestions } from '../src/core/holiday-questions.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { formatDay, parseDay } from '../src/text/days.ts';
import { withoutMarks } from '../src/text/fold.ts';
import { holidayText } from '../src/text/holidays.ts';
import { type Call, defineCommand } from './command.ts';

/** How far the list looks, in days, and how many lines it has at most. */
const AHEAD = 120;
const SHOWN = 12;
const QUESTIONS = 4;

const WORDS: readonly [RegExp, DayDecision][] = [
  [/[ :,]*\b(?:rut lai|thu hoi|chua ro|de ngo|bo)$/, 'open'],
  [/[ :,]*\b(?:la )?(?:ngay )?(?:lam viec|di lam|lam bu|lam)$/, 'working'],
  [/[ :,]*\b(?:la )?(?:ngay )?nghi$/, 'off'],
];

/** Writes the days down, plans anew and says which deadlines move; others on the lead's side are told. */
async function decide(days: ReadonlyMap<Day, DayDecision>, undo: string, call: Call): Promise<Say> {
  const { ports } = call;
  const duties = await ports.duties();
  const before = await ports.calendar();
  for (const [on, what] of days) {
    await ports.reminders.decideDay(on, what);
    const subject = { subject: 'bloc', subjectId: String(call.bloc?.blocId) } as const;
    ports.audit({ action: 'holiday.decided', ...subject, detail: { day: on, what } });
  }
  ports.replan();
  ports.tell({ kind: 'lead' }, { lines: holidayText.told(days, call.actor?.displayName ?? '') });
  const after = await ports.calendar();
  return holidayText.decided(days, movedDeadlines(duties, ports.policy, before, after), undo);
}

/** `23/11 nghỉ`, `28/11 làm việc`, `23/11 rút lại`. */
async function onTyped(typed: string, call: Call): Promise<Say> {
  const words = withoutMarks(typed);
  const found = WORDS.find(([ending]) => ending.test(words));
  const on = found ? parseDay(words.replace(found[0], ''), call.today) : null;
  if (!found || on?.kind !== 'day') return { lines: holidayText.unclear(typed) };
  const [, what] = found;
  if (on.day < call.today) return { lines: holidayText.past(on.day) };
  const { days } = await call.ports.reminders.holidays();
  const official = days.find(
    ({ day, status }) => day === on.day && (status === 'law' || status === 'confirmed'),
  );
  if (official && what !== 'open' && what !== official.what) return { lines: holidayText.official(official) };
  return decide(new Map([[on.day, what]]), `ngay_nghi ${formatDay(on.day)} rut lai`, call);
}

/** A button of a question: `dot 2026-11-23 yes`; `hoi …` asks it again. */
async function onQuestion(what: string, first: Day, answer: string, call: Call): Promise<Say> {
  const questions = holidayQuestions(await call.ports.reminders.holidays(), call.today);
  const question = questions.find(one => one.first === first);
  if (!question) return { lines: holidayText.gone() };
  if (what === 'hoi') return holidayText.question(question, call.bloc?.name ?? '');
  const meant = answer === 'yes' || answer === 'no' ? answer : 'open';
  return decide(answered(question, meant), `ngay_nghi dot ${first} open`, call);
}

async function answer(words: string, call: Call): Promise<Say> {
  const lead = authorityOf(call.actor?.posts ?? []) === 'lead';
  if (words === '') {
    const facts = await call.ports.reminders.holidays();
    const open = holidayQuestions(facts, call.today).filter(({ takenUp }) => !takenUp);
    const coming = comingDays(facts, call.today, AHEAD).slice(0, SHOWN);
    const last = coming.at(-1)?.to ?? call.today;
    const asked = open.filter(({ first }) => first <= last).slice(0, QUESTIONS);
    return holidayText.list(coming, asked, lead);
  }
  if (!lead) return { lines: holidayText.onlyLead() };
  const [, what = '', first = '', given = ''] = /^(dot|hoi) (\S+) ?(\S*)$/.exec(words) ?? [];
  return isDay(first) ? onQuestion(what, first, given, call) : onTyped(words, call);
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
