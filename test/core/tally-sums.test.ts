import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Criterion, Group, ScoreTable } from '../../src/core/score-table.ts';
import { noCaps } from '../../src/core/score-table.ts';
import type { TableSettings } from '../../src/core/table-settings.ts';
import { tally } from '../../src/core/tally.ts';
import type { StagedEntry } from '../../src/core/tally-facts.ts';
import { d, factsFor, p, pointsOf, ratioOf, staged, yesNo } from '../support/score-facts.ts';
import { group, leaf, now, table } from '../support/score-sheets.ts';

const counting = <C extends Criterion>(counts: Criterion['counts'], criterion: C): C => ({
  ...criterion,
  counts,
});
const capped = (one: Group, caps: Partial<Group['caps']>): Group => ({
  ...one,
  caps: { ...noCaps, ...caps },
});
const ratio = (no: string, max: number) => ({
  ...leaf(no, max),
  rule: { id: 'ratio', version: 1, params: {} },
});
const withSettings = (made: ScoreTable, settings: Partial<TableSettings>): ScoreTable => ({
  ...made,
  settings: { ...made.settings, ...settings },
});

function unitOf(made: ScoreTable, entries: StagedEntry[], changes: Parameters<typeof factsFor>[1] = {}) {
  const [unit] = tally(made, factsFor(['a'], { entries, ...changes }), now).units;
  if (!unit) throw new Error('no unit');
  return unit;
}
const scores = (...given: [string, number][]) =>
  given.map(([key, value]) => staged('a', key, pointsOf(value)));

describe('limits', () => {
  const bonus = counting('bonus', group('B', [leaf('B1', 5), leaf('B2', 5)]));
  const penalty = counting('penalty', group('P', [leaf('P1', 5), leaf('P2', 5)]));
  const made: ScoreTable = {
    ...table([leaf('1', 10), { ...bonus, max: p(6) }, { ...penalty, max: p(6) }]),
    max: p(10),
  };

  test('a bonus or penalty group stops at its own maximum', () => {
    const unit = unitOf(made, scores(['k1', 7], ['kB1', 5], ['kB2', 4], ['kP1', 4], ['kP2', 4]));
    expect(unit.children.map(node => node.points)).toEqual([p(7), p(6), p(-6)]);
    expect(unit).toMatchObject({ points: p(7), max: p(10) });
    expect(unit.children[1]).toMatchObject({
      max: p(6),
      limits: [{ by: 'bonus_cap', from: p(9), to: p(6) }],
    });
    expect(unit.children[2]).toMatchObject({ limits: [{ by: 'penalty_cap', from: p(-8), to: p(-6) }] });
  });

  test('a table’s limit reaches bonuses and penalties wherever they stand', () => {
    const spread: ScoreTable = {
      ...table([
        group('1', [leaf('1.1', 10), counting('bonus', leaf('1.2', 5))]),
        counting('bonus', leaf('2', 5)),
      ]),
      max: p(10),
      caps: { ...noCaps, bonus: p(3) },
    };
    const unit = unitOf(spread, scores(['k1.1', 8], ['k1.2', 2], ['k2', 4]));
    expect(unit).toMatchObject({ points: p(11), limits: [{ by: 'bonus_cap', from: p(6), to: p(3) }] });
    expect(unit.children[0]).toMatchObject({ points: p(10), max: p(10) });
  });

  test('a total that is capped loses its bonuses first', () => {
    const inner = capped(group('1', [leaf('1.1', 10), counting('bonus', leaf('1.2', 5))]), { total: p(10) });
    const over: ScoreTable = { ...table([inner]), max: p(10), caps: { ...noCaps, bonus: p(1) } };
    const unit = unitOf(over, scores(['k1.1', 8], ['k1.2', 5]));
    // Of the 5 bonus points 2 remain under the group's cap, 1 under the table's.
    expect(unit.children[0]).toMatchObject({
      points: p(10),
      limits: [{ by: 'total_cap', from: p(13), to: p(10) }],
    });
    expect(unit.points).toBe(p(9));
    const lower = { ...over, children: [capped(inner, { total: p(6) })] };
    expect(unitOf(lower, scores(['k1.1', 8], ['k1.2', 5])).points).toBe(p(6));
  });

  test('nothing goes below 0 where the table says so', () => {
    const entries = scores(['k1', 1], ['kP1', 4]);
    expect(unitOf(made, entries).points).toBe(p(-3));
    const floored = unitOf(withSettings(made, { floor: 'table' }), entries);
    expect(floored).toMatchObject({ points: 0, limits: [{ by: 'floor', from: p(-3), to: 0 }] });
    const nested: ScoreTable = {
      ...table([group('1', [leaf('1.1', 5), counting('penalty', leaf('1.2', 9))]), leaf('2', 5)]),
      max: p(10),
    };
    const given = scores(['k1.1', 1], ['k1.2', 4], ['k2', 2]);
    expect(unitOf(nested, given).points).toBe(p(-1));
    expect(unitOf(withSettings(nested, { floor: 'table' }), given).points).toBe(0);
    expect(unitOf(withSettings(nested, { floor: 'group' }), given).points).toBe(p(2));
  });
});

