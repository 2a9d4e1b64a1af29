import {
  countName,
  directionName,
  metricName,
  withoutDirection,
  withoutEach,
} from '../../text/plan-targets.ts';
import type { Section } from '../document/sections.ts';
import { isMeasure } from './quantities.ts';
import { isVerbOnly, type Place, type Span } from './target-places.ts';

/** The unit itself, before what it is of: `đồng vào quỹ`. */
const UNIT_AHEAD = /^(?:\p{L}+\s)?\u0111\u1ed3ng(?:\/\p{L}+)*\s*/iu;
const DIRECTION = /^(?:(?:keo )?(?:giam|tang)|rut ngan|tiet kiem|cat giam|nang)/;

/** What a figure measures, in the text's own words; null where they do not say. `main`: the first figure's subject. */
export function nameOfTarget(
  section: Section,
  place: Place,
  given: { unit: string; each: boolean; main: string | null },
): string | null {
  const { quantity, subject } = place;
  const { unit, each, main } = given;
  const words = reached(wordsAt(section, subject), section.folded.slice(subject.to, quantity.at));
  const bare = section.folded.slice(subject.from, subject.to);
  const after = wordsAt(section, place.after);
  const counted = /^[a-z]/.test(quantity.unit);
  if (bare !== '' && isVerbOnly(bare) && DIRECTION.test(bare)) {
    const thing =
      counted && isMeasure(quantity.unit) ? '' : after.replace(/^tr\u1edf (?:l\u00ean|xu\u1ed1ng)\s*/u, '');
    if (thing) return directionName(words, thing);
    return main ? metricName(`${main} ${words.toLowerCase()}`, '') : null;
  }
  if (each && counted && isMeasure(quantity.unit)) {
    const said = withoutEach(words);
    const thing = after.replace(UNIT_AHEAD, '').trim();
    return said || thing ? metricName(`${said} ${thing}`.trim(), '') : null;
  }
  if (isVerbOnly(bare) || each) {
    if (after) return counted ? countName(after) : metricName(after, unit);
    return bare === '' && main ? metricName(main, unit) : null;
  }
  if (counted && !isMeasure(quantity.unit) && bare.split(' ').length < 3)
    return after ? countName(after) : null;
  if (!/\p{L}{2}/u.test(bare)) return null;
  const aside = main !== null && inBracket(section, subject.from);
  return metricName(aside ? `${main} - ${words}` : words, unit);
}

/** "Giảm tỷ lệ hộ nghèo xuống còn 1,2%": the rate is measured, not its fall. */
const reached = (words: string, tail: string): string =>
  /(?:^|\s)(?:xuong|len|con)(?:\s|$)/.test(tail) ? withoutDirection(words) : words;

export const wordsAt = ({ text }: Section, { from, to }: Span): string =>
  text
    .slice(from, to)
    .replace(/^[\s,:]+|[\s,.:;]+$/g, '')
    .replace(/\s+v\u00e0$/u, '')
    .replace(/\s+tr\u1edf (?:l\u00ean|xu\u1ed1ng)$/u, '')
    .trim();

function inBracket(section: Section, at: number): boolean {
  const text = section.folded.slice(0, at);
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}
