import { setTimeout as wait } from 'node:timers/promises';
import { dayOf } from '../../../src/core/day.ts';
import { formatDay } from '../../../src/text/days.ts';
import type { FakeTelegram } from './fake-telegram.ts';
import { readable } from './readable.ts';
import type { Shown } from './world.ts';

/** A bloc as its people know it. */
export interface Neighbourhood {
  blocId: number;
  group: number;
  /** Users who hand in for a unit, and everybody. */
  contacts: number[];
  people: number[];
}

/** What came of everything that people did. */
export interface Chronicle {
  acts: number;
  /** Receipts by bloc and number, with the document's number. */
  receipts: Map<string, string>;
  unanswered: string[];
}

const PATIENCE_MS = 120_000;
const AMUSED = [
  '/toi',
  '/han',
  'xin chào',
  '/tien_do',
  'hạn',
  '/tro_giup',
  'nộp báo coa',
  '/diem',
  '12',
  'abc xyz',
];
const RECEIPT = /Biên nhận số (\d+)/;
let documents = 0;

/** People who do this and that, and wait for the answer. */
export function inhabitants(
  telegram: FakeTelegram,
  chronicle: Chronicle,
  now: () => Date,
  random: () => number,
) {
  const { people, world } = telegram;
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];

  /** The bot's next message in that chat; null where none comes. */
  async function answered(chat: number, what: string, act: () => unknown): Promise<Shown | null> {
    const before = world.next('seq');
    chronicle.acts += 1;
    act();
    for (let left = PATIENCE_MS; left > 0; left -= 20) {
      const found = people
        .reads(chat)
        .find(
          one => one.seq > before && one.wire.from?.id === world.bot.id && isAnswer(readable(one.wire).text),
        );
      if (found) return found;
      await wait(20);
    }
    chronicle.unanswered.push(`${chat}: ${what}`);
    return null;
  }
  const says = (user: number, text: string) => answered(user, text, () => people.says(user, user, text));

  const press = (user: number, under: Shown | null, label: string) => {
    const buttons = under
      ? readable(under.wire)
          .buttons.flat()
          .filter(one => one.label.startsWith(label))
      : [];
    const button = pick(buttons);
    if (!under || !button) return null;
    return answered(user, label, () => people.presses(user, user, under, button.token));
  };

  async function handIn({ blocId, contacts }: Neighbourhood): Promise<void> {
    const user = pick(contacts) ?? 0;
    await press(user, await says(user, '/nop_bao_cao'), 'Báo cáo');
    documents += 1;
    const document = `${documents}/BC-SOAK`;
    const review = await says(user, `${document} ngày ${formatDay(dayOf(now()))}`);
    const receipt = await press(user, review, 'Xác nhận');
    const [, number] = RECEIPT.exec(receipt ? readable(receipt.wire).text : '') ?? [];
    if (number) chronicle.receipts.set(`${blocId}:${number}`, document);
    else await says(user, '/huy');
  }

  return {
    /** Something that somebody of this bloc does. */
    async act(bloc: Neighbourhood): Promise<void> {
      const chance = random();
      const user = pick(bloc.people) ?? 0;
      if (chance < 0.45) await handIn(bloc);
      else if (chance < 0.65) await says(user, pick(AMUSED) ?? '');
      else if (chance < 0.8) {
        const text = pick(['/han@tro_ly_khoi_bot', '/tien_do@tro_ly_khoi_bot', '/toi@tro_ly_khoi_bot']) ?? '';
        await answered(bloc.group, text, () => people.says(bloc.group, user, text));
      } else if (chance < 0.9) people.says(bloc.group, user, 'chuyện riêng của nhóm');
      else {
        const old = pick(people.reads(user).filter(one => readable(one.wire).buttons.length > 0));
        const token = old && readable(old.wire).buttons.flat()[0]?.token;
        if (old && token)
          await answered(user, `pressed ${token}`, () => people.presses(user, user, old, token));
      }
    },
  };
}

/** Not what is said unasked. */
const isAnswer = (text: string) => !/^(\[|Đã nhận|Tuần|.* đã nộp\b)/.test(text);
