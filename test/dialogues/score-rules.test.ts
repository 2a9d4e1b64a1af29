import { expect, test } from 'vitest';
import type { RuleRef } from '../../src/core/score-table.ts';
import { scoreSheetDialogue } from '../../src/dialogues/score-sheet.ts';
import { group, leaf, Scoring, table } from '../support/score-sheets.ts';

const ruled = (no: string, max: number, id: string, params: RuleRef['params'] = {}) => ({
  ...leaf(no, max),
  rule: { id, version: 1, params },
});
const levels = {
  levels: [
    { key: 'du', name: 'Đủ, đúng hạn', points: 800 },
    { key: 'thieu', name: 'Thiếu 2 báo cáo', points: 600 },
  ],
};
const tree = table([
  group('1', [ruled('1.1', 5, 'yes_no'), ruled('1.2', 8, 'levels', levels)]),
  group('2', [
    ruled('2.1', 10, 'relative_to_leader'),
    ruled('2.2', 2, 'late_days', {
      ...{ of: { kinds: ['report'] }, days: 'calendar', several: 'worst' },
      bands: [
        { eq: '0', points: 200 },
        { ge: '1', points: 0 },
      ],
    }),
    leaf('2.3', 10),
  ]),
]);

test('each criterion is asked by its rule: yes or no, levels, target and actual, points; what comes from records is not', () => {
  const at = new Scoring({ table: tree });
  expect(at.heard).toContain('1/4');
  expect(at.labels).toEqual(['Có', 'Không', 'Lùi', 'Bỏ qua', 'Để sau']);
  at.type('8,5');
  expect(at.heard).toContain('chưa hiểu');
  at.press('Có');
  expect(at.heard).toContain('Đã ghi có cho tiêu chí 1.1.');
  expect(at.labels).toContain('Thiếu 2 báo cáo');
  at.type('thieu 2');
  expect(at.heard).toContain('Đã ghi Thiếu 2 báo cáo');
  expect(at.heard).toContain('kết quả/chỉ tiêu');
  at.type('một trăm hai mươi');
  expect(at.heard).toContain('chưa hiểu');
  at.type('120/100');
  expect(at.heard).toContain('Đã ghi đạt 120 / chỉ tiêu 100');
  at.type('9.5');
  expect(at.labels).toContain('Gửi bản chấm');
  expect(at.facts.entries.map(entry => entry.value)).toEqual([
    { kind: 'yes_no', yes: true },
    { kind: 'level', level: 'thieu' },
    { kind: 'ratio', actual: '120', target: '100' },
    { kind: 'points', points: 950 },
  ]);
});

test('a measured number that is written in two ways is asked about, never guessed', () => {
  const at = new Scoring({ table: tree }).type('tiêu chí 2.1', '1,234/100');
  expect(at.labels.slice(0, 2)).toEqual(['đạt 1,234 / chỉ tiêu 100', 'đạt 1.234 / chỉ tiêu 100']);
  expect(at.effects).toEqual([]);
  at.press('đạt 1.234 / chỉ tiêu 100');
  expect(at.facts.entries.at(-1)?.value).toEqual({ kind: 'ratio', actual: '1234', target: '100' });
});

test('an answer given can be given anew, or kept', () => {
  const at = new Scoring({ table: tree }).press('Có').type('tiêu chí 1.1');
  expect(at.heard).toContain('Đang ghi có');
  at.type('không');
  expect(at.facts.entries.at(-1)).toMatchObject({ version: 2, value: { kind: 'yes_no', yes: false } });
  at.type('tiêu chí 1.1').press('Giữ không');
  expect(at.facts.entries).toHaveLength(2);
});

test('evidence goes to the criterion that is asked, or that a caption names; 80/100 is an answer, 12/BC a document', () => {
  const at = new Scoring({ table: tree });
  at.type('12/BC-UBND ngày 20/11/2026');
  expect(at.effects).toMatchObject([
    {
      ...{ kind: 'evidence', criterionKey: 'k1.1' },
      evidence: { kind: 'document', text: '12/BC-UBND ngày 20/11/2026' },
    },
  ]);
  expect(at.heard).toContain('1/4');
  at.type('https://example.gov.vn/bc');
  expect(at.effects).toMatchObject([{ evidence: { kind: 'link' } }]);
  const file = { sha256: 'a', name: 'bc.pdf', mime: 'application/pdf', size: 3 };
  at.send({ kind: 'files', files: [file], caption: '2.3' });
  expect(at.effects).toMatchObject([{ criterionKey: 'k2.3', evidence: { kind: 'file' } }]);
  at.type('tiêu chí 2.1', '80/100');
  expect(at.effects).toMatchObject([{ kind: 'enter', value: { kind: 'ratio' } }]);
});

test('a conflict saved by the first release goes on', () => {
  const saved = { at: 'conflict', key: 'k1.1', shown: 1, walk: 'open', mine: 850 };
  expect(scoreSheetDialogue.migrate(1, saved)).toEqual({ ...saved, mine: { kind: 'points', points: 850 } });
  expect(scoreSheetDialogue.migrate(1, { at: 'nowhere' })).toBeNull();
});
