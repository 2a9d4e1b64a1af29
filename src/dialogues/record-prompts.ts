import type { Day } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import { shortRef } from '../core/short-ref.ts';
import { type RecordShown, recordText } from '../text/record.ts';
import { scoreEffectText } from '../text/score-effect.ts';
import type { Choice, Say } from './dialogue.ts';
import { groupOf, offered, partyOf, unitName } from './record-moves.ts';
import { mayRecord, type RecordFacts, type RecordState, stepOf } from './record-state.ts';

const PAGE = 7;

/** The open question, whatever has become of the facts since. */
export function promptFor(state: RecordState, facts: RecordFacts): Say {
  const leave: Choice[] = [{ id: 'cancel', label: recordText.cancel }];
  const at = stepOf(state);
  const group = groupOf(state, facts);
  const report = recordText.report(group?.title ?? '', group?.dueOn ?? null);
  switch (at.at) {
    case 'deadline': {
      const all = offered(state, facts).map(({ deadlineId, title, dueOn }) => ({
        id: shortRef('d', deadlineId),
        label: recordText.label(title, dueOn, facts.today),
      }));
      const names = state.entries.map(entry => unitName(entry.unitId, facts));
      return paged([recordText.askDeadline(names)], all, state.page, [leave]);
    }
    case 'units': {
      const open = (group?.parties ?? []).filter(
        party => mayRecord(party) && !state.entries.some(entry => entry.unitId === party.unitId),
      );
      const first = open.filter(party => party.state !== 'recorded');
      const all = (first.length > 0 ? first : open).map(({ unitId, unitName: label }) => ({
        id: shortRef('o', unitId),
        label,
      }));
      const enough = state.entries.length > 0 ? [{ id: 'enough', label: recordText.enough }] : [];
      return paged(recordText.askUnits(report), all, state.page, [[...enough, ...leave]]);
    }
    case 'number':
      return {
        lines: recordText.askNumber(report, unitName(at.entry.unitId, facts)),
        choices: [[{ id: 'nonumber', label: recordText.noNumber }], leave],
        wants: 'number',
      };
    case 'date': {
      const days: Choice[] = [
        { id: 'today', label: recordText.today },
        { id: 'yesterday', label: recordText.yesterday },
      ];
      const lines = recordText.askDate(report, unitName(at.entry.unitId, facts), at.entry.number);
      return { lines, choices: [days, leave], wants: 'number' };
    }
    case 'confirm': {
      const shown = shownEntries(state.entries, group, facts);
      const ok: Choice = { id: `ok_${state.rev}`, label: recordText.ok(shown.length), tone: 'primary' };
      const effect = facts.effect(sentOn(state, group));
      const lines = recordText.confirm(report, shown, effect ? scoreEffectText.lines(effect) : []);
      return { lines, choices: [[ok, { id: 'add', label: recordText.addUnit }], leave] };
    }
  }
}

/** One page of a list; the last leads back to the first. */
function paged(lines: Line[], all: readonly Choice[], at: number, leave: Choice[][]): Say {
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const page = at % pages;
  const here = all.slice(page * PAGE, (page + 1) * PAGE).map(choice => [choice]);
  if (pages === 1) return { lines, choices: [...here, ...leave] };
  const more = [{ id: `more_${page}`, label: recordText.more }];
  return {
    lines: [...lines, recordText.page(page + 1, pages)],
    choices: [...here, more, ...leave],
  };
}

function sentOn({ entries }: RecordState, group: ReturnType<typeof groupOf>): Map<string, Day> {
  return new Map(
    entries.flatMap(({ unitId, date }): [string, Day][] => {
      const party = partyOf(group, unitId);
      return party && date !== null ? [[party.obligationId, date]] : [];
    }),
  );
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
