import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { restoreBackup } from '../../db/backup/restore.ts';
import { writeBackup } from '../../db/backup/write.ts';
import { readConfig } from '../../src/config.ts';
import { run } from '../../src/operator/run.ts';
import { dataOf } from '../db/backup/lived-in.ts';
import { plain, roomClient } from '../support/room-client.ts';
import { type RoomProcess, startRoom } from '../support/room-process.ts';
import { has15, start15 } from '../support/server-15.ts';
import { size } from '../support/size.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CLOCK = '2026-06-08T00:55:00Z x0';
const TIME = { timeout: 60_000 };
const running: RoomProcess[] = [];
let folder: string;
let file: string;
/** The bot's answer to `/han` at the time of the backup. */
let said: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  file = join(folder, 'backup.tlk.gz');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(room => room.stop()));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = (dataDir: string, ...args: string[]) =>
  run(args, () => readConfig({ DATA_DIR: join(folder, dataDir) }));

async function bot(dataDir: string): Promise<RoomProcess> {
  const room = await startRoom({ dataDir: join(folder, dataDir), clock: CLOCK });
  running.push(room);
  return room;
}

const han = async ({ url }: RoomProcess) =>
  (await roomClient(url).say('mai', 'mai', '/han')).map(plain).join('\n');

test('backed up while the bot runs, restored elsewhere, the bot says the same', TIME, async () => {
  const first = await bot('first');
  said = await han(first);
  expect(said).toContain('Số liệu bổ sung về hồ sơ sức khỏe điện tử');
  const made = await cli('first', 'backup', file);
  expect(made).toEqual({
    code: 0,
    lines: [expect.stringMatching(/^Đã sao lưu \d+ dòng dữ liệu vào .*backup\.tlk\.gz \(\d+ KB\)/)],
  });
  // The bot has noticed nothing.
  expect(await han(first)).toBe(said);

  const beside = await cli('first', 'restore', file);
  expect(beside.lines.join('\n')).toContain('đang được một tiến trình khác của Trợ lý Khối sử dụng');
  await first.stop();
  const onto = await cli('first', 'restore', file);
  expect(onto.code).toBe(1);
  expect(onto.lines[0]).toMatch(/đã có dữ liệu .*chưa ghi gì/);

  const restored = await cli('second', 'restore', file);
  expect(restored).toEqual({
    code: 0,
    lines: [
      expect.stringMatching(/^Đã khôi phục \d+ dòng của \d+ bảng \(sao lưu từ PostgreSQL 18\.\d+\)/),
      'Khối số 1, Khối thi đua số 01 xã Đông Sơn Hạ: nhật ký nguyên vẹn.',
      expect.stringMatching(/^Bước tiếp theo/),
    ],
  });
  expect(await han(await bot('second'))).toBe(said);
});

test('also while no bot runs; where there is no database none is made', TIME, async () => {
  expect((await cli('second', 'backup', join(folder, 'idle.tlk.gz'))).code).toBe(0);
  const none = await cli('nothing', 'backup', join(folder, 'none.tlk.gz'));
  expect(none).toEqual({ code: 1, lines: [expect.stringContaining('Chưa có dữ liệu để sao lưu ở đây')] });
});

// A second server and a third bot: at gate size.
test.runIf(has15 && size(0, 1) === 1)(
  'from PostgreSQL 18 to a server of version 15 and back',
  TIME,
  async () => {
    const server = await start15();
    try {
      expect(await restoreBackup(server.target, file)).toMatchObject({
        server: expect.stringMatching(/^18/),
      });
      const back = join(folder, 'from-15.tlk.gz');
      await writeBackup(server.target, back);
      expect(await dataOf(back)).toBe(await dataOf(file));
      const env = { DATA_DIR: join(folder, 'third') };
      expect((await run(['restore', back], () => readConfig(env))).lines[0]).toContain('PostgreSQL 15');
    } finally {
      await server.stop();
    }
    expect(await han(await bot('third'))).toBe(said);
  },
);
