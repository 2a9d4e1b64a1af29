import { z } from 'zod';
import { type Decimal, decimal } from '../src/core/decimal.ts';
import { type Parting, partingsOf } from '../src/core/parting.ts';
import { partingEffect } from '../src/core/score-effect.ts';
import type { Scoring, UnitFact } from '../src/core/scoring-facts.ts';
import type { Indicator } from '../src/core/tally-facts.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { clean } from '../src/text/fold.ts';
import { formatDecimal } from '../src/text/numbers.ts';
import { scoreText } from '../src/text/score.ts';
import { scoreEffectText } from '../src/text/score-effect.ts';
import { readTie, type TieLine } from '../src/text/tie-line.ts';
import { tieKeyWords } from '../src/text/tie-words.ts';
import { unitFactText } from '../src/text/unit-facts.ts';
import type { NamedUnit } from '../src/text/who-words.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { bindConversation } from './conversation.ts';
import { saying } from './reply.ts';
import { tallyNow, unitName } from './score-desk.ts';
import { movedScores } from './score-news.ts';

const { tie: said } = unitFactText;
const DECISION = 'decision';
/** Characters. */
const MOST = 1000;

interface Facts extends ComposeFacts {
  scoring: Scoring;
  units: readonly NamedUnit[];
}

/** One fact as it is to be; `value` null: taken back. */
interface Told {
  unitId: string;
  key: string;
  value: Decimal | null;
}

const heldFacts = ({ unitFacts }: Scoring) =>
  unitFacts.flatMap(fact =>
    fact.kind === 'indicator' && fact.value !== null ? [{ ...fact, value: decimal(fact.value) }] : [],
  );

const newest = (
  { unitFacts }: Scoring,
  { unitId, key }: Pick<Told, 'unitId' | 'key'>,
): UnitFact | undefined =>
  unitFacts.find(fact => fact.kind === 'indicator' && fact.key === key && fact.scoredUnitId === unitId);

const valueWords = (key: string, value: Decimal) =>
  key === DECISION ? said.place(formatDecimal(value)) : formatDecimal(value);

function lineOf({ unitId, key, value }: Told, scoring: Scoring): string {
  const before = newest(scoring, { unitId, key })?.value ?? null;
  const was = before === null ? null : valueWords(key, decimal(before));
  return said.changes(unitName(scoring, unitId), was, value === null ? (was ?? '') : valueWords(key, value));
}

const heldLines = (scoring: Scoring) =>
  heldFacts(scoring).map(
    ({ scoredUnitId: unitId, key, value }) =>
      `${lineOf({ unitId, key, value }, scoring)} (${tieKeyWords(key, scoring.table)})`,
  );

/** What to tell of each unit; empty: nothing, for what the line says. */
function toldBy(line: TieLine, scoring: Scoring): Told[] {
  switch (line.kind) {
    case 'numbers':
      return line.told.map(one => ({ ...one, key: line.parting.key }));
    case 'decision': {
      const rest = line.parting.unitIds.filter(id => !line.first.includes(id));
      const placed = (unitId: string, place: number) => ({
        unitId,
        key: DECISION,
        value: decimal(`${place}`),
      });
      return [
        ...line.first.map((id, n) => placed(id, n + 1)),
        ...rest.map(id => placed(id, line.first.length + 1)),
      ];
    }
    case 'take_back':
      return heldFacts(scoring)
        .filter(({ scoredUnitId: id }) => line.unitIds.length === 0 || line.unitIds.includes(id))
        .map(({ scoredUnitId: unitId, key }) => ({ unitId, key, value: null }));
    default:
      return [];
  }
}

function problemOf(line: TieLine, scoring: Scoring): Say['lines'] {
  switch (line.kind) {
    case 'negative':
      return said.negative(line.typed);
    case 'not_whole':
      return said.notWhole(line.typed);
    case 'two_readings':
      return said.twoReadings(line.typed, line.readings.map(formatDecimal));
    case 'not_tied':
      return said.notTied(line.unitIds.map(id => unitName(scoring, id)));
    case 'take_back':
      return said.nothingHeld();
    default:
      return said.unclear();
  }
}

function indicatorsWith(told: readonly Told[], { told: known }: Scoring): Indicator[] {
  const isAnew = (one: Indicator) => told.some(({ unitId, key }) => unitId === one.unitId && key === one.key);
  const anew = told.flatMap(({ value, ...one }) => (value === null ? [] : [{ ...one, value }]));
  return [...known.indicators.filter(one => !isAnew(one)), ...anew];
}

