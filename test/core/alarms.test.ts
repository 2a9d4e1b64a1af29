import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Alarm, alarmChanges, alarms, type WatchFacts } from '../../src/core/alarms.ts';
import { alarmCleared, alarmText } from '../../src/text/alarms.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 5, 8) + seconds * 1000);
const NOW = 100_000;
const well: WatchFacts = {
  startedAt: at(0),
  lastTick: at(NOW - 90),
  queues: { events: 120, messages: 300 },
  deadEvents: 0,
  givenUp: 0,
  waiting: { zalo: 3 },
  contacts: { zalo: at(NOW - 6 * 3600), telegram: null },
  freeBytes: 1024 ** 3,
  broken: [],
};
const found = (facts: Partial<WatchFacts>) => alarms({ ...well, ...facts }, at(NOW));

test('at the very limits nothing is wrong', () => {
  expect(found({})).toEqual([]);
  expect(found({ queues: { events: null, messages: null }, freeBytes: null, waiting: {} })).toEqual([]);
});

describe('one step beyond each limit is told, with its sentence', () => {
  test.each<[Partial<WatchFacts>, Alarm, RegExp]>([
    [{ queues: { events: 121, messages: 0 } }, { code: 'oldest_event', seconds: 121 }, /chờ xử lý 2 phút/],
    [{ queues: { events: 0, messages: 301 } }, { code: 'oldest_message', seconds: 301 }, /chờ gửi 5 phút/],
    [{ queues: 'slow' }, { code: 'database', how: 'slow' }, /quá chậm/],
    [{ queues: 'unreachable' }, { code: 'database', how: 'unreachable' }, /Không kết nối được/],
    [{ lastTick: at(NOW - 91) }, { code: 'tick_late', seconds: 91 }, /đã dừng 1 phút/],
    [{ lastTick: null }, { code: 'tick_late', seconds: NOW }, /đã dừng 27 giờ 46 phút/],
    [
      { broken: [{ invariant: 'one_lead', blocId: 7, rows: 2 }] },
      { code: 'invariant', invariant: 'one_lead', blocId: 7, rows: 2 },
      /khối 7 không nhất quán: hai đơn vị cùng là Trưởng khối/,
    ],
    [{ givenUp: 3 }, { code: 'given_up', count: 3 }, /3 tin đã gửi hai lần mà không rõ/],
    [{ deadEvents: 2 }, { code: 'dead_events', count: 2 }, /2 tin nhắn đến không xử lý được/],
    [
      { contacts: { zalo: at(NOW - 21_601) } },
      { code: 'platform_silent', platform: 'zalo', seconds: 21_601, waiting: 3 },
      /zalo không trả lời 6 giờ, còn 3 tin/,
    ],
    [
      { contacts: {} },
      { code: 'platform_silent', platform: 'zalo', seconds: NOW, waiting: 3 },
      /zalo không trả lời 27 giờ/,
    ],
    [{ freeBytes: 1024 ** 3 - 1 }, { code: 'disk_low', freeBytes: 1024 ** 3 - 1 }, /chỉ còn 1 GB/],
  ])('%j', (facts, alarm, sentence) => {
    expect(found(facts)).toEqual([alarm]);
    expect(alarmText(alarm)).toMatch(sentence);
    expect(alarmCleared(alarm)).toMatch(/^Đã hết: /);
  });
});

test('a platform to which nothing waits may be silent', () => {
  expect(found({ waiting: {}, contacts: { zalo: at(0) } })).toEqual([]);
});

test('what lasts is told once, what ends once; each event set aside is told', () => {
  const old = (seconds: number): Alarm => ({ code: 'oldest_event', seconds });
  const dead: Alarm = { code: 'dead_events', count: 1 };
  expect(alarmChanges([], [old(130), dead])).toEqual([
    { state: 'raised', alarm: old(130) },
    { state: 'raised', alarm: dead },
  ]);
  expect(alarmChanges([old(130), dead], [old(160), dead])).toEqual([{ state: 'raised', alarm: dead }]);
  expect(alarmChanges([old(160), dead], [])).toEqual([{ state: 'cleared', alarm: old(160) }]);
});

test('over any run of looks, raised and cleared take turns for each trouble', () => {
  const trouble = fc.constantFrom<Alarm>(
    { code: 'oldest_event', seconds: 200 },
    { code: 'disk_low', freeBytes: 1 },
    { code: 'platform_silent', platform: 'zalo', seconds: 30_000, waiting: 1 },
    { code: 'platform_silent', platform: 'telegram', seconds: 30_000, waiting: 1 },
  );
  const looks = fc.array(fc.uniqueArray(trouble, { selector: one => JSON.stringify(one) }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(looks, runs => {
      const told = new Map<string, boolean>();
      let before: Alarm[] = [];
      for (const after of runs) {
        for (const { state, alarm } of alarmChanges(before, after)) {
          const name = JSON.stringify(alarm);
          expect(told.get(name) ?? false).toBe(state === 'cleared');
          told.set(name, state === 'raised');
        }
        before = after;
        for (const [name, raised] of told)
          expect(after.some(one => JSON.stringify(one) === name)).toBe(raised);
      }
    }),
  );
});
