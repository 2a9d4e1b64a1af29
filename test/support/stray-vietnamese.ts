import type { Source } from './sources.ts';

const LETTER = /[À-ỹ]/;
const QUOTED = /'((?:\\.|[^'\\\n])*)'/g;

/** A command's own data: what people type for it, its line in the menu, its example. */
const OWN_DATA = /\b(?:says: \[[^\]]*\]|(?:summary|example):\s*'(?:\\.|[^'\\])*')/g;

/** Words of the domain that are stored or loaded as they are: a bloc's label and level, a unit's role in a plan. */
const WORDS = [
  ...['khối', 'cụm', 'xã', 'tỉnh', 'liên tỉnh', 'bộ', 'trung ương'],
  ...['trưởng khối', 'phó trưởng khối', 'thành viên'],
];

/** Sentences, and data that is published in Vietnamese. */
const AT_HOME = ['src/text/', 'src/core/holidays.ts'];

/** Vietnamese outside src/text, by line; comments do not count. */
export function strayVietnamese({ path, code }: Source): string[] {
  if (AT_HOME.some(place => path.startsWith(place))) return [];
  const rest = (path.startsWith('commands/') ? code.replace(OWN_DATA, '') : code).replace(
    QUOTED,
    (quoted, inside) => (WORDS.includes(inside) ? '' : quoted),
  );
  return rest
    .split('\n')
    .filter(line => LETTER.test(line.normalize('NFC')))
    .map(line => `${path}: ${line.trim()}`);
}
