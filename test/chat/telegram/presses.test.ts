import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPresses } from '../../../src/chat/telegram/presses.ts';
import { type Scene, telegramScene } from '../../support/telegram/scene.ts';

/** What others in the group need not read is shown to the presser in passing. */
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
const toasts = () =>
  scene.bot.telegram.calls.filter(one => one.method === 'answerCallbackQuery').map(one => one.payload.text);
const ask = async (id: string, text: string) => {
  const { group, user, cameOf } = scene;
  const [asked] = await cameOf(group, () =>
    people().says(
      group,
      user(id),
      text.replace(/^\/\w+/, name => `${name}@tro_ly_khoi_bot`),
    ),
  );
  if (!asked) throw new Error('nothing asked');
  return asked;
};
const press = (id: string, asked: Awaited<ReturnType<typeof ask>>, label: string) => {
  const { group, user, cameOf } = scene;
  const button = asked.buttons.flat().find(one => one.label === label);
  return cameOf(group, () => people().presses(group, user(id), asked.shown, button?.token ?? ''));
};

test('a button of somebody else’s question says so, to the presser alone, and the question stands', async () => {
  const asked = await ask('ha', '/nop_bao_cao tháng 15/BC-VHXH ngày 8/6/2026');
  expect(await press('tuan', asked, 'Xác nhận')).toEqual([]);
  expect(toasts().at(-1)).toContain('Câu hỏi này dành cho đồng chí khác');
  const [done] = await press('ha', asked, 'Xác nhận');
  expect(done?.text).toContain('Biên nhận số');
  expect(toasts().at(-1)).toBeUndefined();
  expect(await press('ha', asked, 'Xác nhận')).toEqual([]);
  expect(toasts().at(-1)).toContain('đã được thực hiện rồi');
});

test('what comes too late to be shown in passing is said as a message', async () => {
  const asked = await ask('tuan', '/nop_bao_cao tháng 16/BC-KT ngày 8/6/2026');
  scene.bot.telegram.faults.add({
    method: 'answerCallbackQuery',
    fault: {
      kind: 'answer',
      code: 400,
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    },
  });
  const [said] = await press('ha', asked, 'Xác nhận');
  expect(said?.text).toContain('Câu hỏi này dành cho đồng chí khác');
  await ask('tuan', '/huy');
});

test('a press is answered once: by its turn, or without a word when that takes long', async () => {
  const answered: [string, string?][] = [];
  let called = () => {};
  const next = () => new Promise<void>(resolve => (called = resolve));
  const presses = createPresses(async (id, words) => {
    answered.push(words === undefined ? [id] : [id, words]);
    called();
  }, 5);
  presses.arrived('told');
  expect(await presses.tell('told', 'Đã rõ')).toBe(true);
  const silent = next();
  presses.arrived('late');
  presses.arrived('told');
  await silent;
  expect(await presses.tell('late', 'Đã rõ')).toBe(false);
  const stopped = next();
  presses.arrived('left');
  presses.stop();
  await stopped;
  expect(answered).toEqual([['told', 'Đã rõ'], ['late'], ['left']]);
});

test('a question that only words answer opens its reply for whoever is asked, and says so', async () => {
  const { group, user, cameOf } = scene;
  const asked = await ask('mai', '/nop_bao_cao tháng');
  const call = scene.bot.telegram.calls.findLast(one => one.payload.text === asked.shown.wire.text);
  expect(call?.payload.reply_markup).toEqual({ force_reply: true, selective: true });
  expect(call?.payload.entities).toContainEqual(
    expect.objectContaining({ type: 'text_mention', user: expect.objectContaining({ id: user('mai') }) }),
  );
  expect(asked.text).toContain('trả lời (reply) tin nhắn này. Cũng trả lời được: “báo cáo khác”');
  const replyTo = asked.shown.wire.message_id;
  const [own] = await cameOf(group, () =>
    people().says(group, user('mai'), '17/BC-TYT ngày 8/6/2026', { replyTo }),
  );
  expect(own?.text).toContain('Sẽ ghi nhận');
  await cameOf(group, () => people().says(group, user('mai'), 'hủy', { replyTo }));
});

test('a question with choices says that it is answered by replying, too', async () => {
  const asked = await ask('mai', '/nop_bao_cao');
  expect(asked.buttons.length).toBeGreaterThan(0);
  expect(asked.text).toContain('Chọn nút, hoặc gõ câu trả lời bằng cách trả lời (reply) tin nhắn này');
  await ask('mai', '/huy');
});

test('who has taken note of an announcement in the group hears so in private; the group reads nothing of it', async () => {
  const { group, user, said, cameOf } = scene;
  const [lan, tuan] = [user('lan'), user('tuan')];
  const [shown] = await cameOf(lan, () =>
    people().says(lan, lan, '/thong_bao Họp giao ban lúc 14:00 ngày 20/6'),
  );
  const send = shown?.buttons.flat().find(one => one.label === 'Gửi thông báo')?.token ?? '';
  await cameOf(lan, () => people().presses(lan, lan, shown?.shown ?? missing(), send));
  const notice = said(group).at(-1) ?? missing();
  const before = said(tuan).length;
  expect(await press('tuan', notice, 'Đã nhận')).toEqual([]);
  expect(toasts().at(-1)).toContain('đã trả lời trong cuộc trò chuyện riêng');
  expect(
    said(tuan)
      .slice(before)
      .map(one => one.text)
      .join(),
  ).toContain('đã nhận Thông báo số 1');
});

function missing(): never {
  throw new Error('nothing shown');
}
