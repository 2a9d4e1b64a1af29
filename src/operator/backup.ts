import { writeBackup } from '../../db/backup/write.ts';
import { attachEmbedded } from '../../db/embedded/attach.ts';
import type { Config } from '../config.ts';
import { BackupProblem } from '../core/backup-problem.ts';
import { backupText } from '../text/backup.ts';
import { quiet } from './database.ts';
import type { Outcome } from './run.ts';

/** `backup FILE`: also while the bot runs, for it only reads. */
export async function backup({ database }: Config, file: string): Promise<Outcome> {
  const attached =
    database.kind === 'embedded'
      ? await attachEmbedded(database.dataDir, { log: quiet })
      : { target: database, stop: async () => {} };
  if (!attached) throw new BackupProblem({ code: 'nothing_here' });
  try {
    const { rows, bytes } = await writeBackup(attached.target, file);
    return { code: 0, lines: [backupText.made(file, rows, bytes)] };
  } finally {
    await attached.stop();
  }
}
