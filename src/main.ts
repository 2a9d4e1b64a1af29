import { type App, startApp } from './app.ts';
import { readConfig } from './config.ts';
import { ConfigProblem } from './core/config-problem.ts';
import { DatabaseProblem } from './core/database-problem.ts';
import { ListenProblem } from './core/listen-problem.ts';
import { createLogger } from './logger.ts';
import { configProblemText } from './text/problems-config.ts';
import { databaseProblemText } from './text/problems-database.ts';
import { listenProblemText } from './text/problems-listen.ts';
import { roomText } from './text/room.ts';

/** Two of one signal in a row: the person means it. */
const EXIT_INTERRUPTED = 130;

async function main(): Promise<void> {
  const config = readConfig();
  const tty = process.stdout.isTTY === true;
  const log = createLogger(config, tty);
  process.on('unhandledRejection', error => log.error({ err: error }, 'unhandled rejection'));
  const app = await startApp(config, log);
  const dataDir = config.database.kind === 'embedded' ? config.database.dataDir : null;
  if (tty) {
    console.log(roomText.ready(app.url));
    console.log(config.room ? roomText.whatToDo() : roomText.serving());
    console.log(roomText.howToStop(dataDir));
  } else log.info({ url: app.url, dataDir }, 'ready');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(app, signal));
}

/** Turns in hand are finished and the database closed; a second Ctrl-C does not wait for that. */
function stop(app: App, signal: NodeJS.Signals): void {
  process.once(signal, () => process.exit(EXIT_INTERRUPTED));
  app.stop().then(
    () => process.exit(0),
    error => {
      console.error(error);
      process.exit(1);
    },
  );
}

function explain(error: unknown): string {
  if (error instanceof ConfigProblem) return configProblemText(error);
  if (error instanceof DatabaseProblem) return databaseProblemText(error);
  if (error instanceof ListenProblem) return listenProblemText(error);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch(error => {
  console.error(explain(error));
  process.exit(1);
});
