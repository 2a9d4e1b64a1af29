import { expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';
import { marks, twoBlocs } from '../support/two-blocs.ts';

/** Mrs Hà is a contact in one bloc and becomes the lead's clerk in the other. */
const { room } = await twoBlocs(await testDatabase(), 'Phạm Thị Thu Hà');
const { say, press } = leadChat(room);
const [alpha, beta] = marks;

test('a button speaks of the bloc that it was shown for, and what follows stays there', async () => {
  const code = /K2-[\w-]{9}/.exec(plain(await say('/moi thư ký', 'nguyet')))?.[0] ?? '';
  await say(code, 'ha');
  await say('/toi 1', 'ha');
  expect(plain(await say('/phan_anh', 'ha'))).toContain(alpha);
  await press(await say('/phan_anh Mẫu biểu chưa rõ', 'khanh'), 'Gửi: khó khăn', 'khanh');
  const told = (await room.messages('ha', 'ha')).at(-1);
  if (!told) throw new Error('nobody was told');
  expect(plain(told)).toContain(beta);

  const asked = plain(await press(told, 'Trả lời', 'ha'));
  expect(asked).toContain('Đang làm việc trong');
  expect(asked).not.toContain(alpha);
  await press(await say('Xem hướng dẫn kèm theo', 'ha'), 'Gửi', 'ha');
  expect(plain((await room.messages('khanh', 'khanh')).at(-1) ?? told)).toContain('Xem hướng dẫn kèm theo');
  expect(plain(await say('/phan_anh', 'ha'))).toContain(beta);
});
