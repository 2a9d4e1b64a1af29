/** What stands before a paragraph: a number, a letter, a bullet. */
export interface Mark {
  kind: 'roman' | 'arabic' | 'dotted' | 'letter' | 'paren' | 'bullet';
  /** `II`, `4`, `1.2`, `a`, `(3)`, `-`. */
  label: string;
  /** The last number of the label; 0 for bullets. */
  value: number;
  /** Where the paragraph's own words begin. */
  end: number;
}

const ROMAN = /^\s*([IVX]{1,5})(?:\s*[.)/:]\s*|\s*[-–]\s+)(?=\S)/u;
const PART =
  /^\s*(?:phan|muc|chuong|dieu)\s+(?:thu\s+(nhat|hai|ba|tu|nam|sau)|([ivx]{1,5})|(\d{1,2})(?=\s*[.:]))\b\s*[.:-]*\s*/;
const DOTTED =
  /^\s*(\d{1,2}(?:\.\d{1,2}){1,3})(?:\s*[.)/:]?\s+(?=\p{L}|["“(])|[.)]\s+(?=\d+(?:,\d+)?\s?(?:%|\p{L})))/u;
const ARABIC =
  /^\s*(\d{1,2})(?:\s*[.)/]\s*(?=[\p{L}"“(])|[.)]\s+(?=\d+(?:,\d+)?\s?(?:%|\p{L}))|\s*[-–]\s+(?=\p{Lu}))/u;
const PAREN = /^\s*\(\s*(\d{1,2}|[a-h\u0111])\s*\)\s*/u;
const LETTER = /^\s*([a-h\u0111])\s*[.)/]\s*(?=\S)/u;
const BULLET = /^\s*([-–—−+•●▪◦·■□➢✓*]|o(?=\s))\s*(?=\S)/u;

const DIGITS: Record<string, number> = { I: 1, V: 5, X: 10 };

function romanValue(roman: string): number {
  const digits = [...roman.toUpperCase()].map(one => DIGITS[one] ?? 0);
  return digits.reduce((sum, digit, at) => (digit < (digits[at + 1] ?? 0) ? sum - digit : sum + digit), 0);
}

const ROMANS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const ORDINALS = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau'];

function letterValue(letter: string): number {
  return letter === '\u0111' ? 5 : letter < 'e' ? letter.charCodeAt(0) - 96 : letter.charCodeAt(0) - 95;
}

/** The mark of a line, null for running text. */
export function markOf(text: string, folded: string): Mark | null {
  const [roman, romanLabel] = ROMAN.exec(text) ?? [];
  if (roman && romanLabel)
    return { kind: 'roman', label: romanLabel, value: romanValue(romanLabel), end: roman.length };
  const [part, word = '', partRoman, digits] = PART.exec(folded) ?? [];
  if (part) {
    const value = digits ? Number(digits) : partRoman ? romanValue(partRoman) : ORDINALS.indexOf(word) + 1;
    return { kind: 'roman', label: ROMANS[value] ?? String(value), value, end: part.length };
  }
  const [dotted, dottedLabel] = DOTTED.exec(text) ?? [];
  if (dotted && dottedLabel) {
    const value = Number(dottedLabel.split('.').at(-1));
    return { kind: 'dotted', label: dottedLabel, value, end: dotted.length };
  }
  const [arabic, number] = ARABIC.exec(text) ?? [];
  if (arabic && number)
    return { kind: 'arabic', label: String(Number(number)), value: Number(number), end: arabic.length };
  const [paren, inside] = PAREN.exec(text) ?? [];
  if (paren && inside) {
    const value = /\d/.test(inside) ? Number(inside) : letterValue(inside);
    return { kind: 'paren', label: `(${inside})`, value, end: paren.length };
  }
  const [letter, small] = LETTER.exec(text) ?? [];
  if (letter && small) return { kind: 'letter', label: small, value: letterValue(small), end: letter.length };
  const [bullet, sign] = BULLET.exec(text) ?? [];
  if (bullet && sign) return { kind: 'bullet', label: sign, value: 0, end: bullet.length };
  return null;
}

const LETTERS = 'abcd\u0111egh';

/** How the label of the next item begins, as a pattern; null where none can be told. */
export function nextLabel({ kind, label, value }: Mark): string | null {
  switch (kind) {
    case 'arabic':
      return `${value + 1}[.)]`;
    case 'dotted':
      return `${label.slice(0, label.lastIndexOf('.')).replaceAll('.', '\\.')}\\.${value + 1}[.)]?`;
    case 'paren':
      return /\d/.test(label) ? `\\(${value + 1}\\)` : null;
    case 'letter': {
      const next = LETTERS[LETTERS.indexOf(label) + 1];
      return next === undefined ? null : `${next}\\)`;
    }
    case 'roman':
    case 'bullet':
      return null;
  }
}
