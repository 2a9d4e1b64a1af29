import type { Document } from '../document/document.ts';
import type { Section } from '../document/sections.ts';
import type { TimePhrase } from '../time/phrases.ts';
import { citationsIn } from './citations.ts';
import { inside, quotedIn } from './quoted.ts';

/** The phrases of a paragraph that could be terms: not those of names, citations, shares and meetings that have been held. */
export function termsOf(document: Document, section: Section, phrases: readonly TimePhrase[]): TimePhrase[] {
  const cited = citationsIn([section]);
  const names = quotedIn(section.text);
  return phrases.filter(
    (one, n) =>
      !inside(names, one.at) &&
      !isOfName(section.folded, one, phrases[n + 1]) &&
      one.at >= (section.mark?.end ?? 0) &&
      !isFraction(section.folded, one) &&
      !isHeld(document, section, one) &&
      !cited.some(citation => one.at < citation.end && one.end > citation.at) &&
      !/(?:ngay|so \d[^ ]*|\/[\p{L}\d-]+) $/u.test(
        one.bound === 'bare' ? section.folded.slice(0, one.at) : '',
      ),
  );
}

/** "không quá 1/3 là lãnh đạo": a part, not the first of March. */
const isFraction = (folded: string, { core, at, end }: TimePhrase): boolean =>
  /^ngay [1-3]\s?\/\s?[2-5]$/.test(core) &&
  !/ngay\s/.test(folded.slice(at, end)) &&
  (/(?:qua|it nhat|toi thieu|toi da|tren|duoi|hon|chiem|du|dat)\s*(?:\d\s?\/\s?\d)?$/.test(
    folded.slice(0, end),
  ) ||
    /^\s+(?:so|tong|la\s|thanh vien|dai bieu|don vi|uy vien)/.test(folded.slice(end)));

const BASIS = /^\W*(?:can cu|tren co so|thuc hien|theo|xet|sau khi|tiep theo|duoc su|y kien|ket luan)\s/;
const ISSUES = /(?:xay dung|ban hanh|phat dong|de ra|thong nhat ke hoach)\s/;

/** "Trên cơ sở ý kiến thống nhất tại Hội nghị ngày …": what the plan rests on has been. */
function isHeld({ intro }: Document, section: Section, { bound, at, kind }: TimePhrase): boolean {
  if (
    kind !== 'day' ||
    (bound !== 'bare' && bound !== 'during') ||
    section.mark !== null ||
    !intro.includes(section)
  )
    return false;
  const start = Math.max(section.folded.lastIndexOf(';', at), section.folded.lastIndexOf('. ', at)) + 1;
  const before = section.folded.slice(start, at);
  return BASIS.test(before) && !ISSUES.test(before);
}

const OPEN = String.raw`[^.;:|\t()]{0,90}$`;
const HANDED = new RegExp(
  String.raw`(?:bao cao|ho so|dang ky|tu cham|tu danh gia|bang diem|danh sach|so lieu|cham diem)(?![^.;:|\t()]*\s(?:gui|nop|xong|hoan thanh|trong|vao|truoc|ve)\s)${OPEN}`,
);
const HELD = new RegExp(`(?:so ket|tong ket|hoi nghi|binh xet|giao ban|xep loai|phat dong|thi dua)${OPEN}`);

/** "Báo cáo quý III gửi trước ngày …": the quarter is what the report is about. */
function isOfName(folded: string, { kind, at, end }: TimePhrase, next: TimePhrase | undefined): boolean {
  if ((kind !== 'month' && kind !== 'quarter') || !/^(?:thang|quy)/.test(folded.slice(at))) return false;
  const before = folded.slice(0, at);
  if (HANDED.test(before)) return true;
  const between = next ? folded.slice(end, next.at) : null;
  return between !== null && between.length < 60 && !/[.;,]/.test(between) && HELD.test(before);
}
