import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  addDeadline,
  addExtensions,
  liveDeadlines,
  reviseDeadline,
  revokeExtensions,
} from '../../db/deadlines.ts';
import { seasonDeadlines } from '../../db/duties.ts';
import { makeOccurrences } from '../../db/occurrences.ts';
import { projectRoot } from '../../db/project-root.ts';
import { person } from '../../db/schema/people.ts';
import { recordSubmission } from '../../db/submissions.ts';
import { enterBloc, rows, type Tx } from '../../db/tx.ts';
import { addDays, type Day, day } from '../../src/core/day.ts';
import type { Due } from '../../src/core/deadline.ts';
import { effectOf } from '../../src/core/deadline-change.ts';
import { dutyLateness } from '../../src/core/progress.ts';
import { loadText } from '../../src/load/load-text.ts';
import { testDatabase } from '../support/database.ts';
import { around, calendar } from '../support/deadlines.ts';

const { app, system } = await testDatabase();
const { now, policy } = around;
const today = day('2026-06-08');
const text = await readFile(join(projectRoot(), 'examples', 'khoi-mau.json'), 'utf8');
const loaded = await loadText(text, { app: app.db, system: system.db, now, room: false });
const blocId = loaded.kind === 'done' && loaded.outcome.kind === 'loaded' ? loaded.outcome.blocId : 0;
const me = randomUUID();
await system.db.insert(person).values({ id: me, displayName: 'A', createdAt: now });

const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const by = (minutes: number) => ({ blocId, by: me, at: at(minutes) });
const dated = (dueOn: Day): Due => ({
  kind: 'dated',
  dueOn,
  dueBefore: null,
  precision: 'day',
  window: null,
});

/** A transaction in the bloc that leaves nothing behind. */
async function inBloc(task: (tx: Tx, seasonId: string, unitIds: string[]) => Promise<void>): Promise<void> {
  const over = new Error('over');
  await app.db
    .transaction(async tx => {
      await enterBloc(tx, blocId);
      const ids = z.object({ id: z.string() });
      const [season] = await rows(tx, ids, sql`select id from season`);
      const units = await rows(tx, ids, sql`select id from unit order by position`);
      await task(
        tx,
        season?.id ?? '',
        units.map(one => one.id),
      );
      throw over;
    })
    .catch(error => {
      if (error !== over) throw error;
    });
}

const reportOn = (dueOn: Day, owedBy: string[]) => ({
  kind: 'report' as const,
  title: 'Báo cáo thử',
  due: dated(dueOn),
  ruleText: '',
  recipient: null,
  recurrence: null,
  owedBy,
});

async function dutiesOf(tx: Tx, seasonId: string, deadlineId: string) {
  return (await seasonDeadlines(tx, seasonId)).duties.filter(duty => duty.deadlineId === deadlineId);
}

test('a new name sets no new day: only a moved day is younger than its making', () =>
  inBloc(async (tx, seasonId, units) => {
    const id = await addDeadline(tx, seasonId, reportOn(day('2026-06-20'), units.slice(0, 1)), by(0));
    const since = async () => (await dutiesOf(tx, seasonId, id))[0]?.since;
    await reviseDeadline(tx, id, { from: 1, after: 1 }, { title: 'Tên mới', reason: null }, by(1));
    expect(await since()).toEqual(at(0));
    await reviseDeadline(
      tx,
      id,
      { from: 2, after: 2 },
      { due: dated(day('2026-06-22')), reason: null },
      by(2),
    );
    expect(await since()).toEqual(at(2));
    await reviseDeadline(tx, id, { from: 3, after: 3 }, { title: 'Tên khác', reason: null }, by(3));
    expect(await since()).toEqual(at(2));
    // Back on the first day: it was set anew.
    await reviseDeadline(tx, id, { from: 2, after: 4 }, { reason: null }, by(4));
    expect(await since()).toEqual(at(4));
  }));

test('a move under an extension that holds sets no new day for that unit', () =>
  inBloc(async (tx, seasonId, units) => {
    const id = await addDeadline(tx, seasonId, reportOn(day('2026-06-20'), units.slice(0, 1)), by(0));
    const [duty] = await dutiesOf(tx, seasonId, id);
    const given = { obligationIds: [duty?.obligationId ?? ''], dueOn: '2026-06-30', reason: 'x' };
    await addExtensions(tx, given, by(1));
    await reviseDeadline(
      tx,
      id,
      { from: 1, after: 1 },
      { due: dated(day('2026-06-24')), reason: null },
      by(2),
    );
    const [after] = await dutiesOf(tx, seasonId, id);
    expect(after).toMatchObject({ dueOn: '2026-06-30', extended: true, since: at(1) });
  }));

type Act =
  | { kind: 'submit' | 'revoke'; unit: 0 | 1; days: number }
  | { kind: 'extend'; unit: 0 | 1; days: number }
  | { kind: 'move'; days: number };

const days = fc.integer({ min: -15, max: 30 });
const unit = fc.constantFrom(0 as const, 1 as const);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('submit' as const), unit, days }),
  fc.record({ kind: fc.constant('extend' as const), unit, days }),
  fc.record({ kind: fc.constant('revoke' as const), unit, days }),
  fc.record({ kind: fc.constant('move' as const), days }),
);

