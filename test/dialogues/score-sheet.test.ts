import { describe, expect, test } from 'vitest';
import type { RefusedCell } from '../../src/core/filled-sheet.ts';
import { scoreSheetDialogue } from '../../src/dialogues/score-sheet.ts';
import { entry, factsOf, go, group, leaf, read, Scoring, table } from '../support/score-sheets.ts';

const skipped = { kind: 'skipped' } as const;
const notAssigned = { kind: 'not_assigned' } as const;

describe('scoring a sheet', () => {
  test('asks one criterion after the other and echoes what it understood', () => {
    const sheet = new Scoring();
    expect(sheet.heard).toContain('Chấm điểm · Phòng Kinh tế · 4 tiêu chí.');
    expect(sheet.heard).toContain('1/4 · tối đa 10 điểm\n1.1. Tiêu chí số 1.1\nNhóm 1');
    sheet.type('8,5');
    expect(sheet.heard).toBe(
      'Đã ghi 8,5 cho tiêu chí 1.1.\nTạm tính 8,5/10.\n\n2/4 · tối đa 10 điểm\n1.2. Tiêu chí số 1.2\nNhóm 1',
    );
    expect(sheet.effects).toEqual([
      { kind: 'enter', criterionKey: 'k1.1', expectVersion: 0, value: { kind: 'points', points: 850 } },
    ]);
    sheet.type('6', '10');
    expect(sheet.heard).toContain('Tạm tính 24,5/30.');
  });

  test('ends in a summary by group, and only then hands the sheet in', () => {
    const sheet = new Scoring().type('8,5', '6', '10', '0');
    expect(sheet.heard).toContain('Tạm tính 24,5/40 điểm.');
    expect(sheet.said?.table?.rows).toEqual([
      ['1. Nhóm 1', '14,5', '20'],
      ['2. Nhóm 2', '10', '20'],
      ['Tổng', '24,5', '40'],
    ]);
    expect(sheet.labels).toEqual(['Gửi bản chấm', 'Xem lại', 'Để sau']);
    sheet.press('Gửi bản chấm');
    expect(sheet.effects).toEqual([{ kind: 'submit_sheet' }]);
    expect(sheet.state).toBeNull();
  });

  test('begun again, goes on at the first criterion without an answer', () => {
    const sheet = new Scoring({ entries: [entry('k1.1', 1, 8), entry('k1.2', 1, skipped)] });
    expect(sheet.heard).toContain('đã có 2/4 tiêu chí');
    expect(sheet.heard).toContain('Tạm tính 8/10.');
    expect(sheet.state).toMatchObject({ at: 'criterion', key: 'k2.1', shown: 0 });
  });

  test('of a sheet handed in, says by whom and when', () => {
    const sheet = new Scoring({ sheet: { state: 'submitted', byName: 'Bình', at: factsOf().now } });
    expect(sheet.state).toBeNull();
    expect(sheet.heard).toContain('đã được gửi lúc 16:42');
    expect(sheet.heard).toContain('đồng chí Bình');
  });

  test('stops when a colleague hands the sheet in half-way', () => {
    const sheet = new Scoring();
    sheet.facts = factsOf({ sheet: { state: 'submitted', byName: 'Bình', at: factsOf().now } });
    expect(sheet.type('8').state).toBeNull();
    expect(sheet.effects).toEqual([]);
  });
});

