import { type ComingHandOver, handedOver, roleChanges } from '../src/core/hand-over.ts';
import type { Line } from '../src/core/message.ts';
import type { OpenInYear } from '../src/core/open-in-year.ts';
import { planUnitChange, type UnitChange, type UnitInFull } from '../src/core/unit-change.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { handOverText } from '../src/text/hand-over.ts';
import { type HandOverLine, readHandOver } from '../src/text/hand-over-line.ts';
import type { Call } from './command.ts';
import { bindConversation } from './conversation.ts';
import { isLead } from './reply.ts';

type HandOver = Extract<HandOverLine, { kind: 'hand_over' }>;
interface Facts extends ComposeFacts {
  units: readonly UnitInFull[];
  coming: ComingHandOver | null;
}

const nameIn = (units: readonly UnitInFull[], id: string | null) =>
  units.find(one => one.id === id)?.name ?? null;

/** A hand-over by the names of its units. */
export const standing = ({ leadId, deputyId, from }: ComingHandOver, units: readonly UnitInFull[]) => ({
  ...{ lead: nameIn(units, leadId) ?? '', deputy: nameIn(units, deputyId), from },
});

const handed = (given: HandOver, units: readonly UnitInFull[], years: readonly number[]) => ({
  ...standing(given, units),
  year: newYear(given.from, years),
});

/** The year that the new lead begins with: that of the day, or the next where it is the one that runs out. */
function newYear(from: string, open: readonly number[]): number {
  const year = Number(from.slice(0, 4));
  return year > Math.min(...open) ? year : year + 1;
}

async function load(call: Call, words: string): Promise<{ facts: Facts } | { refusal: Say }> {
  if (!isLead(call)) return { refusal: { lines: handOverText.leadOnly() } };
  const { ports, today } = call;
  const named = await ports.deadlines.units();
  const units = await ports.setup.units();
  const posts = await ports.setup.posts();
  const duties = await ports.duties();
  const years = await ports.year.years();
  const left = new Map<number, OpenInYear>();
  for (const year of years) left.set(year, await ports.year.handOver.left(year));
  const table = (await ports.table()) !== null;
  const former = units.find(one => one.role === 'lead')?.name ?? '';
  const coming = await ports.year.handOver.coming();
  const preview: Facts['preview'] = ({ text }) => {
    const line = readHandOver(text, named, today);
    switch (line.kind) {
      case 'no_lead':
        return { lines: handOverText.noLead(), ways: [] };
      case 'no_day':
        return { lines: handOverText.noDay(line.why), ways: [] };
      case 'just_past':
        return { lines: handOverText.justPast(line.day, line.next), ways: [] };
      case 'no_unit':
        return { lines: handOverText.noUnit(line.typed), ways: [] };
      case 'cancel': {
        if (!coming) return { lines: handOverText.noneComing(), ways: [] };
        const ways = [{ id: 'take_back', label: handOverText.takeBack }];
        return { lines: handOverText.previewCancel(standing(coming, units), former, years), ways };
      }
      case 'close': {
        if (!years.includes(line.year)) return { lines: handOverText.notOpen(line.year), ways: [] };
        if (years.length === 1) return { lines: handOverText.onlyYear(line.year), ways: [] };
        const ways = [{ id: 'close', label: handOverText.close }];
        return { lines: handOverText.previewClose(line.year, left.get(line.year)), ways };
      }
      case 'hand_over': {
        if (line.from < today) return { lines: handOverText.past(line.from), ways: [] };
        if (line.leadId === line.deputyId) return { lines: handOverText.sameUnit(), ways: [] };
        const change: UnitChange = { kind: 'role', unitId: line.leadId, role: 'lead', from: line.from };
        const plan = planUnitChange(change, { today, units, posts, duties, coming: null }, () => false);
        if (plan.kind === 'refused')
          return { lines: handOverText.refused(plan.why, nameIn(units, line.leadId) ?? ''), ways: [] };
        if (coming && same(coming, line))
          return { lines: handOverText.same(standing(coming, units)), ways: [] };
        const before = coming ? handOverText.replaces(standing(coming, units)) : [];
        const label = coming ? handOverText.replace : handOverText.carryOut;
        const lines = [...before, ...handOverText.preview(handed(line, units, years), former, table)];
        // Of one that came to stand meanwhile nothing was shown: agreed to is only what was.
        const id = coming ? `replace_${coming.from.replaceAll('-', '')}` : 'hand_over';
        return { lines, ways: [{ id, label }] };
      }
    }
  };
  return { facts: { words, target: null, question: handOverText.question, preview, units, coming } };
}

