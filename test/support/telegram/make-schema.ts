import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { z } from 'zod';
import { projectRoot } from '../../../db/project-root.ts';

/**
 * `npm run telegram:schema`: the Bot API's own types as a JSON schema, lengths included, for the fake server to check
 * with. Kept in the repository since making it takes seconds; run again when @gramio/types is raised.
 */
const TYPES = join(projectRoot(), 'node_modules/@gramio/types/out');
const SCHEMA_FILE = join(projectRoot(), 'test/support/telegram/schema.json');

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects that only turn into the others when sent; here what counts is what is sent. */
const CONVENIENCE = /\s*\|\s*\{\s*to(?:JSON|String)\(\):[^}]*\}/g;

async function typesWithoutConvenience(folder: string): Promise<string[]> {
  for (const name of ['objects', 'params', 'methods', 'utils', 'index']) {
    const text = await readFile(join(TYPES, `${name}.d.ts`), 'utf8');
    await writeFile(join(folder, `${name}.d.ts`), text.replace(CONVENIENCE, ''));
  }
  const params = await readFile(join(folder, 'params.d.ts'), 'utf8');
  return [...params.matchAll(/export (?:interface|type) (\w+)Params\b/g)].map(([, name = '']) => name);
}

const methodName = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** The lengths that the descriptions speak of, as keywords; the descriptions themselves go. */
function tightened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tightened);
  if (!isNode(value)) return value;
  const { description } = value;
  // Where it is no text it is a parameter of that name.
  const entries = Object.entries(value).filter(([key, inner]) => key !== 'description' || isNode(inner));
  const kept = Object.fromEntries(entries.map(([key, inner]) => [key, tightened(inner)]));
  if (typeof description !== 'string' || value.type !== 'string') return kept;
  const [, least, most, unit] = /(\d+)-(\d+) (characters|bytes)/.exec(description) ?? [];
  if (!least || !most) return kept;
  return unit === 'bytes'
    ? { ...kept, minLength: Number(least), maxBytes: Number(most) }
    : { ...kept, minLength: Number(least), maxLength: Number(most) };
}

/** The documentation says of rich text that it may also be a string or a list; the types do not. */
function withPlainRichText(definitions: Node): Node {
  const rich = definitions.TelegramRichText;
  if (!isNode(rich) || !Array.isArray(rich.anyOf)) throw new Error('no TelegramRichText');
  const list = { type: 'array', items: { $ref: '#/definitions/TelegramRichText' } };
  return { ...definitions, TelegramRichText: { anyOf: [{ type: 'string' }, list, ...rich.anyOf] } };
}

/** Only what methods and updates are made of. */
function reachable(definitions: Node, from: string[]): Node {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      const [, name] = typeof value.$ref === 'string' ? value.$ref.split('#/definitions/') : [];
      if (name !== undefined) follow(decodeURIComponent(name));
      Object.values(value).forEach(visit);
    }
  };
  const follow = (name: string) => {
    if (found.has(name)) return;
    if (!(name in definitions)) throw new Error(`no definition of ${name}`);
    found.add(name);
    visit(definitions[name]);
  };
  from.forEach(follow);
  return Object.fromEntries([...found].toSorted().map(name => [name, definitions[name]]));
}

async function makeSchema(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tlk-bot-api-'));
  try {
    const names = await typesWithoutConvenience(folder);
    const methods = names.map(name => `${methodName(name)}: P.${name}Params;`).join('\n');
    const entry = join(folder, 'entry.ts');
    await writeFile(
      entry,
      `import type * as P from './params';\nimport type { TelegramUpdate } from './objects';\nexport interface Methods { ${methods} }\nexport type Update = TelegramUpdate;\n`,
    );
    const options = { additionalProperties: false, skipTypeCheck: true } as const;
    const made = createGenerator({
      path: entry,
      type: '*',
      expose: 'all',
      jsDoc: 'extended',
      ...options,
    }).createSchema('*');
    const { definitions } = z.object({ definitions: z.record(z.string(), z.unknown()) }).parse(made);
    const tight = tightened(withPlainRichText(definitions));
    if (!isNode(tight)) throw new Error('no definitions');
    const all = reachable(tight, ['Methods', 'Update']);
    return `${JSON.stringify({ definitions: all })}\n`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const text = await makeSchema();
await writeFile(SCHEMA_FILE, text);
console.log(`${SCHEMA_FILE}: ${text.length} bytes`);
