import type { Reporter, TestModule } from 'vitest/node';

/**
 * The run's last line, alone: `12 passed, 0 failed` (and `, 1 skipped`). Written as the process exits, since
 * the global teardown may still print. A file that did not load, an error outside any test and a run that
 * never came to its end count as failed, so that the line never looks better than the exit code.
 */
export default class SummaryReporter implements Reporter {
  private passed = 0;
  private failed = 0;
  private skipped = 0;
  /** Files chosen to run. */
  private planned = 0;

  onInit(): void {
    process.once('exit', code => {
      if (code !== 0 && this.failed === 0 && this.planned > 0) this.failed = 1;
      const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : '';
      process.stdout.write(`${this.passed} passed, ${this.failed} failed${skipped}\n`);
    });
  }

  onTestRunStart(files: readonly unknown[]): void {
    this.planned = files.length;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    this.failed = unhandledErrors.length;
    this.passed = 0;
    this.skipped = 0;
    for (const module of modules) this.count(module);
  }

  private count(module: TestModule): void {
    const before = this.failed;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') this.passed++;
      else if (state === 'failed') this.failed++;
      else this.skipped++;
    }
    // A hook or an import failed, though none of the file's tests did.
    if (module.state() === 'failed' && this.failed === before) this.failed++;
  }
}
