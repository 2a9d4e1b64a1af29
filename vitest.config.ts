import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/browser/**', 'test/gates/**', 'test/soak/**'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/network-guard.ts', 'test/support/drawn-cases.ts'],
    reporters: ['default', './test/support/summary-reporter.ts'],
    // Processes: tests send signals and start children. One more than the two cores: some wait for a child or a
    // clock, and meanwhile another has their core.
    pool: 'forks',
    maxWorkers: 3,
    // A worker loads our modules once: loading them anew for each file takes as long as half of the tests. None
    // of them holds state (`createX(deps)`), and test files share nothing else than their process.
    isolate: false,
    // For what hangs, not for what is slow on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
