import { type Post, unitsActedFor } from '../src/core/bloc.ts';
import type { Line } from '../src/core/message.ts';
import { shortRef } from '../src/core/short-ref.ts';
import { fold } from '../src/text/fold.ts';
import { scoreLabels, scoreText } from '../src/text/score.ts';
import type { Call, Reply } from './command.ts';

/** Rows of buttons. */
const MOST_UNITS = 8;
/** What a button says for a sheet as a file. */
export const FILE_WORD = 'tep';

/** The units whose sheets the person may fill in, each once. */
export function actedFor({ actor }: Call): Post[] {
  const posts = actor?.posts ?? [];
  return unitsActedFor(posts).flatMap(id => posts.find(post => post.unitId === id) ?? []);
}

type Mode = 'page' | 'file';

export interface ScoreOrder {
  mode: Mode | null;
  /** What stands behind it, folded. */
  rest: string;
  units: Post[];
  /** The one that is named; null: none, or several. */
  unit: Post | null;
}

const MODES = { page: /^(?:trang(?: web)?|web|bieu mau|form)\b ?/, file: /^(?:tep|file|excel|phieu)\b ?/ };

/** `trang`, `tệp`, a unit by its name or by a button, or both. */
export function orderIn(words: string, call: Call): ScoreOrder {
  const said = fold(words).trim();
  const mode = MODES.page.test(said) ? ('page' as const) : MODES.file.test(said) ? ('file' as const) : null;
  const rest = mode ? said.replace(MODES[mode], '') : said;
  const units = actedFor(call);
  const found = units.filter(
    one => rest !== '' && (fold(shortRef('u', one.unitId)) === rest || fold(one.unitName).includes(rest)),
  );
  const exact = units.find(one => fold(one.unitName) === rest);
  const [only, another] = found;
  return { mode, rest, units, unit: exact ?? (another ? null : (only ?? null)) };
}

/** A person may act for several units: nothing is scored before one is named. */
export function whichUnit(mode: Mode | null, units: readonly Post[], before: Line[] = []): Reply {
  const word = mode === 'page' ? 'trang ' : mode === 'file' ? `${FILE_WORD} ` : '';
  const choices = units
    .slice(0, MOST_UNITS)
    .map(({ unitId, unitName }) => [
      { id: `cham_diem ${word}${shortRef('u', unitId)}`, label: scoreLabels.unit(unitName) },
    ]);
  return { kind: 'say', says: [{ lines: [...before, ...scoreText.whichUnit()], choices }] };
}
