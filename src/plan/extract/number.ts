import type { Document } from '../document/document.ts';
import { cellsOf } from '../document/lines.ts';
import type { Quote } from '../evidence.ts';

export interface PrintedNumber {
  /** `60/KH-UBND`, `22-KH/BTCTU`; null where no number is printed. */
  number: string | null;
  raw: string | null;
  /** What stands after the number's sign. */
  symbol: string | null;
  blank: boolean;
  from: Quote;
}

const LABEL = /^\s*(?:s[o06]|so van ban)\s*[:.]?\s*(?=[\d./_-]|\s|$)/;
const NUMBER =
  /^([\d\s]*?)\s*[._\u2026\s]*([/-])\s*((?:\d{4}\s*\/\s*)?\p{L}[\p{L}\d&.]*(?:\s?[-–/]\s?[\p{L}\d&.]+)*)/u;

const squeezed = (text: string) => text.replace(/\s+/g, '').replace(/[–—]/g, '-').replace(/\.+$/, '');

/** The document's own number in its letterhead; null where no such line stands. */
export function printedNumber({ header, title }: Pick<Document, 'header' | 'title'>): PrintedNumber | null {
  const cells = [...header, ...title.slice(0, 2)].flatMap(cellsOf);
  for (const cell of cells) {
    const label = LABEL.exec(cell.folded)?.[0];
    if (label === undefined || cell.text.length > 80) continue;
    const rest = cell.text.slice(label.length);
    const from = { line: cell.no, last: cell.no };
    const [whole, digits = '', sign = '/', symbol = ''] = NUMBER.exec(rest) ?? [];
    if (whole === undefined) {
      const alone = /^\d+$/.exec(rest.trim())?.[0] ?? null;
      const empty = /^[\s._\u2026/-]*$/.test(rest);
      if (alone === null && !empty) continue;
      return {
        number: alone,
        raw: alone,
        symbol: null,
        blank: alone === null,
        from: { quote: cell.text, ...from },
      };
    }
    const number = digits.trim();
    const printed = whole.trim().replace(/[.\s]+$/, '');
    return {
      number: number === '' ? null : squeezed(`${number}${sign}${symbol}`),
      raw: number === '' ? null : printed,
      symbol: squeezed(symbol),
      blank: number === '',
      from: { quote: cell.text.slice(0, label.length + whole.length).trim(), ...from },
    };
  }
  return null;
}
