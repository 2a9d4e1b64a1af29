import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../db/project-root.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { scoringRoom } from '../support/scoring-room.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const sample = z.looseObject({ score_table: z.looseObject({}) });

/** The sample, equal units being parted by a number and then by the bloc itself. */
async function blocWithChain(): Promise<string> {
  const bloc = sample.parse(
    JSON.parse(await readFile(join(projectRoot(), 'examples/khoi-mau.json'), 'utf8')),
  );
  const chain = [{ by: 'indicator', key: 'dien_hinh', name: 'Số điển hình tiên tiến' }, { by: 'decision' }];
  const path = join(await temporaryFolder(), 'khoi.json');
  const table = { ...bloc.score_table, settings: { tie_break: chain } };
  await writeFile(path, JSON.stringify({ ...bloc, score_table: table }));
  return path;
}

const database = await testDatabase();
const { room } = await blocRoom(database, { files: [await blocWithChain()] });
const at = scoringRoom(room);

const record = async (typed: string): Promise<string> => {
  await at.say('lan', `/phan_hang ${typed}`);
  return at.press('lan', 'Xác nhận');
};

test('what parts equal units is asked for by its name; half of the numbers leave the rest tied', async () => {
  expect(await at.say('lan', '/phan_hang')).toContain('bằng điểm; cần số liệu “Số điển hình tiên tiến”');
  expect(await at.say('lan', '/phan_hang phòng kinh tế')).toContain('Đề nghị gõ, ví dụ: /phan_hang');
  const two = await at.say('lan', '/phan_hang Trường THCS 1,234, Phòng Kinh tế 3');
  expect(two).toContain('“1,234” có thể hiểu là 1,234 hoặc 1.234; chưa ghi gì.');
  expect(await at.say('lan', '/phan_hang')).toContain('Trường THCS Đông Sơn Hạ');
  const shown = await at.say('lan', '/phan_hang Trường THCS 5, Phòng Kinh tế 3');
  expect(shown).toContain('Sẽ ghi số liệu “Số điển hình tiên tiến”:');
  expect(shown).toContain('Còn thiếu: Văn phòng HĐND và UBND xã');
  expect(await at.press('lan', 'Xác nhận')).toContain('• Phòng Kinh tế: 3');
  expect(await at.say('lan', '/xep_hang')).toContain('Để phân định cần số liệu “Số điển hình tiên tiến”');
  await record('Văn phòng 3, Phòng VHXH 2, Trung tâm HCC 1, Trạm Y tế 0');
  const ranking = await at.say('lan', '/xep_hang');
  expect(ranking).toContain('1 | Trường THCS Đông Sơn Hạ');
  expect(ranking).toContain('xếp trên Phòng Văn hóa - Xã hội theo số liệu “Số điển hình tiên tiến”');
});

test('numbers typed while a decision is asked for correct the numbers, and are never taken for a decision', async () => {
  expect(await at.say('lan', '/phan_hang')).toContain('bảng điểm giao Khối quyết định');
  const refused = await at.say('lan', '/phan_hang Văn phòng 4, Phòng Kinh tế -6');
  expect(refused).toContain('“-6” nhỏ hơn 0 nên không ghi được; chưa ghi gì.');
  expect(refused).not.toContain('[Xác nhận]');
  const shown = await at.say('lan', '/phan_hang Văn phòng 4, Phòng Kinh tế 3');
  expect(shown).toContain('Sẽ ghi số liệu “Số điển hình tiên tiến”:');
  expect(shown).toContain('• Văn phòng HĐND và UBND xã: 3 → 4');
  await at.press('lan', 'Xác nhận');
  expect(await at.say('lan', '/xep_hang')).toMatch(/2 \| Văn phòng[\s\S]*3 \| Phòng Kinh tế/);
  await record('Văn phòng 3');
  expect(await at.say('lan', '/phan_hang Văn phòng')).toContain('chưa rõ ghi gì');
});

test('where the table leaves it to the bloc, the lead says who stands before whom', async () => {
  const asked = await at.say('lan', '/phan_hang');
  expect(asked).toContain(
    'Văn phòng HĐND và UBND xã; Phòng Kinh tế bằng điểm; bảng điểm giao Khối quyết định',
  );
  expect(await at.press('lan', 'Phòng Kinh tế xếp trên')).toContain('Sẽ ghi quyết định của Khối:');
  await at.press('lan', 'Xác nhận');
  const ranking = await at.say('lan', '/xep_hang');
  expect(ranking).toContain(
    'Bằng điểm, Phòng Kinh tế xếp trên Văn phòng HĐND và UBND xã theo quyết định của Khối.',
  );
  expect(ranking).toMatch(/2 \| Phòng Kinh tế[\s\S]*3 \| Văn phòng HĐND và UBND xã/);
  const settled = await at.say('lan', '/phan_hang');
  expect(settled).toContain('Không có đơn vị nào đồng hạng');
  expect(settled).toContain('• Phòng Kinh tế: thứ tự 1 (quyết định của Khối)');
});

test('a decision is told anew and taken back, each as a further fact of its own', async () => {
  expect(await record('Văn phòng xếp trên Phòng Kinh tế')).toContain('Phòng Kinh tế: thứ tự 1 → thứ tự 2');
  expect(await at.say('lan', '/xep_hang')).toMatch(/2 \| Văn phòng[\s\S]*3 \| Phòng Kinh tế/);
  expect(await at.say('lan', '/phan_hang Phòng Kinh tế, Văn phòng: bỏ')).toContain('Sẽ bỏ ghi:');
  expect(await at.press('lan', 'Xác nhận')).toContain('Đã bỏ ghi:');
  expect(await at.say('lan', '/phan_hang')).toContain('cần số liệu “Số điển hình tiên tiến”');
  await record('bỏ');
  expect(await at.say('lan', '/phan_hang bỏ')).toContain('không có gì để bỏ');
  const held = await database.owner.db.execute(
    sql`select u.name, string_agg(coalesce(f.value, '-'), ' ' order by f.seq) as told from unit_fact f
      join unit u on u.bloc_id = f.bloc_id and u.id = f.scored_unit_id where f.key = 'decision' group by 1 order by 1`,
  );
  expect([...held].map(row => row.told)).toEqual(['1 2 -', '2 1 -']);
});
