import { addDays, at, type Day, day, dayOf, timeOf, timeOfDay, weekdayOf } from '../../src/core/day.ts';
import type { Duty } from '../../src/core/duty.ts';
import { defaultReminderPolicy } from '../../src/core/reminder-policy.ts';
import { back, isGood, isLoud, isWorking, nextMorning, workingDaysBack } from './bad-days.ts';
import type { LivingBloc } from './living-bloc.ts';

/**
 * What a bloc under the default policy is to be told, worked out by hand from the rules: no planner, no due rows.
 * Every moment belongs to somebody once; at the first good time from then on it is spoken or has become needless.
 */
interface Moment {
  kind: 'remind' | 'overdue' | 'before' | 'weekly' | 'alive' | 'holiday' | 'nudge' | 'export';
  at: Date;
  notBefore: Date;
  duty?: Duty;
  deadlineId?: string;
  question?: Day;
}

const policy = defaultReminderPolicy;
const EIGHT = timeOfDay('08:00');
const ends = (duty: Duty): Date => {
  let on = duty.dueOn ?? day('2099-01-01');
  while (!isWorking(on)) on = addDays(on, 1);
  return at(on, timeOfDay('23:59'));
};
const mornings = (duty: Duty, counts: readonly number[]) => {
  const last = back(duty.dueOn ?? day('2099-01-01'), isWorking);
  return [...new Set(counts.map(count => back(workingDaysBack(last, count), isGood)))]
    .map(on => at(on, EIGHT))
    .filter(morning => morning >= duty.since);
};
/** The Monday of each week, or the next good day of it. */
const weeklyFrom = (from: Day, to: Day): Date[] => {
  const weeks: Date[] = [];
  for (let monday = addDays(from, 1 - weekdayOf(from)); monday <= to; monday = addDays(monday, 7)) {
    const week = Array.from({ length: 7 }, (_, n) => addDays(monday, n));
    const on = week.find(isGood);
    if (on) weeks.push(at(on, EIGHT));
  }
  return weeks;
};
/** The days asked about, with the day on which the lead is asked: 60 days before. */
const QUESTIONS: readonly Day[] = [day('2026-11-23')];

export function reminderOracle(bloc: LivingBloc, start: Date, end: Date) {
  const open = new Set(bloc.duties);
  const away: { personId: string; standInId: string; from: Day; to: Day }[] = [];
  const moments: Moment[] = [];
  const nudges = new Set<string>();
  const add = (kind: Moment['kind'], when: Date, more: Partial<Moment> = {}) =>
    moments.push({ kind, at: when, notBefore: when, ...more });
  for (const duty of bloc.duties) {
    const ahead = mornings(duty, [14, 7, 3, 1, 0]);
    const next = nextMorning(duty.since, policy);
    if (ahead.length === 0 && next <= ends(duty)) ahead.push(next);
    for (const when of ahead) add('remind', when, { duty });
    add('overdue', nextMorning(ends(duty), policy), { duty });
    for (const when of mornings(duty, [3, 1])) add('before', when, { duty });
  }
  for (const when of weeklyFrom(dayOf(start), dayOf(end))) {
    if (when > start) add('weekly', when);
    if (when.getTime() - start.getTime() >= 86_400_000) add('alive', when);
  }
  for (const first of QUESTIONS) {
    for (const ahead of [60, 14, 4]) {
      const when = nextMorning(at(addDays(first, -ahead - 1), timeOfDay('12:00')), policy);
      // What was missed of the later ones is not made up for: the first one is.
      if (ahead === 60 || when >= start) add('holiday', when, { question: first });
    }
  }

  const told = (who: (one: LivingBloc['people'][number]) => boolean, today: Day): string[] => {
    const ids = bloc.people.filter(who).map(one => {
      const gone = away.find(a => a.personId === one.personId && a.from <= today && a.to >= today);
      return gone?.standInId ?? one.personId;
    });
    return [...new Set(ids)].map(id => bloc.chats.get(id) ?? '');
  };

  /** Everything said at `now`: kind, chat and, for units, which reports. */
  const at_ = (now: Date): string[] => {
    const today = dayOf(now);
    const due = moments.filter(one => one.at <= now && one.notBefore <= now);
    const sheets = due.filter(one => one.kind === 'export');
    const said = sheets.map(() => 'export lan');
    const rest = due.filter(one => one.kind !== 'export');
    const good = isGood(today) && isLoud(timeOf(now), policy.quiet);
    const done = good ? due : sheets;
    for (const one of done) moments.splice(moments.indexOf(one), 1);
    if (!good) {
      const later = isGood(today) && timeOf(now) < '08:00' ? at(today, EIGHT) : nextMorning(now, policy);
      for (const one of rest) one.notBefore = later;
      return said;
    }
    const of = (kind: Moment['kind']) => rest.filter(one => one.kind === kind);
    const stillOpen = ({ duty }: Moment) => duty !== undefined && open.has(duty);
    const late = (duty: Duty | undefined) => duty !== undefined && now > ends(duty);
    const called = new Set<Duty>();
    for (const one of of('remind')) if (one.duty && stillOpen(one) && !late(one.duty)) called.add(one.duty);
    for (const one of of('overdue')) if (one.duty && stillOpen(one) && late(one.duty)) called.add(one.duty);
    for (const { deadlineId } of of('nudge'))
      for (const duty of open)
        if (duty.deadlineId === deadlineId && duty.party.kind === 'unit') called.add(duty);

    const units = new Map<string, string[]>();
    for (const { party, title } of called)
      if (party.kind === 'unit') units.set(party.unitId, [...(units.get(party.unitId) ?? []), title]);
    for (const [unitId, titles] of units)
      for (const chat of told(one => one.unitId === unitId && one.role !== 'member', today))
        said.push(`unit ${chat} ${titles.sort().join('|')}`);
    const lead = told(one => one.unitRole === 'lead' && one.role !== 'member', today);
    const own = [...called].some(duty => duty.party.kind === 'bloc');
    const listed = of('overdue').some(
      one => stillOpen(one) && late(one.duty) && one.duty?.party.kind === 'unit',
    );
    if (own || listed) said.push(...lead.map(chat => `lead ${chat}`));
    const near = of('before').some(one => stillOpen(one) && !late(one.duty));
    if (near || (of('weekly').length > 0 && open.size > 0)) said.push(`group ${bloc.group}`);
    if (of('alive').length > 0)
      said.push(
        ...told(one => one.role === 'clerk' && one.unitRole === 'lead', today).map(c => `alive ${c}`),
      );
    for (const _ of new Set(of('holiday').map(one => one.question)))
      said.push(...lead.map(chat => `holiday ${chat}`));
    return said;
  };

  return {
    saidAt: at_,
    submitted: (duty: Duty) => open.delete(duty),
    nudged: (deadlineId: string, when: Date) => {
      // Once for that time: where the clock is set back, asking again for the same morning adds nothing.
      const name = `${deadlineId} ${when.toISOString()}`;
      if (nudges.has(name)) return;
      nudges.add(name);
      add('nudge', when, { deadlineId });
    },
    exported: (when: Date) => add('export', when),
    away: (personId: string, standInId: string, from: Day, days: number) =>
      away.push({ personId, standInId, from, to: addDays(from, days) }),
    open: () => [...open],
  };
}
export type ReminderOracle = ReturnType<typeof reminderOracle>;
