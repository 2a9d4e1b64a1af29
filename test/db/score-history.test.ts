import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enteredBloc } from '../../db/blocs.ts';
import { addDeadline, addExtensions, reviseDeadline, revokeExtensions } from '../../db/deadlines.ts';
import { duties } from '../../db/duties.ts';
import { decide } from '../../db/reports.ts';
import { recordSubmission } from '../../db/submissions.ts';
import { enterBloc, type Tx } from '../../db/tx.ts';
import { addDays, type Day, day, dayOf } from '../../src/core/day.ts';
import { scoredDuty } from '../../src/core/scored-duty.ts';
import { tally } from '../../src/core/tally.ts';
import type { ScoredDuty } from '../../src/core/tally-facts.ts';
import { testDatabase } from '../support/database.ts';
import { livingBloc } from '../support/living-bloc.ts';
import { factsFor } from '../support/score-facts.ts';
import { leaf, table } from '../support/score-sheets.ts';
import { drawnSeed } from '../support/seed.ts';
import { size } from '../support/size.ts';

/** What may happen to one report, `days` counted from the first due day. */
type Happening =
  | { kind: 'submit'; days: number }
  | { kind: 'send_back' | 'withdraw' | 'revoke' }
  | { kind: 'extend'; days: number }
  | { kind: 'move'; days: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('submit' as const), days: fc.integer({ min: -5, max: 20 }) }),
  fc.record({ kind: fc.constantFrom('send_back' as const, 'withdraw' as const, 'revoke' as const) }),
  fc.record({ kind: fc.constant('extend' as const), days: fc.integer({ min: 0, max: 15 }) }),
  fc.record({ kind: fc.constant('move' as const), days: fc.integer({ min: -5, max: 15 }) }),
);
const history = fc.array(happening, { maxLength: 7 });

const START = day('2026-06-15');
const BEGAN = new Date('2026-01-05T02:00:00Z');
/** Long after all of it, so that what is missing is missing. */
const AFTER = new Date('2026-12-30T00:00:00Z');
const noon = (on: Day) => new Date(`${on}T12:00:00+07:00`);

const bands = [
  { eq: '0', points: 500 },
  { ge: '1', le: '2', points: 400 },
  { ge: '3', le: '6', points: 150 },
  { ge: '7', points: 0 },
];
const of = { deadlines: ['d'] };
const made = table([
  {
    ...leaf('1', 5),
    rule: { id: 'late_days', version: 1, params: { of, days: 'working', several: 'worst', bands } },
  },
  { ...leaf('2', 5), rule: { id: 'missing_reports', version: 1, params: { of, each: 500 } } },
]);
const scoreOf = (duty: ScoredDuty) =>
  tally(made, factsFor(['a'], { duties: [{ ...duty, unitId: 'a', deadlineId: 'd' }] }), AFTER).units[0]
    ?.points;

/** The same history told anew, by the rules as they are written down and nothing of ours. */
function replayed(happenings: readonly Happening[]): ScoredDuty {
  let due = 0;
  let live: number[] = [];
  let sent: number | null = null;
  for (const one of happenings) {
    if (one.kind === 'move') due = one.days;
    if (one.kind === 'extend') live = [...live, one.days];
    if (one.kind === 'revoke') live = [];
    if (one.kind === 'submit') sent = one.days;
    if (one.kind === 'send_back' || one.kind === 'withdraw') sent = null;
  }
  const sentAt = sent === null ? null : noon(addDays(START, sent));
  const dueOn = addDays(START, Math.max(due, ...live));
  return {
    obligationId: 'o',
    deadlineId: 'd',
    kind: 'report',
    title: 'x',
    unitId: 'a',
    dueOn,
    sentAt,
    firstSentAt: sentAt,
  };
}

const database = await testDatabase();
const { blocId, people, duties: known } = await livingBloc(database, 'Khối lịch sử', [40], BEGAN);
const by = people[0]?.personId ?? '';
const unitId = known.flatMap(({ party }) => (party.kind === 'unit' ? [party.unitId] : []))[0] ?? '';

class Undo extends Error {}

