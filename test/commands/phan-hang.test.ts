import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

const { room } = await blocRoom(await testDatabase(), { files: [await blocWithChain()] });
const at = scoringRoom(room);

test('what parts equal units is asked for by its name; half of the numbers leave the rest tied', async () => {
  expect(await at.say('lan', '/phan_hang')).toContain('bằng điểm; cần số liệu “Số điển hình tiên tiến”');
  expect(await at.say('lan', '/phan_hang phòng kinh tế')).toContain('Đề nghị gõ, ví dụ: /phan_hang');
  const two = await at.say('lan', '/phan_hang Trường THCS 1,234, Phòng Kinh tế 3');
  expect(two).toContain('“1,234” có thể hiểu là 1,234 hoặc 1.234; chưa ghi gì.');
  expect(await at.say('lan', '/phan_hang')).toContain('Trường THCS Đông Sơn Hạ');
  expect(await at.say('lan', '/phan_hang Trường THCS 5, Phòng Kinh tế 3')).toContain('• Phòng Kinh tế: 3');
  expect(await at.say('lan', '/xep_hang')).toContain('Để phân định cần số liệu “Số điển hình tiên tiến”');
  await at.say('lan', '/phan_hang Văn phòng 3, Phòng VHXH 2, Trung tâm HCC 1, Trạm Y tế 0');
  const ranking = await at.say('lan', '/xep_hang');
  expect(ranking).toContain('1 | Trường THCS Đông Sơn Hạ');
  expect(ranking).toContain('xếp trên Phòng Văn hóa - Xã hội theo số liệu “Số điển hình tiên tiến”');
});

test('where the table leaves it to the bloc, the lead says who stands before whom', async () => {
  const asked = await at.say('lan', '/phan_hang');
  expect(asked).toContain(
    'Văn phòng HĐND và UBND xã; Phòng Kinh tế bằng điểm; bảng điểm giao Khối quyết định',
  );
  await at.press('lan', 'Phòng Kinh tế xếp trên');
  const ranking = await at.say('lan', '/xep_hang');
  expect(ranking).toContain(
    'Bằng điểm, Phòng Kinh tế xếp trên Văn phòng HĐND và UBND xã theo quyết định của Khối.',
  );
  expect(ranking).toMatch(/2 \| Phòng Kinh tế[\s\S]*3 \| Văn phòng HĐND và UBND xã/);
  expect(await at.say('lan', '/phan_hang')).toContain('Không có đơn vị nào đồng hạng');
});
