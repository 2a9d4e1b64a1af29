import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../db/project-root.ts';

const vitest = join(projectRoot(), 'node_modules', 'vitest', 'vitest.mjs');
const config = join(projectRoot(), 'test', 'support', 'fixtures', 'vitest.config.ts');

/** A run of the fixtures whose name holds `filter`; fails as that run does. */
function run(filter: string): Promise<{ out: string; err: string; failed: boolean }> {
  return new Promise(resolve => {
    const args = [vitest, 'run', '--config', config, filter];
    execFile(process.execPath, args, (error, out, err) => resolve({ out, err, failed: error !== null }));
  });
}

const lastLine = (out: string) => out.trimEnd().split('\n').at(-1);

test.each([
  ['outcomes', '1 passed, 1 failed, 1 skipped'],
  ['unloadable', '0 passed, 1 failed'],
  ['nothing-of-this-name', '0 passed, 0 failed'],
])('the last line of a run counts what happened: %s', async (filter, line) => {
  const { out, failed } = await run(filter);
  expect(lastLine(out)).toBe(line);
  expect(failed).toBe(true);
});

test('a test that reaches beyond this machine fails, even if it swallows the refusal', async () => {
  const { out, err } = await run('network');
  expect(lastLine(out)).toBe('1 passed, 3 failed');
  expect(err).toContain('tried to reach example.com');
  expect(err).toContain('tried to reach 192.0.2.1');
});