describe('rounding', () => {
  const thirds = table([group('1', [ratio('1.1', 10), ratio('1.2', 10)]), group('2', [ratio('2.1', 10)])]);
  const entries = ['k1.1', 'k1.2', 'k2.1'].map(key => staged('a', key, ratioOf(1, 3)));

  test.each([
    ['leaf', 2, [6.66, 3.33], 9.99],
    ['group', 2, [6.67, 3.33], 10],
    ['total', 2, [6.67, 3.33], 10],
    ['leaf', 1, [6.6, 3.3], 9.9],
    ['total', 0, [6.67, 3.33], 10],
    ['leaf', 0, [6, 3], 9],
  ] as const)('once, at the %s, to %s decimals', (at, decimals, groups, total) => {
    const unit = unitOf(withSettings(thirds, { rounding: { at, decimals } }), entries);
    expect(unit.children.map(node => node.points)).toEqual(groups.map(p));
    expect(unit.points).toBe(p(total));
  });

  test('a half goes up, below 0 down', () => {
    const one = table([ratio('1', 1)]);
    expect(unitOf(one, [staged('a', 'k1', ratioOf(1, 200))]).points).toBe(1);
    expect(
      unitOf(withSettings(one, { rounding: { at: 'leaf', decimals: 1 } }), [staged('a', 'k1', ratioOf(1, 4))])
        .points,
    ).toBe(p(0.3));
  });
});

