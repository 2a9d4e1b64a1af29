import { statfs } from 'node:fs/promises';
import type { Tx } from '../db/tx.ts';
import { lookAtQueues } from '../db/watch.ts';
import { type Alarm, type AlarmChange, alarmChanges, alarms, type WatchFacts } from './core/alarms.ts';
import type { Broken } from './core/invariants.ts';
import type { Logger } from './log.ts';
import { alarmCleared, alarmText } from './text/alarms.ts';

/** As long as an address may take to answer; and notices kept for one that does not. */
const POST_MS = 5_000;
const KEPT = 100;

export interface WatchDeps {
  db: Tx;
  /** The machine's time. */
  now(): Date;
  startedAt: Date;
  lastTick(): Date | null;
  contacts(): Readonly<Record<string, Date | null>>;
  /** Where the embedded database is; null where the disk is not ours. */
  dataDir: string | null;
  /** What did not hold of live data when it was last looked at. */
  broken(): readonly Broken[];
  /** Where alarms are posted to, null: nowhere but the log. */
  alertUrl: string | null;
  log: Logger;
}

export interface Watch {
  /** One look: what changed since the last is logged and posted, once. */
  look(): Promise<void>;
  /** What is wrong as of the last look, as sentences. */
  open(): string[];
}

export function createWatch(deps: WatchDeps): Watch {
  const { now, log, alertUrl } = deps;
  let open: Alarm[] = [];
  let since: Date | null = null;
  let counted = new Set<number>();
  let unsent: object[] = [];

  const facts = async (): Promise<WatchFacts> => {
    const { startedAt, lastTick, contacts, dataDir } = deps;
    const rest = {
      startedAt,
      lastTick: lastTick(),
      contacts: contacts(),
      broken: deps.broken(),
      freeBytes: await freeBytes(dataDir),
    };
    try {
      const { at, events, messages, dead, waiting, givenUp } = await lookAtQueues(deps.db, since);
      const deadEvents = since === null ? 0 : dead.filter(id => !counted.has(id)).length;
      since = at;
      counted = new Set(dead);
      return { ...rest, queues: { events, messages }, deadEvents, givenUp, waiting };
    } catch {
      return { ...rest, queues: 'unreachable', deadEvents: 0, givenUp: 0, waiting: {} };
    }
  };

  const tell = ({ state, alarm }: AlarmChange) => {
    const { code, ...detail } = alarm;
    if (state === 'raised') log.error({ alarm: code, ...detail }, 'alarm raised');
    else log.info({ alarm: code }, 'alarm cleared');
    const text = state === 'raised' ? alarmText(alarm) : alarmCleared(alarm);
    if (alertUrl) unsent = [...unsent, { state, ...alarm, text, at: now().toISOString() }].slice(-KEPT);
  };

  /** In order; what cannot be posted now is tried again at the next look. */
  const post = async () => {
    try {
      for (; alertUrl && unsent[0]; unsent = unsent.slice(1)) await postTo(alertUrl, unsent[0]);
    } catch (error) {
      // Without the address, which may hold a token.
      log.warn(
        { why: error instanceof Error ? error.name : 'unknown', waiting: unsent.length },
        'alarm not posted',
      );
    }
  };

  return {
    look: async () => {
      const found = alarms(await facts(), now());
      const changes = alarmChanges(open, found);
      open = found;
      for (const change of changes) tell(change);
      await post();
    },
    open: () => open.map(alarmText),
  };
}

async function freeBytes(dataDir: string | null): Promise<number | null> {
  if (dataDir === null) return null;
  const disk = await statfs(dataDir).catch(() => null);
  return disk && disk.bavail * disk.bsize;
}

async function postTo(url: string, notice: object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(notice),
    redirect: 'error',
    signal: AbortSignal.timeout(POST_MS),
  });
  await response.body?.cancel();
  if (!response.ok) throw Object.assign(new Error('refused'), { name: `HTTP ${response.status}` });
}
