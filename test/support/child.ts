import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { projectRoot } from '../../db/project-root.ts';

const saidSchema = z.object({ code: z.string(), applied: z.number().optional() });
type Said = z.infer<typeof saidSchema>;

export interface Child {
  /** The one line it prints when it is ready or has given up. */
  said: Promise<Said>;
  /** Ends at once, with no chance to clean up. */
  kill(): Promise<void>;
  /** Closes its stdin and waits until it has gone by itself. */
  finish(): Promise<void>;
}

/** Runs a compiled script of test/support (Node 20 runs no .ts; `npm test` compiles first). */
export function startChild(script: string, args: string[]): Child {
  const file = join(projectRoot(), 'dist', 'test', 'support', `${script}.js`);
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const said = Promise.race([
    once(lines, 'line').then(([line]) => saidSchema.parse(JSON.parse(String(line)))),
    gone.then(([code]): Said => ({ code: `exited with ${code} before a word` })),
  ]);
  return {
    said,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async finish() {
      child.stdin.end();
      await gone;
    },
  };
}
