import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../../src/core/day.ts';
import { type Change, effectOf, ownDueOn } from '../../src/core/deadline-change.ts';
import { dutyLateness } from '../../src/core/progress.ts';
import { around, calendar, reportFor } from '../support/deadlines.ts';

const policy = around.policy;
const names = (duties: readonly { obligationId: string }[]) => duties.map(duty => duty.obligationId);

describe('a move', () => {
  const deadline = reportFor(['u1', 'u2', 'u3'], '2026-06-12', {}, { u1: '2026-06-10T02:00:00Z' });

  test('forward shows who is concerned and which reminders move', () => {
    const effect = effectOf(deadline, { kind: 'move', dueOn: day('2026-06-19') }, around);
    expect(names(effect.affected)).toEqual(['d1-u1', 'd1-u2', 'd1-u3']);
    expect(effect.rejudged).toEqual([]);
    expect(effect.reminders.before).toEqual(['2026-06-09', '2026-06-11', '2026-06-12']);
    expect(effect.reminders.after).toEqual(['2026-06-10', '2026-06-16', '2026-06-18', '2026-06-19']);
  });

  test('back makes late what came after the new day, by how many days', () => {
    const effect = effectOf(deadline, { kind: 'move', dueOn: day('2026-06-08') }, around);
    expect(effect.rejudged).toMatchObject([{ duty: { obligationId: 'd1-u1' }, before: 0, after: 2 }]);
  });

  test('does not take from an extension that is longer', () => {
    const extensions = new Map([['d1-u2', day('2026-06-26')]]);
    const extended = reportFor(['u1', 'u2'], '2026-06-12', { extensions });
    const effect = effectOf(extended, { kind: 'move', dueOn: day('2026-06-19') }, around);
    expect(names(effect.affected)).toEqual(['d1-u1']);
    expect(names(effect.kept)).toEqual(['d1-u2']);
  });

  test('back again lets an extension hold that had been overtaken', () => {
    const extensions = new Map([['d1-u2', day('2026-06-16')]]);
    const overtaken = reportFor(['u1', 'u2'], '2026-06-19', { extensions }, { u2: '2026-06-16T02:00:00Z' });
    const effect = effectOf(overtaken, { kind: 'move', dueOn: day('2026-06-12') }, around);
    expect(names(effect.affected)).toEqual(['d1-u1', 'd1-u2']);
    expect(effect.rejudged).toEqual([]);
  });
});

test('a cancelling concerns all and ends their reminders', () => {
  const deadline = reportFor(['u1', 'u2'], '2026-06-12');
  const effect = effectOf(deadline, { kind: 'cancel' }, around);
  expect(names(effect.affected)).toEqual(['d1-u1', 'd1-u2']);
  expect(effect.reminders.after).toEqual([]);
});

const dayArb = fc.integer({ min: -40, max: 60 }).map(count => addDays(day('2026-06-08'), count));
const sentArb = fc
  .integer({ min: -60 * 24, max: 60 * 24 })
  .map(hours => new Date(around.now.getTime() + hours * 3_600_000).toISOString());

test('an extension never lowers what a unit has, whenever it is granted and whatever stood before', () => {
  fc.assert(
    fc.property(dayArb, dayArb, fc.option(dayArb), sentArb, (dueOn, until, standing, sent) => {
      const extensions = new Map(standing ? [['d1-u1', standing]] : []);
      const deadline = reportFor(['u1', 'u2'], dueOn, { extensions }, { u1: sent, u2: sent });
      const change: Change = { kind: 'extend', obligationIds: ['d1-u1'], dueOn: until };
      const effect = effectOf(deadline, change, around);
      for (const { before, after, duty } of effect.rejudged) {
        expect(after).toBeLessThan(before);
        expect(duty.obligationId).toBe('d1-u1');
      }
      expect(names(effect.affected).filter(id => id !== 'd1-u1')).toEqual([]);
    }),
  );
});

test('what is shown before a move is what holds after it', () => {
  const optional = fc.option(dayArb);
  fc.assert(
    fc.property(optional, optional, optional, sentArb, (from, to, extension, sent) => {
      const extensions = new Map<string, Day>(extension ? [['d1-u1', extension]] : []);
      const was = reportFor(['u1'], from, { extensions }, { u1: sent });
      const is = reportFor(['u1'], to, { extensions }, { u1: sent });
      const effect = effectOf(was, { kind: 'move', dueOn: to }, around);
      const late = (deadline: typeof was) => {
        const [duty] = deadline.duties;
        const judged = duty?.handedIn && dutyLateness(duty, duty.handedIn.sentAt, policy, calendar);
        return judged?.kind === 'late' ? judged.calendarDays : 0;
      };
      const [shown] = effect.rejudged;
      expect(shown ? shown.after : late(was)).toBe(late(is));
      expect(effect.affected.length).toBe(was.duties[0]?.dueOn === is.duties[0]?.dueOn ? 0 : 1);
    }),
  );
});

test('an undated duty has no day, whatever extension it once had', () => {
  expect(ownDueOn(null, day('2026-06-20'))).toBeNull();
  expect(ownDueOn(day('2026-06-20'), day('2026-06-10'))).toBe('2026-06-20');
});
