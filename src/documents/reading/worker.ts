import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { readInside } from './read.ts';

const fileSchema = z.object({ name: z.string(), mime: z.string(), bytes: z.instanceof(Uint8Array) });

parentPort?.postMessage(await readInside(fileSchema.parse(workerData)));
