import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { projectRoot } from '../db/project-root.ts';
import { authorities } from '../src/core/bloc.ts';
import { permissionOf } from '../src/core/permissions.ts';
import { commandReference, permissionTable, withGeneratedParts } from '../src/text/guide.ts';

const guide = readFileSync(join(projectRoot(), 'docs', 'huong-dan.md'), 'utf8');

test('the guide’s table and reference are what the commands make (else: npm run guide)', () => {
  expect(guide).toBe(withGeneratedParts(guide, commands));
  expect(guide).toContain(permissionTable(commands));
  expect(guide).toContain(commandReference(commands));
});

test('the table has a cell for each command and authority, in words', () => {
  const rows = permissionTable(commands)
    .split('\n')
    .filter(line => line.startsWith('| `/'));
  expect(rows).toHaveLength(commands.length);
  for (const row of rows) expect(row.split(' | ')).toHaveLength(1 + authorities.length);
});

test('a guide without its markers is not written', () => {
  expect(() => withGeneratedParts(guide.replace('<!-- commands:end -->', ''), commands)).toThrow(
    'commands:begin',
  );
});

test('every command that the guide speaks of exists, and each is explained by hand too', () => {
  const names = commands.map(({ name }) => name);
  const byHand = withGeneratedParts(guide, []);
  const spoken = [...byHand.matchAll(/`\/([a-z_]+)/g)].map(([, name = '']) => name);
  expect(spoken.filter(name => !names.includes(name))).toEqual([]);
  const plain = ['huy', 'bat_dau'];
  expect(names.filter(name => !spoken.includes(name) && !plain.includes(name))).toEqual([]);
});

test('more authority never allows less, and a refusal is never an answer', () => {
  for (const command of commands)
    for (const place of ['private', 'group'] as const) {
      const allowed = authorities.map(authority =>
        ['here', 'in_private', 'write_privately'].includes(permissionOf(command, authority, place)),
      );
      expect(allowed).toEqual(allowed.toSorted());
      expect(allowed.at(-1)).toBe(true);
    }
});
