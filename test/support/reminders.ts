import { type Calendar, createCalendar } from '../../src/core/calendar.ts';
import { at, day, timeOfDay } from '../../src/core/day.ts';
import { knownCalendarDays } from '../../src/core/holidays.ts';
import { diffDue } from '../../src/core/reminder-diff.ts';
import { decideDue, type Notice, type ReminderItem } from '../../src/core/reminder-notice.ts';
import { type DueItem, planDue } from '../../src/core/reminder-plan.ts';
import { defaultReminderPolicy, type ReminderPolicy } from '../../src/core/reminder-policy.ts';
import type { Obligation, PlanFacts } from '../../src/core/reminder-slots.ts';

/** `vn('2026-06-12 08:00')`: that moment in Vietnam. */
export function vn(text: string): Date {
  const [on = '', time = ''] = text.split(' ');
  return at(day(on), timeOfDay(time));
}

/** Unit u1 owes the deadline d1, known since the start of 2026. */
export function obligation(dueOn: string | null, changes: Partial<Obligation> = {}): Obligation {
  return {
    id: 'o1',
    deadlineId: 'd1',
    party: { kind: 'unit', unitId: 'u1' },
    dueOn: dueOn === null ? null : day(dueOn),
    roll: 'next_working_day',
    endOfDay: null,
    fulfilled: false,
    since: vn('2026-01-01 09:00'),
    ...changes,
  };
}

export function planFacts(obligations: Obligation[], changes: Partial<PlanFacts> = {}): PlanFacts {
  return { policy: defaultReminderPolicy, hasGroup: false, obligations, ...changes };
}

/** The duty of one unit for the deadline d1. */
export function unit(unitId: string, dueOn: string | null, changes: Partial<Obligation> = {}): Obligation {
  return obligation(dueOn, { id: `o-${unitId}`, party: { kind: 'unit', unitId }, ...changes });
}

const known = createCalendar(knownCalendarDays, new Map());

/** What is said at `now` of the slots since `planned`, by the facts of then or, where others are given, of now. */
export function notices(planned: string, now: string, facts: PlanFacts, factsNow = facts): Notice[] {
  const due = planDue(facts, vn(planned), known, 0).filter(item => item.at <= vn(now));
  const decision = decideDue(due, factsNow, vn(now), known);
  if (decision.kind !== 'send') throw new Error('postponed');
  return decision.notices;
}

/** The caller of the planner as the database will play it: rows by key, claimed when their time has come. */
export function createDueStore(calendar: Calendar) {
  const rows = new Map<string, DueItem & { done: boolean }>();
  const diff = (facts: PlanFacts, now: Date) =>
    diffDue(planDue(facts, now, calendar), [...rows.values()], now);
  const waiting = () => [...rows.values()].filter(row => !row.done);

  return {
    diff,
    replan(facts: PlanFacts, now: Date) {
      const { insert, move, remove } = diff(facts, now);
      for (const item of [...insert, ...move]) rows.set(item.key, { ...item, done: false });
      for (const key of remove) rows.delete(key);
    },
    tick(facts: PlanFacts, now: Date): Notice[] {
      const due = waiting().filter(row => row.at <= now);
      if (due.length === 0) return [];
      const decision = decideDue(due, facts, now, calendar);
      for (const row of due) {
        rows.set(row.key, decision.kind === 'send' ? { ...row, done: true } : { ...row, at: decision.to });
      }
      return decision.kind === 'send' ? decision.notices : [];
    },
    nextAt(): Date | null {
      return waiting().reduce<Date | null>(
        (first, { at }) => (first === null || at < first ? at : first),
        null,
      );
    },
  };
}

export type Life = Obligation & { fulfilledAt: Date | null };
export interface Said {
  now: Date;
  notice: Notice;
}

/** Lives through the duties' lives as the tick would: plans again at every change and after every claim. */
export function live(lives: readonly Life[], policy: ReminderPolicy, end: Date, calendar: Calendar): Said[] {
  const store = createDueStore(calendar);
  const said: Said[] = [];
  const factsAt = (now: Date) =>
    planFacts(
      lives
        .filter(({ since }) => since <= now)
        .map(({ fulfilledAt, ...rest }) => ({
          ...rest,
          fulfilled: fulfilledAt !== null && fulfilledAt <= now,
        })),
      { policy, hasGroup: true },
    );
  const changes = lives
    .flatMap(({ since, fulfilledAt }) => [since, fulfilledAt ?? since])
    .sort((a, b) => a.getTime() - b.getTime());
  let now = changes[0];
  while (now && now < end) {
    const moment = now;
    const facts = factsAt(moment);
    store.replan(facts, moment);
    said.push(...store.tick(facts, moment).map(notice => ({ now: moment, notice })));
    store.replan(facts, moment);
    const change = changes.find(time => time > moment);
    const next = store.nextAt();
    now = change && (!next || change < next) ? change : (next ?? undefined);
  }
  return said;
}

/** The lines about one duty, to the one they are for. */
export function linesFor(
  said: readonly Said[],
  { id, party }: Obligation,
): { now: Date; item: ReminderItem }[] {
  return said.flatMap(({ now, notice }) => {
    if (notice.to === 'group') return [];
    const mine =
      notice.to === 'lead' ? party.kind === 'bloc' : party.kind === 'unit' && notice.unitId === party.unitId;
    return mine ? notice.items.filter(item => item.obligationId === id).map(item => ({ now, item })) : [];
  });
}
