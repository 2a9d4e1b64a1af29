import type { Source } from './sources.ts';

/** What an adapter may know: nothing of another one, of turns or of the database. */
const MESSENGER = [
  'src/core/',
  'src/text/',
  'src/chat/port.ts',
  'src/chat/connection.ts',
  'src/chat/plain.ts',
  'src/chat/line-check.ts',
  'src/log.ts',
];

/** Who may import whom (docs/architecture.md): each room knows itself, these rooms or files, and no other of ours. */
const rooms: Record<string, readonly string[]> = {
  'src/core/': [],
  'src/text/': ['src/core/'],
  'src/plan/': ['src/core/', 'src/text/'],
  'src/dialogues/': ['src/core/', 'src/text/'],
  'src/documents/': ['src/core/', 'src/text/'],
  'commands/': ['src/core/', 'src/text/', 'src/dialogues/', 'src/chat/port.ts'],
  'db/': ['src/core/'],
  'src/chat/port.ts': ['src/core/'],
  'src/chat/connection.ts': ['src/core/', 'src/chat/port.ts'],
  'src/chat/room/': MESSENGER,
  'src/chat/telegram/': MESSENGER,
  'src/chat/zalo/': MESSENGER,
  'src/config.ts': ['src/core/', 'src/redact.ts'],
  'src/redact.ts': [],
  'src/log': ['src/core/', 'src/config.ts', 'src/redact.ts'],
};

/** These may import whatever they like, except what is above them. */
const above: Record<string, readonly string[]> = {
  'src/turn/': ['src/web/', 'src/app.ts', 'src/main.ts', 'src/cli.ts'],
  'src/scheduler/': ['src/web/', 'src/app.ts', 'src/main.ts', 'src/cli.ts'],
  'src/web/': ['src/app.ts', 'src/main.ts', 'src/cli.ts'],
};

/** Rooms that do no input or output and so need none of these: node's own modules, clients, servers. */
const PURE = ['src/core/', 'src/text/', 'src/plan/', 'src/dialogues/', 'commands/', 'src/chat/port.ts'];
const PURE_PACKAGES = ['zod', 'date-fns', '@date-fns/tz', 'fastest-levenshtein'];

const ONLY_IN: Record<string, string> = {
  'drizzle-orm': 'db/',
  postgres: 'db/',
  grammy: 'src/chat/telegram/',
};

const CLOCKS = ['src/app.ts', 'src/clock.ts'];
const READS_TIME = /\bDate\.now\b|\bnew Date\(\s*\)|\bnew Date\b(?!\s*\()|\bperformance\.now\b|\bhrtime\b/;
const READS_ENVIRONMENT = /\bprocess\s*\.\s*env\b|\bprocess\s*\[|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/;

const within = (path: string, places: readonly string[]) => places.some(place => path.startsWith(place));

/** What this file does against the house; empty where all is well. */
export function breaches({ path, code, ours, packages }: Source): string[] {
  const room = Object.keys(rooms).find(place => path.startsWith(place));
  const higher = Object.keys(above).find(place => path.startsWith(place));
  const found: string[] = [];
  for (const other of ours) {
    const known = room === undefined || within(other, [room, ...(rooms[room] ?? [])]);
    if (!known || (higher && within(other, above[higher] ?? []))) found.push(`${path} imports ${other}`);
  }
  for (const name of packages) {
    const only = ONLY_IN[name];
    const foreign = only !== undefined && !path.startsWith(only);
    const impure = within(path, PURE) && !PURE_PACKAGES.includes(name);
    if (foreign || impure) found.push(`${path} imports ${name}`);
  }
  if (READS_TIME.test(code) && !CLOCKS.includes(path)) found.push(`${path} reads the time`);
  if (READS_ENVIRONMENT.test(code) && path !== 'src/config.ts') found.push(`${path} reads the environment`);
  return found;
}
