import { targetWords } from '../../text/plan-targets.ts';
import type { Section } from '../document/sections.ts';
import { COUNTED } from './counted.ts';
import type { Quantity } from './quantities.ts';

const ALSO = new RegExp(
  String.raw`^(?:\s*,\s*(?:${COUNTED}))*\s*(?:hoac|/|va/hoac)\s*(?:${COUNTED})(?![\p{L}])`,
  'u',
);

/** "mô hình mới, điển hình tiên tiến", "công trình, phần việc": named in one breath for one thing. */
const PAIR =
  /^( moi)?\s*,\s*(?:giai phap|cai tien(?: ky thuat)?|phan viec|de tai|mo hinh|dien hinh(?: tien tien)?)(?![a-z])/;
const PAIRED = /^(?:sang kien|cong trinh|mo hinh|de tai|giai phap)$/;

/** What a figure is counted in, as printed: "sáng kiến, mô hình hoặc giải pháp" is one of several things. */
export function unitOf(section: Section, quantity: Quantity): string {
  const { unit, unitAt, end } = quantity;
  if (unit === '') return '';
  if (unit.startsWith('%'))
    return section.text
      .slice(
        unitAt,
        unitAt + (/^%(?:\s?\/\s?\p{L}+)*/u.exec(section.folded.slice(unitAt, end))?.[0].length ?? 1),
      )
      .replace(/\s/g, '');
  const own = section.text
    .slice(unitAt, unitAt + unit.length + 2)
    .slice(0, unit.length)
    .replace(/\s*\/\s*/, '/');
  // "86,4 tỷ": of what is understood.
  if (/^(?:ty|trieu|nghin|ngan)$/.test(unit)) return `${own.toLowerCase()} ${targetWords.dong}`;
  const behind = section.folded.slice(unitAt + unit.length);
  const also = ALSO.exec(behind) ?? (PAIRED.test(unit) ? PAIR.exec(behind) : null);
  if (!also) return lowered(own);
  const words = section.text.slice(unitAt + unit.length, unitAt + unit.length + also[0].length);
  const rest = words.split(/\s*(?:,|\/|\sho\u1eb7c\s)\s*/iu).filter(one => /\p{L}{2}/u.test(one));
  const fresh = also[1] ? `${own}${words.slice(0, also[1].length)}` : own;
  return [
    fresh,
    ...rest
      .slice(also[1] ? 1 : 0)
      .map(one => one.replace(/^(?:ho\u1eb7c|v\u00e0\/ho\u1eb7c)\s+/iu, '').trim()),
  ]
    .join('/')
    .toLowerCase();
}

/** Small letters, but for signs of measures: kWh, USD, OCOP. */
const lowered = (unit: string): string =>
  unit.replace(/\p{L}+/gu, word => (/^.\p{L}*\p{Lu}/u.test(word) ? word : word.toLowerCase()));
