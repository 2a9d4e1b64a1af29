import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Chronicle, inhabitants, receiptsOf } from '../support/inhabitant.ts';
import { drawnSeed } from '../support/seed.ts';
import { seededRandom } from '../support/shuffle.ts';
import { fakeTelegram } from '../support/telegram/fake-telegram.ts';
import { type Fault, faults } from '../support/telegram/faults.ts';
import { telegramMessenger } from '../support/telegram/messenger.ts';
import { country } from './country.ts';
import { soakBot, type Usage } from './soak-bot.ts';

const MINUTES = Number(process.env.SOAK_MINUTES ?? '1');
const GROUPS = Number(process.env.SOAK_GROUPS ?? '200');
/** People who act at once, and the domain's minutes between their acts. */
const AT_ONCE = 16;
const STEP_MINUTES = 120;
/** From this hour on (UTC) nobody is up, until the next morning's. */
const NIGHT = 13;
const MORNING = 0.5;

const TROUBLES: Fault[] = [
  faults.gateway,
  faults.internal,
  faults.tooMany(1),
  faults.resetBefore,
  faults.resetAfter,
  { kind: 'slow', ms: 500 },
];

const afterStep = (now: Date): Date => {
  const next = new Date(now.getTime() + STEP_MINUTES * 60_000);
  if (next.getUTCHours() < NIGHT) return next;
  return new Date(new Date(next).setUTCHours(24, MORNING * 60, 0, 0));
};

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

test(
  `${MINUTES} minutes, ${GROUPS} groups: nothing lost, everybody answered, reminders once, memory flat`,
  async () => {
    const seed = drawnSeed();
    const random = seededRandom(seed);
    let now = new Date('2026-06-01T00:30:00Z');
    const began = now;
    const telegram = await fakeTelegram({ now: () => now });
    const { database, blocs, close } = await country(telegram, GROUPS, now);
    const bot = await soakBot({
      target: database.target,
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      at: now,
    });
    const messenger = telegramMessenger(telegram);
    const chronicle: Chronicle = { acts: 0, unanswered: [] };
    const world = inhabitants(messenger, chronicle, () => now, random);
    const usage: Usage[] = [];
    const counts = { troubles: 0, outages: 0, upgrades: 0 };

    const until = performance.now() + MINUTES * 60_000;
    while (performance.now() < until) {
      if (random() < 0.5) {
        counts.troubles += 1;
        const fault = TROUBLES[Math.floor(random() * TROUBLES.length)] ?? faults.internal;
        telegram.faults.add({ method: 'sendMessage', times: 1 + Math.floor(random() * 5), fault });
      }
      if (random() < 0.1) telegram.delivery.disturb({ dropConfirmations: 2 });
      if (random() < 0.03) {
        counts.outages += 1;
        await telegram.down();
        setTimeout(() => void telegram.up(), 1_500);
      }
      const bloc = blocs[Math.floor(random() * blocs.length)];
      if (bloc && random() < 0.05 && telegram.world.chats.get(bloc.group)?.wire.type === 'supergroup') {
        counts.upgrades += 1;
        bloc.group = telegram.people.upgrades(bloc.group, bloc.people[0] ?? 0);
      }
      const busy = new Set<number>();
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          const n = Math.floor(random() * blocs.length);
          const one = blocs[n];
          if (!one || busy.has(n)) return;
          busy.add(n);
          await world.act(one);
        }),
      );
      now = afterStep(now);
      usage.push(await bot.moveTo(now));
    }
    telegram.faults.clear();
    await telegram.delivery.delivered(60_000);
    now = new Date(now.getTime() + 60_000);
    usage.push(await bot.moveTo(now));

    const all = async (query: ReturnType<typeof sql>) => [...(await database.owner.db.execute(query))];
    const kept = await all(sql`select bloc_id, receipt_no, document_number from submission`);
    const keptMap = new Map(kept.map(row => [`${row.bloc_id}:${row.receipt_no}`, row.document_number]));
    const receipts = new Map(blocs.flatMap(bloc => receiptsOf(messenger, bloc)));
    const undone = await all(sql`select id, state, error from inbox where state <> 'done'`);
    const silent = await all(sql`select i.id, i.raw from inbox i
      where (i.raw->'update'->'message'->>'text' is not null or i.raw->'update'->'callback_query' is not null)
        and not exists (select from outbox o where o.dedupe_key like 'in:' || i.id || ':reply:%')`);
    const [said] = z
      .array(
        z.object({
          sent: z.number(),
          other: z.number(),
          unknown: z.number(),
          unknowns: z.number(),
          reminders: z.number(),
        }),
      )
      .parse(
        await all(sql`select count(*) filter (where state = 'sent')::int as sent,
          count(*) filter (where state not in ('sent', 'unknown'))::int as other,
          count(*) filter (where state = 'unknown')::int as unknown, coalesce(sum(unknowns), 0)::int as unknowns,
          count(*) filter (where dedupe_key like 'due:%')::int as reminders
          from outbox where not body ? 'pinned'`),
      );
    const [told] = await all(sql`select coalesce(sum((detail->>'messages')::int), 0)::int as n from audit
      where action = 'reminder.sent'`);
    const late = await all(sql`select kind, due_at from due where state = 'waiting'
      and due_at <= ${now.toISOString()}::timestamptz`);
    const shown = [...telegram.world.chats.values()]
      .flatMap(chat => chat.messages)
      .filter(one => one.wire.from?.id === telegram.world.bot.id);
    const quarter = Math.floor(usage.length / 4);
    const [early, last] = [usage.slice(quarter, 2 * quarter), usage.slice(-quarter)];
    const memory = {
      heap: [early, last].map(part => megabytes(median(part.map(one => one.heapUsed)))),
      rss: [early, last].map(part => megabytes(median(part.map(one => one.rss)))),
    };
    console.info(
      JSON.stringify({
        ...{ seed, minutes: MINUTES, groups: GROUPS, rounds: usage.length, acts: chronicle.acts },
        ...{ days: (now.getTime() - began.getTime()) / 86_400_000, receipts: receipts.size },
        ...{ said, shown: shown.length, ...counts, memory, unanswered: chronicle.unanswered.length },
      }),
    );
    await bot.stop();
    await telegram.close();
    await close();

    expect(receipts.size).toBeGreaterThan(0);
    expect(keptMap).toEqual(receipts);
    expect(chronicle.unanswered).toEqual([]);
    expect([undone, silent]).toEqual([[], []]);
    expect(said?.reminders).toBe(told?.n);
    expect(late).toEqual([]);
    expect(said?.other).toBe(0);
    // Twice in a row nobody knew whether it had arrived: then it is left at that.
    expect(said?.unknown).toBeLessThanOrEqual(Math.ceil((said?.sent ?? 0) / 200));
    expect(shown.length).toBeGreaterThanOrEqual(said?.sent ?? 0);
    expect(shown.length).toBeLessThanOrEqual((said?.sent ?? 0) + (said?.unknowns ?? 0));
    expect(telegram.problems()).toEqual([]);
    expect((memory.heap[1] ?? 0) - (memory.heap[0] ?? 0)).toBeLessThanOrEqual(10);
  },
  (MINUTES + 15) * 60_000,
);
