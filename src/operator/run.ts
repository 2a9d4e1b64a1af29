import type { Config } from '../config.ts';
import { BackupProblem } from '../core/backup-problem.ts';
import { ConfigProblem } from '../core/config-problem.ts';
import { DatabaseProblem } from '../core/database-problem.ts';
import { backupText } from '../text/backup.ts';
import { cliText } from '../text/cli.ts';
import { configProblemText } from '../text/problems-config.ts';
import { databaseProblemText } from '../text/problems-database.ts';
import { backup } from './backup.ts';
import { load } from './load.ts';
import { restore } from './restore.ts';
import { setupCode } from './setup-code.ts';
import { readTable, tableTemplate } from './table.ts';
import { tally } from './tally.ts';
import { verifyAudit } from './verify-audit.ts';
import { zaloCheck } from './zalo-check.ts';

export interface Outcome {
  /** 0: done; 1: not done, or something is wrong; 2: typed wrongly. */
  code: 0 | 1 | 2;
  lines: string[];
}

/** One of the operator's commands. `config` is asked for only by what needs a database. */
export async function run(args: readonly string[], config: () => Config): Promise<Outcome> {
  try {
    return await chosen(args, config);
  } catch (error) {
    if (error instanceof ConfigProblem) return { code: 1, lines: [configProblemText(error)] };
    if (error instanceof BackupProblem) return { code: 1, lines: [backupText.trouble(error.trouble)] };
    if (!(error instanceof DatabaseProblem)) throw error;
    const hint = error.code === 'data_dir_in_use' ? [cliText.inUse()] : [];
    return { code: 1, lines: [databaseProblemText(error), ...hint] };
  }
}

function chosen(
  [name = 'help', ...rest]: readonly string[],
  config: () => Config,
): Outcome | Promise<Outcome> {
  const [first, ...more] = rest;
  switch (name) {
    case 'load':
      return first !== undefined && more.length === 0 ? load(config(), first) : wrongUse('load');
    case 'backup':
      return first !== undefined && more.length === 0 ? backup(config(), first) : wrongUse('backup');
    case 'restore':
      return first !== undefined && more.length === 0 ? restore(config(), first) : wrongUse('restore');
    case 'setup-code':
      return rest.length === 0 ? setupCode(config()) : wrongUse('setup-code');
    case 'tally':
      return first !== undefined && more.length === 1 ? tally(first, more[0] ?? '') : wrongUse('tally');
    case 'table':
      return first !== undefined && more.length === 0 ? readTable(first) : wrongUse('table');
    case 'table-template':
      return first !== undefined && more.length === 0 ? tableTemplate(first) : wrongUse('table-template');
    case 'verify-audit':
      if (more.length > 0 || !/^\d{0,15}$/.test(first ?? '')) return wrongUse('verify-audit');
      return verifyAudit(config(), first === undefined ? null : Number(first));
    case 'zalo-check':
      return more.length === 0 ? zaloCheck(config(), first ?? null) : wrongUse('zalo-check');
    case 'help':
    case '--help':
    case '-h':
      return { code: 0, lines: [cliText.help()] };
    default:
      return { code: 2, lines: [cliText.unknown(name), '', cliText.help()] };
  }
}

const wrongUse = (command: Parameters<typeof cliText.wrongUse>[0]): Outcome => ({
  code: 2,
  lines: [cliText.wrongUse(command)],
});