describe('a wrong answer', () => {
  test.each([
    ['12', 'tối đa 10 điểm. Đề nghị'],
    ['10,01', 'tối đa 10 điểm. Đề nghị'],
    ['-1', 'không được nhỏ hơn 0'],
    ['8,125', 'hai chữ số'],
    ['tám rưỡi', 'chưa hiểu'],
  ])('%s is explained, changes nothing, and the same question stands', (typed, because) => {
    const sheet = new Scoring().type('8').type(typed);
    expect(sheet.heard).toContain(because);
    expect(sheet.heard).toContain('2/4 · tối đa 10 điểm');
    expect(sheet.effects).toEqual([]);
    expect(sheet.state).toMatchObject({ key: 'k1.2' });
  });

  test('a number with two readings is asked about, and either can be chosen', () => {
    const wide = table([leaf('1', 2000), leaf('2', 10)]);
    const sheet = new Scoring({ table: wide }).type('1.500');
    expect(sheet.heard).toContain('có thể hiểu là 1.500 điểm hoặc 1,5 điểm');
    expect(sheet.labels).toEqual(['1.500 điểm', '1,5 điểm', 'Lùi', 'Để sau']);
    expect(sheet.effects).toEqual([]);
    expect(sheet.press('1,5 điểm').effects).toMatchObject([{ value: { points: 150 } }]);
    expect(new Scoring({ table: wide }).type('1.500', '1200').effects).toMatchObject([
      { value: { points: 120_000 } },
    ]);
    expect(new Scoring({ table: wide }).type('1.500').send(go('back')).state).toMatchObject({
      at: 'criterion',
    });
  });

  test('9.5 and 9,5 are the same', () => {
    expect(new Scoring().type('9.5').effects).toEqual(new Scoring().type('9,5').effects);
  });

  const file = { sha256: 'a', name: 'bc.pdf', mime: 'application/pdf', size: 3 };
  test('a file is evidence for the criterion that is asked, and the question stands', () => {
    const sheet = new Scoring().send({ kind: 'files', files: [file], caption: '' });
    expect(sheet.heard).toContain('Đã ghi minh chứng cho tiêu chí 1.1: bc.pdf.');
    expect(sheet.state).toMatchObject({ key: 'k1.1' });
  });
});

