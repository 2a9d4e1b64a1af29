import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownSheet } from '../../src/core/own-sheet.ts';
import { points } from '../../src/core/points.ts';
import { leaves, type ScoreTable, scoreTableSchema } from '../../src/core/score-table.ts';
import { currentEntries, type Entry, type SheetValue } from '../../src/core/sheet-value.ts';
import { tallyLeaves } from '../../src/core/tally-leaves.ts';
import { entry, group, leaf, now, small, table } from '../support/score-sheets.ts';

const tallySheet = (made: ScoreTable, entries: readonly Entry[]) => ownSheet(made, entries, now);

const skipped = { kind: 'skipped' } as const;
const notAssigned = { kind: 'not_assigned' } as const;

describe('a sheet', () => {
  test('adds up what is scored, by group and in all', () => {
    const tally = tallySheet(small, [entry('k1.1', 1, 8.5), entry('k2.2', 1, 9.25)]);
    expect(tally).toMatchObject({ points: 1775, max: 4000, maxScored: 2000, complete: false });
    expect(tally.counts).toEqual({ scored: 2, skipped: 0, open: 2, notAssigned: 0 });
    expect(tally.children.map(node => node.points)).toEqual([850, 925]);
  });

  test('counts the newest version only, and knows who wrote it', () => {
    const tally = tallySheet(small, [entry('k1.1', 2, 7, 'binh'), entry('k1.1', 1, 8.5)]);
    expect(tally.points).toBe(700);
    expect(tallyLeaves(tally.children)[0]?.because).toEqual({
      rule: 'manual',
      version: 1,
      clause: null,
      entered: { stage: 'self', version: 2, by: 'binh', byName: 'Bình', at: now },
      closedBy: null,
      facts: { points: 700 },
    });
  });

  test('tells 0 points from not yet and from not assigned', () => {
    const entries = [entry('k1.1', 1, 0), entry('k1.2', 1, skipped), entry('k2.1', 1, notAssigned)];
    const tally = tallySheet(small, entries);
    expect(tallyLeaves(tally.children).map(one => [one.state, one.points])).toEqual([
      ['scored', 0],
      ['skipped', null],
      ['not_assigned', null],
      ['open', null],
    ]);
    expect(tally).toMatchObject({ points: 0, max: 3000, maxScored: 1000 });
  });

  test('is complete once every assigned criterion has points', () => {
    const most = [entry('k1.1', 1, 1), entry('k1.2', 1, 1), entry('k2.1', 1, notAssigned)];
    expect(tallySheet(small, [...most, entry('k2.2', 1, skipped)]).complete).toBe(false);
    expect(tallySheet(small, [...most, entry('k2.2', 1, skipped), entry('k2.2', 2, 0)]).complete).toBe(true);
  });

  test('stops, rather than guess, at a rule this release does not know', () => {
    const unknown = table([{ ...leaf('1', 5), rule: { id: 'of_tomorrow', version: 1, params: {} } }]);
    expect(() => tallySheet(unknown, [])).toThrow('of_tomorrow');
  });
});

const anyTable: fc.Arbitrary<ScoreTable> = fc
  .array(fc.array(fc.integer({ min: 0, max: 70_000 }), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 5,
  })
  .map(groups =>
    table(
      groups.map((maxes, g) =>
        group(
          `${g}`,
          maxes.map((max, i) => leaf(`${g}.${i}`, max / 100)),
        ),
      ),
    ),
  );

const anyValue: fc.Arbitrary<SheetValue> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.integer({ min: 0, max: 70_000 }).map(n => ({ kind: 'points', points: points(n) }) as const),
  },
  fc.constant(skipped),
  fc.constant(notAssigned),
);

const anySheet = anyTable.chain(made =>
  fc.record({
    made: fc.constant(made),
    entries: fc
      .array(fc.record({ at: fc.nat(40), value: anyValue }), { maxLength: 40 })
      .map(given => versions(made, given)),
    shuffle: fc.infiniteStream(fc.nat()).map(stream => () => stream.next().value),
  }),
);

function versions(made: ScoreTable, given: { at: number; value: SheetValue }[]): Entry[] {
  const rows = leaves(made);
  const last = new Map<string, number>();
  return given.map(({ at, value }) => {
    const key = rows[at % rows.length]?.key ?? '';
    const version = (last.get(key) ?? 0) + 1;
    last.set(key, version);
    return entry(key, version, value);
  });
}

describe('whatever the entries', () => {
  test('the total is the sum of what criteria may have, a whole number of hundredths', () => {
    fc.assert(
      fc.property(anySheet, ({ made, entries }) => {
        const held = currentEntries(entries);
        const expected = leaves(made).reduce((sum, { key, max }) => {
          const value = held.get(key)?.value;
          return sum + (value?.kind === 'points' && value.points <= max ? value.points : 0);
        }, 0);
        const tally = tallySheet(made, entries);
        expect(tally.points).toBe(expected);
        expect(tallyLeaves(tally.children).reduce((sum, one) => sum + (one.points ?? 0), 0)).toBe(expected);
        expect(tally.children.reduce((sum, node) => sum + (node.points ?? 0), 0)).toBe(expected);
        for (const number of [tally.points, tally.max, tally.maxScored])
          expect(Number.isSafeInteger(number)).toBe(true);
      }),
    );
  });

  test('their order makes no difference', () => {
    fc.assert(
      fc.property(anySheet, ({ made, entries, shuffle }) => {
        const mixed = entries.map(one => ({ one, at: shuffle() })).sort((a, b) => a.at - b.at);
        expect(
          tallySheet(
            made,
            mixed.map(({ one }) => one),
          ),
        ).toEqual(tallySheet(made, entries));
      }),
    );
  });

  test('what is not assigned leaves both the points and the maximum', () => {
    fc.assert(
      fc.property(anySheet, fc.nat(), ({ made, entries }, pick) => {
        const rows = leaves(made);
        const row = rows[pick % rows.length];
        if (!row) return;
        const others = entries.filter(one => one.criterionKey !== row.key);
        const without = tallySheet(made, others);
        const tally = tallySheet(made, [...others, entry(row.key, 99, notAssigned)]);
        expect(tally.points).toBe(without.points);
        expect(tally.max).toBe(without.max - row.max);
        expect(tally.counts.notAssigned).toBe(without.counts.notAssigned + 1);
      }),
    );
  });

  test('each criterion is in exactly one state', () => {
    fc.assert(
      fc.property(anySheet, ({ made, entries }) => {
        const { counts } = tallySheet(made, entries);
        expect(counts.scored + counts.skipped + counts.open + counts.notAssigned).toBe(leaves(made).length);
      }),
    );
  });

  test('generated tables are tables', () => {
    fc.assert(fc.property(anyTable, made => scoreTableSchema.safeParse(made).success));
  });
});
