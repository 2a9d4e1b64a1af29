import { addDays } from 'date-fns';
import { addSetupCode } from '../../db/setup-code.ts';
import { newSecret } from '../../src/turn/pairing.ts';
import type { TestDatabase } from './database.ts';
import { plain, type RoomClient, type RoomMessage } from './room-client.ts';
import { codesIn as codesInTexts } from './story-codes.ts';

/** A code as the operator prints it. */
export async function setupCode({ system }: TestDatabase, now: Date, days = 7): Promise<string> {
  const code = `TL-${newSecret()}`;
  await addSetupCode(system.db, { code, createdAt: now, expiresAt: addDays(now, days) });
  return code;
}

export const six = `1. Văn phòng HĐND và UBND xã (Trưởng khối)
2. Phòng Văn hóa - Xã hội (Phó Trưởng khối)
3. Phòng Kinh tế
4. Trung tâm Phục vụ hành chính công
5. Trung tâm Dịch vụ sự nghiệp công
6. Ban Quản lý dự án đầu tư xây dựng`;

/** Sets a bloc up in `person`'s private chat; what came last is the confirmation. */
export async function makeBloc(
  room: RoomClient,
  person: string,
  code: string,
  name: string,
  units = six,
): Promise<RoomMessage> {
  let last: RoomMessage | undefined;
  for (const text of [
    `/thiet_lap ${code}`,
    name,
    'Hội đồng Thi đua - Khen thưởng xã Hà Bắc, thành phố Hải Phòng',
    units,
  ])
    last = (await room.say(person, person, text)).at(-1);
  if (!last) throw new Error('no answer');
  const [created] = await room.press(person, last, 'Tạo');
  if (!created) throw new Error(`not created: ${plain(last)}`);
  return created;
}

/** The codes in a message, by their first letter: `K` for persons, `N` for groups. */
export const codesIn = (messages: readonly RoomMessage[], kind: 'K' | 'N'): string[] =>
  codesInTexts(
    messages.map(one => ({ text: plain(one) })),
    kind,
  );
