import type { Broken } from './invariants.ts';

/** What an operator must hear of, judged from machine time (decision 11); sentences are in src/text/alarms.ts. */
export type Alarm =
  | { code: 'database'; how: 'unreachable' | 'slow' }
  | { code: 'oldest_event' | 'oldest_message' | 'tick_late'; seconds: number }
  /** Events set aside since the last look: told each time, and over with the telling. */
  | { code: 'dead_events'; count: number }
  /** Messages of the last day of which nobody knows whether they arrived, in chats where nothing was said since. */
  | { code: 'given_up'; count: number }
  | { code: 'platform_silent'; platform: string; seconds: number; waiting: number }
  | { code: 'disk_low'; freeBytes: number }
  /** As of the last night. */
  | ({ code: 'invariant' } & Broken);

export interface WatchFacts {
  startedAt: Date;
  lastTick: Date | null;
  /** Seconds that the oldest has waited, null where nothing does. */
  queues: { events: number | null; messages: number | null } | 'unreachable' | 'slow';
  /** Since the last look. */
  deadEvents: number;
  /** Messages sent twice without anybody knowing, and nothing in their chats since. */
  givenUp: number;
  /** Messages to be sent, by platform. */
  waiting: Readonly<Record<string, number>>;
  /** When each platform last answered. */
  contacts: Readonly<Record<string, Date | null>>;
  /** Of the disk that the embedded database is on; null where it is not ours. */
  freeBytes: number | null;
  /** What did not hold when it was last looked at. */
  broken: readonly Broken[];
}

/** Seconds. */
const EVENT_OLD = 120;
const MESSAGE_OLD = 300;
/** The tick comes every 30 s. */
const TICK_LATE = 90;
const SILENT = 6 * 3600;
/** Bytes. A night's backup or a few large reports must still fit. */
const DISK_LOW = 1024 ** 3;

const secondsBetween = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / 1000);

/** Everything that is wrong now. */
export function alarms(facts: WatchFacts, now: Date): Alarm[] {
  const { startedAt, lastTick, queues, deadEvents, givenUp, waiting, contacts, freeBytes, broken } = facts;
  const found: Alarm[] = [];
  if (typeof queues === 'string') found.push({ code: 'database', how: queues });
  else {
    const { events, messages } = queues;
    if (events !== null && events > EVENT_OLD)
      found.push({ code: 'oldest_event', seconds: Math.round(events) });
    if (messages !== null && messages > MESSAGE_OLD)
      found.push({ code: 'oldest_message', seconds: Math.round(messages) });
  }
  const tickAge = secondsBetween(lastTick ?? startedAt, now);
  if (tickAge > TICK_LATE) found.push({ code: 'tick_late', seconds: tickAge });
  if (deadEvents > 0) found.push({ code: 'dead_events', count: deadEvents });
  if (givenUp > 0) found.push({ code: 'given_up', count: givenUp });
  for (const [platform, count] of Object.entries(waiting)) {
    const seconds = secondsBetween(contacts[platform] ?? startedAt, now);
    if (count > 0 && seconds > SILENT)
      found.push({ code: 'platform_silent', platform, seconds, waiting: count });
  }
  if (freeBytes !== null && freeBytes < DISK_LOW) found.push({ code: 'disk_low', freeBytes });
  found.push(...broken.map(one => ({ code: 'invariant' as const, ...one })));
  return found;
}

/** The same trouble keeps its name, however long it lasts. */
function nameOf(alarm: Alarm): string {
  if (alarm.code === 'platform_silent') return `${alarm.code}:${alarm.platform}`;
  return alarm.code === 'invariant' ? `${alarm.code}:${alarm.invariant}:${alarm.blocId}` : alarm.code;
}

export interface AlarmChange {
  state: 'raised' | 'cleared';
  alarm: Alarm;
}

/** What is new and what is over since `before`. */
export function alarmChanges(before: readonly Alarm[], after: readonly Alarm[]): AlarmChange[] {
  const [was, is] = [new Set(before.map(nameOf)), new Set(after.map(nameOf))];
  const once = (alarm: Alarm) => alarm.code === 'dead_events';
  return [
    ...after
      .filter(alarm => once(alarm) || !was.has(nameOf(alarm)))
      .map(alarm => ({ state: 'raised' as const, alarm })),
    ...before
      .filter(alarm => !once(alarm) && !is.has(nameOf(alarm)))
      .map(alarm => ({ state: 'cleared' as const, alarm })),
  ];
}
