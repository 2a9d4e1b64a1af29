import { formatInstant } from '../../src/text/days.ts';
import type { ClockMove, StoryChat, StoryFile, StoryMessage } from '../support/story-chat.ts';

/** Plays a story over a messenger and keeps what a reader would see, chat by chat. */
export function createNarrator(chat: StoryChat, known: ReadonlyMap<string, string>) {
  const lines: string[] = [];
  const names = new Map(known);
  const name = (person: string) => names.get(person) ?? person;
  const indent = (text: string) => text.replaceAll(/^/gm, '    ');
  let told = 0;

  const heard = (messages: readonly StoryMessage[], where: string) => {
    for (const message of messages) lines.push(`  ${where}`, indent(message.text));
  };
  const where = (place: string, person: string) =>
    place === person ? `Trợ lý → ${name(person)}:` : 'Trợ lý → nhóm:';

  return {
    lines,
    /** Somebody who comes into the story later. */
    async meet(person: string): Promise<string> {
      const id = await chat.newPerson(person);
      names.set(id, person);
      return id;
    },
    chapter(title: string): void {
      lines.push('', `== ${title}`);
    },
    async say(place: string, person: string, text: string): Promise<StoryMessage[]> {
      lines.push(`${name(person)}${place === person ? '' : ' (trong nhóm)'}: ${text}`);
      const messages = await chat.say(place, person, text);
      heard(messages, where(place, person));
      return messages;
    },
    async press(person: string, messages: readonly StoryMessage[], label: string): Promise<StoryMessage[]> {
      // Something else may have come in meanwhile.
      const offers = (one: StoryMessage) => one.labels.some(offered => offered.startsWith(label));
      const under = messages.findLast(offers) ?? messages.at(-1);
      if (!under) throw new Error(`nothing to press ${label} under`);
      const offered = under.labels.find(one => one.startsWith(label)) ?? label;
      lines.push(`${name(person)} bấm [${offered}]`);
      const answer = await chat.press(person, under, label);
      heard(answer, where(under.chat, person));
      return answer;
    },
    async attach(person: string, file: string, text: string): Promise<StoryMessage[]> {
      return this.attachFile(person, {
        name: file,
        bytes: new TextEncoder().encode(text),
        mime: 'application/pdf',
      });
    },
    async attachFile(person: string, file: StoryFile): Promise<StoryMessage[]> {
      lines.push(`${name(person)} gửi tệp ${file.name}`);
      const messages = await chat.attach(person, [file]);
      heard(messages, where(person, person));
      return messages;
    },
    /** What came into a chat since the last mark, the reader's own words left out. */
    async look(place: string, person: string): Promise<StoryMessage[]> {
      const all = await chat.read(place, person, told);
      const messages = all.filter(one => one.from === null);
      heard(messages, where(place, person));
      return messages;
    },
    /** The newest message there that offers this, as its reader comes back to it. */
    async find(place: string, person: string, label: string): Promise<StoryMessage[]> {
      const all = await chat.read(place, person);
      const offering = all.filter(one => one.labels.some(offered => offered.startsWith(label))).slice(-1);
      heard(offering, where(place, person));
      return offering;
    },
    /** From here on, only what is new counts as new. */
    async mark(place: string, person: string): Promise<void> {
      told = Math.max(told, ...(await chat.read(place, person, told)).map(one => one.seq));
    },
    /** Whether nobody has heard anything since the mark; if somebody has, what. */
    async silence(places: readonly (readonly [place: string, person: string])[]): Promise<void> {
      const before = lines.length;
      for (const [place, person] of places) await this.look(place, person);
      if (lines.length === before) lines.push('  (không có tin nào)');
    },
    /** What nobody need read: others do likewise. */
    note(text: string): void {
      lines.push(`(${text})`);
    },
    async until(move: ClockMove): Promise<Date> {
      const now = await chat.clock(move);
      lines.push('', `-- ${formatInstant(now)}`);
      return now;
    },
  };
}
export type Narrator = ReturnType<typeof createNarrator>;
