import { z } from 'zod';
import { isDecimal } from '../src/core/decimal.ts';
import type { Scoring } from '../src/core/scoring-facts.ts';
import type { RankedPlace } from '../src/core/tally-result.ts';
import { findUnits } from '../src/text/find-units.ts';
import { clean } from '../src/text/fold.ts';
import { formatDecimal } from '../src/text/numbers.ts';
import { type ParsedDecimal, parseDecimal } from '../src/text/parse-decimal.ts';
import { scoreText } from '../src/text/score.ts';
import { scoreEffectText } from '../src/text/score-effect.ts';
import { tieKeyWords } from '../src/text/tie-words.ts';
import { unitFactText } from '../src/text/unit-facts.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { tallyNow, unitName } from './score-desk.ts';
import { movedScores } from './score-news.ts';

const { tie: said } = unitFactText;
const say = (...says: Extract<Reply, { kind: 'say' }>['says']): Reply => ({ kind: 'say', says });
const DECISION = 'decision';

async function settle(words: string, call: Call): Promise<Reply> {
  const scoring = await call.ports.scoring.load('shared');
  if (!scoring) return say({ lines: scoreText.noCriteria() });
  if (scoring.standing.published) return say({ lines: unitFactText.locked() });
  const place = tallyNow(scoring).ranking.find(one => one.tie !== null);
  if (!place?.tie) return say({ lines: said.none() });
  const names = place.unitIds.map(id => unitName(scoring, id));
  if (place.tie.kind === 'chain_ends') return say({ lines: said.chainEnds(names) });
  const { key } = place.tie;
  if (clean(words) !== '') {
    const { told, unclear } = await read(words, key, place, call);
    if (unclear) return say({ lines: said.twoReadings(unclear.typed, unclear.readings.map(formatDecimal)) });
    if (told.length > 0) return record(told, key, scoring, call);
  }
  if (key !== DECISION) return say({ lines: said.numbers(names, tieKeyWords(key, scoring.table)) });
  const choices = place.unitIds.map(id => [
    { id: `phan_hang ${unitName(scoring, id)}`.slice(0, 60), label: said.label(unitName(scoring, id)) },
  ]);
  return say({ lines: said.decide(names), choices });
}

interface Told {
  told: { unitId: string; value: string }[];
  /** A number that is written in two ways: nothing is recorded before it is clear. */
  unclear: { typed: string; readings: Extract<ParsedDecimal, { kind: 'ambiguous' }>['readings'] } | null;
}

/** A number behind each unit's name; of a decision the units in their order, the others behind. */
async function read(words: string, key: string, place: RankedPlace, { ports }: Call): Promise<Told> {
  const found = findUnits(words, await ports.reports.unitNames()).filter(unit =>
    place.unitIds.includes(unit.id),
  );
  if (key === DECISION) {
    const first = found.map(unit => unit.id);
    if (first.length === 0) return { told: [], unclear: null };
    const rest = place.unitIds.filter(id => !first.includes(id));
    const told = [
      ...first.map((unitId, n) => ({ unitId, value: String(n + 1) })),
      ...rest.map(unitId => ({ unitId, value: String(first.length + 1) })),
    ];
    return { told, unclear: null };
  }
  const told: Told['told'] = [];
  for (const [n, unit] of found.entries()) {
    const behind = words.slice(unit.end, found[n + 1]?.start);
    const typed = /\d[\d.,]*/.exec(behind)?.[0].replace(/[.,]$/, '') ?? '';
    const number = parseDecimal(typed);
    if (number.kind === 'ambiguous') return { told: [], unclear: { typed, readings: number.readings } };
    if (number.kind === 'number') told.push({ unitId: unit.id, value: number.number });
  }
  return { told, unclear: null };
}

/** As numbers are written in Vietnam. */
function shownNumber(value: string): string {
  return isDecimal(value) ? formatDecimal(value) : value;
}

async function record(
  told: readonly { unitId: string; value: string }[],
  key: string,
  scoring: Scoring,
  call: Call,
): Promise<Reply> {
  const { ports, actor } = call;
  const acting = actor?.posts.find(post => post.unitRole === 'lead')?.unitId ?? '';
  for (const { unitId, value } of told) {
    const before = scoring.unitFacts.find(
      fact => fact.kind === 'indicator' && fact.key === key && fact.scoredUnitId === unitId,
    );
    const seq = (before?.seq ?? 0) + 1;
    const source = key === DECISION ? said.decided : said.counted;
    await ports.scoring.tellFact(
      { tableId: scoring.tableId, scoredUnitId: unitId, kind: 'indicator', key, seq, value, source },
      acting,
    );
    const detail = { kind: 'indicator', key, seq };
    ports.audit({ action: 'unit.fact_told', subject: 'unit', subjectId: unitId, detail });
  }
  const lines = said.done(told.map(one => `${unitName(scoring, one.unitId)}: ${shownNumber(one.value)}`));
  const affected = await movedScores(scoring, call);
  return say({ lines: [...lines, ...scoreEffectText.lines({ locked: false, affected })] });
}

export const phanHang = defineCommand({
  name: 'phan_hang',
  says: ['phân hạng', 'phân định đồng hạng'],
  summary: 'Phân định đơn vị bằng điểm: số phiếu, chỉ tiêu ưu tiên, quyết định',
  example: '/phan_hang',
  roles: 'lead',
  where: 'private',
  year: 'anywhere',
  args: z.string(),
  run: settle,
});
