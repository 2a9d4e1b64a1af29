import { withoutMarks } from './fold.ts';

/** Words of a name that are enough to tell that its marks are missing. */
const TELLING_WORDS = 3;

/** As it stands in a document: with a capital at its beginning. */
export const capitalised = (name: string): string => name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);

/** Typed on a phone without any marks: "phong kinh te". Abbreviations say nothing either way. */
export function looksUnmarked(name: string): boolean {
  const words = name.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const written = words.filter(word => word !== word.toLocaleUpperCase('vi'));
  return written.length >= TELLING_WORDS && written.every(word => withoutMarks(word) === word.toLowerCase());
}
