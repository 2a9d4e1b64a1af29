import { expect, test } from 'vitest';
import { DatabaseProblem, type DatabaseTrouble } from '../../src/core/database-problem.ts';
import { databaseProblemText } from '../../src/text/problems-database.ts';

const dataDir = '/srv/khối 1/data';

/** One of each, and what its sentence must name. */
const troubles: { [Code in DatabaseTrouble['code']]: [Extract<DatabaseTrouble, { code: Code }>, string[]] } =
  {
    no_binaries: [{ code: 'no_binaries', platform: 'linux-x64', path: null }, ['linux-x64', 'DATABASE_URL']],
    data_dir_in_use: [{ code: 'data_dir_in_use', dataDir }, [dataDir]],
    data_dir_not_writable: [{ code: 'data_dir_not_writable', dataDir }, [dataDir]],
    no_user_name: [{ code: 'no_user_name' }, ['/etc/passwd', 'DATABASE_URL']],
    cannot_connect: [
      { code: 'cannot_connect', host: 'db:5432', reason: 'ECONNREFUSED' },
      ['db:5432', 'DATABASE_URL'],
    ],
    cannot_run_as_root: [{ code: 'cannot_run_as_root', dataDir }, [dataDir, 'root']],
    not_our_version: [{ code: 'not_our_version', dataDir, found: '17', ours: '18' }, [dataDir, '17', '18']],
    cannot_start: [
      { code: 'cannot_start', dataDir, log: ['FATAL: no space left'] },
      [dataDir, 'no space left'],
    ],
    roles_missing: [{ code: 'roles_missing', login: 'a"b' }, ['create role tlk_app', 'to "a""b"']],
    role_too_mighty: [{ code: 'role_too_mighty', role: 'tlk_app' }, ['alter role tlk_app']],
  };

test.each(Object.values(troubles))('$code: says what happened and what to do', (trouble, names) => {
  const text = databaseProblemText(new DatabaseProblem(trouble));
  for (const name of names) expect(text).toContain(name);
  expect(text).toMatch(/đồng chí|alter role/i);
  expect(text).not.toMatch(/\b(bạn|mình)\b/i);
  expect(text).toBe(text.normalize('NFC'));
});

test('binaries that are there but do not run are named with their place', () => {
  const trouble = { code: 'no_binaries', platform: 'linux-x64', path: '/app/initdb' } as const;
  expect(databaseProblemText(new DatabaseProblem(trouble))).toContain('/app/initdb');
});