/** The happenings as rows, one after another, and what the bot then knows of each report; nothing of it stays. */
async function recorded(histories: readonly Happening[][]): Promise<(ScoredDuty | null)[]> {
  let found: (ScoredDuty | null)[] = [];
  const task = database.app.db.transaction(async tx => {
    await enterBloc(tx, blocId);
    const seasonId = (await enteredBloc(tx, dayOf(BEGAN)))?.seasonId ?? '';
    const ids: string[] = [];
    for (const one of histories) ids.push(await record(tx, seasonId, one));
    const all = new Map((await duties(tx, seasonId)).map(duty => [duty.deadlineId, duty]));
    found = ids.map(id => {
      const duty = all.get(id);
      return duty ? scoredDuty(duty, duty.handedIn?.sentAt ?? null) : null;
    });
    throw new Undo();
  });
  await task.catch(error => {
    if (!(error instanceof Undo)) throw error;
  });
  return found;
}

async function record(tx: Tx, seasonId: string, happenings: readonly Happening[]): Promise<string> {
  const dated = (days: number) =>
    ({
      kind: 'dated',
      dueOn: addDays(START, days),
      dueBefore: null,
      precision: 'day',
      window: null,
    }) as const;
  const told = { ruleText: 'x', recipient: null, recurrence: null, owedBy: [unitId] };
  let at = BEGAN;
  const step = () => {
    at = new Date(at.getTime() + 60_000);
    return { blocId, by, at };
  };
  const id = await addDeadline(tx, seasonId, { kind: 'report', title: 'x', due: dated(0), ...told }, step());
  const obligationId = (await duties(tx, seasonId)).find(duty => duty.deadlineId === id)?.obligationId ?? '';
  let [revision, version, standing]: [number, number, 'none' | 'received' | 'sent_back'] = [1, 0, 'none'];
  let extensions: string[] = [];
  for (const one of happenings) {
    const made = step();
    switch (one.kind) {
      case 'move':
        revision = await reviseDeadline(
          tx,
          id,
          { from: revision, after: revision },
          { due: dated(one.days), reason: 'x' },
          made,
        );
        break;
      case 'extend':
        extensions = [
          ...extensions,
          ...(await addExtensions(
            tx,
            { obligationIds: [obligationId], dueOn: addDays(START, one.days), reason: 'x' },
            made,
          )),
        ];
        break;
      case 'revoke':
        if (extensions.length > 0) await revokeExtensions(tx, extensions, made.at);
        extensions = [];
        break;
      case 'submit': {
        const sentAt = noon(addDays(START, one.days));
        const paper = { documentNumber: '1/BC', documentDate: null, summary: null, files: [] };
        await recordSubmission(tx, {
          blocId,
          seasonId,
          obligationId,
          replaces: version,
          ...paper,
          sentAt,
          receivedAt: sentAt,
          submittedBy: by,
        });
        [version, standing] = [version + 1, 'received'];
        break;
      }
      case 'send_back':
      case 'withdraw':
        if (standing === 'received') {
          const kind = one.kind === 'withdraw' ? 'withdrawn' : 'sent_back';
          const who = { madeBy: by, madeAt: made.at };
          await decide(tx, { blocId, obligationId, version, standing, kind, reason: 'x', ...who });
          standing = 'sent_back';
        }
        break;
    }
  }
  return id;
}

test('points of late reports follow the facts: as recorded, so replayed', { timeout: 900_000 }, async () => {
  const total = size(120, 10_000);
  const seed = drawnSeed();
  const histories = fc.sample(history, { seed, numRuns: total });
  for (let from = 0; from < total; from += 60) {
    const some = histories.slice(from, from + 60);
    const found = await recorded(some);
    some.forEach((one, index) => {
      const duty = found[index];
      if (!duty) throw new Error('no duty');
      const context = `seed ${seed}: ${JSON.stringify(one)}`;
      expect([context, scoreOf(duty)]).toEqual([context, scoreOf(replayed(one))]);
    });
  }
});

test('an extension never lowers a score, whatever happened before it', () => {
  fc.assert(
    fc.property(history, fc.nat(40), (before, days) => {
      const after = [...before, { kind: 'extend', days } as const];
      expect(scoreOf(replayed(after))).toBeGreaterThanOrEqual(scoreOf(replayed(before)) ?? 0);
    }),
    { numRuns: size(1_000, 10_000) },
  );
});
