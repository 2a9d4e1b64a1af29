import { fold } from '../../text/fold.ts';
import { awardName } from '../../text/plan-awards.ts';
import type { Document } from '../document/document.ts';
import type { Section } from '../document/sections.ts';
import { quoteOf } from '../evidence.ts';
import type { PlanRecord } from '../record.ts';
import { TITLE } from './award-titles.ts';
import { sentencesOf } from './clauses.ts';
import { isReached, pastFrom } from './past.ts';
import { type Quantity, quantitiesIn } from './quantities.ts';
import { inside, quotedIn } from './quoted.ts';
import type { FoundTarget } from './targets.ts';
import { topicOf } from './topics.ts';

type Quota = PlanRecord['quota_requirements'][number];

const FLAG = String.raw`(?: cua [^,;.()\d:]{3,60}?(?=[,;.():]|\s(?:va|cho|theo|hoac)\s|$))?`;
const AWARD = new RegExp(
  `co thi dua${FLAG}|co don vi dan dau|(?<=tang )co(?=[\\s;.,]|$)|bang khen${FLAG}|giay khen|${TITLE.source}|huan chuong|khen thuong`,
  'g',
);
const GIVEN =
  /da (?:duoc )?(?:tang|nhan|de nghi)|nam 2025 (?:duoc|da)|duoc tang .{0,30}nam 202[0-5]|giu vung\s+danh hieu/;
/** What an award is given for, or withheld. */
const CRITERION =
  /khong (?:duoc )?xet|moi duoc (?:xet|de nghi)|(?<!du )(?:tieu chuan|dieu kien)|(?:de nghi|xet|danh hieu|cong nhan)(?![a-z])[^;]{0,90} phai (?:co|dat|duoc|hoan thanh)\s|cu moi|bo phieu.{0,40}%|so phieu|tan thanh|ty le phieu|% (?:tong )?so phieu/;
/** "Tỷ lệ khen thưởng công nhân đạt từ 55% trở lên". */
const RATE = /ty le [^;]{0,30}khen thuong/;
const UNIT_EACH =
  /^(?:don vi|co quan|thanh vien|tap the|truong|xa|phuong|phong|so|ban|doanh nghiep|chi bo|dang bo|to|to chuc|hoi|co so|chi hoi|cong doan|cdcs|nghiep doan|khoa|chi nhanh|chi cuc|cuc|vu|thon|ap|khu pho|tinh|thanh|thanh pho|benh vien|tram|cong ty|xi nghiep|lien doan|chi doan|dai doi|tieu doan|trung doan|doi|don|khom|buon|lang|huyen doan|ban chi huy|cum|nganh|dia phuong|bo mon|bo phan|phan xuong|vien(?! chuc))\b/;
/** Whom an award is for. */
const RECEIVER =
  /^(?:%|tap the|ca nhan|don vi|co quan|thanh vien|dia phuong|co thi dua|bang khen|giay khen|nguoi|giai|dong chi|doanh nghiep|chi nhanh|truong|thon|to dan pho|khu pho|ho|gia dinh|khoa|phong|xa|phuong|so|cong doan|to chuc|hoi|can bo|cong chuc|vien chuc|giao vien|dang vien|doan vien|hoi vien|lao dong|quan nhan|chien si|co so|chi bo|chi cuc|cuc|vu|benh vien|cong ty|hoc sinh|lop|to|danh hieu|truong hop|cdcs|dang bo|guong)/;

/** How many awards there are, and what each unit owes at least. */
export function quotasIn(
  document: Document,
  targets: readonly FoundTarget[],
  members: number,
  year: number | null,
): Quota[] {
  const least = targets.flatMap(({ target }): Quota[] => {
    if (!target.per || target.operator === 'approx' || target.operator === 'done') return [];
    if (!UNIT_EACH.test(fold(target.per)) || target.operator === '>' || target.operator === '<') return [];
    const total =
      target.operator === '>=' &&
      typeof target.value === 'number' &&
      members > 0 &&
      !target.unit.startsWith('%');
    return [
      {
        text: target.text,
        scope: 'per_unit',
        operator: target.operator,
        value: target.value,
        unit: target.unit,
        ...(total && typeof target.value === 'number' ? { bloc_total_min: target.value * members } : {}),
        line: target.line,
      },
    ];
  });
  return [
    ...least,
    ...document.body.flatMap(section => inSection(section, document.body[section.parent], year)),
  ];
}