/** Histories by plain bookkeeping: what holds is worked out anew from all that happened. */
function replay(acts: readonly Act[], which: 0 | 1): { dueOn: Day; sentAt: Date | null } {
  let common = today;
  let extensions: Day[] = [];
  let sentAt: Date | null = null;
  for (const one of acts) {
    if (one.kind === 'move') common = addDays(today, one.days);
    else if (one.unit !== which) continue;
    else if (one.kind === 'extend') extensions.push(addDays(today, one.days));
    else if (one.kind === 'revoke') extensions = extensions.slice(0, -1);
    else sentAt = new Date(now.getTime() + one.days * 86_400_000);
  }
  const [dueOn = common] = [common, ...extensions].toSorted().reverse();
  return { dueOn, sentAt };
}

test('whatever is submitted, extended, revoked and moved: what is derived is what a replay gives, as the preview said', () =>
  fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), acts =>
      inBloc(async (tx, seasonId, units) => {
        const id = await addDeadline(tx, seasonId, reportOn(today, units.slice(0, 2)), by(0));
        const owed = (await dutiesOf(tx, seasonId, id)).map(duty => duty.obligationId);
        const granted: string[][] = [[], []];
        const versions = [0, 0];
        let no = 1;
        for (const [index, one] of acts.entries()) {
          const before = (
            await liveDeadlines(tx, seasonId, (await seasonDeadlines(tx, seasonId)).duties)
          ).find(live => live.deadlineId === id);
          if (!before) throw new Error('the deadline is gone');
          if (one.kind === 'move') {
            const dueOn = addDays(today, one.days);
            no = await reviseDeadline(
              tx,
              id,
              { from: no, after: no },
              { due: dated(dueOn), reason: null },
              by(index),
            );
            const shown = effectOf(before, { kind: 'move', dueOn }, around);
            await expectShown(tx, seasonId, id, shown);
            continue;
          }
          const obligationId = owed[one.unit] ?? '';
          const dueOn = addDays(today, one.days);
          if (one.kind === 'extend') {
            const given = { obligationIds: [obligationId], dueOn, reason: 'x' };
            granted[one.unit]?.push(...(await addExtensions(tx, given, by(index))));
            const change = { kind: 'extend' as const, obligationIds: [obligationId], dueOn };
            await expectShown(tx, seasonId, id, effectOf(before, change, around));
          } else if (one.kind === 'revoke') {
            const last = granted[one.unit]?.pop();
            if (last) await revokeExtensions(tx, [last], at(index));
          } else {
            const sentAt = new Date(now.getTime() + one.days * 86_400_000);
            const replaces = versions[one.unit] ?? 0;
            versions[one.unit] = replaces + 1;
            const what = { documentNumber: '1', documentDate: null, summary: null, files: [] };
            const place = { blocId, seasonId, obligationId, replaces, submittedBy: me };
            await recordSubmission(tx, { ...what, ...place, sentAt, receivedAt: sentAt });
          }
        }
        for (const duty of await dutiesOf(tx, seasonId, id)) {
          const { dueOn, sentAt } = replay(acts, owed.indexOf(duty.obligationId) === 0 ? 0 : 1);
          expect(duty.dueOn).toBe(dueOn);
          expect(duty.handedIn?.sentAt ?? null).toEqual(sentAt);
        }
      }),
    ),
    { numRuns: 25 },
  ));

/** What was foreseen of those who have handed in is what is derived now. */
async function expectShown(
  tx: Tx,
  seasonId: string,
  id: string,
  shown: ReturnType<typeof effectOf>,
): Promise<void> {
  for (const duty of await dutiesOf(tx, seasonId, id)) {
    const foreseen = shown.rejudged.find(one => one.duty.obligationId === duty.obligationId);
    if (!foreseen || !duty.handedIn) continue;
    const judged = dutyLateness(duty, duty.handedIn.sentAt, policy, calendar);
    expect(judged.kind === 'late' ? judged.calendarDays : 0).toBe(foreseen.after);
  }
}

test('of what comes back one occurrence is ahead at a time, each made once, and none beyond the year', () =>
  inBloc(async (tx, seasonId, units) => {
    const first = { kind: 'by_day' as const, day: day('2026-06-30') };
    const recurrence = { nth: 0, every: 'quarter' as const, first, ended: false };
    const given = { ...reportOn(first.day, units.slice(0, 2)), recurrence };
    await addDeadline(tx, seasonId, given, by(0));
    const dueDays = async () =>
      (await liveDeadlines(tx, seasonId, (await seasonDeadlines(tx, seasonId)).duties)).flatMap(one =>
        one.recurrence ? [[one.dueOn, one.duties.length]] : [],
      );
    const make = (on: string) => makeOccurrences(tx, { blocId, today: on, now });
    expect(await make('2026-06-30')).toBe(0);
    expect(await make('2026-07-01')).toBe(1);
    expect(await make('2026-07-01')).toBe(0);
    expect(await dueDays()).toEqual([
      ['2026-06-30', 2],
      ['2026-09-30', 2],
    ]);
    // Nobody was there in the autumn: what is past by then is passed over.
    expect(await make('2026-12-15')).toBe(1);
    expect((await dueDays()).at(-1)).toEqual(['2026-12-30', 2]);
    expect(await make('2027-01-15')).toBe(0);
  }));
