import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';
import { errorCode } from './error-code.ts';

/** True for a zombie too: its number is taken. */
export function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** True where `pid` is a server at work in `pg`, neither a zombie nor a stranger with the same number. */
export async function isServerOf(pid: number, pg: string): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0 || !processLives(pid)) return false;
  return process.platform === 'linux' ? worksIn(pid, pg) : namesFolder(pid, pg);
}

async function worksIn(pid: number, pg: string): Promise<boolean> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold anything, so count from the last one.
    if (stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')) return false;
    return (await readlink(`/proc/${pid}/cwd`)) === pg;
  } catch (error) {
    // Containers may hide another user's cwd even from root; the arguments stay readable.
    if (errorCode(error) === 'EACCES' || errorCode(error) === 'EPERM') return namesInArguments(pid, pg);
    return false;
  }
}

async function namesInArguments(pid: number, pg: string): Promise<boolean> {
  const args = await readFile(`/proc/${pid}/cmdline`, 'utf8');
  return args.split('\0').includes(pg);
}

async function namesFolder(pid: number, pg: string): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'stat=,command=', '-p', String(pid)]);
    return !stdout.startsWith('Z') && stdout.includes(` -D ${pg} `);
  } catch {
    return false;
  }
}
