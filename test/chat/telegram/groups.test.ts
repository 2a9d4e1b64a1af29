import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Scene, telegramScene } from '../../support/telegram/scene.ts';

/** The bot among people, with privacy mode on throughout. */
let scene: Scene;
beforeAll(async () => {
  scene = await telegramScene({ mode: 'polling' });
}, 60_000);
afterAll(async () => {
  await scene.close();
  expect(scene.bot.telegram.problems()).toEqual([]);
  expect(scene.bot.reported).toEqual([]);
});

const people = () => scene.bot.telegram.people;
const command = (text: string) => text.replace(/^\/\w+/, name => `${name}@tro_ly_khoi_bot`);
const calls = (method: string) => scene.bot.telegram.calls.filter(call => call.method === method);

describe('in the group', () => {
  test('a question is put to one member, whose answer is a reply; what others say is not taken for it', async () => {
    const { group, user, cameOf } = scene;
    const [ha, tuan] = [user('ha'), user('tuan')];
    const [asked] = await cameOf(group, () => people().says(group, ha, command('/nop_bao_cao tháng')));
    expect(asked?.shown.wire).toMatchObject({ reply_to_message: { from: { id: ha } } });
    const prompt = calls('sendMessage').at(-1)?.payload;
    expect(prompt?.reply_markup ?? {}).not.toMatchObject({ force_reply: true, selective: false });
    const answer = { replyTo: asked?.shown.wire.message_id ?? 0 };
    const foreign = await cameOf(group, () => people().says(group, tuan, '15/BC-KT ngày 8/6/2026', answer));
    expect(foreign.map(one => one.text).join()).not.toContain('Sẽ ghi nhận');
    const [own] = await cameOf(group, () => people().says(group, ha, '15/BC-VHXH ngày 8/6/2026', answer));
    expect(own?.text).toContain('Sẽ ghi nhận');
    const confirm = own?.buttons.flat().find(one => one.label === 'Xác nhận');
    const [done] = await cameOf(group, () =>
      people().presses(group, ha, own?.shown ?? asked?.shown ?? missing(), confirm?.token ?? ''),
    );
    expect(done?.text).toContain('Biên nhận số');
  });

  test('a written answer is asked for by a reply that opens for that person alone', async () => {
    const { group, user, cameOf } = scene;
    await cameOf(group, () => people().says(group, user('mai'), command('/nop_bao_cao tháng')));
    const asked = scene.bot.telegram.calls.findLast(call => call.payload.chat_id === group)?.payload;
    const keyboard = asked?.reply_markup;
    expect(JSON.stringify(keyboard)).toMatch(/inline_keyboard|"force_reply":true,"selective":true/);
    await cameOf(group, () => people().says(group, user('mai'), command('/huy')));
  });

  test('an anonymous admin is told why nothing is done', async () => {
    const { group, user, cameOf } = scene;
    const [answer] = await cameOf(group, () =>
      people().says(group, user('lan'), command('/nop_bao_cao'), { anonymous: true }),
    );
    expect(answer?.text).toContain('ẩn danh');
  });

  test('an edited command is not carried out, and that is said; other edits are left alone', async () => {
    const { group, user, cameOf } = scene;
    const [before] = await cameOf(group, () => people().says(group, user('lan'), command('/han')));
    const own = people()
      .reads(group)
      .find(one => one.wire.from?.id === user('lan') && one.seq < (before?.shown.seq ?? 0));
    const edited =
      people()
        .reads(group)
        .findLast(one => one.wire.text === command('/han')) ?? own;
    const answer = await cameOf(group, () =>
      people().edits(group, edited?.wire.message_id ?? 0, command('/tien_do')),
    );
    expect(answer.map(one => one.text)).toEqual([
      expect.stringContaining('Tin nhắn đã sửa không được ghi nhận lại'),
    ]);
  });

  test('what belongs into private goes there, or a link leads there', async () => {
    const { group, user, cameOf, said } = scene;
    const lan = user('lan');
    const count = said(lan).length;
    const [moved] = await cameOf(group, () => people().says(group, lan, command('/cai_dat')));
    expect(moved?.text).toContain('cuộc trò chuyện riêng');
    expect(said(lan).length).toBeGreaterThan(count);
    // Who has stopped the bot cannot be written to.
    people().blocks(lan);
    await scene.bot.settled();
    const [linked] = await cameOf(group, () => people().says(group, lan, command('/cai_dat')));
    const entity = JSON.stringify(linked?.shown.wire.entities);
    expect(entity).toContain('https://t.me/tro_ly_khoi_bot?start=cai_dat');
    people().unblocks(lan);
    const [opened] = await cameOf(lan, () => people().says(lan, lan, '/start cai_dat'));
    expect(opened?.text).toContain('nhắc');
  });
});