describe('moving about', () => {
  test('lùi shows what was written; another number replaces it as the next version', () => {
    const sheet = new Scoring().type('8').send(go('back'));
    expect(sheet.heard).toContain('Đang ghi 8 điểm (đồng chí, 16:42)');
    sheet.type('9');
    expect(sheet.effects).toMatchObject([{ criterionKey: 'k1.1', expectVersion: 1, value: { points: 900 } }]);
    expect(sheet.state).toMatchObject({ key: 'k1.2' });
  });

  test('lùi, then keeping, writes nothing', () => {
    const sheet = new Scoring().type('8').press('Lùi').press('Giữ 8');
    expect(sheet.effects).toEqual([]);
    expect(sheet.state).toMatchObject({ key: 'k1.2' });
    expect(new Scoring().type('8').press('Lùi').type('8').effects).toEqual([]);
  });

  test('lùi at the first criterion says so', () => {
    expect(new Scoring().send(go('back')).heard).toContain('Đây là tiêu chí đầu tiên.');
  });

  test('bỏ qua is remembered and offered at the end', () => {
    const sheet = new Scoring().type('8').press('Bỏ qua').type('7', '6');
    expect(sheet.heard).toContain('Đã bỏ qua: 1.2 (chưa tính điểm).');
    sheet.press('Chấm tiêu chí bỏ qua');
    expect(sheet.state).toMatchObject({ key: 'k1.2' });
    expect(sheet.type('5').heard).toContain('Tạm tính 26/40 điểm.');
  });

  test('bỏ qua never takes points away', () => {
    const sheet = new Scoring().type('8').send(go('back')).send(go('skip'));
    expect(sheet.effects).toEqual([]);
    expect(sheet.state).toMatchObject({ key: 'k1.2' });
  });

  test('để sau ends it with everything kept', () => {
    const sheet = new Scoring().type('8').send(go('later'));
    expect(sheet.state).toBeNull();
    expect(sheet.heard).toContain('Đã giữ 1/4 tiêu chí. Gõ /cham_diem để chấm tiếp.');
  });

  test('hủy keeps what was written, and says so', () => {
    const sheet = new Scoring().type('8').send(go('cancel'));
    expect(sheet.state).toBeNull();
    expect(sheet.heard).toContain('Các điểm đã ghi vẫn được giữ');
  });

  test.each(['tiêu chí 2.1', 'tc 2.1', 'TC2.1', 'Tiêu chí số 2.1'])('“%s” jumps, and is no number', typed => {
    expect(new Scoring().type(typed).state).toMatchObject({ key: 'k2.1' });
  });

  test('a group’s number leads to its first open criterion', () => {
    expect(new Scoring({ entries: [entry('k2.1', 1, 5)] }).type('tc 2').state).toMatchObject({ key: 'k2.2' });
  });

  test('an unknown number leaves the question as it was', () => {
    const sheet = new Scoring().type('tc 9.9');
    expect(sheet.heard).toContain('không có tiêu chí “9.9”');
    expect(sheet.state).toMatchObject({ key: 'k1.1' });
  });

  test('the number of a criterion that is computed says so', () => {
    const params = { of: { kinds: ['report'] }, days: 'calendar', several: 'worst', each: 50 };
    const late = { ...leaf('1.3', 10), rule: { id: 'late_days', version: 1, params } };
    const sheet = new Scoring({ table: table([group('1', [leaf('1.1', 10), late])]) });
    expect(sheet.type('tiêu chí 1.3').heard).toContain('Tiêu chí 1.3 do hệ thống tính');
    expect(sheet.type('tiêu chí 1.4').heard).toContain('không có tiêu chí “1.4”');
  });

  test('a number below 0 is no number of a criterion', () => {
    expect(new Scoring().type('-1').heard).not.toContain('Muốn đến tiêu chí');
  });

  test('evidence that comes after the last answer is asked for its criterion', () => {
    const sheet = new Scoring().type('8', '7', '6', '5', '45/QĐ-UBND ngày 3/11/2026');
    expect(sheet.heard).toContain('Minh chứng này của tiêu chí nào?');
    expect(sheet.state).toMatchObject({ at: 'summary' });
  });

  test('of criteria sent back it tells how many are done, not points as if they were all', () => {
    const sheet = new Scoring({ partOnly: true }).type('8');
    expect(sheet.heard).toContain('Đã chấm lại 1/4 tiêu chí bị trả lại.');
    expect(sheet.heard).not.toContain('Tạm tính');
  });

  test('a number that two criteria carry is asked about', () => {
    const twice = table([
      group('I', [leaf('1', 5, 'a'), leaf('2', 5, 'b')]),
      group('II', [leaf('1', 5, 'c')]),
    ]);
    const sheet = new Scoring({ table: twice }).type('tc 1');
    expect(sheet.labels).toEqual(['I.1. Tiêu chí số 1', 'II.1. Tiêu chí số 1']);
    const [, second] = (sheet.said?.choices ?? []).flat();
    expect(sheet.send({ kind: 'option', id: second?.id ?? '' }).state).toMatchObject({ key: 'c' });
    expect(new Scoring({ table: twice }).type('tc II.1').state).toMatchObject({ key: 'c' });
  });

  test('a number that a criterion and a group carry is asked about', () => {
    const both = table([group('1', [leaf('1', 5, 'a'), leaf('2', 5, 'b')]), group('2', [leaf('1', 5, 'c')])]);
    const sheet = new Scoring({ table: both }).type('tiêu chí 2');
    expect(sheet.labels).toEqual(['1.2. Tiêu chí số 2', '2.1. Tiêu chí số 1']);
    const [, group2] = (sheet.said?.choices ?? []).flat();
    expect(sheet.send({ kind: 'option', id: group2?.id ?? '' }).state).toMatchObject({ key: 'c' });
    const alone = table([group('1', [leaf('1.1', 5, 'a')]), group('2', [leaf('2.1', 5, 'b')])]);
    expect(new Scoring({ table: alone }).type('tiêu chí 2').state).toMatchObject({ key: 'b' });
  });

  test('going over it again shows every criterion, then the summary', () => {
    const sheet = new Scoring().type('8', '7', '6', '5').press('Xem lại');
    sheet.press('Giữ 8').type('7,5').press('Giữ 6').press('Giữ 5');
    expect(sheet.heard).toContain('Tạm tính 26,5/40 điểm.');
  });

  test('a criterion that is not assigned is never asked', () => {
    const sheet = new Scoring({ entries: [entry('k1.2', 1, notAssigned)] }).type('8');
    expect(sheet.state).toMatchObject({ key: 'k2.1' });
    expect(sheet.send(go('back')).state).toMatchObject({ key: 'k1.1' });
    expect(sheet.type('tc 1.2').heard).toContain('không được giao');
  });

  test('“xong” half-way shows how much is open, and does not hand in', () => {
    const sheet = new Scoring().type('8', 'xong');
    expect(sheet.heard).toContain('Còn 3 tiêu chí chưa chấm.');
    expect(sheet.labels).toEqual([
      'Chấm tiếp',
      'Xem lại',
      'Để sau',
      '1. Nhóm 1 (còn 1)',
      '2. Nhóm 2 (còn 2)',
    ]);
    expect(sheet.type('gửi').effects).toEqual([]);
    expect(sheet.press('Chấm tiếp').state).toMatchObject({ key: 'k1.2' });
  });
});

