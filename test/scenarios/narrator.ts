import { formatInstant } from '../../src/text/days.ts';
import { plain, type RoomClient, type RoomMessage } from '../support/room-client.ts';

/** Plays a story through the room's interface and keeps what a reader would see, chat by chat. */
export function createNarrator(room: RoomClient, names: ReadonlyMap<string, string>) {
  const lines: string[] = [];
  const name = (person: string) => names.get(person) ?? person;
  const indent = (text: string) => text.replaceAll(/^/gm, '    ');
  let told = 0;

  const heard = (messages: readonly RoomMessage[], where: string) => {
    for (const message of messages) lines.push(`  ${where}`, indent(plain(message)));
  };
  const where = (chat: string, person: string) =>
    chat === person ? `Trợ lý → ${name(person)}:` : 'Trợ lý → nhóm:';

  return {
    lines,
    chapter(title: string): void {
      lines.push('', `== ${title}`);
    },
    async say(chat: string, person: string, text: string): Promise<RoomMessage[]> {
      lines.push(`${name(person)}${chat === person ? '' : ' (trong nhóm)'}: ${text}`);
      const messages = await room.say(chat, person, text);
      heard(messages, where(chat, person));
      return messages;
    },
    async press(person: string, messages: readonly RoomMessage[], label: string): Promise<RoomMessage[]> {
      const under = messages.at(-1);
      if (!under) throw new Error(`nothing to press ${label} under`);
      lines.push(`${name(person)} bấm [${label}]`);
      const answer = await room.press(person, under, label);
      heard(answer, where(under.chat, person));
      return answer;
    },
    async attach(person: string, file: string, text: string): Promise<RoomMessage[]> {
      lines.push(`${name(person)} gửi tệp ${file}`);
      const bytes = new TextEncoder().encode(text);
      const messages = await room.attach(person, person, [{ name: file, bytes, mime: 'application/pdf' }]);
      heard(messages, where(person, person));
      return messages;
    },
    /** What came into a chat since the last look, the reader's own words left out. */
    async look(chat: string, person: string): Promise<RoomMessage[]> {
      const messages = (await room.messages(chat, person, told)).filter(one => one.from === null);
      heard(messages, where(chat, person));
      return messages;
    },
    /** From here on, only what is new counts as new. */
    async mark(chat: string, person: string): Promise<void> {
      told = Math.max(told, ...(await room.messages(chat, person)).map(one => one.seq));
    },
    async until(move: Parameters<RoomClient['clock']>[0]): Promise<Date> {
      const now = await room.clock(move);
      lines.push('', `-- ${formatInstant(now)}`);
      return now;
    },
  };
}
export type Narrator = ReturnType<typeof createNarrator>;
