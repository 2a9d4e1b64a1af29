import type { Day } from '../../core/day.ts';
import { dayFrom } from '../../text/find-day.ts';
import type { Document } from '../document/document.ts';
import type { Section } from '../document/sections.ts';
import { type Quote, quoteOf } from '../evidence.ts';

/** Another document that the text names. */
export interface Citation {
  /** Folded: `ke hoach`. */
  kind: string;
  /** Without inner spaces, null where only the name is given. */
  number: string | null;
  /** The year that the number itself carries: `152/2025/NĐ-CP`. */
  numberYear: number | null;
  date: Day | null;
  /** A date is printed that no calendar has. */
  impossible: boolean;
  /** As printed: `UBND tỉnh`. */
  body: string | null;
  section: Section;
  /** Where in the section. */
  at: number;
  end: number;
  /** What follows, folded, to the clause's end: what the document is about. */
  about: string;
  spaced: boolean;
  from: Quote;
}

const KIND =
  'ke hoach|quyet dinh|chi thi|nghi quyet|nghi dinh|ket luan|huong dan|cong van|thong tu|luat|chuong trinh hanh dong|chuong trinh|thong bao|quy dinh|quy che|to trinh|de an|cong dien|phap lenh|van ban|thu ngo';
const NUMBER = String.raw`(\d{1,5}(?:\.\d{1,3})?(?:\s?\/\s?(\d{4}))?\s?[-\/]\s?[a-z][a-z0-9&]*(?:\s?[-\/]\s?[a-z0-9&]+)*)`;
const DATE = String.raw`(?:,?\s*(?:ban hanh\s+)?(?:ngay\s*)(\d{1,2})\s?(?:[\/.-]|thang)\s?(\d{1,2})\s?(?:[\/.-]|nam)\s?(\d{4}))`;
const NUMBERED = new RegExp(String.raw`\b(${KIND})\s+(?:so\s*:?\s*)?${NUMBER}${DATE}?`, 'g');
const DATED = new RegExp(
  String.raw`\b(luat|quy che|huong dan|ke hoach|quyet dinh)\s([^,;.:]{0,120}?(?:, khen thuong[^,;.:]{0,40})?)${DATE}`,
  'g',
);
/** "gửi kế hoạch … trước ngày 31/3/2026" cites nothing. */
const TERM =
  /\s(?:truoc|cham nhat(?: la)?|den(?: het)?|han|vao|tu|sau|het)\s+(?:\S+ ){0,4}?ngay\s*\d{1,2}\s?[/.t-][^,;]*$/;
const STOP =
  /\s(?:ve|v\/v|quy dinh|ban hanh|huong dan|phat dong|trien khai|thuc hien|sua doi|phe duyet|tai|va(?=\s(?:cac|thuc hien|trien khai|cong van|ke hoach|quyet dinh|huong dan|chi thi|uy ban nhan dan|ubnd))|nhu|nhiem ky)\s|[,;:(.]|$/;

export function citationsIn(sections: readonly Section[]): Citation[] {
  return sections.flatMap(section => {
    const numbered = [...section.folded.matchAll(NUMBERED)].map(found => {
      const [whole, kind = '', number = '', numberYear, ...date] = found;
      return citation(section, found.index, whole.length, {
        kind,
        number: section.text.slice(
          found.index + whole.indexOf(number),
          found.index + whole.indexOf(number) + number.length,
        ),
        numberYear: numberYear ? Number(numberYear) : null,
        date,
      });
    });
    const dated = [...section.folded.matchAll(DATED)].flatMap(found => {
      const [whole, kind = '', , ...date] = found;
      const end = found.index + whole.length;
      if (TERM.test(whole) || numbered.some(one => one.at < end && one.end > found.index)) return [];
      return [citation(section, found.index, whole.length, { kind, number: null, numberYear: null, date })];
    });
    return [...numbered, ...dated].toSorted((a, b) => a.at - b.at);
  });
}

interface Parts {
  kind: string;
  number: string | null;
  numberYear: number | null;
  date: readonly (string | undefined)[];
}

function citation(section: Section, at: number, length: number, parts: Parts): Citation {
  const end = at + length;
  const [day, month, year] = parts.date;
  const rest = section.folded.slice(end, end + 400);
  const of = /^\s*(?:\([^)]*\)\s*)?,?\s*(?:cua|do)\s+/.exec(rest)?.[0].length ?? null;
  const stop = of === null ? 0 : (STOP.exec(rest.slice(of))?.index ?? 0);
  const body = of === null ? null : section.text.slice(end + of, end + of + stop).trim();
  const about = /^[^;]*/.exec(rest.slice((of ?? 0) + stop))?.[0] ?? '';
  const onDay = day && month && year ? dayFrom(Number(year), Number(month), Number(day)) : null;
  return {
    kind: parts.kind,
    number: parts.number?.replace(/\s+/g, '').replace(/[–—]/g, '-') ?? null,
    numberYear: parts.numberYear,
    date: onDay,
    impossible: day !== undefined && onDay === null,
    body: body === '' ? null : body,
    section,
    at,
    end,
    about,
    spaced: /\s/.test(parts.number ?? ''),
    from: quoteOf(section, at, end),
  };
}

/** A number of one year with a date of another cannot be. */
export const contradictsItself = ({ numberYear, date }: Citation): boolean =>
  numberYear !== null && date !== null && Number(date.slice(0, 4)) !== numberYear;

/** The latest day that a cited document bears: this one cannot be older. */
export function lowerBound(citations: readonly Citation[]): { day: Day; citation: Citation } | null {
  const sound = citations.filter(one => one.date !== null && !contradictsItself(one));
  const [last] = sound.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
  return last?.date ? { day: last.date, citation: last } : null;
}

export const citationsOf = (document: Document): Citation[] => citationsIn(document.body);
