import { type NoneOf, noneName, targetWords } from '../../text/plan-targets.ts';
import type { Section } from '../document/sections.ts';
import { quoteOf } from '../evidence.ts';
import { timingOf } from './target-timing.ts';
import type { FoundTarget } from './targets.ts';

const NONE =
  /(?:^\s*|[,;:(]\s*|\s(?:va|dat|bao dam|dam bao|phan dau|co ban|toan (?:tinh|xa|phuong|thanh pho|huyen|khoi|nganh))\s+)(khong\s+(?:de\s+)?(?:xay ra|phat sinh|con|co)|khong de)\s+(?!duoi|qua|hon|nho hon|it hon|vuot)([^,;.():]{4,90})/g;

const UNITS: readonly [RegExp, NoneOf][] = [
  [/^(?:truong hop\s+)?ho(?:\s(?!so)|$)|^(?:ho )?ngheo/, 'household'],
  [
    /^(?:truong hop\s+)?(?:can bo|cong chuc|vien chuc|dang vien|nguoi|hoc sinh|doan vien|cong nhan|nhan vien|quan nhan|chien si)/,
    'person',
  ],
  [/^(?:don thu|don\s)/, 'letter'],
  [/^ho so/, 'file'],
  [/^nha\s/, 'house'],
  [/^(?:don vi|tap the|co quan|chi bo|to chuc)/, 'unit'],
];

/** "không để xảy ra tai nạn", "không còn hộ nghèo": none is a number too. */
export function noneTargets(section: Section, from: number, to: number, year: number | null): FoundTarget[] {
  const clause = section.folded.slice(from, to);
  return [...clause.matchAll(NONE)].flatMap(found => {
    const [whole, verb = '', thing = ''] = found;
    const start = from + found.index + whole.length - thing.length;
    const ends =
      /\s(?:trong nam|(?:vao |den )?cuoi nam|nam 20\d\d|trong qua trinh|trong linh vuc|truoc ngay|den het)(?![\p{L}])/u.exec(
        thing,
      )?.index ?? thing.length;
    const words = section.text.slice(start, start + ends).trim();
    if (/^(?:anh huong|lam|ngung|cham|dung|de|tre|ton dong|bi)(?:\s|$)/.test(thing)) return [];
    const kind = UNITS.find(([pattern]) => pattern.test(thing))?.[1] ?? 'case';
    const at = from + found.index + whole.indexOf(verb);
    return [
      {
        target: {
          text: quoteOf(section, from, to).quote,
          metric: noneName(words, kind),
          operator: '=' as const,
          value: 0,
          unit: targetWords[kind],
          ...timingOf(section, from, to, year),
          raw: section.text.slice(at, start + ends).trim(),
          line: quoteOf(section, at, start + ends).line,
        },
        section,
        reversed: false,
      },
    ];
  });
}
