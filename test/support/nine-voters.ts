import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../db/project-root.ts';
import type { Logger } from '../../src/log.ts';
import { type BlocRoom, blocRoom } from './bloc-room.ts';
import type { TestDatabase } from './database.ts';
import { temporaryFolder } from './temporary-folder.ts';

const fileSchema = z.looseObject({ units: z.array(z.looseObject({})) });

/** Users of the room who each act for one of nine units; `v0` leads. */
export const voters = Array.from({ length: 9 }, (_, n) => `v${n}`);

/** A bloc of nine units with one contact each and nothing to report. */
export async function nineVoters(database: TestDatabase, log?: Logger): Promise<BlocRoom> {
  const folder = await temporaryFolder();
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const given = fileSchema.parse(
    JSON.parse(await readFile(join(projectRoot(), 'examples/khoi-mau.json'), 'utf8')),
  );
  const file = join(folder, 'nine.json');
  const units = voters.map((_, n) => ({
    name: `Đơn vị bầu ${'ABCDEFGHI'[n]}`,
    role: n === 0 ? 'lead' : 'member',
  }));
  const persons = voters.map((user, n) => ({
    ...{ name: `Cử tri ${'ABCDEFGHI'[n]}`, unit: units[n]?.name, role: 'contact', room: { user } },
  }));
  const { score_table: _, room_group: __, ...rest } = given;
  await writeFile(file, JSON.stringify({ ...rest, units, persons, deadlines: [] }));
  return blocRoom(database, { files: [file], ...(log ? { log } : {}) });
}
