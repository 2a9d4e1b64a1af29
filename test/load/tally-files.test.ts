import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../db/project-root.ts';
import { checkTable } from '../../src/core/check-table.ts';
import { day } from '../../src/core/day.ts';
import { scoreTableSchema } from '../../src/core/score-table.ts';
import { tally } from '../../src/core/tally.ts';
import { readFactsFile, readTableFile } from '../../src/load/read-tally.ts';
import { loadMistakeText } from '../../src/text/problems-load.ts';
import { now } from '../support/score-sheets.ts';

const sample = (name: string) => readFileSync(join(projectRoot(), 'examples', name), 'utf8');

function tableIn(text: string) {
  const read = readTableFile(text);
  if (read.kind === 'mistakes') throw new Error(read.mistakes.map(loadMistakeText).join('\n'));
  return read.value;
}

/** Places and codes, and that each has a sentence. */
const told = (read: ReturnType<typeof readTableFile> | ReturnType<typeof readFactsFile>) =>
  read.kind === 'ok'
    ? []
    : read.mistakes.map(mistake => {
        expect(loadMistakeText(mistake)).toMatch(/\.$/);
        return `${mistake.path}: ${mistake.code}`;
      });

describe('the sample table', () => {
  const table = tableIn(sample('bang-diem-mau.json'));

  test('is sound, and comes back from its stored form as it was', () => {
    expect(checkTable(table)).toEqual([]);
    expect(scoreTableSchema.parse(JSON.parse(JSON.stringify(table)))).toEqual(table);
  });

  test('gives the points that were worked out by hand', () => {
    const read = readFactsFile(sample('so-lieu-mau.json'), table, now);
    if (read.kind === 'mistakes') throw new Error(read.mistakes.map(loadMistakeText).join('\n'));
    const { units, ranking, provisional } = tally(table, read.value.facts, read.value.now);
    expect(
      units.map(unit => ({
        id: unit.unitId,
        groups: unit.children.map(node => node.points),
        points: unit.points,
        max: unit.max,
        class: unit.class.kind === 'class' ? unit.class.name : unit.class.kind,
        rank: unit.rank,
      })),
    ).toEqual([
      {
        id: 'ha-long',
        groups: [3956, 2800, 2000, 300, 0, 0],
        points: 9056,
        max: 10000,
        class: 'Hoàn thành xuất sắc',
        rank: 2,
      },
      {
        id: 'dong-son',
        groups: [5000, 2800, 1700, 300, -100, 0],
        points: 9700,
        max: 10000,
        class: 'Hoàn thành tốt',
        rank: 1,
      },
      {
        id: 'tay-ho',
        groups: [2550, 1300, 1200, 0, -500, 0],
        points: 4550,
        max: 10000,
        class: 'Không hoàn thành',
        rank: 3,
      },
      {
        id: 'nam-phong',
        groups: [3000, 3000, 2000, 0, 0, 0],
        points: 8000,
        max: 8000,
        class: 'Hoàn thành tốt',
        rank: null,
      },
    ]);
    expect(ranking.map(place => place.unitIds)).toEqual([['dong-son'], ['ha-long'], ['tay-ho']]);
    expect(provisional).toBe(true);
  });
});

