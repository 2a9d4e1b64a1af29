import { z } from 'zod';
import type { Line } from '../src/core/message.ts';
import type { Veto } from '../src/core/scoring-facts.ts';
import { findUnits } from '../src/text/find-units.ts';
import { clean, fold } from '../src/text/fold.ts';
import { scoreEffectText } from '../src/text/score-effect.ts';
import { unitFactText } from '../src/text/unit-facts.ts';
import { nameOf } from '../src/text/who-words.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { movedScores } from './score-news.ts';

const { knockout: said } = unitFactText;
const say = (lines: ReturnType<typeof said.usage>): Reply => ({ kind: 'say', says: [{ lines }] });

/** `Phòng Kinh tế: lý do (văn bản)`; `Phòng Kinh tế: bỏ` takes it back. With or without a score table. */
async function exclude(words: string, call: Call): Promise<Reply> {
  const { ports, actor } = call;
  const scoring = await ports.scoring.load('shared');
  const all = await ports.year.vetoes.list();
  const units = await ports.reports.unitNames();
  const called = (id: string) => units.filter(one => one.id === id).map(nameOf)[0] ?? '';
  if (clean(words) === '') {
    const held = all.filter(one => one.reason !== null);
    const shown = held.map(({ unitId, reason, source }) => `${called(unitId)}: ${reason} (${source})`);
    return say([...said.list(shown), ...said.usage()]);
  }
  if (scoring?.standing.published) return say(unitFactText.locked());
  const [unit] = findUnits(words, units);
  if (!unit) return say(said.usage());
  const name = called(unit.id);
  const rest = clean(words.slice(unit.end)).replace(/^[\s,:;.–-]+/u, '');
  const own = all.filter(one => one.unitId === unit.id);
  const acting = actor?.posts.find(post => post.unitRole === 'lead')?.unitId ?? '';
  const tell = async (veto: Omit<Veto, 'unitId'>) => {
    await ports.year.vetoes.tell({ unitId: unit.id, ...veto }, acting);
    const detail = { kind: 'veto', no: veto.no, seq: veto.seq };
    ports.audit({ action: 'unit.fact_told', subject: 'unit', subjectId: unit.id, detail });
  };
  /** The unit hears it at once, the lead also whose place it changes. */
  const done = async (toLead: Line[], toUnit: Line[]) => {
    ports.tell({ kind: 'unit', unitId: unit.id }, { lines: toUnit });
    const affected = await movedScores(scoring, call);
    return say([...toLead, ...scoreEffectText.lines({ locked: false, affected })]);
  };
  if (['bo', 'bo ghi', 'huy'].includes(fold(rest))) {
    for (const { no, seq, reason } of own)
      if (reason !== null) await tell({ no, seq: seq + 1, reason: null, source: said.withdrawn });
    return done(said.takenBack(name), said.noticeTakenBack(name));
  }
  const [, reason = '', source = ''] = /^(.*?)(?:\s*\(([^()]+)\))?\.?$/su.exec(rest) ?? [];
  if (!/\p{L}{2}/u.test(reason)) return say(said.noReason(name));
  const from = source || said.noSource;
  await tell({ no: own.length + 1, seq: 1, reason: clean(reason), source: from });
  return done(said.told(name, clean(reason), from), said.notice(name, clean(reason), from));
}

export const khongXet = defineCommand({
  name: 'khong_xet',
  says: ['không xét', 'không xét thi đua'],
  summary: 'Ghi đơn vị không xét thi đua, kèm lý do và văn bản nguồn',
  example: '/khong_xet Phòng Kinh tế: có đơn tố cáo (CV 12/TTr)',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  run: exclude,
});
