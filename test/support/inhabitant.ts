import { setTimeout as wait } from 'node:timers/promises';
import { dayOf } from '../../src/core/day.ts';
import { formatDay } from '../../src/text/days.ts';

/** A messenger as people use it who just live with it; users and chats go by ids of its own. */
export interface Messenger<Id> {
  /** Before everything that is said from now on. */
  mark(): number;
  /** To the bot, in a group as one must there. */
  says(chat: Id, user: Id, text: string): unknown;
  /** Into a group, to the others in it. */
  chatters(chat: Id, user: Id, text: string): unknown;
  /** The bot's messages of a chat, oldest first. */
  said(chat: Id): Said<Id>[];
}

export interface Said<Id> {
  seq: number;
  text: string;
  choices: Choice<Id>[];
}

/** What can be chosen under a message. */
export interface Choice<Id> {
  label: string;
  take(user: Id): unknown;
}

/** A bloc as its people know it. */
export interface Neighbourhood<Id> {
  blocId: number;
  group: Id;
  /** Users who hand in for a unit, and everybody. */
  contacts: Id[];
  people: Id[];
}

/** What came of everything that people did. */
export interface Chronicle {
  acts: number;
  unanswered: string[];
}

/** The receipts that a bloc's people have before them, by bloc and number, with the document's number. */
export function receiptsOf<Id>(
  { said }: Messenger<Id>,
  { blocId, contacts }: Neighbourhood<Id>,
): [string, string][] {
  return contacts.flatMap(said).flatMap(({ text }) => {
    const [, number, document] = RECEIPT.exec(text) ?? [];
    return number && document ? [[`${blocId}:${number}`, document]] : [];
  });
}

const PATIENCE_MS = 120_000;
/** Nothing that is answered in several parts: answers are counted. */
const AMUSED = ['/toi', '/han', 'xin chào', '/tien_do', 'hạn', 'nộp báo coa', '/diem', '12', 'abc xyz'];
/** At its beginning: a report that is opened has its receipt further down. */
const RECEIPT = /^Biên nhận số (\d+)[\s\S]*\nVăn bản: (\S+\/BC-SOAK)/;
let documents = 0;

/** People who do this and that, and wait for the answer. */
export function inhabitants<Id>(
  { mark, says: tells, chatters, said }: Messenger<Id>,
  chronicle: Chronicle,
  now: () => Date,
  random: () => number,
) {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];

  /** The bot's next message in that chat; null where none comes. */
  async function answered(chat: Id, what: string, act: () => unknown): Promise<Said<Id> | null> {
    const before = mark();
    chronicle.acts += 1;
    await act();
    for (let left = PATIENCE_MS; left > 0; left -= 20) {
      const found = said(chat).find(one => one.seq > before && isAnswer(one.text));
      if (found) return found;
      await wait(20);
    }
    chronicle.unanswered.push(`${chat}: ${what}`);
    return null;
  }
  const says = (user: Id, text: string) => answered(user, text, () => tells(user, user, text));

  const choose = (user: Id, under: Said<Id> | null, label: string) => {
    const choice = pick(under?.choices.filter(one => one.label.startsWith(label)) ?? []);
    return choice ? answered(user, label, () => choice.take(user)) : null;
  };

  async function handIn(user: Id): Promise<void> {
    await choose(user, await says(user, '/nop_bao_cao'), 'Báo cáo');
    documents += 1;
    const review = await says(user, `${documents}/BC-SOAK ngày ${formatDay(dayOf(now()))}`);
    const receipt = await choose(user, review, 'Xác nhận');
    if (!receipt || !RECEIPT.test(receipt.text)) await says(user, '/huy');
  }

  return {
    /** Something that somebody of this bloc does. */
    async act({ group, contacts, people }: Omit<Neighbourhood<Id>, 'blocId'>): Promise<void> {
      const chance = random();
      const user = pick(people);
      const contact = pick(contacts);
      if (user === undefined || contact === undefined) return;
      if (chance < 0.45) await handIn(contact);
      else if (chance < 0.65) await says(user, pick(AMUSED) ?? '');
      else if (chance < 0.8) {
        const text = pick(['/han', '/tien_do', '/toi']) ?? '';
        await answered(group, text, () => tells(group, user, text));
      } else if (chance < 0.9) chatters(group, user, 'chuyện riêng của nhóm');
      else await choose(user, pick(said(user).filter(one => one.choices.length > 0)) ?? null, '');
    },
  };
}

/** Not what is said unasked. */
const isAnswer = (text: string) => !/^(\[|Đã nhận|Tuần|.* đã nộp\b)/.test(text);
