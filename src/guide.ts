/** `npm run guide` renews the generated parts of docs/huong-dan.md; `npm run -s permissions` prints its table. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands } from '../commands/index.ts';
import { projectRoot } from '../db/project-root.ts';
import { permissionTable, withGeneratedParts } from './text/guide.ts';

if (process.argv[2] === 'permissions') console.log(permissionTable(commands));
else {
  const file = join(projectRoot(), 'docs', 'huong-dan.md');
  await writeFile(file, withGeneratedParts(await readFile(file, 'utf8'), commands));
}
