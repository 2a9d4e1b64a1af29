import { afterAll, describe, expect, test } from 'vitest';
import { isGroup, leaves, type ScoreTable } from '../../src/core/score-table.ts';
import type { SheetValue } from '../../src/core/sheet-value.ts';
import { readScoreTable } from '../../src/documents/score-table/read.ts';
import { writeScoreSheet } from '../../src/documents/score-table/sheet-file.ts';
import { p } from '../support/score-facts.ts';
import type { OpenStage } from '../support/story-chat.ts';
import { talk } from '../support/story-talk.ts';
import { type MadeCell, workbookOf } from '../support/workbooks.ts';
import { stagesFor } from './stages.ts';

const open: OpenStage[] = [];
afterAll(() => Promise.all(open.map(one => one.close())));

/** Eight groups of two, each of eleven criteria: as many leaves as a real table of 1000 points has. */
const GROUPS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];
const EACH = 11;
const rows = GROUPS.flatMap((no): MadeCell[][] => [
  [no, `Lĩnh vực ${no}`, 110, null],
  ...[1, 2].flatMap((part): MadeCell[][] => [
    [part, `Nội dung ${no}.${part}`, 55, null],
    ...Array.from({ length: EACH }, (_, n): MadeCell[] => [
      `${part}.${n + 1}`,
      `Tiêu chí ${no}.${part}.${n + 1}`,
      5,
      null,
    ]),
  ]),
]);
const tableFile = () =>
  workbookOf({
    'Bảng điểm': [['BẢNG ĐIỂM THI ĐUA'], ['STT', 'Nội dung', 'Điểm tối đa', 'Ghi chú'], ...rows],
  });

async function asRead(bytes: Uint8Array): Promise<ScoreTable> {
  const read = await readScoreTable(bytes, 'x');
  if (read.kind !== 'table') throw new Error(read.kind);
  return read.proposal.table;
}

const points = (value: number): SheetValue => ({ kind: 'points', points: p(value) });
const times = (count: number, text: string): string[] => Array.from({ length: count }, () => text);

/** On two messengers at once: what is begun on one goes on on the other. */
describe.each(stagesFor(0))('over $name', stage => {
  test('176 criteria: two contacts over three days, by group, with jumps, what is left, and the rest as a file', async () => {
    const opened = await stage.open({ clock: '2026-12-07T02:00:00Z x0' });
    open.push(opened);
    const { chat } = opened;
    const persons = new Map((await chat.persons()).map(({ id, name }) => [name, id]));
    const named = (name: string) => talk(chat, persons.get(name) ?? name);
    const [lead, phuc, anh] = [named('Nguyễn Thị Hồng Lan'), named('Hoàng Văn Phúc'), named('Vũ Ngọc Ánh')];
    const bytes = await tableFile();
    const table = await asRead(bytes);
    expect(leaves(table)).toHaveLength(176);
    await lead.say('/bang_diem');
    expect(await lead.send('bang-diem.xlsx', bytes)).toContain('Tối đa 880 điểm · 176 tiêu chí.');
    await lead.press('Ghi bảng điểm');

    // The first day: one contact fills the first group and leaves.
    expect(await phuc.say('/cham_diem')).toContain('1/176');
    expect(await phuc.say(...times(2 * EACH, '4,5'))).toContain('23/176');
    expect(await phuc.say('để sau')).toContain('22/176');

    // A number that eight groups have leads to the reason of the one that is chosen.
    expect(await phuc.say('/vi_sao 1.3')).toMatch(/nhiều tiêu chí mang số 1\.3.*xem lý do/);
    expect(await phuc.press('V.1.3. Tiêu chí V.1.3')).toContain('1.3. Tiêu chí V.1.3');
    expect(await phuc.say('/vi_sao V')).toContain('Gõ /vi_sao V.1 để xem');

    // The second: the other goes on where it is her part, by groups' numbers.
    await chat.clock({ to: '2026-12-08T02:00:00Z' });
    expect(await anh.say('/cham_diem')).toContain('đã có 22/176');
    expect(await anh.say('tiêu chí V')).toContain('Tiêu chí V.1.1');
    await anh.say(...times(EACH, '3'));
    expect(await anh.say('tiêu chí 1.3')).toContain('Có nhiều tiêu chí mang số 1.3');
    expect(await anh.say('tiêu chí VIII.2.11')).toContain('176/176');
    expect(await anh.say('5')).toContain('Tiêu chí II.1.1');
    const left = await anh.say('còn lại');
    expect(left).toContain('Còn 142 tiêu chí chưa chấm.');
    expect(left).toContain('• II. Lĩnh vực II: còn 22');
    expect(left).toContain('• V. Lĩnh vực V: còn 11');
    expect(left).toContain('• VIII. Lĩnh vực VIII: còn 21');
    expect(await anh.press('III. Lĩnh vực III')).toContain('Tiêu chí III.1.1');

    // Both at the same criterion: the second is shown the first's answer.
    expect(await phuc.say('/cham_diem', 'tiêu chí III.1.1')).toContain('Tiêu chí III.1.1');
    await phuc.say('2');
    const conflict = await anh.say('3');
    expect(conflict).toContain('Hoàng Văn Phúc');
    expect(await anh.press('Giữ 2')).toContain('Tiêu chí III.1.2');

    // The third: the rest comes as a workbook; what stands is kept where she says so.
    await chat.clock({ to: '2026-12-09T02:00:00Z' });
    const given = new Map(leaves(table).map(leaf => [leaf.key, points(4)] as const));
    const sheet = await writeScoreSheet(table, 'Trung tâm', given);
    await anh.say('/cham_diem tệp');
    const preview = await anh.send('phieu.xlsx', sheet);
    expect(preview).toContain('176 tiêu chí có thể ghi');
    expect(await anh.press('Chỉ ghi 141')).toContain('Đã ghi 141 tiêu chí từ tệp.');
    const done = await anh.say('xong');
    // 22 × 4,5 + 11 × 3 + 5 + 2 + 141 × 4.
    expect(done).toContain('Tạm tính 703/880 điểm.');
    expect(await anh.press('Gửi bản chấm')).toContain('703/880');
    expect(await phuc.say('/cham_diem')).toContain('Vũ Ngọc Ánh');
    expect(table.children.every(isGroup)).toBe(true);
  }, 240_000);
});
