import { restoreBackup } from '../../db/backup/restore.ts';
import { connect } from '../../db/client.ts';
import type { Config } from '../config.ts';
import { backupText } from '../text/backup.ts';
import { openDatabase } from './database.ts';
import type { Outcome } from './run.ts';
import { verifyChains } from './verify-audit.ts';

/** `restore FILE`: into an empty database, with the bot stopped. */
export async function restore(config: Config, file: string): Promise<Outcome> {
  const { target, stop } = await openDatabase(config);
  try {
    const { rows, tables, server, schemaDiffered } = await restoreBackup(target, file);
    const app = connect(target, { role: 'tlk_app', max: 1 });
    const chains = await verifyChains(app.db, null).finally(app.end);
    return {
      code: chains.code,
      lines: [
        backupText.restored(rows, tables, server),
        ...(schemaDiffered ? [backupText.schemaDiffered()] : []),
        ...chains.lines,
        backupText.next(),
      ],
    };
  } finally {
    await stop();
  }
}
