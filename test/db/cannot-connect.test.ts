import { expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { DatabaseProblem } from '../../src/core/database-problem.ts';
import { databaseProblemText } from '../../src/text/problems-database.ts';
import { silentLog } from '../support/silent-log.ts';

test('a server that nobody answers at is named without its account, and what to check', async () => {
  const config = readConfig({ DATABASE_URL: 'postgres://tlk:s3cret-word@127.0.0.1:1/tlk', PORT: '0' });
  const error = await startApp(config, silentLog()).catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(DatabaseProblem);
  const text = error instanceof DatabaseProblem ? databaseProblemText(error) : '';
  expect(text).toContain('Không kết nối được cơ sở dữ liệu ở 127.0.0.1:1 (ECONNREFUSED).');
  expect(text).not.toMatch(/s3cret|tlk:/);
});