describe('mistakes', () => {
  test('of a table are all named with their places', () => {
    const rule = (given: object | string) => ({ no: '1', name: 'x', max: 5, rule: given });
    const of = (criterion: object, settings: object = {}) =>
      told(readTableFile(JSON.stringify({ name: 'B', max: 5, settings, criteria: [criterion] })));
    expect(of(rule('guess'))).toEqual(['criteria[0].rule: unknown_rule']);
    expect(of(rule({ id: 'sample', cases: 1.5, each: '1,500', more: 1 }))).toEqual([
      'criteria[0].rule.cases: not_whole',
      'criteria[0].rule.each: points_in_doubt',
      'criteria[0].rule.more: unknown_key',
    ]);
    expect(of(rule({ id: 'sample' }))).toEqual([
      'criteria[0].rule.cases: missing',
      'criteria[0].rule.each: missing',
    ]);
    const bands = [
      { ge: 1, gt: 1, points: 1 },
      { ge: 'a', points: -1 },
      { le: '1,234', points: 1 },
    ];
    expect(of(rule({ id: 'bands', bands }))).toEqual([
      'criteria[0].rule.bands[0]: not_an_interval',
      'criteria[0].rule.bands[1].ge: not_a_number',
      'criteria[0].rule.bands[1].points: not_points',
      'criteria[0].rule.bands[2].le: number_in_doubt',
    ]);
    expect(of(rule({ id: 'late_days', of: {}, several: 'worst' }))).toEqual([
      'criteria[0].rule.of: kinds_or_deadlines',
      'criteria[0].rule: each_or_bands',
    ]);
    expect(of(rule({ id: 'late_days', of: { kinds: ['report'] }, several: 'worst' }))).toEqual([
      'criteria[0].rule: each_or_bands',
    ]);
    expect(of(rule({ id: 'ratio', target: 0 }))).toEqual(['criteria[0].rule.target: target_zero']);
    expect(of(rule({ id: 'relative_to_leader', share: 101 }))).toEqual(['criteria[0].rule.share: over_100']);
    const level = { key: 'a', name: 'A', points: 1 };
    expect(of(rule({ id: 'levels', levels: [level, level] }))).toEqual(['criteria[0].rule: level_twice']);
    expect(of({ ...rule('yes_no'), children: [{ no: '1', name: 'x', max: 5 }] })).toEqual([
      'criteria[0].rule: rule_of_group',
    ]);
    expect(of({ no: '1', name: 'x' })).toEqual(['criteria[0].max: missing']);
    expect(of({ no: '1', name: 'x', rule: 'gate' })).toEqual([]);
    expect(of(rule('yes_no'), { classes: [{ name: 'A', ge: 2, le: 1 }], rankin: 1 })).toEqual([
      'settings.classes[0]: not_an_interval',
      'settings.rankin: unknown_key',
    ]);
    expect(told(readTableFile('{'))).toEqual([': syntax']);
    const twice = { name: 'B', max: 5, criteria: [rule('yes_no'), rule('yes_no')] };
    expect(told(readTableFile(JSON.stringify(twice)))).toEqual(['criteria[1].no: number_twice']);
  });

  test('of facts are all named with their places', () => {
    const table = tableIn(sample('bang-diem-mau.json'));
    const of = (file: object) =>
      told(readFactsFile(JSON.stringify({ units: [{ id: 'a' }], ...file }), table, now));
    expect(
      of({
        entries: [
          { unit: 'b', criterion: 'II.3', yes: true },
          { unit: 'a', criterion: '9', yes: true },
          { unit: 'a', criterion: '1', points: 1 },
          { unit: 'a', criterion: 'II.3', yes: true },
          { unit: 'a', criterion: 'ii/3', yes: false },
        ],
        obligations: [{ unit: 'c', title: 'x' }],
        knockouts: [{ unit: 'd', reason: 'x', source: 'y' }],
      }),
    ).toEqual([
      'entries[0].unit: unknown_unit',
      'entries[1].criterion: unknown_criterion',
      'entries[2].criterion: criterion_in_doubt',
      'entries[4]: entry_twice',
      'obligations[0].unit: unknown_unit',
      'knockouts[0].unit: unknown_unit',
    ]);
    expect(
      of({
        now: 'yesterday',
        entries: [
          { unit: 'a', criterion: 'II.3' },
          { unit: 'a', criterion: 'II.3', yes: true, points: 1 },
          { unit: 'a', criterion: 'II.3', yes: true, target: 1 },
        ],
        late: { end_of_day: '25:00', off: ['2026-02-30'] },
      }),
    ).toEqual([
      'now: not_an_instant',
      'entries[0]: one_answer',
      'entries[1]: one_answer',
      'entries[2]: one_answer',
      'late.end_of_day: not_a_time',
      'late.off[0]: no_such_day',
    ]);
    expect(of({ units: [{ id: 'a' }, { id: 'a' }] })).toEqual(['units[1].id: name_twice']);
    expect(told(readFactsFile('[', table, now))).toEqual([': syntax']);
  });

  test('a day stands for its first moment where something was sent, and for its last where it is now', () => {
    const table = tableIn(sample('bang-diem-mau.json'));
    const file = {
      now: '2026-05-30',
      units: [{ id: 'a', name: 'Xã A' }],
      entries: [{ unit: 'xã a', criterion: 'II.3', not_assigned: true }],
      obligations: [
        {
          unit: 'a',
          title: 'x',
          due: '29/5/2026',
          sent: '2026-05-29',
          first_sent: '2026-05-28T08:00:00+07:00',
        },
      ],
      late: { off: ['2026-05-29'], end_of_day: '17:00' },
    };
    const read = readFactsFile(JSON.stringify(file), table, now);
    if (read.kind === 'mistakes') throw new Error('mistakes');
    const { facts } = read.value;
    expect(read.value.now.toISOString()).toBe('2026-05-30T16:59:59.999Z');
    expect(facts.duties[0]?.sentAt?.toISOString()).toBe('2026-05-28T17:00:00.000Z');
    expect(facts.duties[0]?.firstSentAt?.toISOString()).toBe('2026-05-28T01:00:00.000Z');
    expect(facts.cutOff.calendar.isWorkingDay(day('2026-05-29'))).toBe(false);
    expect(facts.entries[0]).toMatchObject({
      unitId: 'a',
      value: { kind: 'not_assigned' },
      at: read.value.now,
    });
  });
});
