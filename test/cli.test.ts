import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import { startEmbedded } from '../db/embedded/start-embedded.ts';
import { hashCode } from '../db/pairing.ts';
import { projectRoot } from '../db/project-root.ts';
import { readConfig } from '../src/config.ts';
import { type Outcome, run } from '../src/operator/run.ts';
import { smallFile } from './load/sample-file.ts';
import { startChild } from './support/child.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const SAMPLE = join(projectRoot(), 'examples', 'khoi-mau.json');
const quiet = { info: () => undefined, warn: () => undefined };
let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Each command starts the embedded database in this file's folder and stops it, as at a terminal. */
const cli = (...args: string[]): Promise<Outcome> =>
  run(args, () => readConfig({ DATA_DIR: join(folder, 'data') }));

async function fileOf(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** What stands in the database while no command runs. */
async function asOwner<T>(task: (sql: ReturnType<typeof connect>['sql']) => Promise<T>): Promise<T> {
  const server = await startEmbedded(join(folder, 'data'), { log: quiet });
  const { sql, end } = connect(server.target, { role: null, max: 1 });
  try {
    return await task(sql);
  } finally {
    await end();
    await server.stop();
  }
}

test('a bloc is loaded once, and its log verified', { timeout: 60_000 }, async () => {
  expect(await cli('verify-audit')).toEqual({ code: 0, lines: ['Chưa có khối nào.'] });
  expect(await cli('load', SAMPLE)).toEqual({
    code: 0,
    lines: [
      expect.stringMatching(
        /^Đã tạo khối số 1: Khối thi đua số 01 xã Đông Sơn Hạ, năm 20\d\d\. Có 6 đơn vị, 9 người, 8 hạn\.$/,
      ),
    ],
  });
  const again = await cli('load', SAMPLE);
  expect(again.code).toBe(1);
  expect(again.lines.join('\n')).toMatch(
    /^Khối “Khối thi đua số 01 xã Đông Sơn Hạ” của Hội đồng .* đã có \(khối số 1\)/,
  );
  const whole = ['Khối số 1, Khối thi đua số 01 xã Đông Sơn Hạ: nhật ký nguyên vẹn.'];
  expect(await cli('verify-audit', '1')).toEqual({ code: 0, lines: whole });
  expect(await cli('verify-audit')).toEqual({ code: 0, lines: whole });
  expect(await cli('verify-audit', '7')).toEqual({ code: 1, lines: ['Không có khối số 7.'] });

  await asOwner(async sql => {
    await sql`alter table audit disable trigger audit_refuse`;
    await sql`update audit set detail = '{"units": 7}'::jsonb where bloc_id = 1 and seq = 1`;
  });
  const changed = await cli('verify-audit');
  expect(changed.code).toBe(1);
  expect(changed.lines[0]).toContain('KHÔNG nguyên vẹn, dòng 1 đã bị sửa');
});

test('mistakes are listed with their places and nothing is written', { timeout: 60_000 }, async () => {
  const file = smallFile({ bloc: { name: 'Khối sai' }, persons: [{ name: 'Lan', unit: 'Phòng Ba' }] });
  const path = await fileOf('sai.json', JSON.stringify(file));
  expect(await cli('load', path)).toEqual({
    code: 1,
    lines: [
      `Tệp ${path} có 2 chỗ cần sửa; chưa ghi gì vào cơ sở dữ liệu:`,
      '- persons[0].role: chưa ghi. Đây là mục bắt buộc.',
      '- persons[0].unit: không có đơn vị “Phòng Ba”. Có phải “Phòng Hai”?',
    ],
  });
  const broken = await fileOf('hong.json', '{\n  "council":\n}');
  expect((await cli('load', broken)).lines[1]).toMatch(/^- dòng 3, cột 1: không đúng cú pháp JSON/);
  expect((await cli('load', join(folder, 'khong-co.json'))).lines[0]).toMatch(
    /^Không thấy tệp .*khong-co\.json\./,
  );
  expect(await asOwner(sql => sql`select 1 from bloc where name = 'Khối sai'`)).toHaveLength(0);
});

test('a setup code is printed once and kept as a hash only', { timeout: 60_000 }, async () => {
  const { code, lines } = await cli('setup-code');
  expect(code).toBe(0);
  const printed =
    /^Mã lập khối: (TL-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4})$/m.exec(lines.join('\n'))?.[1] ?? '';
  const [row, ...more] = await asOwner(sql => sql`select * from setup_code`);
  expect(more).toEqual([]);
  expect(row).toMatchObject({ code_hash: hashCode(printed), used_at: null });
  expect(row?.expires_at.getTime() - row?.created_at.getTime()).toBe(7 * 86_400_000);
  expect(JSON.stringify(row)).not.toContain(printed);
});

test('while the bot runs on the folder, a code is printed and the log verified; what changes more says how to go on', {
  timeout: 60_000,
}, async () => {
  const bot = startChild('embedded-child', [join(folder, 'data')]);
  expect(await bot.said).toEqual({ code: 'ready' });
  expect(await cli('setup-code')).toMatchObject({ code: 0 });
  expect((await cli('verify-audit')).lines.join()).toContain('nhật ký');
  const { code, lines } = await cli('load', SAMPLE);
  expect(code).toBe(1);
  expect(lines[0]).toContain('đang được một tiến trình khác của Trợ lý Khối sử dụng');
  expect(lines[1]).toMatch(/dừng Trợ lý Khối .* DATABASE_URL/);
  await bot.finish();
});

test('what is typed wrongly never touches the database', async () => {
  const none = () => {
    throw new Error('no settings are needed');
  };
  for (const args of [['lod'], ['load'], ['load', 'a', 'b'], ['setup-code', 'x'], ['verify-audit', 'x']])
    expect((await run(args, none)).code).toBe(2);
  for (const args of [[], ['help'], ['--help']]) {
    const { code, lines } = await run(args, none);
    expect(code).toBe(0);
    expect(lines.join('\n')).toContain('npm run cli -- load');
  }
});

test('a wrong setting is named', async () => {
  const { code, lines } = await run(['setup-code'], () => readConfig({ PORT: 'x', DATA_DIR: folder }));
  expect(code).toBe(1);
  expect(lines.join('\n')).toContain('PORT');
});
