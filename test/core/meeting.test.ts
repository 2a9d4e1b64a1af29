import { expect, test } from 'vitest';
import { thresholdNames, thresholds } from '../../src/core/ballot/threshold.ts';
import { ballotsOf, type Meeting, meetingStanding, quorumOf } from '../../src/core/meeting.ts';

const start = new Date('2026-06-20T07:00:00Z');
const meeting = (given: Partial<Meeting>): Meeting => ({
  ...{ id: 'a', number: 1, title: 'Họp', startsAt: start, place: null, agenda: null, heldAt: null },
  ...{ cancelledAt: null, units: [], decisions: [] },
  ...given,
});

test('the quorum is a share of all who were called, whoever came; exactly, for up to 15 units', () => {
  for (const threshold of thresholdNames)
    for (let of = 1; of <= 15; of += 1)
      for (let present = 0; present <= of; present += 1) {
        const units = Array.from({ length: of }, (_, n) => ({
          ...{ unitId: String(n), unitName: '', answer: null, reason: null },
          attended: n < present,
        }));
        const { num, den, strict } = thresholds[threshold];
        const [left, right] = [BigInt(present) * BigInt(den), BigInt(num) * BigInt(of)];
        const quorum = quorumOf({ units }, threshold);
        expect(quorum).toMatchObject({ of, present, reached: strict ? left > right : left >= right });
        expect(quorum.reached).toBe(present >= quorum.need);
      }
});

test('who was not counted yet was not there', () => {
  const units = [{ unitId: 'a', unitName: '', answer: 'yes' as const, reason: null, attended: null }];
  expect(quorumOf({ units }, 'majority')).toMatchObject({ of: 1, present: 0, reached: false });
});

test('planned until its time, then over until somebody says who came', () => {
  expect(meetingStanding(meeting({}), new Date(start.getTime() - 1))).toBe('planned');
  expect(meetingStanding(meeting({}), start)).toBe('over');
  expect(meetingStanding(meeting({ heldAt: start }), start)).toBe('held');
  expect(meetingStanding(meeting({ cancelledAt: start }), start)).toBe('cancelled');
});

test('a ballot is in the minutes of one meeting: papers of the one they were voted on, the chat’s of the one that hears it', () => {
  const held = (id: string, on: string, cancelled = false) =>
    meeting({ id, startsAt: new Date(`${on}T07:00:00Z`), cancelledAt: cancelled ? start : null });
  const meetings = [held('july', '2026-07-20'), held('june', '2026-06-20'), held('none', '2026-06-25', true)];
  const counts = { electors: 6, present: 6, issued: 6, returned: 6, valid: 6, invalid: 0, options: [] };
  const ballot = (no: number, mode: 'paper' | 'chat', on: string) => ({
    ...{ no, mode, counts, decision: null, closedAt: new Date(`${on}T01:00:00Z`) },
  });
  const ballots = [
    ballot(5, 'chat', '2026-08-01'),
    ballot(4, 'chat', '2026-06-22'),
    ballot(3, 'paper', '2026-06-22'),
    ballot(2, 'chat', '2026-06-20'),
    ballot(1, 'paper', '2026-06-01'),
    { ...ballot(6, 'paper', '2026-06-20'), counts: null },
    { ...ballot(7, 'paper', '2026-06-20'), closedAt: null },
  ];
  const of = (id: string) => ballotsOf({ id }, meetings, ballots).map(one => one.no);
  expect(of('june')).toEqual([1, 2, 3]);
  expect(of('july')).toEqual([4, 5]);
  expect(of('none')).toEqual([]);
});