function previewOf(line: TieLine, scoring: Scoring): ReturnType<Facts['preview']> {
  const told = toldBy(line, scoring);
  if (told.length === 0) return { lines: [...problemOf(line, scoring), ...asked(scoring).lines], ways: [] };
  const lines = told.map(one => lineOf(one, scoring));
  const shown =
    line.kind === 'numbers' || line.kind === 'decision'
      ? said.preview(
          tieKeyWords(line.parting.key, scoring.table),
          lines,
          missingOf(line.parting, told, scoring).map(id => unitName(scoring, id)),
        )
      : said.previewTakenBack(lines);
  const effect = scoreEffectText.lines(partingEffect(scoring, indicatorsWith(told, scoring)));
  return { lines: [...shown, ...effect], ways: [{ id: 'record', label: said.confirm }] };
}

const missingOf = ({ unitIds, key }: Parting, told: readonly Told[], scoring: Scoring) =>
  unitIds.filter(id => !told.some(one => one.unitId === id) && !newest(scoring, { unitId: id, key })?.value);

/** The first tie that waits for something, with how to say it. */
function asked(scoring: Scoring): Say {
  const place = tallyNow(scoring).ranking.find(one => one.tie !== null);
  if (!place?.tie) return { lines: [...said.none(), ...said.held(heldLines(scoring))] };
  const names = place.unitIds.map(id => unitName(scoring, id));
  if (place.tie.kind === 'chain_ends')
    return { lines: [...said.chainEnds(names), ...said.held(heldLines(scoring))] };
  const { key } = place.tie;
  if (key !== DECISION) return { lines: said.numbers(names, tieKeyWords(key, scoring.table)) };
  const choices = names.map(name => [
    { id: `phan_hang ${said.decides(name)}`.slice(0, 60), label: said.label(name) },
  ]);
  return { lines: said.decide(names), choices };
}

async function load(call: Call, words: string): Promise<{ facts: Facts } | { refusal: Say }> {
  const { ports } = call;
  const scoring = await ports.scoring.load('shared');
  if (!scoring) return { refusal: { lines: scoreText.noCriteria() } };
  if (scoring.standing.published) return { refusal: { lines: unitFactText.locked() } };
  const units = await ports.reports.unitNames();
  const partings = partingsOf(scoring);
  const preview: Facts['preview'] = ({ text }) => previewOf(readTie(text, units, partings), scoring);
  const question = () => asked(scoring).lines;
  return { facts: { words, target: null, question, preview, scoring, units } };
}

async function record({ text }: ComposeEffect, call: Call, { scoring, units }: Facts): Promise<Say> {
  const { ports, actor } = call;
  const line = readTie(text, units, partingsOf(scoring));
  const told = toldBy(line, scoring);
  if (told.length === 0) throw new Error('a line that was not shown');
  const acting = actor?.posts.find(post => post.unitRole === 'lead')?.unitId ?? '';
  const source =
    line.kind === 'decision' ? said.decided : line.kind === 'take_back' ? said.withdrawn : said.counted;
  for (const { unitId, key, value } of told) {
    const seq = (newest(scoring, { unitId, key })?.seq ?? 0) + 1;
    const fact = { scoredUnitId: unitId, kind: 'indicator' as const, key, seq, value, source };
    await ports.scoring.tellFact({ tableId: scoring.tableId, ...fact }, acting);
    const detail = { kind: 'indicator', key, seq };
    ports.audit({ action: 'unit.fact_told', subject: 'unit', subjectId: unitId, detail });
  }
  const lines = told.map(one => lineOf(one, scoring));
  const affected = await movedScores(scoring, call);
  const effect = scoreEffectText.lines({ locked: false, affected });
  return { lines: [...(line.kind === 'take_back' ? said.takenBack(lines) : said.done(lines)), ...effect] };
}

/** Without words: what waits, and what is on record. */
async function overview(call: Call): Promise<Reply> {
  const scoring = await call.ports.scoring.load();
  if (!scoring) return saying(scoreText.noCriteria());
  if (scoring.standing.published) return saying(unitFactText.locked());
  return { kind: 'say', says: [asked(scoring)] };
}

/** `VPĐU 7, Hội Nông dân xã 6`; `Phòng Kinh tế xếp trên Văn phòng`; `bỏ` takes back, until the publication. */
export const phanHang = defineCommand({
  name: 'phan_hang',
  says: ['phân hạng', 'phân định đồng hạng'],
  summary: 'Phân định đơn vị bằng điểm: số phiếu, chỉ tiêu ưu tiên, quyết định',
  example: '/phan_hang',
  roles: 'lead',
  where: 'private',
  year: 'anywhere',
  args: z.string(),
  conversation: bindConversation({
    machine: composeDialogue({ kind: 'phan_hang', file: 'none', most: MOST }),
    load,
    apply: async (effects: ComposeEffect[], call, facts: Facts) => {
      const says: Say[] = [];
      for (const effect of effects) says.push(await record(effect, call, facts));
      return says;
    },
  }),
  run: async (words, call) => (clean(words) === '' ? overview(call) : { kind: 'begin', words }),
});
