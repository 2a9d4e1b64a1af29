import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { scoresFile } from '../scenarios/scores.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { scoringRoom } from '../support/scoring-room.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Friday, 27/11/2026: the report that the table counts is due on Monday. */
const friday = new Date('2026-11-27T02:00:00Z');
const { room } = await blocRoom(await testDatabase(), { files: [scoresFile], at: friday });
const at = scoringRoom(room);

test('an aside does not call open what the lead has closed meanwhile: it says so, once', async () => {
  await at.say('giang', '/cham_diem');
  await at.say('an', '/cong_bo khóa tự chấm');
  const aside = await at.say('giang', '/toi');
  expect(aside).toContain('đã khóa phần tự chấm');
  expect(aside).not.toContain('vẫn đang mở');
  expect(await at.say('giang', '/toi')).not.toMatch(/đã khóa phần tự chấm|vẫn đang mở/);
  await at.say('an', '/cong_bo mở lại tự chấm');
});

test('publishing before a counted report is due names it and takes a confirmation of its own', async () => {
  await at.say('an', '/cong_bo khóa tự chấm');
  const shown = await at.say('an', '/cong_bo công bố');
  expect(shown).toContain('Báo cáo tổng kết thi đua năm 2026, hạn 30/11/2026, chưa đến hạn: ');
  expect(shown).toContain('chưa nộp, đang tính như không chậm, không thiếu.');
  const asked = await at.press('an', 'Xác nhận công bố');
  expect(asked).toContain('Còn hạn chưa đến. Vẫn công bố?');
  expect(asked).toContain('Bảng tự chấm điểm thi đua năm 2026 còn hạn đến 11/12/2026');
  expect(await at.say('an', '/xep_hang')).toContain('tạm tính');
  await at.say('an', '/cong_bo công bố');
  await at.press('an', 'Xác nhận công bố');
  const before = await at.mark('giang');
  expect(await at.press('an', 'Vẫn công bố trước hạn')).toContain('Đã công bố');
  const news = await at.told('giang', before);
  expect(news).toContain('Khi công bố, Báo cáo tổng kết thi đua năm 2026 (hạn 30/11/2026) chưa đến hạn');
  expect(news).not.toContain('chưa nộp');
});

test('what was published says how it stood then, and no more that it may change', async () => {
  const why = await at.say('giang', '/vi_sao II.1.g');
  expect(why).toContain('chính thức');
  expect(why).toContain('Khi công bố chưa báo cáo nào đến hạn nên không có điểm.');
  expect(await at.say('giang', '/vi_sao II.3.a')).toContain('Không ai chấm nên không có điểm.');
});

test('after the publication nobody is reminded of a self score that is locked', async () => {
  const before = await at.mark('giang');
  await room.clock({ to: '2026-12-14T03:00:00Z' });
  const reminded = await at.told('giang', before);
  expect(reminded).toContain('Báo cáo tổng kết');
  expect(reminded).not.toContain('tự chấm');
});

test('two people are not asked for where the lead’s side has one: it says whom to invite', async () => {
  const whole = z.looseObject({ persons: z.array(z.looseObject({ unit: z.string(), name: z.string() })) });
  const bloc = whole.parse(JSON.parse(await readFile(scoresFile, 'utf8')));
  const [lead] = bloc.persons;
  const persons = bloc.persons.filter(one => one === lead || one.unit !== lead?.unit);
  const file = join(await temporaryFolder(), 'alone.json');
  await writeFile(file, JSON.stringify({ ...bloc, persons }));
  const alone = await blocRoom(await testDatabase(), { files: [file], at: friday });
  const there = scoringRoom(alone.room);
  const refused = await there.say('an', '/cong_bo hai người');
  expect(refused).toContain('phía Trưởng khối mới có một mình đồng chí');
  expect(refused).toContain('/moi thư ký');
  expect(await there.say('an', '/cong_bo')).toContain('[Cần hai người]');
});
