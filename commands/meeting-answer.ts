import { unitsActedFor } from '../src/core/bloc.ts';
import type { Meeting, MeetingUnit } from '../src/core/meeting.ts';
import type { Line } from '../src/core/message.ts';
import { shortRef } from '../src/core/short-ref.ts';
import { meetingText } from '../src/text/meetings.ts';
import type { Call } from './command.ts';
import { isLead } from './reply.ts';

export const refOf = (one: Pick<Meeting, 'id'>) => shortRef('m', one.id);

/** Of the meeting's units those that the person answers for. */
export function unitsOf(one: Meeting, call: Call): MeetingUnit[] {
  const mine = unitsActedFor(call.actor?.posts ?? []);
  return one.units.filter(unit => mine.includes(unit.unitId));
}
export const namesOf = (units: readonly MeetingUnit[]) => units.map(one => one.unitName);

/** Whoever acts for several units answers for all of them; the lead hears who stays away, and why. */
export async function answer(
  one: Meeting,
  given: { answer: 'yes' | 'no'; reason: string | null },
  call: Call,
): Promise<Line[]> {
  const { ports } = call;
  const units = unitsOf(one, call);
  const ids = units.map(unit => unit.unitId);
  await ports.year.meetings.answer(one.id, ids, given);
  const come = given.answer === 'yes';
  for (const unit of ids)
    ports.audit({
      action: 'meeting.answered',
      subject: 'meeting',
      subjectId: one.id,
      detail: { no: one.number, unit, come },
    });
  const names = namesOf(units);
  if (!come && !isLead(call)) {
    const lines = meetingText.toldAbsent(call.bloc?.name ?? '', one, names, given.reason);
    ports.tell({ kind: 'lead' }, { lines });
  }
  return meetingText.noted(one, names, given.answer, given.reason);
}