describe('two contacts at one sheet', () => {
  const contested = () => new Scoring().meanwhile(entry('k1.1', 1, 7, 'binh')).type('8,5');

  test('a colleague’s newer points are asked about, never overwritten', () => {
    const sheet = contested();
    expect(sheet.effects).toEqual([]);
    expect(sheet.heard).toContain('Đồng chí Bình vừa ghi 7 điểm lúc 16:42; giữ 7 hay ghi 8,5?');
    expect(sheet.labels).toEqual(['Giữ 7', 'Ghi 8,5', 'Lùi', 'Để sau']);
  });

  test('keeping theirs writes nothing', () => {
    const sheet = contested().press('Giữ 7');
    expect(sheet.effects).toEqual([]);
    expect(sheet.state).toMatchObject({ key: 'k1.2' });
  });

  test('writing mine is the version after theirs', () => {
    expect(contested().press('Ghi 8,5').effects).toMatchObject([
      { expectVersion: 1, value: { points: 850 } },
    ]);
  });

  test('typed, the words of a button are that button', () => {
    expect(contested().type('Giữ 7').effects).toEqual([]);
    expect(contested().type('ghi 8,5').effects).toMatchObject([{ expectVersion: 1 }]);
  });

  test('once the question was shown with theirs, an answer to it is no conflict', () => {
    const sheet = new Scoring().meanwhile(entry('k1.1', 1, 7, 'binh')).type('gì thế');
    expect(sheet.heard).toContain('7');
    expect(sheet.type('8,5').effects).toMatchObject([{ expectVersion: 1, value: { points: 850 } }]);
  });

  test('a third version while the two are weighed is asked about again', () => {
    const sheet = contested()
      .meanwhile(entry('k1.1', 2, 6, 'binh'))
      .press('Ghi 8,5');
    expect(sheet.effects).toEqual([]);
    expect(sheet.heard).toContain('giữ 6 hay ghi 8,5?');
  });

  test('the same points from both are no conflict', () => {
    const sheet = new Scoring().meanwhile(entry('k1.1', 1, 8.5, 'binh')).type('8,5');
    expect(sheet.effects).toEqual([]);
    expect(sheet.state).toMatchObject({ key: 'k1.2' });
  });

  test('passing over a criterion that a colleague has just scored keeps their points', () => {
    const sheet = new Scoring().meanwhile(entry('k1.1', 1, 7, 'binh')).press('Bỏ qua');
    expect(sheet.effects).toEqual([]);
    expect(sheet.heard).toContain('Đồng chí Bình vừa ghi 7 điểm');
  });

  test('a criterion taken from the unit meanwhile gets no points', () => {
    const sheet = new Scoring().meanwhile(entry('k1.1', 1, notAssigned, 'binh')).type('8,5');
    expect(sheet.effects).toEqual([]);
    expect(sheet.heard).toContain('Tiêu chí 1.1 không được giao');
  });

  test('a sheet that changed under the summary is shown again before it goes', () => {
    const sheet = new Scoring().type('8', '7', '6', '5').meanwhile(entry('k1.1', 2, 1, 'binh'));
    sheet.press('Gửi bản chấm');
    expect(sheet.effects).toEqual([]);
    expect(sheet.heard).toContain('vừa có thay đổi nên chưa gửi');
    expect(sheet.press('Gửi bản chấm').effects).toEqual([{ kind: 'submit_sheet' }]);
  });
});

describe('old buttons', () => {
  test('“Bỏ qua” of an earlier question does not pass over this one', () => {
    const sheet = new Scoring();
    const old = (sheet.said?.choices ?? []).flat().find(choice => choice.label === 'Bỏ qua');
    sheet.type('8').send({ kind: 'option', id: old?.id ?? '' });
    expect(sheet.effects).toEqual([]);
    expect(sheet.heard).toContain('câu hỏi đã qua');
    expect(sheet.state).toMatchObject({ key: 'k1.2' });
  });

  test('“Ghi 8,5” of an earlier conflict does not settle the next one', () => {
    const sheet = new Scoring().meanwhile(entry('k1.1', 1, 7, 'binh')).type('8,5');
    const old = (sheet.said?.choices ?? []).flat().find(choice => choice.label === 'Ghi 8,5');
    sheet.meanwhile(entry('k1.1', 2, 5, 'binh')).type('6');
    expect(sheet.heard).toContain('giữ 5 hay ghi 6?');
    expect(sheet.send({ kind: 'option', id: old?.id ?? '' }).effects).toEqual([]);
    expect(sheet.meanwhile(entry('k1.1', 3, 4, 'binh')).press('Giữ 5').heard).toContain('vừa ghi 4 điểm');
  });

  test('“Giữ 7” of an older version is old once the question shows a newer one', () => {
    const sheet = new Scoring().type('7').send(go('back'));
    const old = (sheet.said?.choices ?? []).flat().find(choice => choice.label === 'Giữ 7');
    sheet.type('9').send(go('back'));
    expect(sheet.send({ kind: 'option', id: old?.id ?? '' }).heard).toContain('câu hỏi đã qua');
  });

  test('a table changed meanwhile makes its buttons old, and a criterion that is gone is left', () => {
    const sheet = new Scoring();
    const old = (sheet.said?.choices ?? []).flat().find(choice => choice.label === 'Bỏ qua');
    sheet.facts = factsOf({ table: table([leaf('1', 5, 'k1.1'), leaf('2', 5, 'new')], 2) });
    expect(sheet.send({ kind: 'option', id: old?.id ?? '' }).effects).toEqual([]);
    sheet.facts = factsOf({ table: table([leaf('2', 5, 'new')], 3) });
    expect(sheet.type('4').heard).toContain('tiêu chí đang hỏi không còn');
    expect(sheet.state).toMatchObject({ key: 'new' });
  });
});

