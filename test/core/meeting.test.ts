import { expect, test } from 'vitest';
import { thresholdNames, thresholds } from '../../src/core/ballot/threshold.ts';
import { type Meeting, meetingStanding, quorumOf } from '../../src/core/meeting.ts';

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
          ...{ unitId: String(n), unitName: '', answer: null },
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
  const units = [{ unitId: 'a', unitName: '', answer: 'yes' as const, attended: null }];
  expect(quorumOf({ units }, 'majority')).toMatchObject({ of: 1, present: 0, reached: false });
});

test('planned until its time, then over until somebody says who came', () => {
  expect(meetingStanding(meeting({}), new Date(start.getTime() - 1))).toBe('planned');
  expect(meetingStanding(meeting({}), start)).toBe('over');
  expect(meetingStanding(meeting({ heldAt: start }), start)).toBe('held');
  expect(meetingStanding(meeting({ cancelledAt: start }), start)).toBe('cancelled');
});
