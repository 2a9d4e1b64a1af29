import { expect, test } from 'vitest';
import { inDatabase } from '../../db/target.ts';

test('another database of the same server keeps login, address and options', () => {
  const url = 'postgres://user:p%40ss@db.local:6432/app?sslmode=require';
  expect(inDatabase({ kind: 'url', url }, 'a b')).toEqual({
    kind: 'url',
    url: 'postgres://user:p%40ss@db.local:6432/a%20b?sslmode=require',
  });
  const socket = { kind: 'socket', path: '/s', user: 'u', database: 'x' } as const;
  expect(inDatabase(socket, 'y')).toEqual({ ...socket, database: 'y' });
});
