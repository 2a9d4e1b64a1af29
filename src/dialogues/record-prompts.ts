import { shortRef } from '../core/short-ref.ts';
import { type RecordShown, recordText } from '../text/record.ts';
import type { Choice, Say } from './dialogue.ts';
import { groupOf, offered, partyOf, unitName } from './record-moves.ts';
import { mayRecord, type RecordFacts, type RecordState, stepOf } from './record-state.ts';

const OFFERED = 8;

/** The open question, whatever has become of the facts since. */
export function promptFor(state: RecordState, facts: RecordFacts): Say {
  const leave: Choice[] = [{ id: 'cancel', label: recordText.cancel }];
  const at = stepOf(state);
  switch (at.at) {
    case 'deadline': {
      const choices = offered(state, facts)
        .slice(0, OFFERED)
        .map(({ deadlineId, title }) => [{ id: shortRef('d', deadlineId), label: recordText.label(title) }]);
      const names = state.entries.map(entry => unitName(entry.unitId, facts));
      return { lines: [recordText.askDeadline(names)], choices: [...choices, leave] };
    }
    case 'units': {
      const group = groupOf(state, facts);
      const open = (group?.parties ?? []).filter(
        party => mayRecord(party) && !state.entries.some(entry => entry.unitId === party.unitId),
      );
      const first = open.filter(party => party.state !== 'recorded');
      const choices = (first.length > 0 ? first : open)
        .slice(0, OFFERED)
        .map(({ unitId, unitName: label }) => [{ id: shortRef('o', unitId), label }]);
      const enough = state.entries.length > 0 ? [{ id: 'enough', label: recordText.enough }] : [];
      return { lines: recordText.askUnits(group?.title ?? ''), choices: [...choices, [...enough, ...leave]] };
    }
    case 'number':
      return {
        lines: [recordText.askNumber(unitName(at.entry.unitId, facts))],
        choices: [[{ id: 'nonumber', label: recordText.noNumber }], leave],
        wants: 'number',
      };
    case 'date': {
      const days: Choice[] = [
        { id: 'today', label: recordText.today },
        { id: 'yesterday', label: recordText.yesterday },
      ];
      const lines = [recordText.askDate(unitName(at.entry.unitId, facts), at.entry.number)];
      return { lines, choices: [days, leave], wants: 'number' };
    }
    case 'confirm': {
      const group = groupOf(state, facts);
      const shown = shownEntries(state.entries, group, facts);
      const ok: Choice = { id: `ok_${state.rev}`, label: recordText.ok(shown.length), tone: 'primary' };
      const lines = recordText.confirm(group?.title ?? '', group?.dueOn ?? null, shown);
      return { lines, choices: [[ok, { id: 'add', label: recordText.addUnit }], leave] };
    }
  }
}

/** As they will be recorded, each with how it will count. */
export function shownEntries(
  entries: readonly { unitId: string; number: string | null; date: RecordState['entries'][number]['date'] }[],
  group: ReturnType<typeof groupOf>,
  facts: RecordFacts,
): RecordShown[] {
  return entries.flatMap(({ unitId, number, date }) => {
    const party = partyOf(group, unitId);
    if (!party || date === null) return [];
    const lateness = facts.judge(party.obligationId, date);
    const [corrects, again] = [party.state === 'recorded', party.state === 'sent_back'];
    const { unitName, extendedTo = null } = party;
    return [{ unitName, number, date, lateness, corrects, again, extendedTo }];
  });
}
