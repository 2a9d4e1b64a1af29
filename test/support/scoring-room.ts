import { expect } from 'vitest';
import { plain, type RoomClient, type RoomMessage } from './room-client.ts';

/** People who score, verify and publish through the room; what came last is what a press is under. */
export function scoringRoom(room: RoomClient) {
  let last: readonly RoomMessage[] = [];
  const read = () => last.map(plain).join('\n');
  const at = {
    async say(person: string, ...texts: string[]): Promise<string> {
      for (const text of texts) last = await room.say(person, person, text);
      return read();
    },
    async attach(
      person: string,
      files: { name: string; bytes: Uint8Array; mime: string }[],
      text = '',
    ): Promise<string> {
      last = await room.attach(person, person, files, text);
      return read();
    },
    /** The button whose label begins so. */
    async press(person: string, label: string): Promise<string> {
      const fits = (one: { label: string }) => one.label.startsWith(label);
      const under = last.findLast(one => one.options?.flat().some(fits));
      const button = under?.options?.flat().find(fits);
      expect(button, `${label} under:\n${read()}`).toBeDefined();
      if (under && button) last = await room.press(person, under, button.label);
      return read();
    },
    /** Self scores of a whole sheet, sent. */
    async score(person: string, points: readonly string[]): Promise<string> {
      await at.say(person, '/cham_diem', ...points);
      return at.press(person, 'Gửi bản chấm');
    },
    /** All agreed to, and settled. */
    async agree(person: string, unit: string): Promise<string> {
      await at.say(person, `/tham_dinh ${unit}`);
      await at.press(person, 'Đồng ý ');
      return at.press(person, 'Kết luận');
    },
    /** What a person was told unasked since `seq`. */
    async told(person: string, seq: number): Promise<string> {
      const messages = await room.messages(person, person, seq);
      return messages
        .filter(one => one.from === null)
        .map(plain)
        .join('\n');
    },
    async mark(person: string): Promise<number> {
      return Math.max(0, ...(await room.messages(person, person)).map(one => one.seq));
    },
    files: () => last.flatMap(one => (one.file ? [one.file] : [])),
  };
  return at;
}
