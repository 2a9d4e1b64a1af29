import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { BlocRoom } from '../../support/bloc-room.ts';
import { plain } from '../../support/room-client.ts';

/** What people do in the sample bloc, so that most tables have rows: a report with a file, one open, scores. */
export async function liveIn({ room }: BlocRoom): Promise<void> {
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 7 + (n >> 8)) % 256));
  const file = { name: 'bao-cao.pdf', bytes, mime: 'application/pdf' };
  const [asked] = await room.attach('mai', 'mai', [file], 'báo cáo tháng');
  if (asked?.options?.flat().some(one => one.label.startsWith('Xác nhận')))
    await room.press('mai', asked, 'Xác nhận');
  await room.say('ha', 'ha', '/nop_bao_cao tháng');
  for (const words of ['/cham_diem', '18', '11,5']) await room.say('tuan', 'tuan', words);
  await room.say('lan', 'lan', '/moi 3 thành viên');
  await room.clock({ by: 3 * 86_400 });
}

/** What a person reads, word for word. */
export const answer = async (
  { room }: Pick<BlocRoom, 'room'>,
  person: string,
  words: string,
): Promise<string> => (await room.say(person, person, words)).map(plain).join('\n');

/** The file's lines, without the header, which tells the server's version and the hour. */
export const dataOf = async (file: string): Promise<string> => {
  const text = gunzipSync(await readFile(file)).toString();
  return text.slice(text.indexOf('\n') + 1);
};
