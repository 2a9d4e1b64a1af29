import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../db/project-root.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The sample bloc before it has a score table. Tuesday, 01/12/2026, 09:00. */
const file = join(await temporaryFolder(), 'khoi.json');
const sample = await readFile(join(projectRoot(), 'examples', 'khoi-mau.json'), 'utf8');
const { score_table: _, ...bloc } = z.looseObject({}).parse(JSON.parse(sample));
await writeFile(file, JSON.stringify(bloc));
const database = await testDatabase();
const { room } = await blocRoom(database, { files: [file], at: new Date('2026-12-01T02:00:00Z') });
const { say, press, newIn } = leadChat(room);

test('who is not considered is told with the reason and its source, without any score table', async () => {
  expect(plain(await say('/khong_xet'))).toContain('Chưa ghi đơn vị nào không xét');
  expect(plain(await say('/khong_xet Trạm Y tế'))).toContain('ghi rõ lý do');
  await newIn('mai', 'mai');
  const shown = await say('nợ thuế quá hạn');
  expect(plain(shown)).toMatch(/chưa thấy tên đơn vị nào[\s\S]*tên đơn vị, lý do và văn bản nguồn/);
  const preview = await say('TYT: nợ thuế quá hạn (TB 45/TB-CCT ngày 20/11)');
  expect(plain(preview)).toContain(
    'Sẽ ghi không xét Trạm Y tế xã: nợ thuế quá hạn (TB 45/TB-CCT ngày 20/11).',
  );
  expect(await newIn('mai', 'mai'), 'not before it is confirmed').toBe('');
  const told = plain(await press(preview, 'Ghi không xét'));
  expect(told).toContain('Đã ghi không xét Trạm Y tế xã: nợ thuế quá hạn (TB 45/TB-CCT ngày 20/11).');
  expect(await newIn('mai', 'mai')).toContain('được ghi không xét thi đua: nợ thuế quá hạn');
  expect(plain(await say('/khong_xet'))).toContain('• Trạm Y tế xã: nợ thuế quá hạn');
});

test('such a unit cannot be proposed; taken back, it can', async () => {
  expect(plain(await say('/khen_thuong'))).toMatch(/Đơn vị không xét .*\n• Trạm Y tế xã: nợ thuế/);
  const refused = await say('/khen_thuong Giấy khen: Trạm Y tế');
  expect(plain(refused)).toContain('Không xét: nợ thuế quá hạn (TB 45/TB-CCT ngày 20/11).');
  expect(plain(refused)).not.toContain('[Ghi đề nghị]');
  await say('hủy');
  const back = await say('/khong_xet Trạm Y tế: bỏ');
  expect(plain(back)).toMatch(/Sẽ bỏ ghi không xét Trạm Y tế xã:\n• nợ thuế quá hạn/);
  expect(plain(await press(back, 'Bỏ ghi'))).toContain('Đã bỏ ghi không xét Trạm Y tế xã');
  expect(plain(await press(back, 'Bỏ ghi'))).toContain('đã được thực hiện rồi');
  expect(plain(await say('/khong_xet Trạm Y tế: bỏ'))).toContain('không có gì để bỏ ghi');
  await say('hủy');
  expect(await newIn('mai', 'mai')).toContain('được xét thi đua');
  const shown = await say('/khen_thuong Giấy khen: Trạm Y tế');
  expect(plain(shown), 'nobody met and nobody voted').toContain('căn cứ đề nghị của Trưởng khối');
  expect(plain(await press(shown, 'Ghi đề nghị'))).toContain('Đã ghi đề nghị số 1');
});
