import type { Calendar } from './calendar.ts';
import { cutOff } from './deadline.ts';
import type { Duty } from './duty.ts';
import { concerns, type OpenTerm, openTerms, unitsOf } from './open-terms.ts';
import { planFactsOf } from './plan-facts.ts';
import { dutyLateness } from './progress.ts';
import { planDue } from './reminder-plan.ts';
import type { ReminderPolicy } from './reminder-policy.ts';

export interface SettingsFacts {
  policy: ReminderPolicy;
  duties: readonly Duty[];
  hasGroup: boolean;
  calendar: Calendar;
  now: Date;
}

interface Ahead {
  /** Private reminders still to come, one per party and morning. */
  reminders: number;
  next: Date | null;
  /** Summaries of single deadlines still to come in the group. */
  digests: number;
}

/** What a change of settings does: what will be said, when terms still running end, and who becomes late or is no longer. */
export interface SettingsEffect {
  before: Ahead;
  after: Ahead;
  ends: (OpenTerm & { before: Date; after: Date })[];
  lateness: { title: string; party: Duty['party']; before: number; after: number }[];
}

export function settingsEffect(facts: SettingsFacts, after: ReminderPolicy): SettingsEffect {
  const { policy, duties, calendar, now } = facts;
  const ends = openTerms(duties).flatMap(term => {
    const [was, is] = [cutOff(term.dueOn, policy, calendar), cutOff(term.dueOn, after, calendar)];
    const over = was < now && is < now;
    return over || +was === +is ? [] : [{ ...term, before: was, after: is }];
  });
  const lateness = duties.flatMap(duty => {
    const [was, is] = [daysLate(duty, facts, policy), daysLate(duty, facts, after)];
    return was === is ? [] : [{ title: duty.title, party: duty.party, before: was, after: is }];
  });
  return { before: ahead(facts, policy), after: ahead(facts, after), ends, lateness };
}

type OwnEffect = Pick<SettingsEffect, 'ends' | 'lateness'>;

/** What each unit is to hear: of its own terms, and how late it is now. */
export function ownEffects({ ends, lateness }: OwnEffect): Map<string, OwnEffect> {
  const late = lateness.map(one => ({ ...one, parties: [one.party] }));
  return new Map(
    unitsOf([...ends, ...late]).map(unitId => [
      unitId,
      {
        ends: ends.filter(one => concerns(unitId, one.parties)),
        lateness: late.filter(one => concerns(unitId, one.parties)),
      },
    ]),
  );
}

/** Calendar days; what is not in yet counts up to now. */
function daysLate(duty: Duty, { now, calendar }: SettingsFacts, policy: ReminderPolicy): number {
  const late = dutyLateness(duty, duty.handedIn?.sentAt ?? now, policy, calendar);
  return late.kind === 'late' ? late.calendarDays : 0;
}

function ahead({ duties, hasGroup, calendar, now }: SettingsFacts, policy: ReminderPolicy): Ahead {
  const items = planDue(planFactsOf(duties, policy, hasGroup), now, calendar, 0);
  const reminders = items.filter(item => item.kind === 'remind');
  const digests = items.filter(item => item.kind === 'digest').length;
  return { reminders: reminders.length, next: reminders[0]?.at ?? null, digests };
}
