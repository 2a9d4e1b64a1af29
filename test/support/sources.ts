import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { projectRoot } from '../../db/project-root.ts';

export interface Source {
  /** From the project's root: `src/core/day.ts`. */
  path: string;
  /** Without its comments. */
  code: string;
  /** Files of ours that it imports, types too. */
  ours: string[];
  /** Packages, by the name they are installed under; node's own as `node:fs`. */
  packages: string[];
}

/** A string of any kind or a comment; each swallows what looks like the other inside it. */
const TOKEN = /(['"])(?:\\.|(?!\1)[^\\\n])*\1|`(?:\\.|[^\\`])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b(?:[^;'"]*?\bfrom)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

export const withoutComments = (text: string): string =>
  text.replace(TOKEN, token => (token.startsWith('/') ? ' ' : token));

const importsOf = (code: string): string[] =>
  [...code.matchAll(IMPORT)].flatMap(([, from, later]) => from ?? later ?? []);

const packageOf = (name: string) =>
  name.startsWith('node:')
    ? name
    : name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/');

export function describeSource(path: string, text: string): Source {
  const code = withoutComments(text);
  const imports = importsOf(code);
  const ours = imports.filter(name => name.startsWith('.')).map(name => normalize(join(dirname(path), name)));
  const packages = imports.filter(name => !name.startsWith('.')).map(packageOf);
  return { path, code, ours, packages };
}

/** All TypeScript of the folders that ship. */
export function shippedSources(): Source[] {
  const root = projectRoot();
  return ['src', 'commands', 'db'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
      .map(entry => join(entry.parentPath, entry.name))
      .map(file => describeSource(relative(root, file), readFileSync(file, 'utf8'))),
  );
}
