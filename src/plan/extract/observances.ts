import type { Day } from '../../core/day.ts';
import { celebratedOn } from '../../text/anniversaries.ts';
import { dayFrom } from '../../text/find-day.ts';
import { awardName } from '../../text/plan-awards.ts';
import type { Document } from '../document/document.ts';
import type { Section } from '../document/sections.ts';
import { quoteOf } from '../evidence.ts';
import type { PlanRecord } from '../record.ts';
import { sentencesOf } from './clauses.ts';
import { quotedIn } from './quoted.ts';

const ANNIVERSARY =
  /(?:ky niem|chao mung)?\s*(?:\(?\s*(\d{1,3})\s+nam\)?)?\s*((?:ngay|cach mang|chien thang|giai phong|ngay hoi)[^,;()]{4,90}?|quoc khanh[^,;()]{0,90}?)\s*\(\s*(\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?)(?:\s*-\s*(\d{1,2}[/.]\d{1,2}[/.]\d{4}))?[^)]{0,20}\)/g;
const BARE =
  /(quoc khanh|giai phong mien nam|quoc te lao dong|ngay sinh[^,;()]{0,40}?|ngay truyen thong[^,;()]{0,60}?|ngay thanh lap[^,;()]{0,60}?)\s+(?:\(|ngay\s+)?(\d{1,2}[/.]\d{1,2})(?![/.]?\d)/g;

/** A sentence that looks forward to days which it may only name by their numbers. */
const FEAST = /chao mung|ky niem|ngay le|lap thanh tich/;
const NUMBERS =
  /(?<![\d/.-])(?<!(?:truoc|den|tu|het|sau)\s)(?<!(?:truoc|den|tu|het|sau) ngay\s)(\d{1,2}[/.-]\d{1,2})(?![/.-]?\d)/g;

/** "chào mừng các ngày 19/5, 2/9": days that everybody knows by their numbers. */
function namedByNumbers(section: Section, year: number | null): PlanRecord['milestones'] {
  return sentencesOf(section).flatMap(({ from, to }) => {
    const words = section.folded.slice(from, to);
    if (!FEAST.test(words)) return [];
    return [...words.matchAll(NUMBERS)].flatMap(([, printed = '']) => {
      const date = dayOf(printed, year);
      const what = date && celebratedOn(date);
      if (!what) return [];
      const { quote, line } = quoteOf(section, from, to);
      return [{ what, date, quote, line }];
    });
  });
}

/** Days that are celebrated: no terms. */
export function milestonesIn({ body }: Document, year: number | null): PlanRecord['milestones'] {
  const named = body.flatMap(section => [
    ...[...section.folded.matchAll(ANNIVERSARY)].map(one =>
      milestone(section, one.index, one[0], one[2] ?? '', one[4] ?? one[3] ?? '', year),
    ),
    ...[...section.folded.matchAll(BARE)].map(one =>
      milestone(section, one.index, one[0], one[1] ?? '', one[2] ?? '', year),
    ),
  ]);
  // A day that has a name somewhere goes by it.
  const found = [...named, ...body.flatMap(section => namedByNumbers(section, year))];
  const seen = new Set<string>();
  return found.filter(one => {
    const key = `${one.date ?? ''}${one.date ? '' : one.what}`;
    return !seen.has(key) && seen.add(key);
  });
}

function milestone(
  section: Section,
  at: number,
  whole: string,
  name: string,
  date: string,
  year: number | null,
) {
  const from = at + whole.indexOf(name);
  const quote = quoteOf(section, at, at + whole.length);
  return {
    what: section.text.slice(from, from + name.length).trim(),
    date: dayOf(date, year),
    quote: quote.quote,
    line: quote.line,
  };
}

function dayOf(printed: string, year: number | null): Day | null {
  const [day = 0, month = 0, said] = printed.split(/[/.-]/).map(Number);
  // The first year of an anniversary is the event's own.
  const inYear = said === undefined || said < 2000 ? year : said;
  return inYear === null ? null : dayFrom(inYear, month, day);
}

const DAYS = /(\d{1,4})\s+ngay(?:,|\s)*(?:va\s+)?dem/g;
const MOVEMENT =
  /thi dua|phong trao|ca nuoc|chung (?:suc|tay)|vi nguoi ngheo|day manh|ngay dem|binh dan hoc vu|toan dan|ren luyen|noi guong|nong thon moi|hoc tap|doi moi/;

/** Movements that the plan names, with the days that a name may hold. */
export function campaignsIn({ body }: Document): PlanRecord['campaigns'] {
  const seen = new Set<string>();
  return body
    .flatMap(section =>
      quotedIn(section.text).flatMap(range => {
        const quote = quoteOf(section, range.from + 1, range.to - 1);
        const folded = section.folded.slice(range.from, range.to);
        if (!MOVEMENT.test(folded) || quote.quote.length > 260) return [];
        const days = /(\d{1,4})\s+ngay(?:,|\s)*(?:va\s+)?dem/.exec(folded)?.[1];
        return [{ name: quote.quote, days: days ? Number(days) : null, line: quote.line }];
      }),
    )
    .filter(one => !seen.has(one.name) && seen.add(one.name));
}

/** "455 ngày đêm", in a name or not. */
export function daysAndNights({ body }: Document): { section: Section; at: number; end: number }[] {
  return body.flatMap(section =>
    [...section.folded.matchAll(DAYS)].map(found => ({
      section,
      at: found.index,
      end: found.index + found[0].length,
    })),
  );
}

const FORM =
  /(co thi dua|bang khen|giay khen|huan chuong|danh hieu [^,;.()]{4,60}|tap the lao dong xuat sac|chien si thi dua (?:co so|toan quoc|cap \p{L}+|cap tinh|cap bo)|lao dong tien tien)(\s+cua\s+(?:chinh phu|thu tuong chinh phu|chu tich ubnd [^,;.()]{3,40}|ubnd [^,;.()]{3,40}|bo [^,;.()]{3,40}|tinh[^,;.()]{0,20}))?(?=[\s,;.()]|$)/gu;

/** Kinds of award that the plan speaks of. */
export function awardsIn({ body }: Document): PlanRecord['awards'] {
  const seen = new Set<string>();
  return body
    .flatMap(section =>
      [...section.folded.matchAll(FORM)].map(found => {
        const [whole, form = '', by = ''] = found;
        const cut = section.text.slice(found.index, found.index + form.length);
        const quote = quoteOf(section, found.index, found.index + whole.length);
        const giver = section.text.slice(found.index + form.length, found.index + form.length + by.length);
        return {
          form: awardName(cut),
          by: by === '' ? null : giver.replace(/^\s*\S+\s+/, '').trim(),
          quote: quote.quote,
          line: quote.line,
        };
      }),
    )
    .filter(one => {
      const key = `${one.form.toLowerCase()}|${one.by ?? ''}`;
      return !seen.has(key) && seen.add(key);
    });
}
