/** A bot's part in the tests of the embedded database: starts it in argv[2], stops it when stdin closes. */

import { startEmbedded } from '../../db/embedded/start-embedded.ts';
import { databaseCodeOf } from './database-code.ts';

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const log = { info: () => undefined, warn: () => undefined };

try {
  const embedded = await startEmbedded(process.argv[2] ?? '', { log, throwaway: true });
  process.stdin.resume().once('end', async () => {
    await embedded.stop();
    process.exit(0);
  });
  say({ code: 'ready' });
} catch (error) {
  say({ code: databaseCodeOf(error) });
}
