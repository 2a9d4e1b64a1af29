import { z } from 'zod';
import { connect } from '../../db/client.ts';
import { migrate } from '../../db/migrate.ts';
import { type DatabaseTarget, inDatabase } from '../../db/target.ts';
import { type Child, startChild } from '../child.ts';
import { generateBlocs, PEOPLE } from './blocs.ts';

export interface Contender {
  name: string;
  /** Null: the peer, which has no database. */
  blocs: number | null;
  people: number;
  child: Child;
  port: number;
}

const portSchema = z.object({ port: z.number() });
/** What the people of so many blocs ask of a bot that knows none of them is the same for any number. */
const FLOOR_PEOPLE = 70;

export async function startFloor(apiRoot: string): Promise<Contender> {
  const child = startChild('whole-turn/floor.js', { args: [apiRoot] });
  const { port } = await child.ask({}, portSchema);
  return { name: 'grammY, no database', blocs: null, people: FLOOR_PEOPLE, child, port };
}

export interface OursOptions {
  apiRoot: string;
  server: DatabaseTarget;
  blocs: number;
  flags: string[];
}

/** A database of its own with so many blocs, and a process at work on it. */
export async function startOurs({ apiRoot, server, blocs, flags }: OursOptions): Promise<Contender> {
  const target = inDatabase(server, `tlk_bench_${blocs}`);
  if (target.kind !== 'socket') throw new Error('the benchmark runs on the embedded database');
  const admin = connect(server, { role: null, max: 1 });
  await admin.sql.unsafe(`create database ${target.database}`).finally(admin.end);
  await migrate(target);
  const owner = connect(target, { role: null, max: 1 });
  await generateBlocs(owner.sql, blocs).finally(owner.end);
  const child = startChild('whole-turn/ours.js', { args: [apiRoot, target.path, target.database], flags });
  const { port } = await child.ask({}, portSchema);
  return { name: `ours, ${blocs.toLocaleString('en')} blocs`, blocs, people: blocs * PEOPLE, child, port };
}
