import { foldLetters } from '../../text/fold-letters.ts';
import { capitalised } from '../../text/plan-names.ts';
import { planNotes } from '../../text/plan-notes.ts';
import { targetWords } from '../../text/plan-targets.ts';
import type { Document } from '../document/document.ts';
import type { Section } from '../document/sections.ts';
import { quoteOf } from '../evidence.ts';
import type { PlanRecord } from '../record.ts';
import { isOfAward } from './award-titles.ts';
import { citationsIn } from './citations.ts';
import { sentenceAround, sentencesOf } from './clauses.ts';
import { doneTargets } from './done-targets.ts';
import { isReached, pastFrom } from './past.ts';
import { type Quantity, quantitiesIn } from './quantities.ts';
import { inside, quotedIn } from './quoted.ts';
import { isBaseline } from './target-baseline.ts';
import { goesOn, isOfWhole, perIn } from './target-each.ts';
import { nameOfTarget, wordsAt } from './target-name.ts';
import { noneTargets } from './target-none.ts';
import { type Place, placesIn } from './target-places.ts';
import { type TargetRow, targetRows } from './target-rows.ts';
import { timingOf } from './target-timing.ts';
import { unitOf } from './target-unit.ts';
import { type Topic, topicOf } from './topics.ts';

export type PlanTarget = PlanRecord['targets'][number];
/** A target with what the warnings need to know of it. */
export interface FoundTarget {
  target: PlanTarget;
  section: Section;
  reversed: boolean;
}

const CUE =
  /it nhat|toi thieu|khong duoi|phan dau|100\s?%|\bmoi\s|tro len|chi tieu|dat ty le|ty le|bao dam|dam bao|dat\s|(?:tren|duoi)\s+\d|(?:^|[\s-])(?:tang|giam|keo giam)\s/;
/** "Tổ chức 02 đợt …", "Trình Bộ 02 thông tư": what is going to be done, in figures. */
const ACTS =
  /^[\s+-]*(?:[^:;,\d]{3,60}:\s*)?(?:\([ivx\d]{1,4}\)\s*)?(?:(?:cac|toan|moi) [^,.;\d]{3,40}\s)?(?:phoi hop\s|tiep tuc\s|phan dau\s|chu dong\s)*(?:to chuc|trong|xay dung|ho tro|ket nap|trinh|van dong|tiep nhan|tap huan|phat trien|thanh lap|giup|tang|trao|nhan|sua chua|kham|dang|viet|thuc hien|hoan thanh|so hoa|tiet kiem|kiem tra|phat hien|giai quyet|cap|lap|mo|ban hanh|cung cap|giai ngan|thu|xoa|dao tao|boi duong|gioi thieu|ung ho|quyen gop|hien|thi thu|tham gia|bien soan|xuat ban|cai tao|nang cap|don|tuyen truyen|thu hut|huy dong|tao|tu van|chuyen giao|tuyen chon|nop ngan sach|dam nhan|lap dat|lat|be tong hoa|phu xanh|cai tao|xay)[\s,]/;
/** "Năng suất bình quân: 1,5 tấn/ha". */
const STATED =
  /^[^:;|]{4,60}:\s*(?:(?:tu|tren|duoi|it nhat|toi thieu|khoang|dat|khong qua)\s+)*[\u2264\u2265<>]?\s*\d[\d.,]*\s?(?:%|[a-z])/;
const NO_TARGET =
  /(?:cu|phan cong|bo tri|chi dinh|cu tham gia|giao)\s+(?:it nhat\s+|toi thieu\s+)?\d+\s+(?:dong chi|lanh dao|can bo|cong chuc|nguoi|chuyen vien|vien chuc|thanh vien|dau moi)|(?:gui|nop|lap|ho so)\s[^;]{0,60}\d+\s+(?:bo|ban)(?![\p{L}])|(?:khi|de|duoc|khong) binh xet|tieu chuan|dieu kien xet|khen thuong khong|nam cong tac|tong so (?:diem|phieu)|(?:bi tru|bi tru di|cong them|duoc cong) \d+ diem|moi (?:duoc )?xet(?![\p{L}])|tren tong so phieu|diem thuong|diem tru|thanh vien hoi dong|nu\b.{0,20}70|ket qua (?:nam|dat duoc)|da dat|da thuc hien|da duoc tang/u;
