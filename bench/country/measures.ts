import { pino } from 'pino';
import { commands } from '../../commands/index.ts';
import { blocSettingsSchema } from '../../db/bloc-context.ts';
import { enteredBloc } from '../../db/blocs.ts';
import { createCalendars, loadHolidays } from '../../db/calendar.ts';
import { connect } from '../../db/client.ts';
import { holdProcessLock } from '../../db/process-lock.ts';
import { loadScoring } from '../../db/scoring.ts';
import type { DatabaseTarget } from '../../db/target.ts';
import { enterBloc, type Tx } from '../../db/tx.ts';
import { systemClock } from '../../src/clock.ts';
import { dayOf } from '../../src/core/day.ts';
import { tallyAt } from '../../src/core/scoring-tally.ts';
import { startEngine } from '../../src/engine.ts';
import { exportScores } from '../../src/scheduler/export-scores.ts';
import { replan } from '../../src/scheduler/replan.ts';
import { tick } from '../../src/scheduler/tick.ts';
import { benchAdapter, rawEventOf } from '../whole-turn/adapter.ts';
import { FIRST_USER } from '../whole-turn/blocs.ts';
import { shape } from './blocs.ts';

/** Days after its making on which a generated bloc's third report is due. */
const DUE_IN = 10;
const DAY_MS = 86_400_000;
const quiet = pino({ level: 'warn' });

const hanFrom = (user: number, update: number) => ({
  update_id: update,
  message: {
    message_id: update,
    date: Math.floor(Date.now() / 1000),
    from: { id: user, first_name: 'Nguyễn Văn A' },
    chat: { id: user },
    text: '/han',
  },
});

/** What one bloc costs in a country of so many, each in milliseconds. */
export interface Country {
  /** Of the blocs that have something due. */
  dueBlocs: number;
  idleTick(): Promise<number>;
  /** Everything that came due for those blocs; milliseconds for each, rows settled. */
  dueTick(): Promise<{ perBloc: number; rows: number }>;
  /** From the database, and of that what is computed. */
  tally(bloc: number): Promise<{ whole: number; computed: number }>;
  han(bloc: number): Promise<number>;
  workbook(bloc: number): Promise<number>;
  close(): Promise<void>;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

export async function openCountry(target: DatabaseTarget, dueBlocs: number): Promise<Country> {
  const app = connect(target, { role: 'tlk_app', max: 4 });
  const system = connect(target, { role: 'tlk_system', max: 3 });
  await loadHolidays(system.db);
  const lock = await holdProcessLock(target);
  let heard = () => {};
  let messages = 0;
  const engine = startEngine({
    app: app.db,
    system: system.db,
    adapters: [
      {
        ...benchAdapter('http://127.0.0.1:1'),
        send: async () => {
          messages += 1;
          heard();
          return { kind: 'sent', messageId: String(messages) };
        },
      },
    ],
    commands,
    clock: systemClock,
    log: quiet,
    botName: 'Trợ lý Khối',
    owner: lock.owner,
    publicUrl: null,
    deepLinks: () => [],
    seen: { stored: () => {}, turned: () => {}, failed: () => {}, sent: () => {} },
    ticked: () => {},
  });
  const inBloc = <T>(bloc: number, work: (tx: Tx) => Promise<T>): Promise<T> =>
    app.db.transaction(async tx => {
      await enterBloc(tx, bloc);
      return work(tx);
    });
  const now = new Date();
  const calendars = createCalendars(system.db);
  const ticks = { db: app.db, log: quiet, queued: () => {}, pins: () => false };
  const tickAt = (at: Date) => tick({ ...ticks, clock: { now: () => at } });
  for (let bloc = 1; bloc <= dueBlocs; bloc += 1) await inBloc(bloc, tx => replan(tx, bloc, now));
  let update = 1;

  return {
    dueBlocs,
    idleTick: () => timed(() => tickAt(new Date(now.getTime() - DAY_MS))),
    dueTick: async () => {
      let rows = 0;
      const spent = await timed(async () => {
        rows = await tickAt(new Date(now.getTime() + DUE_IN * DAY_MS));
      });
      await system.sql`update due set state = 'waiting', done_at = null where state = 'done'`;
      return { perBloc: spent / dueBlocs, rows };
    },
    tally: async bloc => {
      let computed = 0;
      const whole = await timed(() =>
        inBloc(bloc, async tx => {
          const entered = await enteredBloc(tx, dayOf(now));
          if (!entered?.seasonId) throw new Error(`no season in bloc ${bloc}`);
          const scoring = await loadScoring(tx, {
            ...{ seasonId: entered.seasonId, today: dayOf(now), now },
            rules: blocSettingsSchema.parse(entered.settings).reminders,
            calendar: await calendars.of(tx, bloc),
          });
          const loaded = performance.now();
          if (!scoring || tallyAt(scoring, 'appeal').units.length !== shape.units)
            throw new Error(`bloc ${bloc} was not tallied`);
          computed = performance.now() - loaded;
        }),
      );
      return { whole, computed };
    },
    han: bloc =>
      timed(async () => {
        const user = FIRST_USER + (bloc - 1) * (shape.units + 1);
        const answered = new Promise<void>(resolve => {
          heard = resolve;
        });
        update += 1;
        await engine.intake.store([rawEventOf(hanFrom(user, update))]);
        await answered;
      }),
    workbook: bloc =>
      timed(() =>
        inBloc(bloc, async tx => {
          const seasonId = (await enteredBloc(tx, dayOf(now)))?.seasonId;
          if (!seasonId) throw new Error(`no season in bloc ${bloc}`);
          const chat = { platform: 'telegram', botId: 'bench', chatId: '1', kind: 'private' } as const;
          const item = { kind: 'export', key: 'k', at: now, seasonId, personId: '', chat } as const;
          const made = await exportScores(tx, bloc, { ...item, what: 'score_workbook' }, now);
          if (!('file' in made)) throw new Error(`bloc ${bloc} has no workbook`);
        }),
      ),
    close: async () => {
      await engine.stop();
      await lock.release();
      await Promise.all([app.end(), system.end()]);
    },
  };
}
