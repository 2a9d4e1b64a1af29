import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../db/project-root.ts';
import { type BlocRoom, blocRoom } from './bloc-room.ts';
import type { TestDatabase } from './database.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A word that stands in every name and title of one bloc and nowhere else. */
export const marks = ['zalphaz', 'zbetaz'] as const;
export type Mark = (typeof marks)[number];

const named = z.looseObject({ name: z.string() });
const fileSchema = z.looseObject({
  council: named,
  bloc: named,
  units: z.array(
    z.looseObject({
      name: z.string(),
      short_name: z.string().optional(),
      aliases: z.array(z.string()).optional(),
    }),
  ),
  persons: z.array(z.looseObject({ name: z.string(), unit: z.string() })),
  deadlines: z.array(z.looseObject({ title: z.string(), only: z.array(z.string()).optional() })),
  score_table: z.looseObject({ name: z.string(), criteria: z.array(z.looseObject({ name: z.string() })) }),
});

/** The same bloc, recognisable; `plain` keeps the name of a person who will be in both. */
async function marked(folder: string, file: string, mark: Mark, plain: string): Promise<string> {
  const given = fileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const tag = (text: string) => `${text} ${mark}`;
  const { council, bloc, units, persons, deadlines, score_table } = given;
  const made = {
    ...given,
    council: { ...council, name: tag(council.name) },
    bloc: { ...bloc, name: tag(bloc.name) },
    units: units.map(unit => ({
      ...unit,
      name: tag(unit.name),
      ...(unit.short_name ? { short_name: tag(unit.short_name) } : {}),
      aliases: unit.aliases?.map(tag) ?? [],
    })),
    persons: persons.map(one => ({
      ...one,
      unit: tag(one.unit),
      name: one.name === plain ? one.name : tag(one.name),
    })),
    deadlines: deadlines.map(one => ({
      ...one,
      title: tag(one.title),
      ...(one.only ? { only: one.only.map(tag) } : {}),
    })),
    score_table: {
      ...score_table,
      name: tag(score_table.name),
      criteria: score_table.criteria.map(one => ({ ...one, name: tag(one.name) })),
    },
  };
  const path = join(folder, `${mark}.json`);
  await writeFile(path, JSON.stringify(made));
  return path;
}

const root = projectRoot();

/** Two blocs side by side in one database: `khoi-1` and `khoi-2` are their groups in the room. */
export async function twoBlocs(database: TestDatabase, plain: string): Promise<BlocRoom> {
  const [alpha, beta] = marks;
  const folder = await temporaryFolder();
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const files = [
    await marked(folder, join(root, 'examples/khoi-mau.json'), alpha, plain),
    await marked(folder, join(root, 'test/scenarios/data/khoi-02-ha-bac.json'), beta, plain),
  ];
  return blocRoom(database, { files });
}
