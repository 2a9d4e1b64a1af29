import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../db/project-root.ts';

const runsSchema = z.array(z.looseObject({}));

export const resultFile = (name: string) => join(projectRoot(), 'bench', 'results', name);

/** One file per benchmark, every run behind the last: how the figures moved stays visible. */
export function appendResult(benchmark: string, run: Record<string, unknown>): void {
  const file = resultFile(`${benchmark}.json`);
  mkdirSync(join(file, '..'), { recursive: true });
  const runs = [...earlier(file), run];
  writeFileSync(file, `${JSON.stringify(runs, null, 1)}\n`);
}

function earlier(file: string): Record<string, unknown>[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return runsSchema.parse(JSON.parse(text));
}
