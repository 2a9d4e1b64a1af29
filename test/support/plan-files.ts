import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../db/project-root.ts';
import { type PlanRecord, planRecordSchema } from '../../src/plan/record.ts';

export interface PlanFile {
  name: string;
  text: string;
  expected: PlanRecord;
}

const REAL = join(projectRoot(), '..', 'shared', 'plans');
const OWN = join(projectRoot(), 'test', 'plan', 'fixtures');

/** Plans with the record that a person made of each. The real ones stand beside the project, where they are at hand. */
export const realPlans = (): PlanFile[] => plansIn(REAL);
export const ownPlans = (): PlanFile[] => plansIn(OWN);

function plansIn(folder: string): PlanFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .toSorted()
    .map(file => {
      const name = file.replace(/\.txt$/, '');
      const given: unknown = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'));
      return {
        name,
        text: readFileSync(join(folder, file), 'utf8'),
        expected: planRecordSchema.parse(given),
      };
    });
}
