import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/browser/**', 'test/gates/**'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/network-guard.ts'],
    reporters: ['default', './test/support/summary-reporter.ts'],
    // Processes: tests send signals and start children. Two cores, and the database wants its share.
    pool: 'forks',
    maxWorkers: 3,
    // A worker loads our modules once: loading them anew for each file takes as long as half of the tests. None
    // of them holds state (`createX(deps)`), and test files share nothing else than their process.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
