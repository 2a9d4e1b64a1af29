const MARKS = /\p{M}/gu;

/** One character for one: what is found in the folded text stands at the same place in the original. */
const folded = new Map<string, string>();

function foldLetter(letter: string): string {
  const known = folded.get(letter);
  if (known !== undefined) return known;
  const bare = letter.normalize('NFD').replace(MARKS, '').toLowerCase().replace(/[đɖð]/, 'd');
  const one = bare.length === letter.length ? bare : letter;
  folded.set(letter, one);
  return one;
}

const SPECIAL = /[^\n\x20-@[-~]/g;
const SIGNS: Record<string, string> = { '“': '"', '”': '"', '„': '"', '‘': "'", '’': "'" };
for (const dash of '‐‑‒–—−') SIGNS[dash] = '-';
for (const space of '\t\u00a0\u2002\u2003\u2007\u2009\u202f') SIGNS[space] = ' ';

/** Lower case, no marks, `đ` as `d`, plain quotes and dashes; every character keeps its place. For NFC text. */
export function foldLetters(text: string): string {
  return text.replace(SPECIAL, letter => SIGNS[letter] ?? foldLetter(letter));
}
