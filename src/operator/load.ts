import { readFile } from 'node:fs/promises';
import { errorCode } from '../../db/embedded/error-code.ts';
import type { Config } from '../config.ts';
import { type LoadResult, loadText } from '../load/load-text.ts';
import { cliText } from '../text/cli.ts';
import { loadMistakeText, loadWarningText } from '../text/problems-load.ts';
import { withDatabase } from './database.ts';
import type { Outcome } from './run.ts';

/** `load FILE`: creates a bloc. */
export async function load(config: Config, file: string): Promise<Outcome> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return { code: 1, lines: [cliText.cannotRead(file, errorCode(error))] };
  }
  const { room } = config;
  const result = await withDatabase(config, ({ app, system, clock }) =>
    loadText(text, { app, system, now: clock.now(), room }),
  );
  return told(result, file, room);
}

function told(result: LoadResult, file: string, room: boolean): Outcome {
  if (result.kind === 'mistakes') {
    const { mistakes } = result;
    return {
      code: 1,
      lines: [cliText.mistakes(file, mistakes.length), ...mistakes.map(one => `- ${loadMistakeText(one)}`)],
    };
  }
  const { bloc, outcome, warnings } = result;
  switch (outcome.kind) {
    case 'loaded': {
      const off = room ? [] : [cliText.roomIsOff()];
      const lines = [cliText.loaded(outcome.blocId, bloc), ...warnings.map(loadWarningText), ...off];
      return { code: 0, lines };
    }
    case 'exists':
      return { code: 1, lines: [cliText.exists(bloc, outcome.blocId)] };
    case 'account_taken':
      return { code: 1, lines: [cliText.accountTaken(outcome.user, outcome.name, outcome.known)] };
  }
}
