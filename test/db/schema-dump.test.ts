import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeSchema, describeWithin } from '../../db/catalogue/describe-schema.ts';
import { projectRoot } from '../../db/project-root.ts';
import { testDatabase } from '../support/database.ts';

const { owner } = await testDatabase();

test('migrations/schema.sql is what the migrations make (else: npm run schema:dump)', async () => {
  const committed = await readFile(join(projectRoot(), 'migrations', 'schema.sql'), 'utf8');
  expect(await describeSchema(owner.sql)).toBe(committed);
});

/** Each changes one thing; a description that stays the same would let it slip through. */
const changes = [
  'create table extra (n int)',
  'alter table bloc add column extra text',
  'alter table bloc alter column name drop not null',
  `alter table bloc alter column name set default 'x'`,
  'alter table bloc add constraint extra check (name <> label)',
  'create index extra on bloc (label)',
  'create unique index extra on bloc (label) where symbol is null',
  'alter table bloc no force row level security',
  'alter table bloc disable row level security',
  'drop policy own_bloc_only on bloc',
  'alter policy own_bloc_only on bloc using (true)',
  'create policy extra on bloc as restrictive for update to tlk_app using (true)',
  'grant delete on bloc to tlk_app',
  'grant update (name) on bloc to tlk_system',
  'grant create on schema public to tlk_app',
  'revoke usage on sequence bloc_bloc_id_seq from tlk_app',
  'alter default privileges grant select on tables to tlk_app',
  'alter table audit disable trigger audit_refuse',
  'drop trigger audit_refuse on audit',
  `create or replace function audit_refuse() returns trigger language plpgsql as 'begin return old; end'`,
  'alter function audit_chain() security invoker',
  'revoke execute on function audit_hash from public',
  `create type extra as enum ('a', 'b')`,
  'create sequence extra',
  'create schema extra',
  'create schema extra create table bloc (n int)',
];

test.each(changes)('the dump shows: %s', async change => {
  const before = await describeSchema(owner.sql);
  const after = await owner.sql
    .begin(async tx => {
      await tx.unsafe(change);
      throw Object.assign(new Error('rolled back'), { text: await describeWithin(tx) });
    })
    .catch((error: unknown) =>
      error instanceof Error && 'text' in error ? error.text : Promise.reject(error),
    );
  expect(after).not.toBe(before);
});

test.each([
  'create view extra as select 1',
  'create table extra (n int) partition by list (n)',
  'create domain extra as int',
  'create extension pg_trgm',
])('the dump refuses what it cannot describe: %s', async change => {
  const attempt = owner.sql.begin(async tx => {
    await tx.unsafe(change);
    return describeWithin(tx);
  });
  await expect(attempt).rejects.toThrow('cannot describe');
});
