import { planNotes } from '../../text/plan-notes.ts';
import { countName, metricName, targetWords } from '../../text/plan-targets.ts';
import type { Document } from '../document/document.ts';
import type { Section } from '../document/sections.ts';
import { quoteOf } from '../evidence.ts';
import type { PlanRecord } from '../record.ts';
import { citationsIn } from './citations.ts';
import { sentencesOf } from './clauses.ts';
import { doneTargets } from './done-targets.ts';
import { isPast } from './past.ts';
import { COUNTED, type Quantity, quantitiesIn } from './quantities.ts';
import { inside, quotedIn } from './quoted.ts';
import { timingOf } from './target-timing.ts';
import { topicOf } from './topics.ts';

export type PlanTarget = PlanRecord['targets'][number];
/** A target with what the warnings need to know of it. */
export interface FoundTarget {
  target: PlanTarget;
  section: Section;
  reversed: boolean;
}

const CUE =
  /it nhat|toi thieu|khong duoi|phan dau|100\s?%|\bmoi\s|tro len|chi tieu|dat ty le|ty le|bao dam|dam bao|dat\s|(?:tren|duoi)\s+\d|(?:^|[\s-])(?:tang|giam|keo giam)\s/;
const NO_TARGET =
  /binh xet|tieu chuan|dieu kien xet|khen thuong khong|nam cong tac|tong so (?:diem|phieu)|tren tong so phieu|diem thuong|diem tru|thanh vien hoi dong|nu\b.{0,20}70|ket qua (?:nam|dat duoc)|da dat|da thuc hien|da duoc tang/;
const AWARD =
  /co thi dua|bang khen|giay khen|huan chuong|danh hieu|chien si thi dua|lao dong tien tien|khen thuong/;