const same = (a: ComingHandOver, b: ComingHandOver) =>
  a.leadId === b.leadId && a.deputyId === b.deputyId && a.from === b.from;

async function carryOut({ text }: ComposeEffect, call: Call, { units, coming }: Facts): Promise<Say> {
  const { ports, today } = call;
  const line = readHandOver(text, await ports.deadlines.units(), today);
  if (line.kind === 'close') {
    const closed = await ports.year.handOver.close(line.year);
    if (!closed) return { lines: handOverText.notOpen(line.year) };
    const detail = { year: line.year };
    ports.audit({ action: 'season.closed', subject: 'season', subjectId: closed, detail });
    ports.replan();
    return { lines: handOverText.closed(line.year) };
  }
  if (line.kind === 'cancel' && coming) return cancel(call, coming, units);
  if (line.kind !== 'hand_over') return { lines: handOverText.noLead() };
  const given = handed(line, units, await ports.year.years());
  const { leadId, deputyId, from } = line;
  await ports.year.handOver.carryOut({ leadId, deputyId, from, year: given.year });
  const subject = { subject: 'bloc', subjectId: String(call.bloc?.blocId) } as const;
  const detail = { lead: leadId, deputy: deputyId, from, year: given.year, replaced: coming?.from ?? null };
  ports.audit({ action: 'bloc.handed_over', ...subject, detail });
  ports.replan();
  const bloc = call.bloc?.name ?? '';
  const lines = handOverText.told(bloc, given);
  tellAll(call, lines);
  ports.tell({ kind: 'unit', unitId: leadId }, { lines: handOverText.newLead(from) });
  // Of a day to come each unit hears on that day.
  const now = from === today ? roleChanges(units, handedOver(units, line)) : [];
  for (const change of now)
    ports.tell(
      { kind: 'unit', unitId: change.unitId },
      { lines: handOverText.inEffect(bloc, change, given.lead, from) },
    );
  return { lines: handOverText.done(given) };
}

function tellAll({ ports }: Call, lines: Line[]): void {
  ports.tell({ kind: 'units' }, { lines });
  ports.tell({ kind: 'groups' }, { lines });
}

async function cancel(call: Call, coming: ComingHandOver, units: readonly UnitInFull[]): Promise<Say> {
  const { ports } = call;
  await ports.year.handOver.cancel();
  const subject = { subject: 'bloc', subjectId: String(call.bloc?.blocId) } as const;
  const { leadId, deputyId, from } = coming;
  ports.audit({
    action: 'bloc.hand_over_cancelled',
    ...subject,
    detail: { lead: leadId, deputy: deputyId, from },
  });
  ports.replan();
  const former = units.find(one => one.role === 'lead')?.name ?? '';
  tellAll(call, handOverText.toldCancelled(call.bloc?.name ?? '', standing(coming, units), former));
  return { lines: handOverText.cancelled(standing(coming, units)) };
}

export const handOverConversation = bindConversation({
  machine: composeDialogue({ kind: 'ban_giao', file: 'none', most: 300 }),
  load,
  apply: async (effects: ComposeEffect[], call, facts: Facts) => {
    const says: Say[] = [];
    for (const effect of effects) says.push(await carryOut(effect, call, facts));
    return says;
  },
});
