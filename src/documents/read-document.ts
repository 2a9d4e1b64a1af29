import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { gridSchema } from './grid.ts';
import { type DocumentFile, type ReadOutcome, readProblems } from './reading/outcome.ts';

/** A hundred pages take a tenth of it. */
const TIME_LIMIT_MS = 20_000;
/** Megabytes of heap; an archive's bytes are counted beside it. */
const MEMORY_LIMIT = 512;

const outcomeSchema: z.ZodType<ReadOutcome> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), words: z.string() }),
  z.object({ kind: z.literal('grids'), grids: z.array(gridSchema) }),
  z.object({ kind: z.literal('problem'), problem: z.enum(readProblems) }),
]);

/** Compiled code beside this file, also where this file runs from its source. */
const script = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/src/documents/reading/worker.js', import.meta.url)
  : new URL('./reading/worker.js', import.meta.url);

/** True for what `readDocument` may find words in; pictures are not worth a thread. */
export const isReadable = ({ name, mime }: Pick<DocumentFile, 'name' | 'mime'>): boolean =>
  /\.(?:docx|pdf|txt|md|xlsx)$/i.test(name) || /pdf|wordprocessingml|spreadsheetml|^text\/plain/.test(mime);

/**
 * A document's words, or a workbook's sheets, read in a thread of its own: a hostile or endless file costs its own time and memory, never ours.
 * Never throws.
 */
export function readDocument(
  file: DocumentFile,
  { timeLimitMs = TIME_LIMIT_MS }: { timeLimitMs?: number } = {},
): Promise<ReadOutcome> {
  return new Promise(resolve => {
    const worker = new Worker(script, {
      workerData: file,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT },
      // What a library grumbles about a file is nobody's log line.
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => end({ kind: 'problem', problem: 'too_slow' }), timeLimitMs);
    const end = (outcome: ReadOutcome) => {
      clearTimeout(timer);
      resolve(outcome);
      void worker.terminate();
    };
    worker.once('message', (told: unknown) => {
      end(outcomeSchema.safeParse(told).data ?? { kind: 'problem', problem: 'broken' });
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const problem = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_large' : 'broken';
      end({ kind: 'problem', problem });
    });
  });
}
