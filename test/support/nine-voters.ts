import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../db/project-root.ts';
import type { Logger } from '../../src/log.ts';
import { type BlocRoom, blocRoom } from './bloc-room.ts';
import type { TestDatabase } from './database.ts';
import { temporaryFolder } from './temporary-folder.ts';

const fileSchema = z.looseObject({ bloc: z.looseObject({}), units: z.array(z.looseObject({})) });

/** Of one bloc: in the name of whatever is its own. */
export const markOf = (bloc: number): string => `zq${String(bloc).padStart(3, '0')}`;

/** Users of the room who each act for one of a bloc's nine units; the first leads. */
export const votersOf = (bloc: number): string[] =>
  Array.from({ length: 9 }, (_, n) => `v${n}-${markOf(bloc)}`);

/** Blocs side by side, each of nine units with one contact and nothing to report. */
export async function nineVoters(database: TestDatabase, count: number, log: Logger): Promise<BlocRoom> {
  const folder = await temporaryFolder();
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const sample = await readFile(join(projectRoot(), 'examples/khoi-mau.json'), 'utf8');
  const { score_table: _, room_group: __, ...rest } = fileSchema.parse(JSON.parse(sample));
  const files = Array.from({ length: count }, (_, bloc) => join(folder, `${markOf(bloc)}.json`));
  for (const [bloc, file] of files.entries()) {
    const called = (what: string, n: number) => `${what} ${'ABCDEFGHI'[n]} ${markOf(bloc)}`;
    const units = votersOf(bloc).map((_, n) => ({
      name: called('Đơn vị bầu', n),
      role: n === 0 ? 'lead' : 'member',
    }));
    const persons = votersOf(bloc).map((user, n) => ({
      ...{ name: called('Cử tri', n), unit: units[n]?.name, role: 'contact', room: { user } },
    }));
    const own = { ...rest.bloc, name: `Khối thi đua ${markOf(bloc)}` };
    await writeFile(file, JSON.stringify({ ...rest, bloc: own, units, persons, deadlines: [] }));
  }
  return blocRoom(database, { files, log });
}