const AWARD =
  /co thi dua|bang khen|giay khen|huan chuong|danh hieu (?:thi dua|"?(?:lao dong|chien si|tap the|don vi quyet thang|don vi tien tien))|chien si thi dua|lao dong tien tien|khen thuong/;

/** "100% hồ sơ đề nghị khen thưởng được nộp trực tuyến": the papers, not the award. */
const HANDLED = /(?:ho so|thu tuc) (?:de nghi |trinh )?khen thuong/g;
/** "Mỗi thôn giới thiệu một gương": work, wherever it is said. */
const FOUND = /(?:^|\s)moi [^;]{2,60}(?:gioi thieu|phat hien|boi duong)[^;]{0,60}(?:guong|dien hinh|mo hinh)/;
/** What a unit pays into the bloc's fund is no achievement. */
const PAID =
  /(?:kinh phi|(?<!nhan )quy hoat dong)[^;]{0,80}\d+ (?:trieu|nghin|ngan)? ?dong|dong gop \d[\d.,]*\s?(?:trieu|nghin|ngan)? ?dong/;

/** Numbers that somebody has to reach. Awards, criteria for them and names of campaigns are none. */
export function targetsIn(document: Document, year: number | null): FoundTarget[] {
  const sections = [...document.body, ...document.annex];
  const rows = targetRows(sections, year);
  const tabled = new Set(rows.map(one => one.section));
  const written = document.body.flatMap(section =>
    tabled.has(section) ? [] : inSection(section, document.body[section.parent], year).map(withSentence),
  );
  const found = [...written, ...rows.flatMap(ofRow)].toSorted(
    (a, b) => (a.target.line ?? 0) - (b.target.line ?? 0),
  );
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

/** Semicolons part the clauses that are read, not the sentence that its figures share. */
function withSentence(found: FoundTarget): FoundTarget {
  const { target, section } = found;
  const at = section.text.indexOf(target.text);
  if (at < 0) return found;
  const { from, to } = sentenceAround(section, at + target.text.length - 1);
  const sentence = quoteOf(section, from, to).quote;
  return sentence === target.text ? found : { ...found, target: { ...target, sentence } };
}

function inSection(section: Section, above: Section | undefined, year: number | null): FoundTarget[] {
  const topic = topicOf(section);
  if (section.heading && topic !== 'targets' && section.mark?.kind === 'roman') return [];
  if (topic === 'criteria' || topic === 'members' || topic === 'background') return [];
  const zone = topic === 'targets';
  const names = quotedIn(section.text);
  const cited = citationsIn([section]);
  const free = (one: Quantity) =>
    !inside(names, one.at) && !cited.some(citation => one.at < citation.end && one.end > citation.at);
  const all = quantitiesIn(section.folded).filter(one => free(one) && !isBaseline(section.folded, one, year));
  const sentences = sentencesOf(section);
  const past = pastFrom(
    sentences.map(({ from, to }) => section.folded.slice(from, to)),
    year,
  );
  const of = above ? perIn(above, above.mark?.end ?? 0, above.text.search(/:\s*$/)) : null;
  let per = of;
  let acted = false;
  const targets = sentences.flatMap(({ from, to }, n) => {
    const clause = section.folded.slice(from, to);
    const acts =
      doing(section, from, to, topic) || (topic === 'content' && acted && goesOn(section, from, to));
    acted = acts;
    const within = all.filter(one => one.at >= from && one.end <= to);
    const reached = within.filter(one => isReached(section.folded.slice(from, one.at), year));
    const own = within.filter(
      one => !reached.includes(one) && (!one.open || zone || acts || one.operator !== '='),
    );
    if (
      own.length === 0 ||
      NO_TARGET.test(clause) ||
      (topic === 'execution' && PAID.test(clause)) ||
      (topic === 'awards' && !FOUND.test(clause)) ||
      past[n] ||
      isOfAward(clause)
    )
      return [];
    if (
      !zone &&
      ((!CUE.test(clause) && !acts) ||
        (AWARD.test(clause.replace(HANDLED, '')) && !/%[^;]{0,60}dang ky/.test(clause)))
    )
      return [];
    const first = own[0]?.at ?? to;
    per = perIn(section, from, first) ?? (goesOn(section, from, to) ? per : of);
    const begin = reached.findLast(one => one.end <= first)?.end ?? from;
    const start = begin + (/^[\s,;]*/.exec(section.folded.slice(begin, first))?.[0].length ?? 0);
    return inSentence({ section, from: start, to, zone: zone || acts, year, per }, own);
  });
  const none =
    zone || targets.length > 0
      ? sentencesOf(section).flatMap(({ from, to }) => noneTargets(section, from, to, year))
      : [];
  const done = all.length === 0 && zone ? doneTargets(section, year) : [];
  return [...targets, ...none, ...done];
}

const REACHES = /phan dau|dat\s|(?:^|\s)(?:giam|tang|trong moi|ket nap)\s/;
/** A part of the plan that says what will be done, and in figures. */
function doing({ folded }: Section, from: number, to: number, topic: Topic | null): boolean {
  if (topic === 'time' || topic === 'execution' || topic === 'purpose') return false;
  const clause = folded.slice(from, to);
  return ACTS.test(clause) || (topic === 'content' && STATED.test(clause));
}

interface Sentence {
  section: Section;
  from: number;
  to: number;
  zone: boolean;
  year: number | null;
  /** Of whom the figures are, as this sentence, the one before it or the heading says. */
  per: string | null;
}

function inSentence(sentence: Sentence, own: readonly Quantity[]): FoundTarget[] {
  const { section, from, to } = sentence;
  let main: string | null = null;
  return placesIn(section, from, to, own).flatMap((place, n) => {
    const said = wordsAt(section, place.subject);
    const found = targetOf(sentence, place, n === 0 ? null : main);
    if (n === 0 && said !== '') main = said;
    main ??= found?.target.metric ?? null;
    return found ?? [];
  });
}

function targetOf(
  { section, from, to, zone, year, per }: Sentence,
  place: Place,
  main: string | null,
): FoundTarget | null {
  const { quantity } = place;
  const unit = unitOf(section, quantity);
  const before = section.folded.slice(from, quantity.at);
  const each = perIn(section, from, quantity.at) ?? (isOfWhole(before) ? null : per);
  const metric = nameOfTarget(section, place, { unit, each: each !== null, main });
  if (metric === null) return null;
  const counted = /^[a-z]/.test(quantity.unit);
  if (!zone && counted && quantity.operator === '=' && !each && !REACHES.test(before)) return null;
  const quote = quoteOf(section, from, to);
  const rawAt = quantity.at + (/^tu\s+/.exec(section.folded.slice(quantity.at))?.[0].length ?? 0);
  const bare = section.folded.slice(place.subject.from, place.subject.to);
  const target: PlanTarget = {
    text: quote.quote,
    metric,
    operator: quantity.operator,
    value: quantity.value,
    unit: unit === '' ? targetWords.ratio : unit,
    ...timingOf(section, from, to, year),
    raw: section.text.slice(rawAt, quantity.end).trim(),
    ...(each ? { per: each } : {}),
    ...(LOWER.test(bare) ? { direction: 'lower_is_better' as const } : {}),
    ...(quantity.reversed ? { needs_review: true, note: planNotes.reversedRange() } : {}),
    line: quoteOf(section, quantity.at, quantity.end).line,
  };
  return { target, section, reversed: quantity.reversed };
}

const LOWER = /icor|ty le (?:ho )?ngheo|that nghiep|toi pham|tai nan/;

/** A row's name and figure, read as one sentence. */
function ofRow({ section, name, figure }: TargetRow): FoundTarget[] {
  const [quantity] = quantitiesIn(foldLetters(figure));
  if (!quantity) return [];
  const unit = unitOf({ ...section, text: figure, folded: foldLetters(figure) }, quantity);
  const quote = quoteOf(section);
  const target: PlanTarget = {
    ...{ text: quote.quote, metric: capitalised(name), operator: quantity.operator, value: quantity.value },
    unit: unit === '' ? targetWords.ratio : unit,
    period: null,
    raw: figure,
    ...(quantity.reversed ? { needs_review: true, note: planNotes.reversedRange() } : {}),
    line: quote.line,
  };
  return [{ target, section, reversed: quantity.reversed }];
}
