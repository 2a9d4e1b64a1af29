import { z } from 'zod';
import { levelsOf } from '../src/core/asked.ts';
import { authorityOf, unitsActedFor } from '../src/core/bloc.ts';
import { findNodes, places } from '../src/core/find-criterion.ts';
import { tallyAt } from '../src/core/scoring-tally.ts';
import { shortRef } from '../src/core/short-ref.ts';
import { criterionWords } from '../src/text/criterion-words.ts';
import { findUnits, type NamedUnit } from '../src/text/find-units.ts';
import { clean } from '../src/text/fold.ts';
import { rankingText } from '../src/text/ranking.ts';
import { scoreText } from '../src/text/score.ts';
import { sheetTable } from '../src/text/score-tables.ts';
import { whyText } from '../src/text/why.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import {
  leavesBy,
  leavesOf,
  resultState,
  sheetOfUnit,
  tallyNow,
  unitName,
  verifiesFor,
} from './score-desk.ts';

const LABEL_UNITS = 40;

/** By the reference at the end of a button's line. */
function pressedUnit(typed: string, units: readonly NamedUnit[]) {
  const unit = units.find(one => typed.endsWith(` ${shortRef('u', one.id)}`));
  return unit && { id: unit.id, start: typed.lastIndexOf(' '), end: typed.length };
}

async function why(words: string, call: Call): Promise<Reply> {
  const { ports, actor } = call;
  const scoring = await ports.scoring.load();
  if (!scoring) return { kind: 'say', says: [{ lines: scoreText.noCriteria() }] };
  const posts = actor?.posts ?? [];
  const mine = unitsActedFor(posts);
  const typed = clean(words);
  const units = await ports.reports.unitNames();
  const named = pressedUnit(typed, units) ?? findUnits(typed, units)[0];
  const unitId = named?.id ?? mine[0];
  if (!unitId) return { kind: 'say', says: [{ lines: whyText.noUnit() }] };
  const sees = (id: string) =>
    mine.includes(id) ||
    scoring.standing.open ||
    authorityOf(posts) === 'lead' ||
    verifiesFor(call, scoring, id) !== null;
  if (!sees(unitId)) return { kind: 'say', says: [{ lines: rankingText.hidden() }] };
  const state = resultState(scoring, call.now);
  const tally = tallyNow(scoring);
  const unit = tally.units.find(one => one.unitId === unitId);
  if (!unit) return { kind: 'say', says: [{ lines: whyText.noUnit() }] };
  const rest = named ? clean(`${typed.slice(0, named.start)} ${typed.slice(named.end)}`) : typed;
  const { no: number } = criterionWords(rest);
  if (number === '')
    return { kind: 'say', says: [{ lines: whyText.unit(unit, state), table: sheetTable(unit) }] };
  const found = findNodes(unit.children, number);
  const [node, another] = found;
  if (!node) return { kind: 'say', says: [{ lines: whyText.unknown(number) }] };
  const place = places(unit.children);
  if (another) {
    const choices = found.map(one => [
      {
        id: `vi_sao ${place.get(one.key)} ${shortRef('u', unitId)}`,
        label: `${place.get(one.key)}. ${one.name}`.slice(0, LABEL_UNITS),
      },
    ]);
    return { kind: 'say', says: [{ lines: [whyText.several(number)], choices }] };
  }
  if (node.kind === 'group') {
    const [first] = node.children;
    const next = place.get((first ?? node).key) ?? node.no;
    return { kind: 'say', says: [{ lines: whyText.group(unit.unitName, node, next) }] };
  }
  const bound = leavesOf(scoring).find(one => one.leaf.key === node.key);
  const sheet = sheetOfUnit(scoring, unitId);
  const lines = whyText.leaf({
    ...{ unit: unit.unitName, leaf: node, state },
    rule: bound ? { id: bound.rule.id, version: bound.rule.version } : { id: '', version: 0 },
    levels: bound ? levelsOf(bound) : [],
    own: leavesBy(tallyAt(scoring, 'self'), unitId).get(node.key),
    history: sheet?.verdicts.filter(one => one.criterionKey === node.key) ?? [],
    nameOf: id => (sees(id) ? unitName(scoring, id) : null),
  });
  return { kind: 'say', says: [{ lines }] };
}

export const viSao = defineCommand({
  name: 'vi_sao',
  says: ['vì sao', 'tại sao', 'lý do điểm'],
  summary: 'Lý do của từng điểm: cách tính, số liệu, ai chấm, quy định',
  example: '/vi_sao 1.1',
  roles: 'contact',
  where: 'private',
  args: z.string(),
  run: why,
});
