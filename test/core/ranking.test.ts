import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fraction } from '../../src/core/fraction.ts';
import { type Contender, rank } from '../../src/core/ranking.ts';
import type { TieKey } from '../../src/core/table-settings.ts';
import { tally } from '../../src/core/tally.ts';
import { d, factsFor, pointsOf, staged } from '../support/score-facts.ts';
import { leaf, now, table } from '../support/score-sheets.ts';

const contender = (unitId: string, value: number, keys: (number | null)[] = []): Contender => ({
  unitId,
  value: fraction(BigInt(value)),
  keys: keys.map(key => (key === null ? null : fraction(BigInt(key)))),
});
const places = (...given: Parameters<typeof rank>) =>
  rank(...given).map(place => [place.rank, ...place.unitIds]);

describe('places', () => {
  test('1, 1, 3 or 1, 1, 2 after units that nothing parts', () => {
    const three = [contender('a', 5), contender('b', 9), contender('c', 9)];
    expect(places(three, [], 'gaps')).toEqual([
      [1, 'b', 'c'],
      [3, 'a'],
    ]);
    expect(places(three, [], 'dense')).toEqual([
      [1, 'b', 'c'],
      [2, 'a'],
    ]);
    expect(rank(three, [], 'gaps')[0]?.tie).toEqual({ kind: 'chain_ends' });
    expect(places([], [], 'gaps')).toEqual([]);
  });

  test('the chain parts them key by key, and says which key did', () => {
    const four = [
      contender('a', 9, [1, 4]),
      contender('b', 9, [2, 3]),
      contender('c', 9, [1, 5]),
      contender('d', 9, [2, 3]),
    ];
    expect(rank(four, ['x', 'y'], 'gaps')).toEqual([
      { rank: 1, unitIds: ['b', 'd'], decidedBy: null, tie: { kind: 'chain_ends' } },
      { rank: 3, unitIds: ['c'], decidedBy: 'x', tie: null },
      { rank: 4, unitIds: ['a'], decidedBy: 'y', tie: null },
    ]);
  });

  test('a missing fact stops the chain: what stands after it decides nothing', () => {
    const two = [contender('a', 9, [null, 7]), contender('b', 9, [2, 3])];
    expect(rank(two, ['x', 'y'], 'gaps')).toEqual([
      { rank: 1, unitIds: ['a', 'b'], decidedBy: null, tie: { kind: 'needs', key: 'x', unitIds: ['a'] } },
    ]);
  });

  test('whatever the order of units, the places are the same', () => {
    const any = fc.array(fc.tuple(fc.nat(3), fc.option(fc.nat(2)), fc.option(fc.nat(2))), { maxLength: 8 });
    fc.assert(
      fc.property(any, fc.infiniteStream(fc.nat()), (given, shuffle) => {
        const units = given.map(([value, x, y], index) => contender(`u${index}`, value, [x, y]));
        const mixed = units
          .map(unit => ({ unit, at: shuffle.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ unit }) => unit);
        const sorted = (list: Contender[]) =>
          rank(list, ['x', 'y'], 'gaps').map(place => ({ ...place, unitIds: [...place.unitIds].sort() }));
        const plain = (list: Contender[]) =>
          sorted(list).map(({ rank, unitIds, decidedBy }) => ({ rank, unitIds, decidedBy }));
        expect(plain(mixed)).toEqual(plain(units));
        expect(sorted(units).flatMap(place => place.unitIds)).toHaveLength(units.length);
      }),
    );
  });
});

describe('a table’s tie-break', () => {
  const tied = (tieBreak: TieKey[], indicators: { unitId: string; key: string; value: string }[] = []) => {
    const two = table([leaf('1', 10), leaf('2', 10)]);
    const made = { ...two, settings: { ...two.settings, tieBreak } };
    const entries = [
      staged('a', 'k1', pointsOf(4)),
      staged('a', 'k2', pointsOf(6)),
      staged('b', 'k1', pointsOf(6)),
      staged('b', 'k2', pointsOf(4)),
    ];
    const told = indicators.map(({ value, ...one }) => ({ ...one, value: d(value) }));
    return tally(made, factsFor(['a', 'b'], { entries, indicators: told }), now).ranking;
  };
  const both = (key: string, a: string, b: string) => [
    { unitId: 'a', key, value: a },
    { unitId: 'b', key, value: b },
  ];

  test('may name a criterion, an indicator, a ballot, a decision', () => {
    expect(tied([]).map(place => place.unitIds)).toEqual([['a', 'b']]);
    expect(tied([{ by: 'criterion', key: 'k2' }]).map(place => place.unitIds)).toEqual([['a'], ['b']]);
    const indicator = { by: 'indicator', key: 'x', name: 'X' } as const;
    expect(tied([{ ...indicator, prefer: 'higher' }], both('x', '1', '2'))[0]?.unitIds).toEqual(['b']);
    expect(tied([{ ...indicator, prefer: 'lower' }], both('x', '1', '2'))[0]?.unitIds).toEqual(['a']);
    expect(tied([{ by: 'ballot' }], both('ballot', '3', '5'))[0]?.unitIds).toEqual(['b']);
    expect(tied([{ by: 'decision' }], both('decision', '2', '1'))[0]?.unitIds).toEqual(['b']);
    expect(tied([{ by: 'ballot' }])[0]?.tie).toEqual({ kind: 'needs', key: 'ballot', unitIds: ['a', 'b'] });
    expect(tied([{ by: 'criterion', key: 'k9' }])[0]?.tie).toMatchObject({ kind: 'needs' });
  });
});