function inSection(section: Section, heading: Section | undefined, year: number | null): Quota[] {
  const topic = topicOf(section);
  if (topic === 'background') return [];
  const above =
    heading && topic !== 'criteria' ? awardsOf(heading, heading.mark?.end ?? 0, heading.text.length) : [];
  if (above.length === 0 && section.folded.search(AWARD) < 0) return [];
  const names = quotedIn(section.text).filter(
    one => section.folded.slice(one.from, one.to).search(AWARD) < 0,
  );
  const sentences = sentencesOf(section);
  const past = pastFrom(
    sentences.map(({ from, to }) => section.folded.slice(from, to)),
    year,
  );
  return sentences.flatMap(({ from, to }, n) => {
    const clause = section.folded.slice(from, to);
    if (GIVEN.test(clause) || past[n] || CRITERION.test(clause) || /% [^;]{0,60}dang ky/.test(clause))
      return [];
    const own = awardsOf(section, from, to);
    const awards = own.length > 0 ? own : above.map(({ words }) => ({ at: from, words, title: words }));
    if (awards.length === 0) return [];
    const counted = quantitiesIn(section.folded).filter(
      one =>
        one.at >= from &&
        one.end <= to &&
        !inside(names, one.at) &&
        isReceived(section.folded, one) &&
        !isReached(section.folded.slice(from, one.at), year),
    );
    const most = counted.map((one, n) =>
      // "không quá 20% tập thể, 15% cá nhân": said once for both.
      counted[n - 1]?.operator === '<=' &&
      one.operator === '=' &&
      isOneBreath(section.folded, counted[n - 1], one)
        ? { ...one, operator: '<=' as const }
        : one,
    );
    const real = awards.filter(award => award.words !== 'khen thuong');
    const limits = most.some(one => one.operator === '<=' || (one.operator === '>=' && RATE.test(clause)));
    if (real.length === 0 && !limits) return [];
    return most.flatMap(quantity => quotaOf(section, from, to, quantity, real.length > 0 ? real : awards));
  });
}

interface Award {
  at: number;
  /** Folded. */
  words: string;
  title: string;
}

const awardsOf = (section: Section, from: number, to: number): Award[] =>
  [...section.folded.slice(from, to).matchAll(AWARD)].map(({ index, 0: words }) => ({
    at: from + index,
    words,
    title: section.text.slice(from + index, from + index + words.length),
  }));

/** No other award begins between. */
const isOneBreath = (folded: string, before: Quantity | undefined, one: Quantity): boolean =>
  before !== undefined && folded.slice(before.end, one.at).search(AWARD) < 0;

/** "01 bộ hồ sơ", "02 năm liền": not what is given. */
const isReceived = (folded: string, one: Quantity): boolean =>
  RECEIVER.test(one.unit) &&
  one.operator !== 'approx' &&
  !/^\s*(?:ho so|lien|phieu|diem)/.test(folded.slice(one.end)) &&
  !/(?:chia thanh|gom|trong so|tong so|tren|\/)\s*$/.test(folded.slice(0, one.at));

function quotaOf(
  section: Section,
  from: number,
  to: number,
  quantity: Quantity,
  awards: readonly Award[],
): Quota[] {
  const own = /^(?:co thi dua|bang khen|giay khen)/.test(quantity.unit);
  const named = own
    ? awards.find(award => award.at >= quantity.at && award.at <= quantity.end)
    : (awards.find(award => award.at > quantity.at) ?? awards.at(-1));
  if (!named || quantity.operator === 'approx') return [];
  const clause = section.folded.slice(from, to);
  return [
    {
      text: quoteOf(section, from, to).quote,
      scope: /moi (?:khoi|cum)|trong khoi|cua khoi|\bkhoi\b|\bcum\b/.test(clause)
        ? 'per_bloc'
        : /moi (?:don vi|co quan|truong|xa)/.test(clause)
          ? 'per_unit'
          : 'whole',
      operator: quantity.operator,
      value: quantity.value,
      unit: section.text.slice(quantity.unitAt, quantity.unitAt + quantity.unit.length),
      award: awardName(named.title),
      line: quoteOf(section, quantity.at, quantity.end).line,
    },
  ];
}
