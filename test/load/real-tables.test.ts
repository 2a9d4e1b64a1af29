import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../db/project-root.ts';
import { checkTable } from '../../src/core/check-table.ts';
import { decimal } from '../../src/core/decimal.ts';
import { leaves, type ScoreTable } from '../../src/core/score-table.ts';
import { tally } from '../../src/core/tally.ts';
import { readTableFile } from '../../src/load/read-tally.ts';
import { countOf, factsFor, numberOf, pointsOf, ratioOf, staged, yesNo } from '../support/score-facts.ts';
import { now } from '../support/score-sheets.ts';

/** Ten real score tables, where they lie beside the project; their rules are held by our own sample as well. */
const FILE = join(projectRoot(), '..', 'shared', 'score-tables.json');
const there = existsSync(FILE);

const json = z.json();
type Json = z.infer<typeof json>;
const objectSchema = z.record(z.string(), json);
type Row = z.infer<typeof objectSchema>;

const tables = z
  .looseObject({ tables: z.array(objectSchema) })
  .parse(there ? JSON.parse(readFileSync(FILE, 'utf8')) : { tables: [] }).tables;
const tableOf = (id: string): Row => tables.find(table => table.id === id) ?? {};
const rowsOf = (row: Row, key: string): Row[] => z.array(objectSchema).parse(row[key]);

function load(file: object): ScoreTable {
  const read = readTableFile(JSON.stringify(file));
  if (read.kind === 'mistakes') throw new Error(JSON.stringify(read.mistakes));
  return read.value;
}

/** Children as the file has them: nodes, or nothing but their maxima. */
function nodeOf(given: Json, index: number): object {
  const child = typeof given === 'number' ? { max: given } : objectSchema.parse(given);
  const { no = String(index + 1), name = 'x', max, children } = child;
  const inner = children === undefined ? {} : { children: z.array(json).parse(children).map(nodeOf) };
  return { no, name, max, ...inner };
}

const bandsOf = (row: Row) => rowsOf(row, 'bands').map(({ printed: _, ...band }) => band);

