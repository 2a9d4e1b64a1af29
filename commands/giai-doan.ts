import { z } from 'zod';
import { isHandedIn } from '../src/core/deadline.ts';
import {
  disorder,
  mattersLeft,
  nextPhase,
  type OpenMatters,
  overduePhase,
  phasesLeft,
  type SeasonPhases,
  seasonPhases,
} from '../src/core/season-phase.ts';
import { standingOf } from '../src/core/target.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Choice, Say } from '../src/dialogues/dialogue.ts';
import { fold } from '../src/text/fold.ts';
import { readPhaseLine } from '../src/text/phase-line.ts';
import { phaseName } from '../src/text/phase-words.ts';
import { phaseText } from '../src/text/phases.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { bindConversation } from './conversation.ts';
import { noSuchYear } from './no-such-year.ts';
import { isLead, saying, yearOf } from './reply.ts';

async function openMatters(call: Call): Promise<OpenMatters> {
  const { ports, today } = call;
  const units = await ports.units();
  const registered = new Set((await ports.year.registrations.list()).map(one => one.unitId));
  const duties = await ports.duties();
  const targets = (await ports.year.targets.list()).map(one => standingOf(one, yearOf(call), today));
  const table = await ports.table();
  const { meetings, ballots, awards } = await ports.year.handOver.left(yearOf(call));
  const sent = table ? (await ports.sheets(table.id)).filter(one => one.submittedAt) : [];
  return {
    unregistered: units.filter(one => !registered.has(one.id)).length,
    overdue: duties.filter(one => isHandedIn(one.kind) && !one.handedIn && one.dueOn && one.dueOn < today)
      .length,
    silentTargets: targets.filter(one => one.light === 'silent').length,
    unsentSheets: table ? units.filter(one => !sent.some(({ unitId }) => unitId === one.id)).length : 0,
    ...{ meetings, ballots, awards },
  };
}

/** With the day that is about to be set. */
const withDay = (
  phases: SeasonPhases,
  line: { phase: string; on: SeasonPhases['all'][number]['dated'] },
) => ({
  ...phases,
  all: phases.all.map(one => (one.phase === line.phase ? { ...one, dated: line.on } : one)),
});

async function load(call: Call, words: string): Promise<{ facts: ComposeFacts } | { refusal: Say }> {
  if (!isLead(call)) return { refusal: { lines: phaseText.leadOnly() } };
  const phases = await call.ports.year.phases.list();
  const open = await openMatters(call);
  const ways = [{ id: 'do', label: phaseText.carryOut }];
  const preview: ComposeFacts['preview'] = ({ text }) => {
    const line = readPhaseLine(text, call.today);
    switch (line.kind) {
      case 'no_phase':
        return { lines: phaseText.noPhase(text), ways: [] };
      case 'no_day':
        return { lines: phaseText.noDay(), ways: [] };
      case 'open':
        return { lines: phaseText.previewOpen(line.year), ways };
      case 'date': {
        const before = phases.all.find(one => one.phase === line.phase)?.dated ?? null;
        const order = disorder(withDay(phases, line));
        return { lines: phaseText.previewDate(line.phase, before, line.on, order), ways };
      }
      case 'enter': {
        if (line.phase === phases.current) return { lines: phaseText.same(line.phase), ways: [] };
        const at = (phase: typeof phases.current) => (phase === null ? -1 : seasonPhases.indexOf(phase));
        const back = at(line.phase) < at(phases.current);
        const passed = phasesLeft(phases.current, line.phase);
        const left = mattersLeft(passed, open);
        return { lines: phaseText.previewEnter(phases.current, line.phase, back, passed, left), ways };
      }
    }
  };
  return { facts: { words, target: null, question: phaseText.question, preview } };
}

