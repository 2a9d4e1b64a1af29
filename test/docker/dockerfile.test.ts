import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';
import { projectRoot } from '../../db/project-root.ts';
import { readConfig } from '../../src/config.ts';
import { settings } from '../../src/core/config-problem.ts';

const read = (name: string) => readFileSync(join(projectRoot(), name), 'utf8');
const dockerfile = read('Dockerfile');

test('the Dockerfile is well formed', () => {
  expect(validate(dockerfile).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
});

test('what it copies is there, and .dockerignore lets it through', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, names = '']) =>
    names.split(' '),
  );
  const allowed = [...read('.dockerignore').matchAll(/^!(.+)$/gm)].map(([, name = '']) => name);
  expect(copied).toContain('src');
  expect(copied.filter(name => !existsSync(join(projectRoot(), name)))).toEqual([]);
  expect(copied.filter(name => !allowed.some(one => name === one || name.startsWith(`${one}/`)))).toEqual([]);
});

test('the image runs as an ordinary user and listens beyond itself, without the demo room', () => {
  expect(dockerfile).toMatch(/^USER node$/m);
  const [, line = ''] = /^ENV (.+)$/m.exec(dockerfile) ?? [];
  const env = Object.fromEntries(line.split(' ').map(pair => pair.split('=')));
  expect(readConfig(env)).toMatchObject({ host: '0.0.0.0', room: false, database: { kind: 'embedded' } });
});

test('compose.yaml sets settings that exist, to values that are taken', () => {
  const [, bot = ''] = /environment:\n((?: {6}.*\n)+)/.exec(read('compose.yaml')) ?? [];
  const pairs = [...bot.matchAll(/^ {6}(\w+): (.*)$/gm)].map(([, name = '', value = '']) => [name, value]);
  expect(pairs.map(([name]) => name).filter(name => !settings.some(known => known === name))).toEqual([]);
  const filled = pairs.map(([name, value]) => [
    name,
    value?.replace(/\$\{\w+:\?[^}]*\}/, 'word').replace(/\$\{\w+:-(\w*)\}/, '$1'),
  ]);
  expect(readConfig(Object.fromEntries(filled))).toMatchObject({ host: '0.0.0.0', room: false });
});