describe.skipIf(!there)('real tables', () => {
  test('T1: 1000 points in three groups and four levels add up', () => {
    const t1 = load({ name: 'T1', max: 1000, criteria: rowsOf(tableOf('T1'), 'groups').map(nodeOf) });
    expect(checkTable(t1)).toEqual([]);
    expect(Math.max(...leaves(t1).map(leaf => leaf.path.length))).toBe(2);
  });

  test('T1: half for the target, half relative to the leader: every golden case', () => {
    const golden = z
      .array(z.object({ in: z.record(z.string(), z.number()), out: z.number() }))
      .parse(tableOf('T1').golden);
    expect(golden.length).toBeGreaterThanOrEqual(4);
    for (const { in: given, out } of golden) {
      const { MS = 0, T = 0, A = 0, leader_exceed = 0 } = given;
      const rule = 'relative_to_leader';
      const table = load({ name: 'T1', max: MS, criteria: [{ no: '1', name: 'x', max: MS, rule }] });
      const entries = [
        staged('a', '1', ratioOf(A, T)),
        staged('b', '1', ratioOf(100 * (1 + leader_exceed), 100)),
      ];
      const [own] = tally(table, factsFor(['a', 'b'], { entries }), now).units;
      expect(own?.points).toBe(Math.round(out * 100));
    }
  });

  test('T1: maxima that do not add up are told, and stay', () => {
    const off = load({
      name: 'T1',
      max: 50,
      criteria: [nodeOf({ no: '1', max: 50, children: [37.01, 12.98] }, 0)],
    });
    expect(checkTable(off)).toEqual([{ code: 'sum_differs', key: '1', no: '1', max: 5000, sum: 4999 }]);
    expect(leaves(off).map(leaf => leaf.max)).toEqual([3701, 1298]);
  });

  test('T2: a gated sample, ratios and bonuses; bands that overlap wait for a person', () => {
    const rows = rowsOf(tableOf('T2'), 'criteria');
    const t2 = load({
      name: 'T2',
      max: 100,
      caps: { bonus: 15 },
      criteria: [
        ...rows
          .filter(row => !row.bonus)
          .map(row => {
            const { no, max, n, points_per_case } = row;
            if (row.type === 'ratio') return { no, max, name: 'x', rule: 'ratio' };
            const gate = { no: `${no}.0`, name: 'x', rule: 'gate' };
            const rule = { id: 'sample', cases: n ?? 0, each: points_per_case ?? 0 };
            return { no, max, name: 'x', children: [gate, { no: `${no}.1`, name: 'x', max, rule }] };
          }),
        {
          no: '5',
          name: 'x',
          max: 15,
          counts: 'bonus',
          children: rows
            .filter(row => row.bonus)
            .map(row => {
              const { no, max } = row;
              if (row.type === 'yes_no') return { no, max, name: 'x', rule: 'yes_no' };
              const rule = { id: 'bands', bands: bandsOf(row), values: { ge: 0, le: 100 } };
              return { no, max, name: 'x', rule };
            }),
        },
      ],
    });
    const ambiguous = z.array(z.number()).parse(rows.find(row => row.no === '5.2')?.ambiguous_at);
    expect(checkTable(t2)).toEqual([
      {
        code: 'doubt',
        key: '5/5.2',
        no: '5.2',
        doubt: { code: 'bands_overlap', at: ambiguous.map(at => ({ eq: String(at) })) },
      },
      { code: 'doubt', key: '5/5.2', no: '5.2', doubt: { code: 'bands_gap', at: [{ ge: '0', lt: '88' }] } },
    ]);
    const entries = [
      staged('a', '1/1.0', yesNo(true)),
      staged('a', '1/1.1', countOf(50)),
      staged('a', '2', ratioOf(180, 200)),
      staged('a', '3', ratioOf(1, 3)),
      staged('a', '4', ratioOf(5, 4)),
      staged('a', '5/5.1', yesNo(true)),
      staged('a', '5/5.2', numberOf(92)),
    ];
    const [own] = tally(t2, factsFor(['a'], { entries }), now).units;
    expect(own?.points).toBe(2000 + 3600 + 667 + 2000 + 500);
    expect(own?.children[4]).toMatchObject({
      children: [{}, { points: null, why: { code: 'undecided' } }, {}],
    });
  });

  test('T3 and T10: classes with their own bounds', () => {
    const classOf = (classes: Row[], points: number) => {
      const kept = classes.map(({ name, ge, gt, le, lt, and }) => ({
        name,
        ...JSON.parse(JSON.stringify({ ge, gt, le, lt })),
        no_zero: and !== undefined,
      }));
      const table = load({
        name: 'T',
        max: 100,
        settings: { classes: kept },
        criteria: [{ no: '1', name: 'x', max: 100 }],
      });
      expect(checkTable(table)).toEqual([]);
      const verdict = tally(table, factsFor(['a'], { entries: [staged('a', '1', pointsOf(points))] }), now);
      const found = verdict.units[0]?.class;
      return found?.kind === 'class' ? found.name : found?.kind;
    };
    const t3 = rowsOf(tableOf('T3'), 'classes');
    expect([95, 94.99, 85, 75, 74.99].map(points => classOf(t3, points))).toEqual([
      'Hoàn thành xuất sắc',
      'Hoàn thành tốt',
      'Hoàn thành tốt',
      'Hoàn thành',
      'Không hoàn thành',
    ]);
    const t10 = rowsOf(tableOf('T10'), 'rows').flatMap(row =>
      Array.isArray(row.classes) ? [rowsOf(row, 'classes')] : [],
    );
    const named = t10.filter(classes => classes.every(one => !('readings' in one)));
    expect(named.map(classes => classOf(classes, 90))).toEqual(['Hoàn thành xuất sắc', 'tốt', 'none']);
  });

  test('T4: days late and per cent, by its bands', () => {
    const rows = rowsOf(tableOf('T4'), 'criteria');
    const late = rows.find(row => row.type === 'late_days') ?? {};
    const share = rows.find(row => row.type === 'bands') ?? {};
    const rule = { id: 'late_days', of: { kinds: ['report'] }, several: 'worst', bands: bandsOf(late) };
    const percent = { no: '2', name: 'x', max: 1.5, rule: { id: 'bands', bands: bandsOf(share) } };
    const t4 = load({
      name: 'T4',
      max: 3.5,
      criteria: [{ no: '1', name: 'x', max: late.max, rule }, percent],
    });
    expect(checkTable(t4)).toEqual([{ code: 'doubt', key: '1', no: '1', doubt: { code: 'day_kind' } }]);
    const of = (value: number) =>
      tally(t4, factsFor(['a'], { entries: [staged('a', '2', numberOf(value))] }), now).units[0]?.points;
    expect([96, 95, 75, 74, 50, 49].map(of)).toEqual([150, 100, 100, 50, 50, 0]);
  });

  test('T5: levels by name', () => {
    const row = rowsOf(tableOf('T5'), 'criteria').find(one => one.row === 'báo cáo') ?? {};
    const levels = Object.entries(objectSchema.parse(row.points)).map(([name, points], index) => ({
      key: `${index}`,
      name,
      points,
    }));
    const t5 = load({
      name: 'T5',
      max: 8,
      criteria: [{ no: '1', name: 'x', max: 8, rule: { id: 'levels', levels } }],
    });
    expect(checkTable(t5)).toEqual([]);
    const of = (level: string) =>
      tally(t5, factsFor(['a'], { entries: [staged('a', '1', { kind: 'level', level })] }), now).units[0]
        ?.points;
    expect(['0', '1', '2', '3'].map(of)).toEqual([800, 600, 400, 0]);
  });

  test('T7: six criteria make 450, and 50 more are bonuses', () => {
    const t7 = objectSchema.parse(tableOf('T7')['2021']);
    const { total = 0, bonus = 0 } = t7;
    const max = Number(total) - Number(bonus);
    const loaded = load({
      name: 'T7',
      max,
      caps: { bonus },
      criteria: [
        ...z.array(json).parse(t7.criteria).map(nodeOf),
        { no: '7', name: 'x', max: bonus, counts: 'bonus' },
      ],
    });
    expect(checkTable(loaded)).toEqual([]);
    expect(decimal(String(max))).toBe('450');
  });
});
