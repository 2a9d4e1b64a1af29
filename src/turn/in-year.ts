import type { Call, Command } from '../../commands/command.ts';
import { noSuchYear } from '../../commands/no-such-year.ts';
import type { Say } from '../dialogues/dialogue.ts';
import { readYear, yearText } from '../text/year-words.ts';

/** Months of a new year in which it is said which one is shown. */
const YOUNG_MONTHS = 2;

/** A command asked of a year by name: its other words, and the call in that year, which in private stays chosen. */
export async function inYear(
  command: Command,
  words: string,
  call: Call,
): Promise<{ words: string; call: Call } | { refusal: Say }> {
  const asked = command.year && call.bloc ? readYear(words, command.year) : null;
  if (!asked || !call.bloc) return { words, call };
  const season = call.ports.year.speakOf(asked.year);
  if (!season) return { refusal: await noSuchYear(asked.year, call) };
  const other = asked.year !== call.bloc.season?.year;
  if (other && call.chat.kind === 'private') await call.ports.year.choose(asked.year);
  return { words: asked.words, call: { ...call, bloc: { ...call.bloc, season } } };
}

/** Where several years are open, or the calendar's has just begun: which one is shown, and the way to the others. */
export async function sayingYear(command: Command, says: Say[], call: Call): Promise<Say[]> {
  const year = call.bloc?.season?.year;
  const last = says.at(-1);
  if (!command.year || year === undefined || !last) return says;
  const others = (await call.ports.year.years()).filter(one => one !== year);
  const runs = call.today.startsWith(`${year}-`);
  const young = Number(call.today.slice(5, 7)) <= YOUNG_MONTHS;
  if (others.length === 0 && runs && !young) return says;
  const ways = others.map(one => yearText.toYear(command.name, one));
  return [
    ...says.slice(0, -1),
    {
      ...last,
      lines: [...last.lines, yearText.shown(year, others)],
      ...(ways.length > 0 ? { choices: [...(last.choices ?? []), ways] } : {}),
    },
  ];
}
