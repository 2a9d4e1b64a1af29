import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.webmanifest': 'application/manifest+json',
};

const PATH = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;

/** Pages are no TypeScript and stay in src/, also when this file runs from dist/. `of`: `room`, `links`. */
export function pageFolder(of: string, from: string = import.meta.dirname): string {
  const folder = join(from, 'src/web', of, 'page');
  if (existsSync(join(from, 'package.json'))) return folder;
  const parent = dirname(from);
  if (parent === from) throw new Error('no package.json above this file');
  return pageFolder(of, parent);
}

/** A file of a page, read afresh each time; null where there is none of that name. */
export async function asset(folder: string, path: string): Promise<{ type: string; bytes: Buffer } | null> {
  const type = types[extname(path)];
  if (type === undefined || !PATH.test(path)) return null;
  try {
    return { type, bytes: await readFile(join(folder, path)) };
  } catch {
    return null;
  }
}
