import type { Say } from '../src/dialogues/dialogue.ts';
import { yearText } from '../src/text/year-words.ts';
import type { Call } from './command.ts';
import { isLead } from './reply.ts';

/** Of a year that is not open: that it is closed, with the way to its records for whoever may have them. */
export async function noSuchYear(year: number, call: Call): Promise<Say> {
  if (!(await call.ports.year.handOver.isClosed(year))) return { lines: yearText.none(year) };
  const lead = isLead(call);
  return {
    lines: yearText.closed(year, lead),
    ...(lead && call.chat.kind === 'private' ? { choices: [[yearText.archive(year)]] } : {}),
  };
}
