import type { Document } from '../document/document.ts';
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

const LABEL = /(^\s*|\s{2,}|\t|\|\s*)(?:s[o06]|so van ban)\s*[:.]?(?:\s*(?=[\d./_\u2026-])|\s*$|\s{2,})/;
const NUMBER =
  /^([\d\s]*?)\s*[._\u2026\s]*([/-])\s*((?:\d{4}\s*\/\s*)?\p{L}[\p{L}\d&.]*(?:\s?[-–/]\s?[\p{L}\d&.]+)*)/u;

const squeezed = (text: string) => text.replace(/\s+/g, '').replace(/[–—]/g, '-').replace(/\.+$/, '');

/** The document's own number in its letterhead; null where no such line stands. */
export function printedNumber({ header, title }: Pick<Document, 'header' | 'title'>): PrintedNumber | null {
  for (const line of [...header, ...title.slice(0, 2)]) {
    const label = LABEL.exec(line.folded);
    if (!label || line.text.length > 200) continue;
    const start = label.index + (label[1] ?? '').length;
    const rest = line.text.slice(label.index + label[0].length);
    const from = { line: line.no, last: line.no };
    const [whole, digits = '', sign = '/', symbol = ''] = NUMBER.exec(rest) ?? [];
    if (whole === undefined) {
      const alone = /^\d+(?=\s|$)/.exec(rest.trim())?.[0] ?? null;
      const empty = /^[\s._\u2026/-]*(?:$|\s{2,}|\t)/.test(rest);
      if (alone === null && !empty) continue;
      return {
        number: alone,
        raw: alone,
        symbol: null,
        blank: alone === null,
        from: {
          quote:
            line.text
              .slice(start)
              .split(/\s{3,}|\t/)[0]
              ?.trim() ?? '',
          ...from,
        },
      };
    }
    const number = digits.trim();
    const printed = whole.trim().replace(/[.\s]+$/, '');
    return {
      number: number === '' ? null : squeezed(`${number}${sign}${symbol}`),
      raw: number === '' ? null : printed,
      symbol: squeezed(symbol),
      blank: number === '',
      from: { quote: line.text.slice(start, label.index + label[0].length + whole.length).trim(), ...from },
    };
  }
  return null;
}
