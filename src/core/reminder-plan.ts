import type { Calendar } from './calendar.ts';
import { addDays, type Day, dayOf, weekdayOf } from './day.ts';
import type { ReminderPolicy } from './reminder-policy.ts';
import {
  digestSlots,
  type OpenDuty,
  openDuties,
  overdueSlot,
  type Party,
  type PlanFacts,
  reminderSlots,
  type Slot,
  slotOn,
} from './reminder-slots.ts';

/**
 * A slot in time, not a message: what it says is decided when it is due (reminder-notice.ts). The key depends on
 * party and day only, so that planning again, with other obligations on that day, finds the same row.
 */
export type DueItem = {
  key: string;
  /** The day it was meant for; postponing changes `at`, never this. */
  day: Day;
  at: Date;
} & ({ kind: 'remind' | 'overdue'; party: Party } | { kind: 'lead_overdue' | 'digest' });

/** How far back a missed slot is still planned. Keys of what was done must be kept longer than this. */
export const CATCH_UP_MS = 36 * 3_600_000;

/** Everything to be said from `now` − `catchUpMs` on, by time, then key. Undated duties appear in digests only. */
export function planDue(facts: PlanFacts, now: Date, calendar: Calendar, catchUpMs = CATCH_UP_MS): DueItem[] {
  const oldest = now.getTime() - catchUpMs;
  const byKey = new Map<string, DueItem>();
  const wanted = openDuties(facts, calendar).flatMap(duty => itemsOf(duty, facts, calendar));
  for (const item of [...wanted, ...weeklyDigests(facts, now, calendar, catchUpMs)]) {
    const same = byKey.get(item.key);
    if (item.at.getTime() > oldest && (!same || item.at < same.at)) byKey.set(item.key, item);
  }
  return [...byKey.values()].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.key < b.key ? -1 : 1));
}

/** All slots one open duty asks for, however long ago. */
export function itemsOf(duty: OpenDuty, facts: PlanFacts, calendar: Calendar): DueItem[] {
  const { policy } = facts;
  const { party } = duty.obligation;
  const name = party.kind === 'unit' ? `unit:${party.unitId}` : 'bloc';
  const timed = ({ day, at }: Slot) => ({ day, at });

  const items: DueItem[] = reminderSlots(duty, policy, calendar).map(slot => ({
    kind: 'remind',
    key: `remind:${name}:${slot.id}`,
    ...timed(slot),
    party,
  }));
  if (policy.overdueOnce) {
    const slot = overdueSlot(duty, policy, calendar);
    items.push({ kind: 'overdue', key: `overdue:${name}:${slot.id}`, ...timed(slot), party });
    if (party.kind === 'unit')
      items.push({ kind: 'lead_overdue', key: `lead_overdue:${slot.id}`, ...timed(slot) });
  }
  if (facts.hasGroup) items.push(...digestSlots(duty, policy, calendar).map(digestItem));
  return items;
}

function weeklyDigests(facts: PlanFacts, now: Date, calendar: Calendar, catchUpMs: number): DueItem[] {
  if (!facts.hasGroup || !facts.obligations.some(obligation => !obligation.fulfilled)) return [];
  if (!facts.policy.digest.enabled) return [];
  // Before the first duty there was nothing to sum up: a new bloc is not given last Monday's.
  const since = Math.min(...facts.obligations.map(obligation => obligation.since.getTime()));
  return weeklySlots(facts.policy, now, calendar, catchUpMs)
    .filter(slot => slot.at.getTime() >= since)
    .map(digestItem);
}

/** The bloc's weekly hour: within the catch-up time, and the next one. */
export function weeklySlots(
  policy: ReminderPolicy,
  now: Date,
  calendar: Calendar,
  catchUpMs = CATCH_UP_MS,
): Slot[] {
  const slots: Slot[] = [];
  let week = dayOf(new Date(now.getTime() - catchUpMs));
  for (let next = false; !next; week = addDays(week, 7)) {
    const on = weeklyDigestDay(week, policy, calendar);
    if (on === null) continue;
    const slot = slotOn(on, policy.digest.time);
    slots.push(slot);
    next = slot.at > now;
  }
  return slots;
}

function digestItem({ id, day, at }: Slot): DueItem {
  return { kind: 'digest', key: `digest:${id}`, day, at };
}

/** The day of the summary in the week of `on`: the bloc's weekday or the next working one up to Sunday, if any. */
export function weeklyDigestDay(on: Day, policy: ReminderPolicy, calendar: Calendar): Day | null {
  const sunday = addDays(on, 7 - weekdayOf(on));
  const wanted = addDays(sunday, policy.digest.weekday - 7);
  const found = calendar.mayDisturbOnOrAfter(wanted);
  return found <= sunday ? found : null;
}
