import { z } from 'zod';
import { dayOf } from '../src/core/day.ts';
import type { Line } from '../src/core/message.ts';
import { type Missing, missing, nudgeNotices } from '../src/core/nudge.ts';
import { planFactsOf } from '../src/core/plan-facts.ts';
import { nextMorning, postponedTo } from '../src/core/speaking-time.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { matchObligations } from '../src/dialogues/report-choices.ts';
import { fold } from '../src/text/fold.ts';
import { nudgeText } from '../src/text/nudges.ts';
import { namesOf, noticeLines } from '../src/text/reminders.ts';
import { type Call, defineCommand } from './command.ts';

/** By hand, for one deadline on one day: enough to insist, too few to be muted. */
const MOST = 2;
const SHOWN = 7;
const ALL = 'tat_ca';

type Chosen = Missing & { code: string };

/** The random end of an id tells a season's deadlines apart, and fits a button. */
const codeOf = (deadlineId: string) => deadlineId.slice(-12);

/** Nobody there who could be told. */
async function unreachedUnits(call: Call): Promise<Set<string>> {
  const [units, reach] = [await call.ports.units(), await call.ports.reach()];
  return new Set(units.map(unit => unit.id).filter(id => !reach.units.has(id)));
}

async function preview(chosen: Chosen[], code: string, call: Call): Promise<Say> {
  const { ports, now, today } = call;
  const calendar = await ports.calendar();
  const at = postponedTo(ports.policy, now, calendar);
  const later = at && { at, dayOff: !calendar.mayDisturb(today) };
  return nudgeText.preview(chosen, code, await unreachedUnits(call), later, now);
}

async function send(chosen: Chosen[], code: string, call: Call): Promise<Say[]> {
  const { ports, now } = call;
  const [duties, calendar] = [await ports.duties(), await ports.calendar()];
  // Asked for in time, pressed in quiet hours.
  if (postponedTo(ports.policy, now, calendar)) return [await preview(chosen, code, call)];
  const { taken, again, full } = await take(chosen, now, call);
  const facts = planFactsOf(duties, ports.policy, false);
  const notices = nudgeNotices(
    taken.map(one => one.deadlineId),
    facts,
    now,
    calendar,
  );
  const names = namesOf(call.bloc?.name ?? '', duties);
  const unreached = await unreachedUnits(call);
  for (const notice of notices ?? [])
    ports.tell({ kind: 'unit', unitId: notice.unitId }, { lines: noticeLines(notice, names) });
  const named = (reached: boolean) =>
    (notices ?? [])
      .filter(({ unitId }) => unreached.has(unitId) !== reached)
      .map(({ unitId }) => names.unit(unitId));
  note(taken, call, named(true).length);
  const next = { at: nextMorning(ports.policy, now, calendar), code };
  return [
    ...(taken.length > 0 ? [{ lines: nudgeText.sent(named(true), named(false)) }] : []),
    ...(again.length > 0 ? [nudgeText.again(titles(again), now, now)] : []),
    ...(full.length > 0 ? [nudgeText.capped(titles(full), MOST, true, next, now)] : []),
  ];
}

async function postpone(chosen: Chosen[], call: Call): Promise<Say[]> {
  const { ports, now } = call;
  const calendar = await ports.calendar();
  const at = postponedTo(ports.policy, now, calendar) ?? nextMorning(ports.policy, now, calendar);
  const { taken, again, full } = await take(chosen, at, call);
  note(taken, call, 0);
  const lines: Line[] = taken.length > 0 ? nudgeText.planned(at, now, titles(taken)) : [];
  const sameDay = dayOf(at) === call.today;
  return [
    ...(taken.length > 0 ? [{ lines }] : []),
    ...(again.length > 0 ? [nudgeText.again(titles(again), at, now)] : []),
    ...(full.length > 0 ? [nudgeText.capped(titles(full), MOST, sameDay, null, now)] : []),
  ];
}

const titles = (chosen: readonly Chosen[]) => chosen.map(one => one.title);

async function take(chosen: readonly Chosen[], at: Date, call: Call) {
  const found: Record<'taken' | 'again' | 'full', Chosen[]> = { taken: [], again: [], full: [] };
  for (const one of chosen) found[await call.ports.reminders.takeNudge(one.deadlineId, at, MOST)].push(one);
  return found;
}

/** `messages` counts with the first deadline only: a unit that lacks several got one. */
function note(taken: readonly Chosen[], call: Call, messages: number): void {
  for (const [n, { deadlineId, units }] of taken.entries())
    call.ports.audit({
      action: 'reminder.nudged',
      subject: 'deadline',
      subjectId: deadlineId,
      detail: { units: units.length, messages: n === 0 ? messages : 0 },
    });
}

async function answer(words: string, call: Call): Promise<Say[]> {
  const { ports, now } = call;
  const at = { now, calendar: await ports.calendar(), rules: ports.policy };
  const open = missing(await ports.duties(), at).map(one => ({
    ...one,
    code: codeOf(one.deadlineId),
  }));
  const near = open.filter(one => one.near);
  const [, what, code = ''] = /^(xem|ngay|sang) (\S+)$/.exec(words) ?? [];
  if (what !== undefined) {
    const chosen = code === ALL ? near : open.filter(one => one.code === code);
    if (chosen.length === 0) return [nudgeText.nobody('')];
    if (what === 'xem') return [await preview(chosen, code, call)];
    return what === 'ngay' ? send(chosen, code, call) : postpone(chosen, call);
  }
  const asked = fold(words);
  if (asked === 'thoi') return [nudgeText.dropped()];
  if (/^tat ca( don vi)?$/.test(asked))
    return near.length > 0 ? [await preview(near, ALL, call)] : [nudgeText.nobody('')];
  const called = matchObligations(
    words,
    open.map(one => ({ ...one, unitName: '' })),
  );
  const like = called.length > 0 ? called : open.filter(one => fold(one.title).includes(asked));
  const named = asked === '' ? near : like;
  const [only, more] = named;
  if (!only) return [nudgeText.nobody(words)];
  return [
    more
      ? nudgeText.which(named.slice(0, SHOWN), Math.max(0, named.length - SHOWN), call.now, ALL)
      : await preview([only], only.code, call),
  ];
}

export const nhac = defineCommand({
  name: 'nhac',
  says: ['nhắc', 'nhắc nộp', 'đôn đốc', 'nhắc đơn vị'],
  summary: 'Nhắc ngay các đơn vị chưa nộp',
  example: '/nhac báo cáo tháng',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  run: async (words, call) => ({ kind: 'say', says: await answer(words, call) }),
});