describe('classes', () => {
  const settings: Partial<TableSettings> = {
    classes: [
      { name: 'A', within: { ge: d(9) }, noZero: true },
      { name: 'B', within: { ge: d(5), lt: d(9) }, noZero: false },
      { name: 'C', within: { lt: d(5) }, noZero: false },
    ],
    classCaps: [
      { event: 'x', name: 'X', maxClass: 'B' },
      { event: 'no_self_score', name: 'Không tự chấm', maxClass: 'C' },
      { event: 'z', name: 'Z', maxClass: 'không có' },
    ],
  };
  const made = withSettings(table([leaf('1', 9), leaf('2', 1)]), settings);
  const event = (name: string) => ({ classEvents: [{ unitId: 'a', event: name, source: 's' }] });

  test('by points, kept down by events, and none where a zero is in the way', () => {
    expect(unitOf(made, scores(['k1', 9], ['k2', 1])).class).toEqual({ kind: 'class', name: 'A', caps: [] });
    expect(unitOf(made, scores(['k1', 8], ['k2', 0])).class).toMatchObject({ name: 'B' });
    expect(unitOf(made, scores(['k1', 9], ['k2', 0])).class).toMatchObject({
      kind: 'none',
      zeros: [{ no: '2' }],
    });
    expect(unitOf(made, scores(['k1', 9], ['k2', 1]), event('x')).class).toEqual({
      kind: 'class',
      name: 'B',
      caps: [{ event: 'x', name: 'X', source: 's' }],
    });
    expect(unitOf(made, scores(['k1', 1]), event('x')).class).toEqual({ kind: 'class', name: 'C', caps: [] });
    expect(unitOf(made, scores(['k1', 9], ['k2', 1]), event('z')).class).toMatchObject({ name: 'A' });
    expect(unitOf(made, scores(['k1', 9], ['k2', 0]), event('x')).class).toMatchObject({ kind: 'none' });
    expect(unitOf(table([leaf('1', 1)]), []).class).toEqual({ kind: 'no_classes' });
  });

  test('no self score is an event of its own, once it is too late for one', () => {
    const verified = [staged('a', 'k1', pointsOf(9), { stage: 'verified' })];
    const stages = ['self', 'verified'];
    expect(unitOf(made, verified, { stages }).class).toMatchObject({ name: 'A' });
    expect(unitOf(made, verified, { stages, selfScoreClosed: true }).class).toMatchObject({
      name: 'C',
      caps: [{ event: 'no_self_score', source: null }],
    });
  });

  test('are undecided while they overlap, and where one lies in a gap there is none', () => {
    const [a, b, c] = settings.classes ?? [];
    if (!a || !b || !c) throw new Error('three classes');
    const overlap = withSettings(made, { classes: [a, { ...b, within: { ge: d(5), le: d(9) } }, c] });
    expect(unitOf(overlap, scores(['k1', 1])).class).toEqual({ kind: 'undecided' });
    expect(tally(overlap, factsFor([]), now).problems).toContainEqual({
      code: 'classes_overlap',
      at: [{ eq: '9' }],
    });
    const gap = withSettings(made, {
      classes: [a, { ...b, within: { ge: d(5), lt: d(8) } }, c],
      classCaps: [],
    });
    expect(tally(gap, factsFor([]), now).problems).toEqual([
      { code: 'classes_gap', at: [{ ge: '8', lt: '9' }] },
    ]);
    const best = withSettings(made, { classes: [a], classCaps: [] });
    expect(tally(best, factsFor([]), now).problems).toEqual([]);
    expect(unitOf(best, scores(['k1', 1])).class).toEqual({ kind: 'none', zeros: [] });
  });

  test('and places may go by per cent of what is assigned', () => {
    const percent = withSettings(table([leaf('1', 10), leaf('2', 10)]), { measure: 'percent' });
    const entries = [
      ...scores(['k1', 9], ['k2', 9]),
      staged('b', 'k1', pointsOf(9.5)),
      staged('b', 'k2', { kind: 'not_assigned' }),
    ];
    const told = tally(percent, factsFor(['a', 'b', 'c'], { entries }), now);
    expect(told.ranking.map(place => place.unitIds)).toEqual([['b'], ['a'], ['c']]);
    expect(told.units.map(unit => unit.percent)).toEqual([p(90), p(95), 0]);
    const none = unitOf(percent, [
      staged('a', 'k1', { kind: 'not_assigned' }),
      staged('a', 'k2', { kind: 'not_assigned' }),
    ]);
    expect(none).toMatchObject({ percent: null, points: 0, max: 0 });
  });
});

describe('knockouts', () => {
  const made = table([
    { ...group('1', [leaf('1.1', 5), leaf('1.2', 5)]), atLeast: p(4) },
    { ...leaf('2', 5), atLeast: p(2) },
    { ...leaf('3', 0), rule: { id: 'knockout', version: 1, params: {} } },
  ]);

  test('come from elsewhere, from a criterion, and from too few points', () => {
    const entries = [...scores(['k1.1', 1], ['k1.2', 2], ['k2', 1]), staged('a', 'k3', yesNo(true))];
    const knockouts = [
      { unitId: 'a', reason: 'R', source: 'S' },
      { unitId: 'b', reason: 'other', source: 'S' },
    ];
    const unit = unitOf(made, entries, { knockouts });
    expect(unit.knockouts).toEqual([
      { kind: 'fact', reason: 'R', source: 'S' },
      { kind: 'below', key: 'g1', no: '1', name: 'Nhóm 1', points: p(3), atLeast: p(4) },
      { kind: 'below', key: 'k2', no: '2', name: 'Tiêu chí số 2', points: p(1), atLeast: p(2) },
      { kind: 'criterion', key: 'k3', no: '3', name: 'Tiêu chí số 3' },
    ]);
    expect(unit.rank).toBeNull();
  });

  test('what is still open may yet reach what is asked for', () => {
    expect(unitOf(made, scores(['k1.1', 1])).knockouts).toEqual([]);
    const unassigned = ['k1.1', 'k1.2', 'k2'].map(key => staged('a', key, { kind: 'not_assigned' }));
    expect(unitOf(made, [...unassigned, staged('a', 'k3', yesNo(false))]).knockouts).toEqual([]);
  });
});

