import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readDocument } from './documents/read-document.ts';
import { explainPlan } from './plan/explain.ts';
import { readPlan } from './plan/read-plan.ts';
import { planCliText } from './text/plan-cli.ts';
import { secrecyMarking } from './text/secrecy.ts';

/** `npm run -s plan -- FILE...`: one JSON record per file and line; `--explain` a page instead. */
const files = process.argv.slice(2).filter(word => !word.startsWith('--'));
const explain = process.argv.includes('--explain');
if (files.length === 0) {
  process.stderr.write(`${planCliText.usage}\n`);
  process.exitCode = 2;
}
for (const file of files) {
  const source_file = basename(file);
  const found = await wordsOf(file);
  if (found.kind === 'words') {
    const record = { ...readPlan(found.words), source_file };
    process.stdout.write(`${explain ? `${explainPlan(record)}\n` : JSON.stringify(record)}\n`);
  } else {
    const said = { source_file, problem: found.problem };
    process.stdout.write(
      `${explain ? planCliText.unread(source_file, found.problem) : JSON.stringify(said)}\n`,
    );
    process.exitCode = 1;
  }
}

async function wordsOf(
  file: string,
): Promise<{ kind: 'words'; words: string } | { kind: 'problem'; problem: string }> {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return { kind: 'problem', problem: planCliText.notFound(file) };
  const found = await readDocument({ name: basename(file), mime: '', bytes: new Uint8Array(bytes) });
  const marked =
    secrecyMarking(basename(file)) ?? (found.kind === 'words' ? secrecyMarking(found.words) : null);
  if (marked) return { kind: 'problem', problem: planCliText.secret };
  return found.kind === 'grids' ? { kind: 'problem', problem: 'kind' } : found;
}
