import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { z } from 'zod';
import { projectRoot } from '../../db/project-root.ts';

export interface RoomProcess {
  url: string;
  dataDir: string;
  /** The bot's process: what SIGKILL is for. */
  child: ChildProcess;
  /** What the operator's `setup-code` printed, where it was asked for. */
  setupCode: string | null;
  /** Everything it logged so far. */
  log: string[];
  stop(): Promise<void>;
}

const readyLine = z.object({ msg: z.literal('ready'), url: z.string() });

/** Whether a line is the one by which the bot says that it serves. */
function readyUrl(line: string): string | null {
  try {
    return readyLine.safeParse(JSON.parse(line)).data?.url ?? null;
  } catch {
    return null;
  }
}

const run = promisify(execFile);

/** One of our programs, to its end. @throws with what it said where it fails */
export const program = ([script = '', ...args]: string[], env: NodeJS.ProcessEnv) =>
  run(process.execPath, [join(projectRoot(), script), ...args], { env });

/**
 * The real program, built, on a free port; a data directory of its own unless one is given; `file`
 * loads a bloc before, `setupCode` prints a code for one; either way the sample stays out.
 */
export async function startRoom(
  given: {
    dataDir?: string;
    clock?: string;
    port?: number;
    file?: string;
    setupCode?: boolean;
    env?: Record<string, string>;
  } = {},
): Promise<RoomProcess> {
  const { clock = '2026-06-08T00:55:00Z', port = 0, env = {} } = given;
  const dataDir = given.dataDir ?? (await mkdtemp(join(tmpdir(), 'tlk-room-')));
  const settings = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    CLOCK: clock,
    DATABASE_URL: '',
    ...env,
  };
  if (given.file) await program(['dist/src/cli.js', 'load', given.file], settings);
  const printed = given.setupCode ? (await program(['dist/src/cli.js', 'setup-code'], settings)).stdout : '';
  const child = spawn(process.execPath, [join(projectRoot(), 'dist/src/main.js')], {
    env: settings,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  createInterface({ input: child.stderr }).on('line', line => log.push(line));
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', line => {
      log.push(line);
      const found = readyUrl(line);
      if (found) resolve(found);
    });
    child.once('exit', code => reject(new Error(`the bot ended with ${code}:\n${log.join('\n')}`)));
  });
  return {
    url,
    dataDir,
    setupCode: /\bTL-\w{4}-\w{4}\b/.exec(printed)?.[0] ?? null,
    child,
    log,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      if (!given.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