async function carryOut({ text }: ComposeEffect, call: Call): Promise<Say> {
  const { ports, today } = call;
  const line = readPhaseLine(text, today);
  const subject = { subject: 'season', subjectId: call.bloc?.season?.id ?? '' } as const;
  switch (line.kind) {
    case 'no_phase':
    case 'no_day':
      return { lines: phaseText.noPhase(text) };
    case 'open': {
      const opened = await ports.year.openYear(line.year);
      if (!opened) return { lines: phaseText.openedBefore(line.year) };
      ports.audit({
        action: 'season.opened',
        subject: 'season',
        subjectId: opened,
        detail: { year: line.year },
      });
      await ports.year.choose(line.year);
      return { lines: phaseText.opened(line.year) };
    }
    case 'date': {
      await ports.year.phases.date(line.phase, line.on);
      const detail = { phase: line.phase, day: line.on };
      ports.audit({ action: 'season.phase_dated', ...subject, detail });
      return { lines: phaseText.dated(line.phase, line.on) };
    }
    case 'enter': {
      await ports.year.phases.enter(line.phase);
      ports.audit({ action: 'season.phase_entered', ...subject, detail: { phase: line.phase } });
      const lines = phaseText.told(call.bloc?.name ?? '', yearOf(call), line.phase);
      ports.tell({ kind: 'units' }, { lines });
      ports.tell({ kind: 'groups' }, { lines });
      return { lines: phaseText.entered(line.phase) };
    }
  }
}

async function show(call: Call): Promise<Reply> {
  const phases = await call.ports.year.phases.list();
  const year = yearOf(call);
  const years = (await call.ports.year.years()).filter(one => one !== year);
  const late = overduePhase(phases, call.today);
  const next = late ?? nextPhase(phases.current);
  const inPrivate = call.chat.kind === 'private';
  const acts: Choice[] = isLead(call) && inPrivate && next ? [phaseText.enter(next)] : [];
  const others: Choice[] = inPrivate ? years.map(phaseText.toYear) : [];
  const fresh: Choice[] =
    isLead(call) && inPrivate && years.every(one => one < year) && phases.current === 'awards'
      ? [phaseText.openNext(year + 1)]
      : [];
  const lines = phaseText.sheet(call.bloc?.name ?? '', year, phases, late);
  const beside = years.length > 0 && inPrivate ? [phaseText.otherYears(years)] : [];
  return saying(
    [...lines, ...beside],
    [acts, [...others, ...fresh]].filter(row => row.length > 0),
  );
}

async function choose(year: number, call: Call): Promise<Reply> {
  if (await call.ports.year.choose(year)) return saying(phaseText.chosen(year));
  return { kind: 'say', says: [await noSuchYear(year, call)] };
}

/** `nam 2026` chooses a year, `sang …` moves, a phase with a day dates it. */
export const giaiDoan = defineCommand({
  name: 'giai_doan',
  says: ['giai đoạn', 'năm thi đua', 'đang ở giai đoạn nào', 'chuyển giai đoạn', 'việc cần làm'],
  summary: 'Năm thi đua đang ở giai đoạn nào, ai phải làm gì; chuyển giai đoạn, chọn năm',
  example: '/giai_doan tự chấm từ 1/11',
  roles: 'member',
  where: 'private',
  args: z.string(),
  conversation: bindConversation({
    machine: composeDialogue({ kind: 'giai_doan', file: 'none', most: 200 }),
    load,
    apply: async (effects: ComposeEffect[], call) => {
      const says: Say[] = [];
      for (const effect of effects) says.push(await carryOut(effect, call));
      return says;
    },
  }),
  run: async (words, call) => {
    const said = fold(words);
    if (said === '') return show(call);
    const [, chosen] = /^(?:xem )?nam (20\d{2})$/.exec(said) ?? [];
    if (chosen) return choose(Number(chosen), call);
    if (!isLead(call)) return saying(phaseText.leadOnly());
    const [, pressed] = /^sang ([a-z_]+)$/.exec(words) ?? [];
    const phase = seasonPhases.find(one => one === pressed);
    return { kind: 'begin', words: phase ? phaseText.typed(phaseName[phase]) : words };
  },
});
