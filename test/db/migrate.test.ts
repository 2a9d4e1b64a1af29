import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeSchema } from '../../db/catalogue/describe-schema.ts';
import { connect } from '../../db/client.ts';
import { migrate } from '../../db/migrate.ts';
import { projectRoot } from '../../db/project-root.ts';
import { type DatabaseTarget, inDatabase } from '../../db/target.ts';
import { startChild } from '../support/child.ts';
import { emptyDatabase } from '../support/database.ts';
import { size } from '../support/size.ts';
import { ownFolder, startIn } from './embedded/folder.ts';

const migrations = join(projectRoot(), 'migrations');
const journalSchema = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })).min(1) });
const readJournal = async (folder: string) =>
  journalSchema.parse(JSON.parse(await readFile(join(folder, 'meta', '_journal.json'), 'utf8')));
const total = (await readJournal(migrations)).entries.length;

/** The project's migrations as an older release had them: without the last one. */
async function olderFolder(): Promise<string> {
  const folder = await ownFolder();
  await cp(migrations, folder, { recursive: true });
  const journal = await readJournal(folder);
  const older = { ...journal, entries: journal.entries.slice(0, -1) };
  await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify(older));
  return folder;
}

async function onServer(target: DatabaseTarget, query: string): Promise<void> {
  const { sql, end } = connect(target, { role: null, max: 1 });
  await sql.unsafe(query).finally(end);
}

async function dump(target: DatabaseTarget): Promise<string> {
  const connection = connect(target, { role: null, max: 1 });
  return describeSchema(connection.sql).finally(connection.end);
}

async function startTogether(target: DatabaseTarget, processes: number): Promise<(number | string)[]> {
  const children = Array.from({ length: processes }, () =>
    startChild('migrate-child', [JSON.stringify(target)]),
  );
  const said = await Promise.all(children.map(child => child.said));
  return said.map(({ code, applied }) => applied ?? code).sort();
}

const onceAmong = (applied: number, processes: number) => [...Array<number>(processes - 1).fill(0), applied];

test('processes that start at once on an empty, an older and a current database apply each migration once', async () => {
  // Of its own: roles are shared by all databases of a server.
  const server = (await startIn(await ownFolder())).target;
  const processes = size(3, 8);
  const rounds = size(1, 20);
  const older = await olderFolder();
  for (let round = 0; round < rounds; round++) {
    const empty = inDatabase(server, `empty_${round}`);
    const old = inDatabase(server, `older_${round}`);
    // The very first round is also a server that knows no role of ours.
    await onServer(server, `create database empty_${round}`);
    expect(await startTogether(empty, processes)).toEqual(onceAmong(total, processes));
    expect(await startTogether(empty, processes)).toEqual(onceAmong(0, processes));

    await onServer(server, `create database older_${round}`);
    expect(await migrate(old, { folder: older })).toBe(total - 1);
    expect(await startTogether(old, processes)).toEqual(onceAmong(1, processes));
    expect(await dump(old)).toBe(await dump(empty));
  }
});

test('a migration that fails leaves nothing of itself, and the next try goes on from there', async () => {
  const folder = await ownFolder();
  await cp(migrations, folder, { recursive: true });
  const last = join(folder, `${(await readJournal(folder)).entries.at(-1)?.tag}.sql`);
  const good = await readFile(last, 'utf8');
  await writeFile(last, `create table half (n int);--> statement-breakpoint\nselect no_such_function();`);
  const target = await emptyDatabase();
  await expect(migrate(target, { folder })).rejects.toThrow('no_such_function');
  await writeFile(last, good);
  expect(await migrate(target, { folder })).toBe(total);
  expect(await dump(target)).not.toContain('half');
});
