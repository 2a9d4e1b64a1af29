import { describe, expect, test } from 'vitest';
import { breaches } from './support/house-rules.ts';
import { describeSource, shippedSources, withoutComments } from './support/sources.ts';
import { strayVietnamese } from './support/stray-vietnamese.ts';

const sources = shippedSources();

test('the sources are found', () => {
  const paths = sources.map(source => source.path);
  for (const path of ['src/core/day.ts', 'commands/index.ts', 'db/client.ts', 'src/web/room/routes.ts'])
    expect(paths).toContain(path);
});

test('imports run one way, and only the border knows drivers, platforms, time and environment', () => {
  expect(sources.flatMap(breaches)).toEqual([]);
});

test('every Vietnamese sentence lives in src/text', () => {
  expect(sources.flatMap(strayVietnamese)).toEqual([]);
});

/** The rules above can fail: each of these is against one of them. */
describe('what is against the house is seen', () => {
  test.each([
    ['src/core/x.ts', `import { fold } from '../text/fold.ts';`],
    ['src/core/x.ts', `import type { Sql } from '../../db/client.ts';`],
    ['src/core/x.ts', `export * from '../text/fold.ts';`],
    ['src/core/x.ts', `import {\n  fold,\n} from '../text/fold.ts';`],
    ['src/core/x.ts', `const x = await import('../text/fold.ts');`],
    ['src/core/x.ts', `import 'node:fs';`],
    ['src/text/x.ts', `import { x } from '../dialogues/report.ts';`],
    ['src/dialogues/x.ts', `import { x } from '../../commands/command.ts';`],
    ['src/dialogues/x.ts', `import { randomUUID } from 'node:crypto';`],
    ['commands/x.ts', `import { x } from '../src/chat/room/adapter.ts';`],
    ['commands/x.ts', `import { x } from '../db/blocs.ts';`],
    ['db/x.ts', `import { x } from '../src/text/fold.ts';`],
    ['db/schema/x.ts', `import { x } from '../../src/turn/turn.ts';`],
    ['src/chat/room/x.ts', `import { x } from '../telegram/adapter.ts';`],
    ['src/chat/room/x.ts', `import { x } from '../../../db/room.ts';`],
    ['src/turn/x.ts', `import { x } from '../web/server.ts';`],
    ['src/scheduler/x.ts', `import { x } from '../main.ts';`],
    ['src/web/room/x.ts', `import { x } from '../../app.ts';`],
    ['src/turn/x.ts', `import { sql } from 'drizzle-orm';`],
    ['src/web/x.ts', `import { pgTable } from 'drizzle-orm/pg-core';`],
    ['src/app.ts', `import postgres from 'postgres';`],
    ['src/chat/zalo/x.ts', `import { Bot } from 'grammy';`],
    ['src/turn/x.ts', 'const now = Date.now();'],
    ['src/web/x.ts', 'const now = new Date( );'],
    ['db/x.ts', 'const now = new Date;'],
    ['src/turn/x.ts', 'const from = performance.now();'],
    ['src/app.ts', 'const home = process.env.HOME;'],
    ['db/x.ts', 'const { env } = process;'],
    ['db/x.ts', `const home = process['env'].HOME;`],
  ])('%s: %s', (path, text) => {
    expect(breaches(describeSource(path, text))).toHaveLength(1);
  });

  test.each([
    ['src/turn/x.ts', `say('Đã nhận');`],
    ['db/x.ts', 'const x = `thành`;'],
    ['src/core/x.ts', 'const x = /khối/;'],
    ['commands/x.ts', `defineCommand({ run: () => ({ says: [x] }), title: 'Điểm' });`],
    ['db/schema/bloc.ts', `const label = text('label', { enum: ['khối', 'Hạn nộp'] });`],
  ])('%s: %s', (path, text) => {
    expect(strayVietnamese(describeSource(path, text))).toHaveLength(1);
  });
});

describe('what is not against it is left alone', () => {
  test.each([
    ['src/text/x.ts', `import { day } from '../core/day.ts';\nimport { x } from './fold.ts';`],
    ['src/turn/x.ts', `import { x } from '../../db/inbox.ts';\nconst then = new Date(0);`],
    [
      'src/core/x.ts',
      `// import '../text/fold.ts' and Date.now()\n/* process.env */ const url = 'https://a.vn';`,
    ],
    ['src/chat/room/x.ts', `const taken = sql\` from '../../db/x.ts' \`;`],
    ['src/clock.ts', 'const now = () => new Date();'],
  ])('%s: %s', (path, text) => {
    expect(breaches(describeSource(path, text))).toEqual([]);
  });

  test.each([
    ['src/text/x.ts', `const x = 'Đã nhận';`],
    ['src/core/x.ts', `const x = 1; // khối\n/** Đơn vị */`],
    [
      'commands/x.ts',
      `defineCommand({ says: ['hạn', 'hạn nộp'], summary: 'Hạn sắp tới', example: '/han quý' });`,
    ],
    ['db/schema/bloc.ts', `text('label', { enum: ['khối', 'cụm'] })`],
  ])('%s: %s', (path, text) => {
    expect(strayVietnamese(describeSource(path, text))).toEqual([]);
  });

  test('a string that looks like a comment stays', () => {
    expect(withoutComments(`const a = 'http://b'; // c\nconst d = "/*"; /* e */ f`)).toBe(
      `const a = 'http://b';  \nconst d = "/*";   f`,
    );
  });
});
