import { z } from 'zod';
import type { Line } from '../src/core/message.ts';
import { vetoEffect } from '../src/core/score-effect.ts';
import type { Scoring, Veto } from '../src/core/scoring-facts.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { clean } from '../src/text/fold.ts';
import { scoreEffectText } from '../src/text/score-effect.ts';
import { unitFactText } from '../src/text/unit-facts.ts';
import { readVeto, type VetoLine } from '../src/text/veto-line.ts';
import { type NamedUnit, nameOf } from '../src/text/who-words.ts';
import { type Call, defineCommand } from './command.ts';
import { bindConversation } from './conversation.ts';
import { isLead, saying } from './reply.ts';
import { movedScores } from './score-news.ts';

const { knockout: said } = unitFactText;
/** Characters. */
const MOST = 500;

interface Facts extends ComposeFacts {
  scoring: Scoring | null;
  units: readonly NamedUnit[];
  vetoes: readonly Veto[];
}

const calledIn = (units: readonly NamedUnit[], id: string) =>
  units.filter(one => one.id === id).map(nameOf)[0] ?? '';

const isHeld = (veto: Veto): veto is Veto & { reason: string } => veto.reason !== null;

async function load(call: Call, words: string): Promise<{ facts: Facts } | { refusal: Say }> {
  if (!isLead(call)) return { refusal: { lines: said.usage() } };
  const { ports } = call;
  const scoring = await ports.scoring.load('shared');
  if (scoring?.standing.published) return { refusal: { lines: unitFactText.locked() } };
  const facts = { scoring, units: await ports.reports.unitNames(), vetoes: await ports.year.vetoes.list() };
  const preview: Facts['preview'] = ({ text }) => previewOf(readVeto(text, facts.units), facts);
  return { facts: { words, target: null, question: said.usage, preview, ...facts } };
}

function previewOf(
  line: VetoLine,
  { scoring, units, vetoes }: Omit<Facts, keyof ComposeFacts>,
): ReturnType<Facts['preview']> {
  if (line.kind === 'no_unit') return { lines: said.noUnit(), ways: [] };
  const { unitId } = line;
  const name = calledIn(units, unitId);
  const own = vetoes.filter(isHeld).filter(one => one.unitId === unitId);
  if (line.kind === 'no_reason') return { lines: said.noReason(name), ways: [] };
  if (line.kind === 'take_back' && own.length === 0) return { lines: said.notHeld(name), ways: [] };
  const added = line.kind === 'exclude' ? [asVeto(line)] : [];
  const kept = scoring?.told.knockouts.filter(one => line.kind === 'exclude' || one.unitId !== unitId) ?? [];
  const effect = scoring ? scoreEffectText.lines(vetoEffect(scoring, [...kept, ...added])) : [];
  return line.kind === 'exclude'
    ? {
        lines: [...said.preview(name, asVeto(line), own), ...effect],
        ways: [{ id: 'exclude', label: said.exclude }],
      }
    : {
        lines: [...said.previewTakenBack(name, own), ...effect],
        ways: [{ id: 'take_back', label: said.takeBack }],
      };
}

const asVeto = ({ unitId, reason, source }: Extract<VetoLine, { kind: 'exclude' }>) => ({
  ...{ unitId, reason },
  source: source ?? said.noSource,
});

/** The unit hears it at once, the lead also whose place it changes. */
async function carryOut({ text }: ComposeEffect, call: Call, facts: Facts): Promise<Say> {
  const { ports, actor } = call;
  const line = readVeto(text, facts.units);
  if (line.kind !== 'exclude' && line.kind !== 'take_back') throw new Error('a line that was not shown');
  const { unitId } = line;
  const name = calledIn(facts.units, unitId);
  const own = facts.vetoes.filter(one => one.unitId === unitId);
  const acting = actor?.posts.find(post => post.unitRole === 'lead')?.unitId ?? '';
  const tell = async (veto: Omit<Veto, 'unitId'>) => {
    await ports.year.vetoes.tell({ unitId, ...veto }, acting);
    const detail = { kind: 'veto', no: veto.no, seq: veto.seq };
    ports.audit({ action: 'unit.fact_told', subject: 'unit', subjectId: unitId, detail });
  };
  const done = async (toLead: Line[], toUnit: Line[]): Promise<Say> => {
    ports.tell({ kind: 'unit', unitId }, { lines: toUnit });
    const affected = await movedScores(facts.scoring, call);
    return { lines: [...toLead, ...scoreEffectText.lines({ locked: false, affected })] };
  };
  if (line.kind === 'take_back') {
    for (const { no, seq } of own.filter(isHeld))
      await tell({ no, seq: seq + 1, reason: null, source: said.withdrawn });
    return done(said.takenBack(name), said.noticeTakenBack(name));
  }
  const { reason, source } = asVeto(line);
  await tell({ no: own.length + 1, seq: 1, reason, source });
  return done(said.told(name, reason, source), said.notice(name, reason, source));
}

/** `Phòng Kinh tế: lý do (văn bản)`; `Phòng Kinh tế: bỏ` takes it back. With or without a score table. */
export const khongXet = defineCommand({
  name: 'khong_xet',
  says: ['không xét', 'không xét thi đua'],
  summary: 'Ghi đơn vị không xét thi đua, kèm lý do và văn bản nguồn',
  example: '/khong_xet Phòng Kinh tế: có đơn tố cáo (CV 12/TTr)',
  roles: 'lead',
  where: 'private',
  year: 'first',
  args: z.string(),
  conversation: bindConversation({
    machine: composeDialogue({ kind: 'khong_xet', file: 'none', most: MOST }),
    load,
    apply: async (effects: ComposeEffect[], call, facts: Facts) => {
      const says: Say[] = [];
      for (const effect of effects) says.push(await carryOut(effect, call, facts));
      return says;
    },
  }),
  run: async (words, { ports }) => {
    if (clean(words) !== '') return { kind: 'begin', words };
    const units = await ports.reports.unitNames();
    const held = (await ports.year.vetoes.list()).filter(isHeld);
    const lines = held.map(
      ({ unitId, reason, source }) => `${calledIn(units, unitId)}: ${reason} (${source})`,
    );
    return saying([...said.list(lines), ...said.usage()]);
  },
});