describe('a sheet filled in as a workbook', () => {
  const file = { sha256: 'a', name: 'phieu.xlsx', mime: 'x', size: 3 };
  const arrives = { kind: 'files' as const, files: [file], caption: '' };
  const filled = (values: Record<string, number>, refused: RefusedCell[] = []) => ({
    name: 'phieu.xlsx',
    read: {
      kind: 'answers' as const,
      values: new Map(Object.entries(values).map(([key, n]) => [key, entry(key, 1, n).value])),
      refused,
    },
  });

  test('is shown before anything is written, each refused cell with its place and why', () => {
    const refused: RefusedCell[] = [
      { cell: 'F9', no: '2.2', text: '11', fault: { code: 'out_of_range', min: 0, max: 1000 } },
    ];
    const sheet = new Scoring({ entries: [entry('k1.1', 1, 7, 'binh')] });
    sheet.facts = { ...sheet.facts, filled: filled({ 'k1.1': 8, 'k1.2': 9, 'k2.1': 10 }, refused) };
    sheet.send(arrives);
    expect(sheet.heard).toContain('Ô F9 (tiêu chí 2.2) “11”: Tiêu chí này từ 0 đến 10 điểm.');
    expect(sheet.heard).toContain('3 tiêu chí có thể ghi, chưa ghi gì.');
    expect(sheet.heard).toContain('1.1: 7 → 8 (đồng chí Bình ghi)');
    expect(sheet.effects).toEqual([]);
    expect(sheet.labels).toEqual(['Ghi 3 tiêu chí', 'Chỉ ghi 2 tiêu chí còn trống', 'Không ghi']);
    const all = new Scoring(sheet.facts).send(arrives).press('Ghi 3 tiêu chí');
    expect(all.effects).toMatchObject([
      { criterionKey: 'k1.1', expectVersion: 1 },
      { criterionKey: 'k1.2', expectVersion: 0 },
      { criterionKey: 'k2.1', expectVersion: 0 },
    ]);
    expect(all.heard).toContain('Đã ghi 3 tiêu chí từ tệp.');
    expect(all.state).toMatchObject({ at: 'criterion', key: 'k2.2' });
    expect(sheet.press('Chỉ ghi 2 tiêu chí còn trống').effects).toHaveLength(2);
  });

  test('what a colleague answers while it is looked at stays, and is named', () => {
    const sheet = new Scoring({ filled: filled({ 'k1.1': 8, 'k1.2': 9 }) }).send(arrives);
    sheet.meanwhile(entry('k1.2', 1, 5, 'binh')).press('Ghi 2 tiêu chí');
    expect(sheet.effects).toMatchObject([{ criterionKey: 'k1.1' }]);
    expect(sheet.heard).toContain('Tiêu chí 1.2 vừa được người khác chấm nên giữ nguyên');
  });

  test('left unwritten it changes nothing; with nothing new it says so', () => {
    const sheet = new Scoring({ filled: filled({ 'k1.1': 8 }) }).send(arrives).press('Không ghi');
    expect([sheet.effects, sheet.state]).toMatchObject([[], { at: 'summary' }]);
    const same = new Scoring({ entries: [entry('k1.1', 1, 8)], filled: filled({ 'k1.1': 8, other: 3 }) });
    same.send(arrives);
    expect(same.heard).toContain('không có câu trả lời nào mới');
    expect(same.heard).toContain('1 tiêu chí trong tệp không phải chấm lúc này');
  });

  test('another workbook is evidence, unless the sheet itself is awaited', () => {
    const other = { name: 'so-lieu.xlsx', read: { kind: 'not_a_sheet' as const } };
    expect(new Scoring({ filled: other }).send(arrives).effects).toMatchObject([{ kind: 'evidence' }]);
    const awaited = new Scoring({ filled: other, byFile: true });
    expect(awaited.effects).toEqual([{ kind: 'send_file' }]);
    expect(awaited.send(arrives).heard).toContain('không phải phiếu chấm');
    expect(awaited.effects).toEqual([]);
  });
});

