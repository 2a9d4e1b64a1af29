import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { projectRoot } from '../../db/project-root.ts';
import type { DatabaseTarget } from '../../db/target.ts';

const usageSchema = z.object({ at: z.coerce.date(), rss: z.number(), heapUsed: z.number() });
export type Usage = z.infer<typeof usageSchema>;

/** The bot in a process of its own, whose clock goes where it is told. */
export async function soakBot(given: { target: DatabaseTarget; token: string; apiRoot: string; at: Date }) {
  const script = join(projectRoot(), 'dist/test/support/telegram/soak-bot-process.js');
  const child = spawn(process.execPath, ['--expose-gc', script, JSON.stringify(given)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the bot ended with ${code}`);
  });
  // Heard of by whoever waits for a line.
  ended.catch(() => undefined);
  const next = async (): Promise<Usage> => {
    const [line] = await Promise.race([once(lines, 'line'), ended]);
    return usageSchema.parse(JSON.parse(String(line)));
  };
  await next();
  return {
    /** Everything due on the way is said when it resolves. */
    moveTo: (to: Date): Promise<Usage> => {
      const usage = next();
      child.stdin.write(`${to.toISOString()}\n`);
      return usage;
    },
    stop: async (): Promise<void> => {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.stdin.write('\n');
      await gone;
    },
  };
}
