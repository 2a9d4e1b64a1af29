import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../db/project-root.ts';

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        optionalDependencies: z.record(z.string(), z.string()).default({}),
        extraneous: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(projectRoot(), 'package-lock.json'), 'utf8')));

/** From inside `path` outwards, as node finds it. */
function isLocked(path: string, name: string): boolean {
  if (lock.packages[`${path}${path && '/'}node_modules/${name}`]) return true;
  if (path === '') return false;
  const end = path.lastIndexOf('node_modules/');
  return isLocked(path.slice(0, Math.max(0, end - 1)), name);
}

/** npm leaves out what its registry did not have when it wrote the file, and then `npm ci` refuses it. */
test('package-lock.json holds every platform’s binaries, so that `npm ci` takes it everywhere', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies).filter(name => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});

test('package-lock.json holds nothing that belongs to no one', () => {
  expect(Object.entries(lock.packages).filter(([, { extraneous }]) => extraneous)).toEqual([]);
});
