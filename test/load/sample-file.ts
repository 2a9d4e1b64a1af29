import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../db/project-root.ts';

const at = (...path: string[]) => readFileSync(join(projectRoot(), ...path), 'utf8');

export const sampleText = at('examples', 'khoi-mau.json');
export const docsText = at('docs', 'bloc-file.md');
export const haBacText = at('test', 'scenarios', 'data', 'khoi-02-ha-bac.json');

/** The smallest file that loads, with parts of it changed. */
export function smallFile(change: Record<string, unknown> = {}) {
  return {
    council: { name: 'Hội đồng TĐKT xã Thử', area: 'tỉnh Thử', level: 'xã' },
    bloc: { name: 'Khối thử' },
    units: [
      { name: 'Phòng Một', role: 'lead' },
      { name: 'Phòng Hai', role: 'member', aliases: ['P2'] },
    ],
    ...change,
  };
}
