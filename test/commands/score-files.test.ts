import { afterAll, describe, expect, test } from 'vitest';
import type { ScoreTable } from '../../src/core/score-table.ts';
import type { SheetValue } from '../../src/core/sheet-value.ts';
import { readScoreTable } from '../../src/documents/score-table/read.ts';
import { writeScoreSheet } from '../../src/documents/score-table/sheet-file.ts';
import { stagesFor } from '../scenarios/stages.ts';
import { p } from '../support/score-facts.ts';
import type { OpenStage } from '../support/story-chat.ts';
import { talk } from '../support/story-talk.ts';
import { type MadeCell, workbookOf } from '../support/workbooks.ts';

const open: OpenStage[] = [];
afterAll(() => Promise.all(open.map(one => one.close())));

/** Two groups of twenty criteria, as the annexes of plans have them. */
const groups = ['I', 'II'].flatMap((no): MadeCell[][] => [
  [no, `Nhóm nội dung ${no}`, 40, null],
  ...Array.from({ length: 20 }, (_, n): MadeCell[] => [n + 1, `Nội dung ${no}.${n + 1}`, 2, null]),
]);
const tableFile = () =>
  workbookOf({
    'Bảng điểm': [['BẢNG TIÊU CHÍ CHẤM ĐIỂM'], ['STT', 'Nội dung', 'Điểm tối đa', 'Ghi chú'], ...groups],
  });
const points = (value: number): SheetValue => ({ kind: 'points', points: p(value) });

async function asRead(bytes: Uint8Array): Promise<ScoreTable> {
  const read = await readScoreTable(bytes, 'x');
  if (read.kind !== 'table') throw new Error(read.kind);
  return read.proposal.table;
}

describe.each(stagesFor(3))('over $name', stage => {
  test('a table and a sheet filled in come as files; what cannot stand is named, the rest is written once it was seen', async () => {
    const opened = await stage.open({ clock: '2026-06-10T02:00:00Z x0' });
    open.push(opened);
    const { chat } = opened;
    const persons = new Map((await chat.persons()).map(({ id, name }) => [name, id]));
    const named = (name: string) => talk(chat, persons.get(name) ?? name);
    const [lead, unit] = [named('Nguyễn Thị Hồng Lan'), named('Đặng Thị Mai')];

    await lead.say('/bang_diem');
    const bytes = await tableFile();
    expect(await lead.send('bang-diem.xlsx', bytes)).toContain('Tối đa 80 điểm · 40 tiêu chí.');
    expect(await lead.press('Ghi bảng điểm')).toContain('Đã ghi bảng điểm, phiên bản 2');

    expect(await unit.say('/cham_diem')).toContain('1/40');
    expect(await unit.say('1,5', '/cham_diem tệp')).toContain('Phiếu chấm đang được gửi');
    const table = await asRead(bytes);
    const answers = new Map(
      table.children.flatMap(group =>
        'children' in group ? group.children.map(one => [one.key, points(2)] as const) : [],
      ),
    );
    answers.set('i/2', points(2.5));
    answers.set('ii/20', points(-1));
    const sheet = await writeScoreSheet(table, 'Trạm Y tế xã', answers);
    const preview = await unit.send('phieu.xlsx', sheet);
    expect(preview).toMatch(/Ô F\d+ \(tiêu chí 2\) “2\.5”: Tiêu chí này từ 0 đến 2 điểm\./);
    expect(preview).toContain('2 ô chưa nhận được');
    expect(preview).toContain('38 tiêu chí có thể ghi, chưa ghi gì.');
    expect(preview).toContain('I.1: 1,5 → 2');
    expect(await unit.press('Chỉ ghi 37')).toContain('Đã ghi 37 tiêu chí từ tệp.');
    expect(await unit.say('còn lại')).toContain('Còn 2 tiêu chí chưa chấm.');
    expect(await unit.say('tiêu chí II.20')).toContain('20. Nội dung II.20');

    await unit.say('gửi tệp');
    const proof = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF');
    expect(await unit.send('bc.pdf', proof, 'application/pdf')).toContain(
      'Đã ghi minh chứng cho tiêu chí 20: bc.pdf.',
    );
    expect(await unit.say('rút minh chứng')).toContain('Đã rút minh chứng của tiêu chí 20: bc.pdf.');
    await unit.say('2', 'tiêu chí I.2', '2', 'xong');
    expect(await unit.press('Gửi bản chấm')).toContain('79,5/80');
    expect(await lead.say('/bang_diem')).toContain('năm nay giữ phiên bản này');
  }, 120_000);
});

test('whoever acts for several units says whose sheet it is, and each goes on where it was', async () => {
  const [stage] = stagesFor(1);
  const opened = await stage?.open({ clock: '2026-06-10T02:00:00Z x0' });
  if (!opened) throw new Error('no stage');
  open.push(opened);
  const [lan, mai] = ['lan', 'mai'].map(person => talk(opened.chat, person));
  if (!lan || !mai) throw new Error('nobody');
  const code = /K1-\w{4}-\w{4}/.exec(await lan.say('/moi trường thcs'))?.[0];
  expect(await mai.say(`/bat_dau ${code}`)).toContain('Trường THCS');
  const asked = await mai.say('/cham_diem');
  expect(asked).toContain('Đồng chí chấm cho đơn vị nào?');
  expect(asked).not.toContain('1/12');
  expect(await mai.press('Trạm Y tế')).toContain('Trạm Y tế xã · 12 tiêu chí');
  await mai.say('18', '11');
  expect(await mai.say('/cham_diem truong thcs')).toContain('Trường THCS Đông Sơn Hạ · 12 tiêu chí');
  expect(await mai.say('15')).toContain('Đã ghi 15');
  expect(await mai.say('/cham_diem tram y te')).toContain('Trạm Y tế xã · đã có 2/12');
  expect(await mai.say('7')).toContain('36/');
  expect(await mai.say('/cham_diem phòng kinh tế')).toContain('không phụ trách đơn vị đó');
}, 60_000);
