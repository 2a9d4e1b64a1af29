import { configDefaults, defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** All tests, at the sizes of docs/quality.md (GATES=full), one file at a time since some of them measure. */
export default defineConfig({
  test: {
    ...base.test,
    exclude: [...configDefaults.exclude, 'test/browser/**', 'test/soak/**'],
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 30 * 60_000,
    hookTimeout: 5 * 60_000,
  },
});
