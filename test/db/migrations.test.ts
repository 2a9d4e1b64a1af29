import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../db/project-root.ts';

const folder = join(projectRoot(), 'migrations');
const journal = z
  .object({ entries: z.array(z.object({ idx: z.number(), when: z.number(), tag: z.string() })).min(1) })
  .parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')));

test('journal timestamps only grow: drizzle silently skips a migration that is older than the last applied', () => {
  const times = journal.entries.map(entry => entry.when);
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
});

test('the journal names each migration file once and in order', () => {
  const files = readdirSync(folder).filter(name => /^\d{4}_.*\.sql$/.test(name));
  expect(journal.entries.map(entry => `${entry.tag}.sql`)).toEqual(files.sort());
  expect(journal.entries.map(entry => entry.idx)).toEqual(journal.entries.map((_, i) => i));
});
