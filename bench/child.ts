import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { z } from 'zod';

/** A process of its own, so that what is measured shares no event loop with who measures. */
export interface Child {
  ask<Answer>(question: object, schema: z.ZodType<Answer>): Promise<Answer>;
  stop(): Promise<void>;
  /** Without a chance to clean up. */
  kill(): Promise<void>;
}

export interface ChildOptions {
  args?: string[];
  /** Flags of node, such as `--cpu-prof`. */
  flags?: string[];
}

/** `module` is the compiled file, relative to bench/. */
export function startChild(module: string, { args = [], flags = [] }: ChildOptions = {}): Child {
  const child = fork(join(import.meta.dirname, module), args, { execArgv: flags });
  return {
    ask: async (question, schema) => {
      child.send(question);
      return schema.parse(await answer(child, module));
    },
    kill: async () => {
      const gone = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise(resolve => child.once('exit', resolve));
      child.disconnect();
      await gone;
    },
  };
}

function answer(child: ChildProcess, module: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`${module} ended with ${code}`));
    child.once('exit', ended).once('message', message => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}

/** The child's side: answers each question; when the parent lets go, cleans up and ends. */
export function answerParent(
  handle: (question: unknown) => Promise<unknown>,
  close: () => Promise<void>,
): void {
  process.on('message', question => {
    handle(question).then(
      reply => process.send?.(reply),
      error => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  process.once('disconnect', () => void close().finally(() => process.exit(0)));
}
