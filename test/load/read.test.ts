import { describe, expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import type { NewBloc } from '../../src/core/new-bloc.ts';
import { leaves } from '../../src/core/score-table.ts';
import { readBlocFile } from '../../src/load/read.ts';
import { loadMistakeText, loadWarningText } from '../../src/text/problems-load.ts';
import { docsText, haBacText, sampleText, smallFile } from './sample-file.ts';

const TODAY = day('2026-11-20');
const read = (file: unknown) => readBlocFile(JSON.stringify(file), TODAY);

/** Places and codes, since sentences may be polished. */
function mistakesIn(file: unknown): string[] {
  const found = read(file);
  return found.kind === 'mistakes' ? found.mistakes.map(({ path, code }) => `${path}: ${code}`) : [];
}

function blocOf(text: string, today = TODAY): NewBloc {
  const found = readBlocFile(text, today);
  if (found.kind === 'mistakes') throw new Error(found.mistakes.map(loadMistakeText).join('\n'));
  return found.bloc;
}

describe('mistakes', () => {
  test('every mistake of a file is named with its place, not just the first', () => {
    const file = smallFile({
      units: [
        { name: 'Phòng Một', role: 'leed' },
        { name: 'phong mot', role: 'member', short: 'P1' },
        { role: 'member', aliases: 'P3' },
      ],
      persons: [
        { name: ' ', unit: 'Phòng Mốt', role: 'contact', room: { user: 'lan huệ' } },
        { name: 'Lan', unit: 'Phòng Bốn', role: 'contact', room: { user: 'lan' } },
        { name: 'Lan', unit: 'Phòng Một', role: 'member', room: { user: 'lan' } },
        { name: 'Huệ', unit: 'Phòng Một', role: 'member', room: { user: 'u7' } },
      ],
      deadlines: [
        { title: 'Báo cáo', kind: 'report', due: { on: '2026-02-30' } },
        { title: 'BÁO CÁO', kind: 'report', due: { on: '15/6/2026', in_days: 3 } },
        { title: 'Khác', kind: 'báo cáo', obliged: 'bloc', due: {} },
        { title: 'Không ngày', kind: 'report' },
        { title: 'Tháng', kind: 'report', due: { before_month: '13/2026', in_working_days: 1.5 } },
        { title: 'Riêng', kind: 'report', obliged: 'bloc', only: ['Phòng Chín'], rule_text: 'x' },
      ],
      settings: { reminders: { morning: '8h', working_days_befor: [3], digest: { time: '21:00', wday: 1 } } },
      score_table: {
        name: 'Bảng',
        max: 10.005,
        criteria: [
          { no: '1', name: 'A', max: '8,5đ9' },
          { no: ' 1', name: 'B', max: '1,500' },
          { no: '2', name: 'C', max: 0, children: [] },
        ],
      },
      extra: 1,
    });
    expect(mistakesIn(file).sort()).toEqual(
      [
        'extra: unknown_key',
        'units[0].role: not_one_of',
        'units[1].short: unknown_key',
        'units[1].name: name_twice',
        'units[2].name: missing',
        'units[2].aliases: wrong_type',
        'persons[0].name: empty',
        'persons[0].room.user: bad_user',
        'persons[1].unit: unknown_unit',
        'persons[2].room.user: user_twice',
        'persons[3].room.user: reserved_user',
        'deadlines[0].due.on: no_such_day',
        'deadlines[1].due: one_due',
        'deadlines[1].title: title_twice',
        'deadlines[2].kind: not_one_of',
        'deadlines[2].due: one_due',
        'deadlines[3].rule_text: rule_text_needed',
        'deadlines[4].due.before_month: no_such_month',
        'deadlines[4].due.in_working_days: not_whole',
        'deadlines[5].only: only_without_units',
        'deadlines[5].only[0]: unknown_unit',
        'settings.reminders.morning: not_a_time',
        'settings.reminders.working_days_befor: unknown_key',
        'settings.reminders.digest.wday: unknown_key',
        'score_table.max: not_points',
        'score_table.criteria[0].max: not_points',
        'score_table.criteria[1].max: points_in_doubt',
        'score_table.criteria[1].no: number_twice',
        'score_table.criteria[2].max: no_points',
        'score_table.criteria[2].children: empty',
      ].sort(),
    );
  });

  test('what the file lacks altogether is named', () => {
    expect(mistakesIn({})).toEqual(['council: missing', 'bloc: missing', 'units: missing']);
    expect(mistakesIn([])).toEqual([': wrong_type']);
    expect(mistakesIn(smallFile({ units: [] }))).toEqual(['units: empty']);
  });

  test('a bloc has exactly one lead, and the clerk is its', () => {
    const two = [
      { name: 'Một', role: 'member' },
      { name: 'Hai', role: 'member' },
    ];
    expect(mistakesIn(smallFile({ units: two }))).toEqual(['units: no_lead']);
    const both = two.map(unit => ({ ...unit, role: 'lead' }));
    expect(mistakesIn(smallFile({ units: both }))).toEqual(['units[1].role: second_lead']);
    const clerk = { name: 'Lan', unit: 'P2', role: 'clerk' };
    expect(mistakesIn(smallFile({ persons: [clerk] }))).toEqual(['persons[0].role: clerk_not_of_lead']);
    expect(mistakesIn(smallFile({ persons: [{ ...clerk, unit: 'PHONG MOT' }] }))).toEqual([]);
  });

  test('the same person twice in the same post is a mistake, in two posts not', () => {
    const lan = { name: 'Lan', unit: 'Phòng Hai', role: 'contact' };
    expect(mistakesIn(smallFile({ persons: [lan, { ...lan, unit: 'P2' }] }))).toEqual([
      'persons[1]: person_twice',
    ]);
    expect(mistakesIn(smallFile({ persons: [lan, { ...lan, role: 'member' }] }))).toEqual([]);
  });

  test('a unit may repeat its own name, not take another one’s', () => {
    const lead = { name: 'Phòng Một', short_name: 'P. Một', aliases: ['p. mot', 'PHÒNG MỘT'], role: 'lead' };
    const other = { name: 'Phòng Hai', aliases: ['Phòng  mốt', 'P. Một'], role: 'member' };
    expect(mistakesIn(smallFile({ units: [lead] }))).toEqual([]);
    expect(mistakesIn(smallFile({ units: [lead, other] }))).toEqual([
      'units[1].aliases[0]: name_twice',
      'units[1].aliases[1]: name_twice',
    ]);
  });

  test('numbers out of bounds, texts too long and hours that clash are named', () => {
    const file = smallFile({
      bloc: { name: 'x'.repeat(201) },
      season: { year: 1999 },
      settings: { reminders: { morning: '06:00', working_days_before: [0, 61], quiet: { from: '20:00' } } },
    });
    expect(mistakesIn(file)).toEqual([
      'bloc.name: too_long',
      'season.year: below',
      'settings.reminders.working_days_before[0]: below',
      'settings.reminders.working_days_before[1]: above',
      'settings.reminders.quiet.to: missing',
    ]);
    const quiet = smallFile({ settings: { reminders: { morning: '06:00' } } });
    expect(mistakesIn(quiet)).toEqual(['settings.reminders.morning: in_quiet_hours']);
    const season = smallFile({ season: { year: 2026, ends_on: '2025-12-31' } });
    expect(mistakesIn(season)).toEqual(['season: season_ends_first']);
  });

  test('a JSON fault is named by line and column', () => {
    const broken = readBlocFile('{\n  "council": {},\n  "bloc": {"name": "Khối",}\n}', TODAY);
    expect(broken).toEqual({
      kind: 'mistakes',
      mistakes: [{ path: '', code: 'syntax', params: { line: 3, column: 27 } }],
    });
    const twice = readBlocFile('{"units": [],\n "units": []}', TODAY);
    expect(twice).toEqual({
      kind: 'mistakes',
      mistakes: [{ path: '', code: 'key_twice', params: { line: 2, column: 2, key: 'units' } }],
    });
  });

  test('each mistake is one Vietnamese sentence that begins with its place', () => {
    const found = read(smallFile({ persons: [{ name: 'Lan', unit: 'Phòng Mốt', role: 'boss' }] }));
    expect(found.kind === 'mistakes' ? found.mistakes.map(loadMistakeText) : []).toEqual([
      'persons[0].role: chỉ nhận một trong các giá trị: contact, member, clerk.',
    ]);
    const near = read(
      smallFile({
        persons: [
          { name: 'Lan', unit: 'Phòng Hái', role: 'member' },
          { name: 'An', unit: 'Phòng Hait', role: 'member' },
        ],
      }),
    );
    expect(near.kind === 'mistakes' ? near.mistakes.map(loadMistakeText) : []).toEqual([
      'persons[1].unit: không có đơn vị “Phòng Hait”. Có phải “Phòng Hai”?',
    ]);
  });
});

describe('what is read', () => {
  test('points come as numbers or as people write them', () => {
    const criteria = [8, 8.5, 8.25, '8,5', '1.000', '9.5'].map((max, n) => ({ no: `${n}`, name: 'A', max }));
    const bloc = blocOf(JSON.stringify(smallFile({ score_table: { name: 'B', max: 100, criteria } })));
    expect(bloc.table?.children.map(({ max }) => max)).toEqual([800, 850, 825, 850, 100_000, 950]);
  });

  test('due days follow the wording; "trước" excludes what it names', () => {
    const due = (words: object, today = TODAY) => {
      const file = smallFile({ deadlines: [{ title: 'A', kind: 'report', due: words }] });
      const [one] = blocOf(JSON.stringify(file), today).deadlines;
      return one && [one.due.kind === 'dated' ? one.due.dueOn : null, one.ruleText];
    };
    expect(due({ on: '2026-12-01' })).toEqual(['2026-12-01', 'Chậm nhất ngày 01/12/2026']);
    expect(due({ before_day: '1/12/2026' })).toEqual(['2026-11-30', 'Trước ngày 01/12/2026']);
    expect(due({ before_month: '12/2026' })).toEqual(['2026-11-30', 'Trước tháng 12/2026']);
    expect(due({ during_month: '2026-02' })).toEqual(['2026-02-28', 'Trong tháng 2/2026']);
    // Friday 20/11; 24/11 is a day off.
    expect(due({ in_working_days: 3 })?.[0]).toBe('2026-11-26');
    expect(due({ in_working_days: -1 })?.[0]).toBe('2026-11-19');
    expect(due({ in_working_days: 0 }, day('2026-11-22'))?.[0]).toBe('2026-11-23');
    expect(due({ in_days: 2 })?.[0]).toBe('2026-11-22');
  });

  test('the season is the calendar year unless the file says otherwise', () => {
    const season = (given: object) => blocOf(JSON.stringify(smallFile({ season: given }))).season;
    expect(season({})).toEqual({ year: 2026, startsOn: '2026-01-01', endsOn: '2026-12-31' });
    expect(season({ year: 2027, ends_on: '31/1/2028' })).toEqual({
      year: 2027,
      startsOn: '2027-01-01',
      endsOn: '2028-01-31',
    });
  });

  test('a part of the reminder policy is kept as a part, in the names it is stored by', () => {
    const reminders = { working_days_before: [5, 1], digest: { weekday: 2 }, name_before_due: true };
    const bloc = blocOf(JSON.stringify(smallFile({ settings: { reminders } })));
    expect(bloc.reminders).toEqual({
      workingDaysBefore: [5, 1],
      digest: { weekday: 2 },
      nameBeforeDue: true,
    });
  });

  test('a table that does not add up is told, not refused', () => {
    const criteria = [{ no: '1', name: 'A', max: 49.99 }];
    const found = read(smallFile({ score_table: { name: 'B', max: 50, criteria } }));
    expect(found.kind === 'ok' ? found.warnings.map(loadWarningText) : []).toEqual([
      'Lưu ý, units[0]: Phòng Một chưa có đầu mối. Trưởng khối cấp mã bằng lệnh /moi.',
      'Lưu ý, units[1]: Phòng Hai chưa có đầu mối. Trưởng khối cấp mã bằng lệnh /moi.',
      'Lưu ý, score_table: Cả bảng ghi 50 điểm, các mục con cộng lại 49,99.',
    ]);
  });

  test('keys of criteria come from the printed numbers, and stay short enough at any depth', () => {
    const deep = (levels: number): object => ({
      no: 'Mục 123456-a',
      name: 'A',
      max: 1,
      ...(levels > 0 ? { children: [deep(levels - 1)] } : {}),
    });
    const file = smallFile({ score_table: { name: 'B', max: 1, criteria: [deep(7)] } });
    const { table } = blocOf(JSON.stringify(file));
    const [leaf] = table ? leaves(table) : [];
    expect(leaf?.path[1]?.key).toBe('muc_123456_a/muc_123456_a');
    const keys = [...(leaf?.path.map(({ key }) => key) ?? []), leaf?.key ?? ''];
    expect(new Set(keys).size).toBe(8);
    expect(Math.max(...keys.map(key => key.length))).toBeLessThanOrEqual(64);
  });
});

describe('the files that come along', () => {
  test('the sample loads without a warning, whatever the day', () => {
    for (const today of ['2026-11-20', '2027-02-06', '2028-02-29'].map(day)) {
      const found = readBlocFile(sampleText, today);
      expect(found).toMatchObject({ kind: 'ok', warnings: [] });
    }
    const bloc = blocOf(sampleText);
    expect(bloc.units.map(unit => unit.role)).toEqual([
      'lead',
      'deputy',
      'member',
      'member',
      'member',
      'member',
    ]);
    expect(bloc.table && leaves(bloc.table)).toHaveLength(12);
    expect(bloc.table?.max).toBe(10_000);
  });

  test('the real bloc has its six units, its lead and deputy, and an undated duty', () => {
    const bloc = blocOf(haBacText);
    expect(bloc.units.map(({ name, role }) => [name, role])).toEqual([
      ['Văn phòng HĐND và UBND xã', 'lead'],
      ['Phòng Văn hóa - Xã hội', 'deputy'],
      ['Phòng Kinh tế', 'member'],
      ['Trung tâm Phục vụ hành chính công', 'member'],
      ['Trung tâm Dịch vụ sự nghiệp công', 'member'],
      ['Ban Quản lý dự án đầu tư xây dựng', 'member'],
    ]);
    expect(bloc.formation).toEqual({ number: '34/QĐ-HĐTĐKT', date: '2026-04-29' });
    expect(bloc.deadlines.map(({ due }) => (due.kind === 'dated' ? due.dueOn : null))).toEqual([
      '2026-06-26',
      '2026-10-04',
      '2026-11-30',
      null,
    ]);
  });
});

test('the example in docs/bloc-file.md is true', () => {
  const example = /```json\n([\s\S]+?)```/.exec(docsText)?.[1] ?? '';
  const found = readBlocFile(example, TODAY);
  expect(found.kind === 'ok' ? found.warnings.map(({ path }) => path) : found).toEqual(['units[1]']);
});
