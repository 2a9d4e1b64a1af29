import { blocSettingsSchema } from '../../db/bloc-context.ts';
import { enteredBloc } from '../../db/blocs.ts';
import { duties } from '../../db/duties.ts';
import { holidayFacts } from '../../db/holidays.ts';
import { groupChats } from '../../db/people.ts';
import { enterBloc, type Tx } from '../../db/tx.ts';
import { calendarOf } from '../core/bloc-calendar.ts';
import type { Calendar } from '../core/calendar.ts';
import { dayOf } from '../core/day.ts';
import type { Duty } from '../core/duty.ts';
import type { HolidayFacts } from '../core/holiday-questions.ts';
import { planFactsOf } from '../core/plan-facts.ts';
import type { PlanFacts } from '../core/reminder-slots.ts';

export interface BlocFacts {
  blocId: number;
  /** The one that runs. */
  seasonId: string;
  /** All that are open. */
  seasonIds: string[];
  name: string;
  since: Date;
  plan: PlanFacts;
  duties: Duty[];
  calendar: Calendar;
  holidays: HolidayFacts;
}

/**
 * All that planning and reminding a bloc needs, the duties of every open season among them; null where it has no
 * running season. The bloc is entered.
 */
export async function loadFacts(tx: Tx, blocId: number, now: Date): Promise<BlocFacts | null> {
  await enterBloc(tx, blocId);
  const bloc = await enteredBloc(tx, dayOf(now));
  if (!bloc?.seasonId) return null;
  const [holidays, found, groups] = await Promise.all([
    holidayFacts(tx, blocId),
    duties(tx, bloc.seasonIds),
    groupChats(tx, blocId),
  ]);
  const policy = blocSettingsSchema.parse(bloc.settings).reminders;
  return {
    blocId,
    seasonId: bloc.seasonId,
    seasonIds: bloc.seasonIds,
    name: bloc.name,
    since: bloc.createdAt,
    calendar: calendarOf(holidays),
    holidays,
    duties: found,
    plan: planFactsOf(found, policy, groups.length > 0),
  };
}
