import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { addAbsence } from '../../db/absences.ts';
import { blocPeople } from '../../db/bloc-context.ts';
import { enteredBloc } from '../../db/blocs.ts';
import { loadHolidays } from '../../db/calendar.ts';
import { addDue } from '../../db/due.ts';
import { duties } from '../../db/duties.ts';
import { takeNudge } from '../../db/nudges.ts';
import { projectRoot } from '../../db/project-root.ts';
import { recordSubmission } from '../../db/submissions.ts';
import { enterBloc, rows, type Tx } from '../../db/tx.ts';
import { addDays, dayOf } from '../../src/core/day.ts';
import type { Duty } from '../../src/core/duty.ts';
import type { ExportItem } from '../../src/core/export-item.ts';
import { loadText } from '../../src/load/load-text.ts';
import { replan } from '../../src/scheduler/replan.ts';
import type { TestDatabase } from './database.ts';

export interface LivingBloc {
  blocId: number;
  duties: Duty[];
  people: Awaited<ReturnType<typeof blocPeople>>;
  /** Person id → the chat where he is told. */
  chats: ReadonlyMap<string, string>;
  group: string;
  submit(duty: Duty, now: Date): Promise<void>;
  nudge(deadlineId: string, at: Date): Promise<void>;
  exportYear(personId: string, now: Date): Promise<void>;
  away(personId: string, standInId: string, now: Date, days: number): Promise<void>;
}

/** The sample's units and people with deadlines of our own, loaded at `now`; `name` tells several apart. */
export async function livingBloc(
  { app, system }: TestDatabase,
  name: string,
  days: readonly number[],
  now: Date,
): Promise<LivingBloc> {
  await loadHolidays(system.db);
  const sample: unknown = JSON.parse(
    await readFile(join(projectRoot(), 'examples', 'khoi-mau.json'), 'utf8'),
  );
  const file = z.looseObject({ bloc: z.looseObject({}), room_group: z.looseObject({}) }).parse(sample);
  const kinds = ['units', 'both', 'units', 'bloc'];
  const deadlines = days.map((count, n) => ({
    ...{ title: `Báo cáo ${n + 1}`, kind: 'report', obliged: kinds[n % 4], due: { in_days: count } },
    ...{ recipient: 'Trưởng khối' },
  }));
  const own = { bloc: { ...file.bloc, name }, room_group: { ...file.room_group, title: name }, deadlines };
  const text = JSON.stringify({ ...file, ...own });
  const result = await loadText(text, { app: app.db, system: system.db, now, room: true });
  if (result.kind !== 'done' || result.outcome.kind !== 'loaded') throw new Error(JSON.stringify(result));
  const { blocId } = result.outcome;

  const within = <T>(task: (tx: Tx) => Promise<T>): Promise<T> =>
    app.db.transaction(async tx => {
      await enterBloc(tx, blocId);
      return task(tx);
    });
  const seasonId = (await within(tx => enteredBloc(tx, dayOf(now))))?.seasonId ?? '';
  const people = await within(tx => blocPeople(tx, dayOf(now)));
  const known = await rows(
    system.db,
    z.object({ chatId: z.string(), personId: z.string().nullable(), blocId: z.coerce.number().nullable() }),
    sql`select chat_id as "chatId", person_id as "personId", bloc_id as "blocId" from chat_binding`,
  );
  return {
    blocId,
    duties: await within(tx => duties(tx, seasonId)),
    people,
    chats: new Map(known.flatMap(one => (one.personId ? [[one.personId, one.chatId]] : []))),
    group: known.find(one => one.blocId === blocId)?.chatId ?? '',
    submit: (duty, at) =>
      within(async tx => {
        await recordSubmission(tx, {
          ...{ blocId, seasonId, obligationId: duty.obligationId, replaces: 0, files: [] },
          ...{ documentNumber: '1/BC', documentDate: null, summary: null, sentAt: at, receivedAt: at },
          submittedBy: people[0]?.personId ?? '',
        });
        await replan(tx, blocId, at);
      }),
    nudge: (deadlineId, at) =>
      within(async tx => {
        await takeNudge(tx, { blocId, deadlineId, day: dayOf(at), at, said: false }, 2);
      }),
    exportYear: (personId, at) =>
      within(async tx => {
        const chat = { platform: 'room', botId: 'room', chatId: 'lan', kind: 'private' } as const;
        const key = `export:${at.getTime()}`;
        const item: ExportItem = {
          kind: 'export',
          key,
          at,
          what: 'reports',
          seasonId,
          deadlineId: null,
          personId,
          chat,
        };
        await addDue(tx, blocId, item);
      }),
    away: (personId, standInId, at, days) =>
      within(async tx => {
        const [fromDay, toDay] = [dayOf(at), addDays(dayOf(at), days)];
        await addAbsence(tx, { blocId, personId, standInId, fromDay, toDay, createdAt: at });
      }),
  };
}