describe('a group that changes', () => {
  const bindings = async () => {
    const rows = await scene.database.owner.db.execute(
      sql`select chat_id, bloc_id, topic from chat_binding where kind = 'group' and gone_at is null order by chat_id`,
    );
    return rows.map(row => ({ chat: Number(row.chat_id), bloc: row.bloc_id, topic: row.topic }));
  };

  test('into a supergroup keeps its bloc, whichever of the two is heard of first', async () => {
    const { user, cameOf } = scene;
    const lan = user('lan');
    for (const first of ['service message', 'refused send'] as const) {
      const old = people().group(`Nhóm ${first}`, [lan, user('ha')], 'group');
      await scene.bot.settled();
      await scene.database.owner.db.execute(
        sql`update chat_binding set bloc_id = 1 where chat_id = ${String(old)}`,
      );
      // The old chat answers nobody any more: what waits for it must find the new one.
      if (first === 'refused send') people().says(old, lan, command('/han'));
      const id = people().upgrades(old, lan);
      const answers = await cameOf(id, () => people().says(id, lan, command('/han')));
      expect(answers.at(-1)?.text).toContain('Báo cáo kết quả phong trào thi đua tháng');
      expect(await bindings()).toContainEqual({ chat: id, bloc: 1, topic: null });
      expect((await bindings()).map(one => one.chat)).not.toContain(old);
      people().kicks(id, lan);
      await scene.bot.settled();
    }
  });

  test('into a supergroup takes along an open question with its button, which names the old one', async () => {
    const { user, cameOf, said } = scene;
    const [lan, tuan] = [user('lan'), user('tuan')];
    const old = people().group('Nhóm có câu hỏi', [lan, tuan], 'group');
    await scene.bot.settled();
    await scene.database.owner.db.execute(
      sql`update chat_binding set bloc_id = 1 where chat_id = ${String(old)}`,
    );
    const [asked] = await cameOf(old, () =>
      people().says(old, tuan, command('/nop_bao_cao tháng 19/BC-KT ngày 8/6/2026')),
    );
    const confirm = asked?.buttons.flat().find(one => one.label === 'Xác nhận')?.token ?? '';
    const id = people().upgrades(old, lan);
    await scene.bot.settled();
    const [done] = await cameOf(id, () => people().presses(old, tuan, asked?.shown ?? missing(), confirm));
    expect(done?.text).toContain('Biên nhận số');
    expect(
      said(id)
        .map(one => one.text)
        .join(),
    ).not.toContain('đã cũ');
    people().kicks(id, lan);
    await scene.bot.settled();
  });

  test('into one with topics is spoken to in its topic, and in the general one where that is gone', async () => {
    const { user, cameOf, said } = scene;
    const lan = user('lan');
    const forum = people().group('Khối có chủ đề', [lan, user('ha')]);
    const topic = people().topic(forum, lan, 'Thi đua');
    await scene.bot.settled();
    const [, code = ''] =
      /(N\d+-\w{4}-\w{4})/.exec(
        (await cameOf(lan, () => people().says(lan, lan, '/gan_nhom'))).at(-1)?.text ?? '',
      ) ?? [];
    const [bound] = await cameOf(forum, () =>
      people().says(forum, lan, command(`/gan_nhom ${code}`), { topic }),
    );
    expect(bound?.text).toContain('Đã gắn nhóm này');
    expect(bound?.shown.wire.message_thread_id).toBe(topic);
    expect(await bindings()).toContainEqual({ chat: forum, bloc: 1, topic: String(topic) });
    const unasked = async () => {
      const before = said(forum).length;
      await scene.database.system.db.execute(sql`insert into outbox
        (platform, bot_id, chat_id, chat_kind, class, dedupe_key, bloc_id, body)
        values ('telegram', '123456789', ${String(forum)}, 'group', 'bulk', ${`topic:${before}`}, 1, '{"lines":[["nhắc"]]}')`);
      await scene.bot.engine.settle();
      return said(forum).at(-1)?.shown.wire;
    };
    expect(await unasked()).toMatchObject({ text: 'nhắc', message_thread_id: topic });
    people().deletesTopic(forum, topic);
    const general = await unasked();
    expect(general).toMatchObject({ text: 'nhắc' });
    expect(general?.message_thread_id).toBeUndefined();
    people().kicks(forum, lan);
    await scene.bot.settled();
  });

  test('by a link that carries the code is bound as soon as the bot is in', async () => {
    const { user, cameOf } = scene;
    const lan = user('lan');
    const answer = (await cameOf(lan, () => people().says(lan, lan, '/gan_nhom'))).at(-1);
    const link = /https:\/\/t\.me\/tro_ly_khoi_bot\?startgroup=(N\d+-\w{4}-\w{4})/.exec(
      JSON.stringify(answer?.shown.wire),
    );
    const group = people().group('Nhóm mới', [lan]);
    const messages = await cameOf(group, () =>
      people().says(group, lan, command(`/start ${link?.[1] ?? ''}`)),
    );
    expect(messages.map(one => one.text).join()).toContain('Đã gắn nhóm này');
    people().kicks(group, lan);
    await scene.bot.settled();
  });
});

function missing(): never {
  throw new Error('nothing shown');
}
