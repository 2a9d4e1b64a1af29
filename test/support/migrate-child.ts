/** One of several processes that start at once: migrates the target in argv[2] and says how many it applied. */
import { z } from 'zod';
import { migrate } from '../../db/migrate.ts';
import { databaseCodeOf } from './database-code.ts';

const targetSchema = z.union([
  z.object({ kind: z.literal('url'), url: z.string() }),
  z.object({ kind: z.literal('socket'), path: z.string(), user: z.string(), database: z.string() }),
]);

try {
  const target = targetSchema.parse(JSON.parse(process.argv[2] ?? ''));
  process.stdout.write(`${JSON.stringify({ code: 'migrated', applied: await migrate(target) })}\n`);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ code: databaseCodeOf(error) })}\n`);
}
