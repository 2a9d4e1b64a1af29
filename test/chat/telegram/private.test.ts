import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { faults } from '../../support/telegram/faults.ts';
import { type Scene, telegramScene } from '../../support/telegram/scene.ts';

/** The bot alone with somebody: buttons, files, long messages, and being stopped. */
let scene: Scene;
beforeAll(async () => {
  scene = await telegramScene({ mode: 'polling' });
}, 60_000);
afterAll(async () => {
  await scene.close();
  expect(scene.bot.telegram.problems()).toEqual([]);
  expect(scene.bot.reported).toEqual([]);
});
beforeEach(() => scene.bot.telegram.faults.clear());

const people = () => scene.bot.telegram.people;
const calls = (method: string) => scene.bot.telegram.calls.filter(call => call.method === method);

describe('buttons', () => {
  test('a press is always answered, a stale one with the reason', async () => {
    const { user, cameOf } = scene;
    const tuan = user('tuan');
    const [asked] = await cameOf(tuan, () => people().says(tuan, tuan, '/nop_bao_cao tháng'));
    const later = asked?.buttons.flat().at(-1);
    await cameOf(tuan, () => people().says(tuan, tuan, '/huy'));
    const before = calls('answerCallbackQuery').length;
    const [stale] = await cameOf(tuan, () =>
      people().presses(tuan, tuan, asked?.shown ?? missing(), later?.token ?? ''),
    );
    expect(stale?.text).toContain('Lựa chọn này đã cũ');
    expect(calls('answerCallbackQuery').length).toBe(before + 1);
  });

  test('an answer to a press that came too late for Telegram changes nothing', async () => {
    const { user, cameOf } = scene;
    const tuan = user('tuan');
    const [asked] = await cameOf(tuan, () => people().says(tuan, tuan, 'nộp báo cao'));
    const [button] = asked?.buttons.flat() ?? [];
    scene.bot.telegram.faults.add({
      method: 'answerCallbackQuery',
      fault: {
        kind: 'answer',
        code: 400,
        description: 'Bad Request: query is too old and response timeout expired',
      },
    });
    const answer = await cameOf(tuan, () =>
      people().presses(tuan, tuan, asked?.shown ?? missing(), button?.token ?? ''),
    );
    expect(answer.length).toBeGreaterThan(0);
    await cameOf(tuan, () => people().says(tuan, tuan, '/huy'));
  });
});

describe('files', () => {
  const report = { name: 'Báo cáo tháng.pdf', mime: 'application/pdf' };

  test('are fetched before the turn, and kept with the report', async () => {
    const { user, cameOf } = scene;
    const phuc = user('phuc');
    const bytes = new TextEncoder().encode('%PDF-1.4 báo cáo');
    const [asked] = await cameOf(phuc, () => people().sends(phuc, phuc, { ...report, bytes }));
    expect(asked?.text).toMatch(/báo cáo/i);
    await cameOf(phuc, () => people().says(phuc, phuc, '/huy'));
  });

  test('keep of their name what can be saved and said again', async () => {
    const { user, cameOf, database } = scene;
    const phuc = user('phuc');
    const bytes = new TextEncoder().encode('%PDF-1.4 tên lạ');
    const name = '../Báo cáo\r\n"quý"; \u202eII.pdf';
    await cameOf(phuc, () => people().sends(phuc, phuc, { ...report, name, bytes }));
    const names = await database.owner
      .sql`select state from dialogue where done_at is null and person_id is not null`;
    expect(JSON.stringify([...names])).toContain('Báo cáoquý; II.pdf');
    await cameOf(phuc, () => people().says(phuc, phuc, '/huy'));
  });

  test('that Telegram does not hand over are answered with what to do', async () => {
    const { user, cameOf } = scene;
    const phuc = user('phuc');
    const large = { ...report, bytes: new Uint8Array(20 * 1024 * 1024 + 1) };
    const [answer] = await cameOf(phuc, () => people().sends(phuc, phuc, large));
    expect(answer?.text).toContain('Tệp lớn hơn 20 MB');
  });

  test('of a workbook are sent as a document', async () => {
    const { user, cameOf } = scene;
    const lan = user('lan');
    const messages = await cameOf(lan, () => people().says(lan, lan, '/tong_hop_nop tháng'));
    expect(messages.some(one => one.fileName?.endsWith('.xlsx'))).toBe(true);
  });
});

test('a message beyond 4096 units comes in parts, each whole in itself', async () => {
  const { user, said } = scene;
  const lan = user('lan');
  const before = said(lan).length;
  const lines = Array.from({ length: 300 }, (_, n) => [`${n + 1}. Đơn vị thứ ${n + 1} chưa nộp báo cáo`]);
  await scene.database.system.db.execute(sql`insert into outbox
    (platform, bot_id, chat_id, chat_kind, class, dedupe_key, bloc_id, body) values ('telegram', '123456789',
    ${String(lan)}, 'private', 'reply', 'long', 1, ${JSON.stringify({ lines })}::text::jsonb)`);
  await scene.bot.engine.settle();
  const parts = said(lan)
    .slice(before)
    .map(one => one.text);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.join('\n')).toBe(lines.map(([line]) => line).join('\n'));
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(4_096);
});

test('who blocks the bot is left alone until he is back', async () => {
  const { user, said, cameOf } = scene;
  const dung = user('dung');
  scene.bot.telegram.faults.add({ method: 'sendMessage', chatId: dung, fault: faults.tooMany(1) });
  const [late] = await cameOf(dung, () => people().says(dung, dung, '/toi'));
  expect(late?.text).toContain('Đồng chí');
  people().blocks(dung);
  await scene.bot.settled();
  const rows = () =>
    scene.database.owner.db.execute(sql`select gone_at from chat_binding where chat_id = ${String(dung)}`);
  expect((await rows())[0]?.gone_at).not.toBeNull();
  const count = said(dung).length;
  people().unblocks(dung);
  await cameOf(dung, () => people().says(dung, dung, '/toi'));
  expect(said(dung).length).toBe(count + 1);
  expect((await rows())[0]?.gone_at).toBeNull();
});

function missing(): never {
  throw new Error('nothing shown');
}
