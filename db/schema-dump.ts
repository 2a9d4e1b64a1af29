/** `npm run schema:dump`: writes migrations/schema.sql from a throwaway cluster brought to the newest schema. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeSchema } from './catalogue/describe-schema.ts';
import { connect } from './client.ts';
import { startEmbedded } from './embedded/start-embedded.ts';
import { migrate } from './migrate.ts';
import { projectRoot } from './project-root.ts';

const folder = await mkdtemp(join(tmpdir(), 'tlk-dump-'));
const log = { info: console.log, warn: console.warn };
try {
  const embedded = await startEmbedded(folder, { log, throwaway: true });
  try {
    await migrate(embedded.target);
    const connection = connect(embedded.target, { role: null, max: 1 });
    await writeFile(join(projectRoot(), 'migrations', 'schema.sql'), await describeSchema(connection.sql));
    await connection.end();
  } finally {
    await embedded.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
