import { type Day, dayIn } from '../../core/day.ts';
import { dayFrom } from '../../text/find-day.ts';
import type { Document } from '../document/document.ts';
import type { Quote } from '../evidence.ts';

export interface IssueDate {
  date: Day | null;
  day: number | null;
  month: number | null;
  year: number | null;
  place: string | null;
  from: Quote;
}

const GAP = String.raw`[\s._\u2026]*`;
/** A letter may be lost: "gày", "ngy". */
const DATE = new RegExp(
  String.raw`(?:n?g?ay|ngy|nga)${GAP}(\d{0,2})${GAP}th?[ao]?ng?${GAP}(\d{0,2})${GAP}n[a]?m${GAP}(\d{4})?`,
);
const SHORT = /,\s*(?:ngay\s*)?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})\s*$/;

/** The document's number in front of the place: "Số: 12/KH-UBND Hà Nội". */
const OWN_NUMBER = /^\s*S\u1ed1\s*:?\s*\d*\s*[/-]\s*\S+\s+(?=\p{Lu})/u;

/** Place and date of the letterhead; parts that were left blank are null. */
export function issueDate({ header, title, signature }: Document): IssueDate | null {
  for (const line of [...header, ...title, ...signature]) {
    const found = line.text.length > 160 ? null : (DATE.exec(line.folded) ?? SHORT.exec(line.folded));
    if (!found) continue;
    // The letterhead's other column may stand before the place.
    const before =
      line.text
        .slice(0, found.index)
        .trimEnd()
        .split(/\s{2,}|\t|\|/)
        .at(-1)
        ?.replace(OWN_NUMBER, '') ?? '';
    if (/\d/.test(before) || before.length > 50) continue;
    const [day, month, year] = found.slice(1, 4).map(part => (part ? Number(part) : null));
    const place = before.replace(/[,\s.]+$/, '').trim();
    const end = found.index + found[0].length;
    const quote = line.text.slice(line.text.lastIndexOf(before, found.index), end).trim();
    return {
      date: day && month && year ? dayFrom(year, month, day) : null,
      day: day ?? null,
      month: month && month >= 1 && month <= 12 ? month : null,
      year: year && year >= 1990 && year <= 2099 ? year : null,
      place: place === '' ? null : place,
      from: { quote, line: line.no, last: line.no },
    };
  }
  return null;
}

/** The first day on which a plan can have been issued: what its letterhead leaves blank counts from the first. */
export function issuedSince(document: Document, year: number): Day {
  const issued = issueDate(document);
  return issued?.date ?? dayIn(issued?.year ?? year, issued?.month ?? 1, 1);
}
