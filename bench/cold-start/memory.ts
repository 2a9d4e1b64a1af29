import { readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';

export interface Memory {
  botMb: number;
  databaseMb: number;
  /** Server processes that serve a client, all of them the bot's. */
  connections: number;
}

/** Proportional set size, which counts shared pages once over all who share them. Linux only. */
export async function pssOf(bot: number, dataDir: string): Promise<Memory> {
  const server = await postmasterOf(dataDir);
  const workers = await childrenOf(server);
  const sizes = await Promise.all([server, ...workers].map(pssMb));
  const titles = await Promise.all(workers.map(pid => readFile(`/proc/${pid}/cmdline`, 'utf8')));
  return {
    botMb: await pssMb(bot),
    databaseMb: sizes.reduce((sum, size) => sum + size, 0),
    connections: titles.filter(title => title.includes('[local]')).length,
  };
}

async function postmasterOf(dataDir: string): Promise<number> {
  const file = await readFile(join(await realpath(dataDir), 'pg', 'postmaster.pid'), 'utf8');
  return Number(file.split('\n')[0]);
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(pids.map(parentOf));
  return pids.filter((_, n) => parents[n] === parent);
}

/** The second field behind the program's name, which stands in brackets and may hold anything. */
async function parentOf(pid: number): Promise<number | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

async function pssMb(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? Number.NaN) / 1024;
}