describe('answers', () => {
  test('that cannot stand count nothing and are shown; corrected outcomes may take a rule’s place', () => {
    const made = table([ratio('1', 10), { ...ratio('2', 10), counts: 'base' }, leaf('3', 10)]);
    const unit = unitOf(made, [
      staged('a', 'k1', pointsOf(4)),
      staged('a', 'k2', pointsOf(11)),
      staged('a', 'k3', yesNo(true)),
    ]);
    expect(unit.children).toMatchObject([
      { points: p(4), because: { rule: 'manual', version: 1 }, fault: null },
      { points: null, state: 'open', fault: { code: 'out_of_range' }, why: { code: 'faulty' } },
      { points: null, state: 'open', fault: { code: 'other_kind' } },
    ]);
    expect(unit).toMatchObject({ points: p(4), complete: false });
  });

  test('of a penalty corrected to points are taken off', () => {
    const made = table([
      {
        ...leaf('1', 5),
        counts: 'penalty',
        rule: { id: 'penalty_per_occurrence', version: 1, params: { each: 100 } },
      },
    ]);
    expect(unitOf(made, scores(['k1', 2])).points).toBe(p(-2));
  });

  test('to what is derived, or only opens a gate, are refused; not assigned never is', () => {
    const derived = { id: 'missing_reports', version: 1, params: { of: { kinds: ['report'] }, each: 100 } };
    const made = table([
      { ...leaf('1', 5), rule: derived },
      { ...leaf('2', 0), rule: { id: 'gate', version: 1, params: {} } },
    ]);
    const faults = (value: StagedEntry['value']) =>
      unitOf(made, [staged('a', 'k1', value), staged('a', 'k2', value)]).children.map(node =>
        node.kind === 'leaf' ? (node.fault?.code ?? null) : null,
      );
    expect(faults(pointsOf(1))).toEqual(['derived', 'other_kind']);
    expect(faults({ kind: 'skipped' })).toEqual(['derived', null]);
    expect(faults({ kind: 'not_assigned' })).toEqual([null, null]);
  });
});

describe('whatever the entries and units', () => {
  const made: ScoreTable = table([
    group('1', [
      leaf('1.1', 10),
      { ...leaf('1.2', 10), rule: { id: 'relative_to_leader', version: 1, params: {} } },
    ]),
    counting('bonus', leaf('2', 5)),
    counting('penalty', leaf('3', 5)),
  ]);
  const value = fc.oneof(
    fc.nat(1_000).map(n => pointsOf(n / 100)),
    fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 100 })).map(([a, t]) => ratioOf(a, t)),
    fc.constant({ kind: 'not_assigned' } as const),
    fc.constant({ kind: 'skipped' } as const),
  );
  const entry = fc.record({
    unit: fc.constantFrom('a', 'b', 'c'),
    key: fc.constantFrom('k1.1', 'k1.2', 'k2', 'k3'),
    stage: fc.constantFrom('self', 'verified', 'elsewhere'),
    value,
  });
  const stages = ['self', 'verified'];

  test('their order makes no difference', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 25 }), fc.infiniteStream(fc.nat()), (given, shuffle) => {
        const entries = given.map((one, index) =>
          staged(one.unit, one.key, one.value, { stage: one.stage, version: index + 1 }),
        );
        const mix = <T>(list: readonly T[]) =>
          list
            .map(one => ({ one, at: shuffle.next().value }))
            .sort((x, y) => x.at - y.at)
            .map(({ one }) => one);
        const of = (ids: string[], list: StagedEntry[]) =>
          tally(made, factsFor(ids, { stages, entries: list }), now);
        const first = of(['a', 'b', 'c'], entries);
        const mixed = of(mix(['a', 'b', 'c']), mix(entries));
        for (const unit of first.units) {
          const other = mixed.units.find(one => one.unitId === unit.unitId);
          // Peers are named in the order of the facts, which is the units' own.
          const plain = JSON.stringify(other?.children.map(node => node.points));
          expect(plain).toBe(JSON.stringify(unit.children.map(node => node.points)));
          expect([other?.rank, other?.points, other?.provisional]).toEqual([
            unit.rank,
            unit.points,
            unit.provisional,
          ]);
        }
      }),
    );
  });

  test('a unit’s total is the sum of its leaves, limits aside', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 25 }), given => {
        const entries = given.map((one, index) =>
          staged(one.unit, one.key, one.value, { version: index + 1 }),
        );
        for (const unit of tally(made, factsFor(['a', 'b', 'c'], { entries }), now).units) {
          const leaves = unit.children.flatMap(node => (node.kind === 'group' ? node.children : [node]));
          expect(unit.points).toBe(leaves.reduce((so, node) => so + (node.points ?? 0), 0));
        }
      }),
    );
  });
});
