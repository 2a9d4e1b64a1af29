import {
  besideName,
  countName,
  directionName,
  metricName,
  thingName,
  withoutDirection,
} from '../../text/plan-targets.ts';
import type { Section } from '../document/sections.ts';
import { isMeasure } from './quantities.ts';
import { isActing, isVerbOnly, type Place, type Span } from './target-places.ts';

/** The unit itself, before what it is of: `đồng vào quỹ`. */
const UNIT_AHEAD = /^(?:\p{L}+\s)?\u0111\u1ed3ng(?:\/\p{L}+)*\s*/iu;
const DIRECTION = /^(?:(?:keo )?(?:giam|tang)|rut ngan|tiet kiem|cat giam|nang)/;
/** What a share is taken of, not what it measures. */
const BASE =
  /^(?:(?:so|tong so|muc|theo|tren)\s+)?(?:ke hoach|du toan|chi tieu|muc tieu|cung ky|nam truoc|tong thu|tong chi|so)(?![\p{L}])/u;

/** What a figure measures, in the text's own words; null where they do not say. `main`: the first figure's subject. */
export function nameOfTarget(
  section: Section,
  place: Place,
  given: { unit: string; each: boolean; main: string | null },
): string | null {
  const { quantity, subject } = place;
  const { unit, each, main } = given;
  const link = section.folded.slice(subject.to, quantity.at);
  const words = reached(wordsAt(section, subject), link).replace(
    /\s(?:\u0111\u1ea1t|ho\u00e0n th\u00e0nh) v\u00e0 v\u01b0\u1ee3t\s.*$/u,
    '',
  );
  const bare = section.folded.slice(subject.from, subject.to);
  const after = wordsAt(section, place.after).replace(/^tr\u1edf (?:l\u00ean|xu\u1ed1ng)\s*/u, '');
  const counted = /^[a-z]/.test(quantity.unit);
  const measure = counted && isMeasure(quantity.unit);
  const thing = measure ? thingBehind(section, place).replace(UNIT_AHEAD, '') : after;
  if (bare !== '' && isVerbOnly(bare) && DIRECTION.test(bare)) {
    if (thing) return directionName(words, thing);
    return main ? metricName(`${main} ${words.toLowerCase()}`, '') : null;
  }
  // "Thu ngân sách đạt 45 tỷ đồng, vượt 5% dự toán".
  if (bare === '' && main && after && section.folded.startsWith('vuot ', quantity.at))
    return metricName(`${main} v\u01b0\u1ee3t ${after}`, '');
  if (each && measure) return words || thing ? metricName(`${words} ${thing}`.trim(), '') : null;
  if (isVerbOnly(bare)) {
    if (after) return counted ? countName(after) : metricName(besideName(main, after), unit);
    return bare === '' && main ? metricName(main, unit) : null;
  }
  if (!/\p{L}{2}/u.test(bare)) return null;
  const beside = besideName(main, words);
  if (beside !== words) return metricName(beside, unit);
  if (takesBehind(section, place, link, thing)) {
    const name = thingName(/(?:^|\s)co\s/.test(link) ? `${words} c\u00f3` : words, thing);
    return unit.startsWith('%') && !isActing(bare) ? metricName(name, unit) : metricName(name, '');
  }
  const aside = main !== null && inBracket(section, subject.from);
  return metricName(aside ? `${main} - ${words}` : words, unit);
}

/** "Kết nạp mới 120 đoàn viên", "Số hóa khoảng 80% hồ sơ": the figure stands within what it measures. */
function takesBehind(
  { folded }: Section,
  { quantity, subject, after }: Place,
  link: string,
  thing: string,
): boolean {
  if (thing === '' || /\p{L}|:/u.test(link.replace(/(?<![\p{L}])(?:duoc|cho|voi|co)(?![\p{L}])/gu, '')))
    return false;
  const counted = /^[a-z]/.test(quantity.unit);
  const acts = isActing(folded.slice(subject.from, subject.to));
  const bare = folded.slice(after.from, after.to).trim() === quantity.unit;
  if (counted && !isMeasure(quantity.unit)) return acts || !bare;
  return !BASE.test(folded.slice(after.from, after.to).trim());
}

/** What a measure is of: the words behind its unit. */
const thingBehind = (section: Section, { quantity, after }: Place): string =>
  wordsAt(section, { from: Math.max(after.from, Math.min(quantity.end, after.to)), to: after.to });

/** "Giảm tỷ lệ hộ nghèo xuống còn 1,2%": the rate is measured, not its fall. */
const reached = (words: string, tail: string): string =>
  /(?:^|\s)(?:xuong|len|con)(?:\s|$)/.test(tail) ? withoutDirection(words) : words;

export const wordsAt = ({ text }: Section, { from, to }: Span): string =>
  text
    .slice(from, to)
    .replace(
      /\s*\((?:tr\u1eeb|kh\u00f4ng k\u1ec3|ngo\u1ea1i tr\u1eeb|k\u1ec3 c\u1ea3|bao g\u1ed3m|g\u1ed3m|m\u1ed7i|tr\u1ecb gi\u00e1)[^()]*\)/giu,
      '',
    )
    .replace(/^[\s,:]+|[\s,.:;]+$/g, '')
    .replace(/\s+v\u00e0$/u, '')
    .replace(/\s+tr\u1edf (?:l\u00ean|xu\u1ed1ng)(?=\s|$)/u, '')
    .trim()
    .replace(/^([^"\u201c\u201d]*)["\u201c\u201d]([^"\u201c\u201d]*)$/u, '$1$2');

function inBracket(section: Section, at: number): boolean {
  const text = section.folded.slice(0, at);
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}
