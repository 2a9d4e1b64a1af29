import { unitHeadAt } from '../../text/plan-units.ts';
import type { Document } from '../document/document.ts';
import type { Section } from '../document/sections.ts';
import { quoteOf } from '../evidence.ts';
import type { PlanRecord } from '../record.ts';
import { sentencesOf } from './clauses.ts';

type Responsibility = PlanRecord['responsibilities'][number];

const ADDRESSED =
  /^(?:(?:giao|de nghi|yeu cau)\s+)?(?:cac|tung|moi|toan the|truong khoi|pho truong khoi|don vi truong|truong cum|thu truong|nguoi dung dau|thuong truc|hoi dong|bo phan|to giup viec|thanh vien|can bo)\b/;
const ACTS =
  /\s(?:can cu|co trach nhiem|chu tri|phoi hop|trien khai|tham muu|thuong xuyen|day manh|phan cong|to chuc|thuc hien|xay dung|theo doi|chiu trach nhiem|bo tri|can doi|quan tam|huong dan|tong hop|kiem tra)\s/;

/** Who has to do what, where the part on execution says so by headings or by subjects. */
export function responsibilitiesIn({ body }: Document): Responsibility[] {
  const found: Responsibility[] = [];
  let open: Responsibility | null = null;
  for (const section of body) {
    const inExecution = section.under.some(heading =>
      /to chuc thuc hien|phan cong|trach nhiem/.test(heading),
    );
    if (!inExecution || /^\W*tren day la/.test(section.folded)) {
      open = null;
      continue;
    }
    if (section.mark?.kind === 'bullet' || section.mark?.kind === 'letter') {
      if (open) open.tasks.push(...tasksOf(section, section.mark.end));
      continue;
    }
    const who = partyOf(section);
    open = who ? { who: who.name, tasks: tasksOf(section, who.end), line: quoteOf(section).line } : null;
    if (open) found.push(open);
  }
  return found.filter(one => one.tasks.length > 0);
}

/** The party that a heading names, null for any other heading. */
export const partyAt = (section: Section): string | null =>
  section.heading ? (partyOf(section)?.name ?? null) : null;

function partyOf(section: Section): { name: string; end: number } | null {
  const start = section.mark?.end ?? 0;
  const words = section.folded.slice(start);
  const given = /^(?:giao|de nghi|yeu cau)\s+/.exec(words)?.[0].length ?? 0;
  if (!ADDRESSED.test(words) && unitHeadAt(section.text, section.folded, start + given) === 0) return null;
  const acts = ACTS.exec(words)?.index;
  const colon = words.indexOf(':');
  const end =
    section.heading && acts === undefined
      ? words.length
      : Math.min(acts ?? Number.POSITIVE_INFINITY, colon < 0 ? Number.POSITIVE_INFINITY : colon);
  if (!Number.isFinite(end) || end > 300) return null;
  const name = section.text.slice(start + given, start + end).replace(/[:.,;\s]+$/, '');
  return name === '' ? null : { name, end: start + end };
}

function tasksOf(section: Section, from: number): Responsibility['tasks'] {
  return sentencesOf(section).flatMap(part => {
    if (part.to <= from) return [];
    const quote = quoteOf(section, Math.max(part.from, from), part.to);
    const text = quote.quote.replace(/^[:;,.\s-]+/, '');
    return text.length > 8 ? [{ text, line: quote.line }] : [];
  });
}
