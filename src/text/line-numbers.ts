/** How a line's number is written: lines of one kind stand side by side, one of a new kind stands below the last. */
export type NumberKind = 'roman' | 'capital' | 'small' | 'dash' | 'plus' | 'suffixed' | `level${number}`;

export interface NumberWords {
  /** Without the signs around it; empty for a dash. */
  no: string;
  kind: NumberKind;
}

const ROMAN = /^(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const LEADING = /^([IVXLC]{1,6}|\d{1,3}(?:\.\d{1,3}){0,4}[a-zđ]?|[A-ZĐ]|[a-zđ](?=[.)]))\s*[.):]\s*(\S.*)$/su;
const SIGN = /^([-–—•*+])\s*(\S.*)$/su;

/**
 * @param before the last capital letter of the same table: `I` after `H` is a letter, else it is one
 */
export function numberWords(text: string, before: string | null): NumberWords | null {
  const no = text.trim().replace(/^[([]|[.)\]:]+$/g, '');
  if (/^[-–—•*]$/.test(no)) return { no: '', kind: 'dash' };
  if (no === '+') return { no: '', kind: 'plus' };
  if (/^\d+[a-zđ]$/u.test(no)) return { no, kind: 'suffixed' };
  if (/^\d+(?:\.\d+)*$/.test(no)) return { no, kind: `level${no.split('.').length}` };
  if (/^[a-zđ]$/u.test(no)) return { no, kind: 'small' };
  if (/^[A-ZĐ]$/u.test(no) && (!ROMAN.test(no) || follows(no, before))) return { no, kind: 'capital' };
  if (ROMAN.test(no)) return { no, kind: 'roman' };
  return /^[\p{L}\d]{1,4}(?:\.[\p{L}\d]{1,3}){1,4}$/u.test(no)
    ? { no, kind: `level${no.split('.').length}` }
    : null;
}

const follows = (letter: string, before: string | null) =>
  before !== null && letter.charCodeAt(0) === before.charCodeAt(0) + 1;

/** A number that stands before the words in one cell: `1.2. Nội dung`, `a) Nội dung`, `- Nội dung`. */
export function splitNumber(text: string): { no: string; name: string } | null {
  const [, sign, after] = SIGN.exec(text) ?? [];
  if (sign !== undefined && after !== undefined) return { no: sign, name: after };
  const [, no, name] = LEADING.exec(text) ?? [];
  return no === undefined || name === undefined ? null : { no, name };
}
