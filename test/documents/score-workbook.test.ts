import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { tally } from '../../src/core/tally.ts';
import { scoreWorkbook } from '../../src/documents/score-workbook.ts';
import { d, factsFor, p, pointsOf, staged } from '../support/score-facts.ts';
import { group, leaf, now, table } from '../support/score-sheets.ts';
import { unzip } from '../support/unzip.ts';

const capped = { ...group('3', [leaf('3.1', 3), leaf('3.2', 3)]), counts: 'bonus' as const, max: p(4) };
const tree = table([group('1', [leaf('1.1', 10), leaf('1.2', 10.5)]), leaf('2', 5), capped]);
const entries = [
  ...['a', 'b'].flatMap(unit => [
    staged(unit, 'k1.1', pointsOf(8.1)),
    staged(unit, 'k1.2', pointsOf(10.2)),
    staged(unit, 'k2', pointsOf(4.7)),
    staged(unit, 'k3.1', pointsOf(3)),
    staged(unit, 'k3.2', pointsOf(2.5)),
  ]),
  staged('b', 'k1.1', pointsOf(7), { stage: 'verified' }),
];
const at = (...stages: string[]) => tally(tree, factsFor(['a', 'b'], { entries, stages }), now);
const stages = { self: at('self'), verified: at('self', 'verified'), final: at('self', 'verified', 'final') };
const names = ["=cmd|' /C calc'!A0", 'Đơn vị [b]/:*?'];
const named = (one: typeof stages.self) => ({
  ...one,
  units: one.units.map((unit, n) => ({ ...unit, unitName: names[n] ?? '' })),
});
const bytes = await scoreWorkbook({
  ...{ bloc: 'Khối', year: 2026, table: 'Bảng điểm', stateLine: 'Điểm tạm tính.' },
  stages: { self: named(stages.self), verified: named(stages.verified), final: named(stages.final) },
  reasonOf: (unitId, key) => (unitId === 'b' && key === 'k1.1' ? '+84 sai số liệu' : null),
  verifierOf: () => '@x',
});

test('one sheet for all and one for each unit; self, verified and final side by side, with the reason', async () => {
  const [all, first, second] = await readXlsxFile(Buffer.from(bytes));
  expect([all?.sheet, first?.sheet, second?.sheet]).toEqual([
    'Tổng hợp',
    '1 =cmd|   C calc !A0',
    '2 Đơn vị  b',
  ]);
  const rows = all?.data.filter(row => typeof row[2] === 'number') ?? [];
  expect(rows.map(row => row.slice(1, 5))).toEqual([
    [names[0], 27, 27, 27],
    [names[1], 27, 25.9, 25.9],
  ]);
  const changed = second?.data.find(row => row[0] === '1.1');
  expect(changed?.slice(2)).toEqual([10, 8.1, 7, 7, '+84 sai số liệu']);
  // What a cap took is said where it took it.
  expect(second?.data.find(row => row[0] === '3')?.at(6)).toBe('Áp trần điểm thưởng: 5,5 → 4.');
});

test('a unit that is not considered has no class, and the reason beside it', async () => {
  const knockouts = [{ unitId: 'b', reason: 'Kỷ luật', source: 'QĐ 1' }];
  const classes = [{ name: 'Tốt', within: { ge: d(0) }, noZero: false }];
  const classed = { ...tree, settings: { ...tree.settings, classes } };
  const final = tally(classed, factsFor(['a', 'b'], { entries, knockouts }), now);
  const made = await scoreWorkbook({
    ...{ bloc: 'Khối', year: 2026, table: 'Bảng điểm', stateLine: 'Điểm tạm tính.' },
    ...{ stages: { self: final, verified: final, final }, reasonOf: () => null, verifierOf: () => '' },
  });
  const [all] = await readXlsxFile(Buffer.from(made));
  const rows = all?.data.filter(row => typeof row[2] === 'number') ?? [];
  expect(rows.map(row => row[6])).toEqual(['Tốt', '–']);
  expect(String(rows[1]?.[7])).toContain('Không xét: Kỷ luật');
});

test('totals are formulas that come to what stands beside them, caps included, and no text is a formula', () => {
  const sheets = [...unzip(bytes)].filter(([name]) => name.startsWith('xl/worksheets/sheet'));
  expect(sheets).toHaveLength(3);
  let formulas = 0;
  for (const [, xml] of sheets) {
    const cells = new Map<string, number>();
    for (const [, at = '', value] of xml.matchAll(
      /<c r="([A-Z]+\d+)"[^>]*>(?:<f>[^<]*<\/f>)?<v>([^<]*)<\/v>/g,
    ))
      cells.set(at, Number(value));
    for (const [, at = '', formula = ''] of xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*><f>([^<]*)<\/f>/g)) {
      formulas += 1;
      const [, list, rest = '0'] = /^ROUND\(SUM\(([A-Z\d,]+)\)([+-][\d.]+)?,2\)$/.exec(formula) ?? [];
      if (!list) expect(formula).toMatch(/^(?:'|&apos;)[12] [^']*(?:'|&apos;)![DEF]\d+$/);
      else {
        const sum = list.split(',').reduce((so, cell) => so + (cells.get(cell) ?? Number.NaN), Number(rest));
        expect(cells.get(at)).toBe(Math.round(sum * 100) / 100);
      }
    }
  }
  // Three stages of two groups and a total, for two units; and the same totals on the sheet for all.
  expect(formulas).toBe(2 * 3 * 3 + 2 * 3);
});
