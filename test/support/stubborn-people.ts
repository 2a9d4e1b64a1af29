import { setTimeout as wait } from 'node:timers/promises';
import { plain, type RoomMessage, roomClient } from './room-client.ts';
import { seededRandom } from './shuffle.ts';

/** Where the bot can be reached just now; another address after each start. */
export interface World {
  url: string;
  /** False: everybody ends what they are at. */
  open: boolean;
  /** True: there is nobody to reach any more. */
  over: boolean;
  /** How many events the bot has taken from all. */
  taken: number;
}

export interface Deeds {
  /** Keys of the events that the bot has taken. */
  taken: string[];
  /** By number of receipt, the document handed in. */
  receipts: Map<number, string>;
  /** By number of criterion, the points that were last said to be written. */
  points: Map<string, string>;
}

const WROTE = /Đã ghi ([\d,]+) cho tiêu chí ([\d.]+)\./g;
const RECEIPT = /^Biên nhận số (\d+)(?:.*\n)+?Văn bản: (\S+)/m;
/** Reminders, and what others have done. */
const UNASKED = /^(\[|Đã nhận)/;
/** Kills included, an answer does not take as long. */
const PATIENCE_MS = 30_000;
const POINTS = ['0,5', '1', '1,5', '2', '2,25'];

/**
 * Somebody of the demo room who works at reports and scores, and says everything again, under the same
 * key, until the bot has taken it: as a messenger does.
 */
export function stubbornPerson(world: World, person: string, scores: boolean, seed: number) {
  const random = seededRandom(seed);
  const room = roomClient((path, init) => fetch(`${world.url}${path}`, init));
  const deeds: Deeds = { taken: [], receipts: new Map(), points: new Map() };
  let count = 0;
  let seen = 0;

  async function insist<T>(what: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await what();
      } catch (error) {
        // The bot is down or its database is; a 4xx would be a mistake of ours.
        if (world.over || /: 4\d\d /.test(String(error))) throw error;
        await wait(20);
      }
    }
  }

  /** What the bot has said since the last look; what it says of points and receipts is noted. */
  async function listen(): Promise<RoomMessage[]> {
    const news = await insist(() => room.messages(person, person, seen));
    seen = news.at(-1)?.seq ?? seen;
    const heard = news.filter(one => one.from === null);
    for (const text of heard.map(plain)) {
      for (const [, points = '', no = ''] of text.matchAll(WROTE)) deeds.points.set(no, points);
      const [, number, document = ''] = RECEIPT.exec(text) ?? [];
      if (number) deeds.receipts.set(Number(number), document);
    }
    return heard;
  }

  /** An event, until it is taken and answered. */
  async function step(event: Record<string, unknown>): Promise<RoomMessage[]> {
    const key = `${person}-${seed}-${count++}`;
    await insist(() => room.call('POST', `/chats/${person}/events`, { person, key, ...event }));
    deeds.taken.push(key);
    world.taken += 1;
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(10)) {
      const heard = await listen();
      if (heard.some(one => !UNASKED.test(plain(one)))) return heard;
    }
    throw new Error(`no answer to ${key}: ${JSON.stringify(event)}`);
  }

  /** The open question of a conversation, by the ids of its buttons. */
  function question(heard: RoomMessage[]) {
    for (const message of heard.toReversed()) {
      const buttons = (message.options ?? []).flat().filter(one => one.token.startsWith('d:'));
      const find = (wanted: RegExp) => buttons.find(one => wanted.test(one.token.split(':')[3] ?? ''));
      const press = (token: string) => step({ choose: token, message: message.id });
      if (buttons.length > 0) return { buttons, find, press };
    }
    return null;
  }

  async function handIn(): Promise<void> {
    let asked = question(await step({ text: '/nop_bao_cao' }));
    for (let n = 0; n < 10 && asked && world.open; n += 1) {
      const { find, press, buttons } = asked;
      const reports = buttons.filter(one => /^o_/.test(one.token.split(':')[3] ?? ''));
      const report = reports[Math.floor(random() * reports.length)];
      const next = find(/^ok_/) ?? find(/^done$/) ?? find(/^swap_/) ?? find(/^nodate_/) ?? report;
      const text = `${1000 + count}/BC-${person} ngày 5/6/2026`;
      asked = question(next ? await press(next.token) : await step({ text }));
    }
  }

  async function score(): Promise<void> {
    let asked = question(await step({ text: '/cham_diem' }));
    for (let n = 0; n < 16 && asked && world.open; n += 1) {
      const next = asked.find(/^send_/) ?? asked.find(/^go_on$/) ?? asked.find(/^keep_/);
      const points = POINTS[Math.floor(random() * POINTS.length)];
      asked = question(next ? await asked.press(next.token) : await step({ text: points }));
    }
  }

  async function live(): Promise<void> {
    while (world.open) {
      const mood = random();
      if (mood < 0.5) await handIn();
      else if (mood < 0.8 && scores) await score();
      else await step({ text: '/han' });
    }
  }
  return { live, listen, deeds };
}
