import {
  eventsToFetch,
  type FetchedFile,
  type Fetching,
  fetched,
  fetchedSecret,
  fetchLater,
  filesOfEvent,
} from '../../db/inbox-files.ts';
import type { Tx } from '../../db/tx.ts';
import { type ChatAdapter, type FileRef, FileTooLarge } from '../chat/port.ts';
import { safeFileName, safeMime } from '../core/file-name.ts';
import { unfitness } from '../core/unfit-file.ts';
import { adapterOf, type TurnDeps } from './deps.ts';
import { type Loop, startLoop } from './loop.ts';
import { type ReadFiles, type ReadingLimits, readFiles } from './read-files.ts';
import { readUploaded } from './uploaded.ts';

/** Decision 9. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;
const ATTEMPTS = 4;
/** Chats whose files are fetched at once; each keeps a connection to the database while it lasts. */
const LANES = 3;
const HELP_MS = 10_000;

export interface FetcherDeps extends TurnDeps {
  db: Tx;
  reading?: ReadingLimits;
  /** Called when an event became ready for its turn. */
  ready(): void;
}

/** Nothing is kept of what may bear a secrecy marking; on a machine less busy it may be read. */
class NotReadInTime extends Error {
  constructor(name: string) {
    super(`${name} could not be read in time`);
  }
}

/**
 * Downloads attachments and reads documents before the turn, so that nothing slow happens inside one. A slow one keeps nobody else
 * waiting: several are under way, and a chat's turns wait for its own events only, in their order.
 */
export function startFetcher(deps: FetcherDeps): Loop {
  const { log } = deps;
  const others: Loop[] = [];
  const wakeOthers = () => {
    for (const lane of others) lane.wake();
  };
  const round = () => fetchOne(deps, () => {});
  for (let n = 1; n < LANES; n++)
    others.push(startLoop({ name: `fetcher ${n + 1}`, everyMs: HELP_MS, log, round }));
  // Unasked only the first looks out for work often; where it finds some there may be more.
  const first = startLoop({
    name: 'fetcher',
    everyMs: 1_000,
    log,
    round: () => fetchOne(deps, wakeOthers),
  });
  return {
    wake: () => {
      first.wake();
      wakeOthers();
    },
    idle: async () => {
      await Promise.all([first, ...others].map(lane => lane.idle()));
    },
    stop: async () => {
      await Promise.all([first, ...others].map(lane => lane.stop()));
    },
  };
}

async function fetchOne(deps: FetcherDeps, found: () => void): Promise<boolean> {
  const tried: Fetching[] = [];
  try {
    if (!(await fetchNext(deps, tried, found))) return false;
  } catch (error) {
    const [event] = tried;
    if (!event) throw error;
    // In a transaction of its own, whatever went wrong: nobody else's file waits for ever for this one.
    await deps.db.transaction(tx => setBack(tx, deps, event, error));
  }
  deps.ready();
  return true;
}

function fetchNext(deps: FetcherDeps, tried: Fetching[], found: () => void): Promise<boolean> {
  return deps.db.transaction(async tx => {
    const [event] = await eventsToFetch(tx, 1);
    if (!event) return false;
    tried.push(event);
    found();
    if (readUploaded(event.raw)) {
      // The page has looked through them already.
      await keepRead(tx, event.id, await readFiles(await filesOfEvent(tx, event.id), deps.reading));
      return true;
    }
    const adapter = adapterOf(deps, event.platform, event.botId);
    const body = adapter?.parse(event.raw)?.body;
    const files = body?.kind === 'file' || body?.kind === 'photo' ? body.files : [];
    if (!adapter || files.some(file => (file.size ?? 0) > MAX_FILE_BYTES)) {
      await fetched(tx, event.id, [], 'too_large');
      return true;
    }
    const got = await download(adapter, files).catch((error: unknown) => {
      if (error instanceof FileTooLarge) return null;
      throw error;
    });
    const unfit = got === null ? 'too_large' : got.map(unfitness).find(why => why !== null);
    if (got === null || unfit) {
      await fetched(tx, event.id, [], unfit ?? null);
      return true;
    }
    const read = await readFiles(got, deps.reading);
    if (read.kind === 'read' && read.late !== null) throw new NotReadInTime(read.late);
    await keepRead(tx, event.id, read);
    return true;
  });
}

/** Of a document with a secrecy marking neither its bytes nor the message remain (decision 16). */
async function keepRead(tx: Tx, id: number, read: ReadFiles): Promise<void> {
  if (read.kind === 'read') await fetched(tx, id, read.files, null);
  else await fetchedSecret(tx, id);
}

async function setBack(tx: Tx, deps: FetcherDeps, event: Fetching, error: unknown): Promise<void> {
  deps.log.warn({ err: error, event: event.id }, 'file not fetched');
  if (event.attempts + 1 < ATTEMPTS) await fetchLater(tx, event.id);
  else await fetched(tx, event.id, [], error instanceof NotReadInTime ? 'not_read' : 'not_fetched');
}

const download = (adapter: ChatAdapter, files: FileRef[]): Promise<FetchedFile[]> =>
  Promise.all(
    files.map(async file => ({
      name: safeFileName(file.name),
      mime: safeMime(file.mime),
      bytes: await adapter.fetchFile(file, MAX_FILE_BYTES),
    })),
  );
