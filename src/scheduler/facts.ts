import { blocSettingsSchema } from '../../db/bloc-context.ts';
import { enteredBloc } from '../../db/blocs.ts';
import { blocCalendar } from '../../db/calendar.ts';
import { duties } from '../../db/duties.ts';
import { groupChats } from '../../db/people.ts';
import { enterBloc, type Tx } from '../../db/tx.ts';
import type { Calendar } from '../core/calendar.ts';
import { dayOf } from '../core/day.ts';
import { isHandedIn } from '../core/deadline.ts';
import type { Duty } from '../core/duty.ts';
import type { PlanFacts } from '../core/reminder-slots.ts';

export interface BlocFacts {
  blocId: number;
  name: string;
  plan: PlanFacts;
  duties: Duty[];
  calendar: Calendar;
}

/** All that planning and reminding a bloc needs; null where it has no running season. The bloc is entered. */
export async function loadFacts(tx: Tx, blocId: number, now: Date): Promise<BlocFacts | null> {
  await enterBloc(tx, blocId);
  const bloc = await enteredBloc(tx, dayOf(now));
  if (!bloc?.seasonId) return null;
  const [calendar, found, groups] = await Promise.all([
    blocCalendar(tx, blocId),
    duties(tx, bloc.seasonId),
    groupChats(tx, blocId),
  ]);
  const policy = blocSettingsSchema.parse(bloc.settings).reminders;
  const owed = found.filter(duty => isHandedIn(duty.kind));
  const obligations = owed.map(duty => ({
    id: duty.obligationId,
    deadlineId: duty.deadlineId,
    party: duty.party,
    dueOn: duty.dueOn,
    fulfilled: duty.handedIn !== null,
    since: duty.since,
    roll: policy.roll,
    endOfDay: policy.endOfDay,
  }));
  return {
    blocId,
    name: bloc.name,
    calendar,
    duties: found,
    plan: { policy, hasGroup: groups.length > 0, obligations },
  };
}
