import { fold } from '../../text/fold.ts';
import { awardName } from '../../text/plan-awards.ts';
import type { Document } from '../document/document.ts';
import type { Section } from '../document/sections.ts';
import { quoteOf } from '../evidence.ts';
import type { PlanRecord } from '../record.ts';
import { sentencesOf } from './clauses.ts';
import { isPast } from './past.ts';
import { type Quantity, quantitiesIn } from './quantities.ts';
import { inside, quotedIn } from './quoted.ts';
import type { FoundTarget } from './targets.ts';

type Quota = PlanRecord['quota_requirements'][number];

const AWARD =
  /co thi dua(?: cua [^,;.()\d]{3,60}?(?=[,;.()]|\s(?:va|cho|theo|hoac)\s|$))?|bang khen(?: cua [^,;.()\d]{3,60}?(?=[,;.()]|\s(?:va|cho|theo|hoac)\s|$))?|giay khen|tap the lao dong xuat sac|chien si thi dua|lao dong tien tien|don vi quyet thang|huan chuong|khen thuong/g;
const GIVEN =
  /da (?:duoc )?(?:tang|nhan|de nghi)|nam 2025 (?:duoc|da)|duoc tang .{0,30}nam 202[0-5]|(?:giu vung|dat)\s+danh hieu/;
const GIVES =
  /de nghi|xet|tang|khen thuong|lua chon|suy ton|binh chon|chon|so luong|co cau|chi tieu|moi (?:khoi|cum|don vi)|khong qua|toi da|duoc/;
const UNIT_EACH =
  /\b(?:don vi|co quan|thanh vien|tap the|truong|xa|phuong|phong|so|doanh nghiep|chi bo|to|hoi|cong doan)\b/;

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
  return [...least, ...document.body.flatMap(section => inSection(section, year))];
}

function inSection(section: Section, year: number | null): Quota[] {
  if (![...section.folded.matchAll(AWARD)].length) return [];
  const names = quotedIn(section.text);
  return sentencesOf(section).flatMap(({ from, to }) => {
    const clause = section.folded.slice(from, to);
    if (GIVEN.test(clause) || isPast(clause, year) || !GIVES.test(clause)) return [];
    const awards = [...clause.matchAll(AWARD)].map(found => ({ at: from + found.index, words: found[0] }));
    if (awards.length === 0) return [];
    const counted = quantitiesIn(section.folded).filter(
      one => one.at >= from && one.end <= to && !inside(names, one.at) && isCount(one),
    );
    const most = counted.map((one, n) =>
      // "không quá 20% tập thể, 15% cá nhân": said once for both.
      counted[n - 1]?.operator === '<=' && one.operator === '=' ? { ...one, operator: '<=' as const } : one,
    );
    const real = awards.filter(award => award.words !== 'khen thuong');
    if (real.length === 0 && !most.some(one => one.operator === '<=')) return [];
    return most.flatMap(quantity => quotaOf(section, from, to, quantity, real.length > 0 ? real : awards));
  });
}

const isCount = (one: Quantity) =>
  /^(?:%|tap the|ca nhan|don vi|co thi dua|bang khen|giay khen|nguoi|giai)/.test(one.unit) &&
  one.operator !== 'approx';

function quotaOf(
  section: Section,
  from: number,
  to: number,
  quantity: Quantity,
  awards: readonly { at: number; words: string }[],
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
      award: awardName(section.text.slice(named.at, named.at + named.words.length)),
      line: quoteOf(section, quantity.at, quantity.end).line,
    },
  ];
}