describe('evidence', () => {
  const given = () => new Scoring().type('https://xa.vn/1', '12/BC-UBND ngày 1/11');

  test('is taken back by its button or in words, the one that was meant', () => {
    expect(given().heard).toContain('Minh chứng: https://xa.vn/1; 12/BC-UBND ngày 1/11.');
    const sheet = given().press('Rút https://xa.vn/1');
    expect(sheet.effects).toEqual([{ kind: 'withdraw', criterionKey: 'k1.1', evidenceId: 'e-0' }]);
    expect(sheet.heard).toContain('Đã rút minh chứng của tiêu chí 1.1: https://xa.vn/1.');
    expect(sheet.type('rút minh chứng').effects).toMatchObject([{ evidenceId: 'e-1' }]);
    // Of two it must be said which.
    expect(given().type('bo minh chung').effects).toEqual([]);
    expect(given().type('bo minh chung 2').effects).toMatchObject([{ evidenceId: 'e-1' }]);
  });

  test('by a link goes to the criterion that the link was given for, wherever the conversation is by then', () => {
    const sheet = new Scoring().type('gửi tệp');
    expect(sheet.said?.takesFiles).toEqual({ topic: 'proof k1.1', title: 'Minh chứng tiêu chí 1.1' });
    const file = { sha256: 'a', name: 'bc.pdf', mime: 'application/pdf', size: 3 };
    sheet.type('8').send({ kind: 'files', files: [file], caption: '', topic: 'proof k1.1' });
    expect(sheet.effects).toMatchObject([{ kind: 'evidence', criterionKey: 'k1.1' }]);
    expect(sheet.state).toMatchObject({ key: 'k1.2' });
  });
});

test('what is left is shown group by group, and a group or a bare number leads there', () => {
  const sheet = new Scoring().type('8', 'còn lại');
  expect(sheet.heard).toContain('• 1. Nhóm 1: còn 1');
  expect(sheet.labels).toContain('2. Nhóm 2 (còn 2)');
  expect(sheet.press('2. Nhóm 2 (còn 2)').state).toMatchObject({ key: 'k2.1' });
  expect(sheet.type('xong', '1.2').state).toMatchObject({ at: 'criterion', key: 'k1.2' });
  // Under a question that wants points a bare number is points, and what it may have meant is said.
  const narrow = table([group('1', [leaf('1.1', 1), leaf('1.2', 1)])]);
  const over = new Scoring({ table: narrow }).type('1.2');
  expect(over.heard).toContain('Muốn đến tiêu chí 1.2, gõ “tiêu chí 1.2”.');
  expect(over.effects).toEqual([]);
});

test('state of another version is not guessed at', () => {
  expect(scoreSheetDialogue.migrate(1, { at: 'summary', revision: 3 })).toEqual({
    at: 'summary',
    revision: 3,
  });
  const place = { key: 'k1.1', shown: 0, walk: 'open' };
  expect(scoreSheetDialogue.migrate(1, { at: 'conflict', ...place, mine: 850 })).toMatchObject({
    mine: { kind: 'points', points: 850 },
  });
  expect(scoreSheetDialogue.migrate(2, { at: 'reading', ...place, readings: [150_000, 150] })).toMatchObject({
    readings: [{ points: 150_000 }, { points: 150 }],
  });
  expect(scoreSheetDialogue.migrate(1, { at: 'somewhere' })).toBeNull();
  expect(scoreSheetDialogue.migrate(0, { at: 'summary', revision: 3 })).toBeNull();
});

test('the question can be asked again, also after the criterion has gone', () => {
  const state = { at: 'criterion', key: 'k1.2', shown: 0, walk: 'open' } as const;
  expect(read(scoreSheetDialogue.ask(state, factsOf()))).toContain('2/4');
  expect(read(scoreSheetDialogue.ask({ ...state, key: 'gone' }, factsOf()))).toContain('không còn');
});
