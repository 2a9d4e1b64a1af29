import { readConfig } from './config.ts';
import { run } from './operator/run.ts';

/** `npm run cli -- …`: what the operator does at a terminal. */
const { code, lines } = await run(process.argv.slice(2), readConfig);
const text = `${lines.join('\n')}\n`;
(code === 0 ? process.stdout : process.stderr).write(text);
process.exitCode = code;