/** Numbers that somebody has to reach. Awards, criteria for them and names of campaigns are none. */
export function targetsIn(document: Document, year: number | null): FoundTarget[] {
  const found = document.body.flatMap(section => inSection(section, year));
  const seen = new Set<string>();
  return found.filter(({ target }) => {
    const key = JSON.stringify([
      target.metric.toLowerCase(),
      target.operator,
      target.value,
      target.unit,
      target.period,
    ]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function inSection(section: Section, year: number | null): FoundTarget[] {
  const topic = topicOf(section);
  if (section.heading && topic !== 'targets' && section.mark?.kind === 'roman') return [];
  if (topic === 'awards' || topic === 'criteria' || topic === 'members') return [];
  const zone = topic === 'targets';
  const names = quotedIn(section.text);
  const cited = citationsIn([section]);
  const free = (one: Quantity) =>
    !inside(names, one.at) && !cited.some(citation => one.at < citation.end && one.end > citation.at);
  const all = quantitiesIn(section.folded).filter(free);
  const targets = sentencesOf(section).flatMap(({ from, to }) => {
    const clause = section.folded.slice(from, to);
    const own = all.filter(one => one.at >= from && one.end <= to);
    if (own.length === 0 || NO_TARGET.test(clause) || isPast(clause, year)) return [];
    if (!zone && (!CUE.test(clause) || (AWARD.test(clause) && !/%[^;]{0,60}dang ky/.test(clause)))) return [];
    return own.flatMap((quantity, n) => targetOf({ section, from, to, quantity, own, n, zone, year }));
  });
  const none = poorNone(section, zone, year);
  const done = all.length === 0 && zone ? doneTargets(section, year) : [];
  return [...targets, ...none, ...done];
}

interface Parts {
  section: Section;
  from: number;
  to: number;
  quantity: Quantity;
  own: readonly Quantity[];
  n: number;
  zone: boolean;
  year: number | null;
}

const LEAD =
  /^[\s,;:.(]*(?:(?:trong do|va|dong thoi|con|phan dau|co|hoan thanh|bao dam|dam bao|thuc hien|den (?:het |cuoi )?nam 20\d\d|(?:trong )?nam 20\d\d|giai doan 20\d\d\s?-\s?20\d\d)[\s,:]*)*/;
const TAIL =
  /[\s,:(]*(?:(?:phan dau|dat|duoc|la|tu|len|den|tren|muc|o muc|chiem|bang|con|khoang|giai doan 20\d\d\s?-\s?20\d\d|nam 20\d\d|co|so voi nam 20\d\d)[\s,:]*)*$/;

function targetOf({ section, from, to, quantity, own, n, zone, year }: Parts): FoundTarget[] {
  const before = own[n - 1];
  const start = before && !opensWith(section, from, before) ? before.end : from;
  const subjectSpan = trim(section, start, quantity.at, LEAD, TAIL);
  const bare = section.folded.slice(subjectSpan.from, subjectSpan.to);
  const end = own[n + 1]?.at ?? to;
  const unit = unitOf(section, quantity);
  const each =
    /\bmoi\s+((?:co quan|don vi|tap the|ca nhan|chi bo|dang vien|truong|xa|phuong|phong|so|hoi|cong doan|to|thanh vien|can bo|cong chuc|giao vien|doanh nghiep|lop|thon|khoi|cum)(?:[\s,]+(?:co quan|don vi|cong chuc|vien chuc|thanh vien|can bo))*)/.exec(
      section.folded.slice(from, quantity.at),
    );
  const counted = quantity.unit !== '' && !quantity.unit.startsWith('%') && /[a-z]/.test(quantity.unit);
  const metric = nameOf();
  if (metric === null) return [];
  if (
    !zone &&
    counted &&
    quantity.operator === '=' &&
    !each &&
    !/phan dau|dat\s/.test(section.folded.slice(from, quantity.at))
  )
    return [];
  const timing = timingOf(section, from, to, year);
  const quote = quoteOf(section, from, to);
  const ratio = unit === '';
  const rawAt = quantity.at + (/^tu\s+/.exec(section.folded.slice(quantity.at))?.[0].length ?? 0);
  const target: PlanTarget = {
    text: quote.quote,
    metric,
    operator: quantity.operator,
    value: quantity.value,
    unit: ratio ? targetWords.ratio : unit,
    ...timing,
    raw: section.text.slice(rawAt, quantity.end).trim(),
    ...(each?.[1] ? { per: perOf(each, section, from) } : {}),
    ...(/icor|ty le (?:ho )?ngheo|that nghiep|toi pham|tai nan/.test(bare)
      ? { direction: 'lower_is_better' as const }
      : {}),
    ...(quantity.reversed ? { needs_review: true, note: planNotes.reversedRange() } : {}),
    line: quoteOf(section, quantity.at, quantity.end).line,
  };
  return [{ target, section, reversed: quantity.reversed }];

  function nameOf(): string | null {
    const words = section.text.slice(subjectSpan.from, subjectSpan.to);
    const after = afterName(section, quantity, end, counted);
    const verbOnly =
      /^(?:xay dung|dang ky|to chuc|trien khai|gioi thieu|de nghi|phat hien|huy dong|van dong|tiep tuc|giai quyet|trong moi|lap|tham gia)?$/.test(
        bare,
      ) || each !== null;
    if (counted && (verbOnly || bare.split(' ').length < 3)) return after ? countName(after) : null;
    if (bare === '' || verbOnly) return after ? metricName(after, unit) : null;
    if (!/\p{L}{2}/u.test(bare)) return null;
    if (/^(?:keo )?(?:giam|tang)(?: them)?$/.test(bare) && after)
      return metricName(`${words} ${after.replace(/^tr\u1edf (?:l\u00ean|xu\u1ed1ng)\s+/u, '')}`, '');
    const main = inBracket(section, from, quantity.at) && before ? mainSubject() : null;
    return metricName(main ? `${main} - ${words}` : words, unit);
  }

  function mainSubject(): string | null {
    const first = own[0];
    if (!first) return null;
    const span = trim(section, from, first.at, LEAD, TAIL);
    return section.text.slice(span.from, span.to) || null;
  }
}

/** "100% cán bộ …": what is counted comes after, and is not the next one's subject. */
const opensWith = (section: Section, from: number, quantity: Quantity) =>
  section.folded.slice(from, quantity.at).replace(LEAD, '').trim() === '';

function trim(section: Section, from: number, to: number, lead: RegExp, tail: RegExp) {
  const text = section.folded.slice(from, to);
  const skip = lead.exec(text)?.[0].length ?? 0;
  const cut = tail.exec(text.slice(skip))?.index ?? text.length - skip;
  return { from: from + skip, to: from + skip + cut };
}

function inBracket(section: Section, from: number, at: number): boolean {
  const text = section.folded.slice(from, at);
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}

function afterName(section: Section, quantity: Quantity, end: number, counted: boolean): string {
  const start = counted ? quantity.unitAt : quantity.end;
  const rest = section.folded.slice(start, end);
  const stop =
    /[;(]|,\s*(?:trong do|phan dau|ke ca|it nhat|tren|duoi|khong)|\s(?:va|;)\s+(?:co|tren|it nhat|\d|khong)|\.$|\s(?:truoc (?:ngay|thang|nam)|so voi|trong nam|nam 20\d\d|den het)/.exec(
      rest,
    )?.index ?? rest.length;
  return section.text
    .slice(start, start + stop)
    .replace(/[\s,.:;]+$/, '')
    .trim();
}

const ALSO = new RegExp(
  String.raw`^(?:\s*,\s*(?:${COUNTED}))*\s*(?:hoac|/|va/hoac)\s*(?:${COUNTED})(?![\p{L}])`,
  'u',
);

/** "sáng kiến, mô hình hoặc giải pháp": one of several things. */
function unitOf(section: Section, quantity: Quantity): string {
  if (quantity.unit === '') return '';
  const printed = section.text
    .slice(quantity.unitAt, quantity.unitAt + quantity.unit.length + 2)
    .slice(0, quantity.unit.length)
    .replace(/\s*\/\s*/, '/');
  const own = quantity.unit.startsWith('%')
    ? section.text
        .slice(quantity.unitAt, quantity.end)
        .replace(/\s+tr\u1edf.*$/u, '')
        .replace(/\s/g, '')
    : printed;
  const also = ALSO.exec(section.folded.slice(quantity.unitAt + quantity.unit.length));
  if (!also) return own.toLowerCase().replace('usd', 'USD');
  const words = section.text.slice(
    quantity.unitAt + quantity.unit.length,
    quantity.unitAt + quantity.unit.length + also[0].length,
  );
  const rest = words.split(/\s*(?:,|\/|\sho\u1eb7c\s)\s*/iu).filter(one => /\p{L}{2}/u.test(one));
  return [own, ...rest.map(one => one.replace(/^(?:ho\u1eb7c|v\u00e0\/ho\u1eb7c)\s+/iu, '').trim())]
    .join('/')
    .toLowerCase();
}

function perOf(each: RegExpExecArray, section: Section, from: number): string {
  const at = from + each.index + each[0].length - (each[1] ?? '').length;
  return section.text.slice(at, at + (each[1] ?? '').length).trim();
}

/** "không còn hộ nghèo": none left is a number too. */
function poorNone(section: Section, zone: boolean, year: number | null): FoundTarget[] {
  const found = zone ? /khong con (?:ho |nguoi )?(ho ngheo|ngheo)/.exec(section.folded) : null;
  if (!found) return [];
  const end = found.index + found[0].length;
  const timing = timingOf(section, section.mark?.end ?? 0, end, year);
  const target: PlanTarget = {
    text: quoteOf(section, section.mark?.end ?? 0).quote,
    metric: targetWords.poorHouseholds,
    operator: '=',
    value: 0,
    unit: targetWords.household,
    ...timing,
    raw: section.text.slice(found.index, end),
    line: quoteOf(section, found.index, end).line,
  };
  return [{ target, section, reversed: false }];
}
