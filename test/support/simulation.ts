import { addDays, at, dayOf, timeOfDay } from '../../src/core/day.ts';
import type { Inline } from '../../src/core/message.ts';
import { defaultReminderPolicy } from '../../src/core/reminder-policy.ts';
import { nextMorning } from './bad-days.ts';
import type { TestDatabase } from './database.ts';
import { type LivingBloc, livingBloc } from './living-bloc.ts';
import { type ReminderOracle, reminderOracle } from './reminder-oracle.ts';
import { seededRandom } from './shuffle.ts';
import { type SentAt, twoEngines } from './two-engines.ts';

const boldOf = (inline: Inline) => (typeof inline === 'object' && 'bold' in inline ? [inline.bold] : []);

/** What a message is, in the oracle's words. */
function named({ address, message }: SentAt): string {
  const [head] = message.lines.map(line => line.flatMap(boldOf)[0] ?? '');
  const { chatId } = address;
  const titles = message.lines.slice(1).flatMap(line => line.flatMap(boldOf));
  if (message.file) return `export ${chatId}`;
  if (head === '[Hệ thống vẫn chạy]') return `alive ${chatId}`;
  if (head === '[Xác nhận ngày nghỉ]') return `holiday ${chatId}`;
  const text = JSON.stringify(message.lines[0]);
  if (text.includes('Kính gửi các đơn vị')) return `group ${chatId}`;
  return text.includes('Kính gửi') ? `unit ${chatId} ${titles.sort().join('|')}` : `lead ${chatId}`;
}

export interface Simulated {
  days: number;
  deadlines: number;
  blocs: number;
  seed: number;
}

/** Blocs that live for a while under two engines, beside what a clerk with pencil and paper would have sent. */
export async function simulate(
  database: TestDatabase,
  start: Date,
  { days, deadlines, blocs, seed }: Simulated,
) {
  const random = seededRandom(seed);
  const upTo = (n: number) => Math.floor(random() * n);
  const end = new Date(start.getTime() + (days + 1) * 86_400_000);
  const engines = await twoEngines(database, start);
  const living: { bloc: LivingBloc; oracle: ReminderOracle; handedOver: Set<string> }[] = [];
  for (let n = 0; n < blocs; n++) {
    const dues = Array.from({ length: deadlines }, () => 1 + upTo(days + 10));
    // One is never handed in: there is always something to sum up.
    const bloc = await livingBloc(database, `Khối ${n + 1}`, [...dues, days + 20], start);
    living.push({ bloc, oracle: reminderOracle(bloc, start, end), handedOver: new Set() });
  }
  const expected: string[] = [];
  const pick = <T>(items: readonly T[]): T | undefined => items[upTo(items.length)];

  /** Something happens in one of the blocs. */
  const happen = async (given?: number) => {
    const one = pick(living);
    if (!one) return;
    const { bloc, oracle, handedOver } = one;
    const now = engines.now();
    const soon = oracle.open().filter(duty => duty.dueOn && duty.dueOn <= addDays(dayOf(now), 12));
    const duty = pick(soon);
    const what = given ?? upTo(10);
    if (duty && what < 6) {
      await bloc.submit(duty, now);
      oracle.submitted(duty);
    } else if (duty && what < 8) {
      const when = nextMorning(now, defaultReminderPolicy);
      await bloc.nudge(duty.deadlineId, when);
      oracle.nudged(duty.deadlineId, when);
    } else if (what === 8) {
      await bloc.exportYear(bloc.people[0]?.personId ?? '', now);
      oracle.exported(now);
    } else {
      const gone = pick(bloc.people.filter(person => person.role === 'contact'));
      const instead = pick(
        bloc.people.filter(p => p.unitId === gone?.unitId && p.personId !== gone?.personId),
      );
      // Once per unit: whom hand-overs lead to that lead on is another test's business.
      if (!gone || !instead || handedOver.has(gone.unitId)) return;
      handedOver.add(gone.unitId);
      await bloc.away(gone.personId, instead.personId, now, 5);
      oracle.away(gone.personId, instead.personId, dayOf(now), 5);
    }
  };

  return {
    engines,
    random,
    upTo,
    happen,
    expected,
    sent: () => engines.sent.map(one => `${one.at.toISOString()} ${one.blocId} ${named(one)}`).sort(),
    /** Rows of the outbox that went out more than once: never, since no send here ends unknown. */
    sentTwice: () => {
      const keys = engines.sent.map(one => one.dedupeKey);
      return keys.filter((key, n) => keys.indexOf(key) !== n);
    },
    /** Both engines look; the oracle says what must have come of it. */
    look: async (how: 'tick' | 'restart' = 'tick') => {
      if (how === 'restart') {
        await engines.restart(upTo(2) === 0 ? 0 : 1);
      }
      await engines.tick();
      const now = engines.now();
      for (const { bloc, oracle } of living)
        expected.push(...oracle.saidAt(now).map(said => `${now.toISOString()} ${bloc.blocId} ${said}`));
    },
  };
}
export type Simulation = Awaited<ReturnType<typeof simulate>>;

/** The hours of a day at which the engines look, on either side of mornings and quiet hours. */
const HOURS = ['06:00', '08:00', '08:01', '10:00', '14:00', '17:00', '20:30'].map(timeOfDay);
export const dayHours = (start: Date, n: number) => HOURS.map(hour => at(addDays(dayOf(start), n), hour));
