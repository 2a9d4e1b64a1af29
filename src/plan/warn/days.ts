import type { Document } from '../document/document.ts';
import type { Section } from '../document/sections.ts';
import { citationsIn } from '../extract/citations.ts';
import { phrasesOf, type TimePhrase } from '../time/phrases.ts';
import { readTime } from '../time/read-time.ts';
import { type Anomaly, warnAt } from './warning.ts';

const DUTY =
  /bao cao|ho so|dang ky|danh sach|cham diem|tu cham|so ket|tong ket|hoi nghi|giao uoc|phat dong|binh xet|tham dinh|gui|nop|hoan thanh|han|thoi gian|to chuc/;

/** Days that cannot be: left blank, misread, not in the calendar, ends before beginnings. */
export function dayWarnings(document: Document, year: number | null): Anomaly[] {
  if (year === null) return [];
  return document.body.flatMap(section => {
    const phrases = phrasesOf(section).filter(one => one.unreadable || isBroken(one, year));
    if (phrases.length === 0) return [];
    const cited = citationsIn([section]);
    return phrases
      .filter(one => !cited.some(citation => one.at < citation.end && one.end > citation.at))
      .flatMap(one => warningOf(section, one, year));
  });
}

function warningOf(section: Section, phrase: TimePhrase, year: number): Anomaly[] {
  const { at, end, unreadable } = phrase;
  if (unreadable?.cause === 'slip') return [warnAt('misread_day', section, at, end, unreadable.likely ?? '')];
  if (unreadable?.cause === 'blank')
    return DUTY.test(section.folded) ? [warnAt('blank_due', section, at, end)] : [];
  if (unreadable) return [];
  if (phrase.kind === 'range' && isReversed(phrase, year))
    return [warnAt('reversed_dates', section, at, end)];
  return [warnAt('impossible_date', section, at, end, section.text.slice(at, end))];
}

const isBroken = (phrase: TimePhrase, year: number): boolean =>
  phrase.bound !== 'bare' &&
  phrase.kind !== 'relative' &&
  !phrase.vague &&
  !(phrase.every && phrase.every !== 'year') &&
  readTime(phrase, year) === null;

/** Both ends are days, only the wrong way round. */
function isReversed(phrase: TimePhrase, year: number): boolean {
  const ends = [phrase.from ?? '', phrase.core].map(core =>
    readTime(
      { ...phrase, kind: 'day', bound: 'by', from: null, core: /^\d/.test(core) ? `ngay ${core}` : core },
      year,
    ),
  );
  return ends.every(one => one !== null);
}
