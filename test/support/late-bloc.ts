import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../db/project-root.ts';
import { temporaryFolder } from './temporary-folder.ts';

const criterion = z.looseObject({ no: z.string() });
const sample = z.looseObject({
  deadlines: z.array(z.looseObject({ title: z.string() })),
  score_table: z.looseObject({ criteria: z.array(z.looseObject({ children: z.array(criterion) })) }),
});

/** The sample with its monthly report only, each day of delay costing so much of criterion 8. @returns its file */
export async function blocWithLateness(
  each: number,
  days: 'calendar' | 'working' = 'calendar',
  counted: 'first' | 'newest' = 'newest',
): Promise<string> {
  const bloc = sample.parse(
    JSON.parse(await readFile(join(projectRoot(), 'examples/khoi-mau.json'), 'utf8')),
  );
  bloc.deadlines = bloc.deadlines.filter(one => one.title.endsWith('tháng'));
  const late = { id: 'late_days', of: { kinds: ['report'] }, days, several: 'worst', counted, each };
  for (const one of bloc.score_table.criteria.flatMap(group => group.children))
    if (one.no === '8') one.rule = late;
  const path = join(await temporaryFolder(), 'khoi.json');
  await writeFile(path, JSON.stringify(bloc));
  return path;
}
