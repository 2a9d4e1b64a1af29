import { addDays } from 'date-fns/addDays';
import { addSetupCode } from '../../db/setup-code.ts';
import type { Config } from '../config.ts';
import { cliText } from '../text/cli.ts';
import { newSecret } from '../turn/pairing.ts';
import { besideBot } from './database.ts';
import type { Outcome } from './run.ts';

/** As long as a pairing code. */
const DAYS_VALID = 7;

/** `setup-code`: the first authority over a new bloc (decision 5). Only its hash is kept. */
export function setupCode(config: Config): Promise<Outcome> {
  return besideBot(config, async ({ system, clock }) => {
    const code = `TL-${newSecret()}`;
    const createdAt = clock.now();
    const expiresAt = addDays(createdAt, DAYS_VALID);
    await addSetupCode(system, { code, createdAt, expiresAt });
    return { code: 0, lines: [cliText.setupCode(code, expiresAt)] };
  });
}
