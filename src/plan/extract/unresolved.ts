import { planNotes } from '../../text/plan-notes.ts';
import type { Document } from '../document/document.ts';
import type { Section } from '../document/sections.ts';
import { quoteOf } from '../evidence.ts';
import type { PlanRecord } from '../record.ts';
import { sentencesOf } from './clauses.ts';
import type { PlanDeadline } from './deadline-build.ts';
import type { DutyKind } from './duty-words.ts';
import { type KnownUnit, subjectOf } from './obliged.ts';

type Unresolved = PlanRecord['unresolved_deadlines'][number];
type Family = keyof typeof planNotes.duty;

const UNTIMED = `theo (?:dung )?(?:quy dinh|quy che|huong dan|yeu cau)|dung (?:thoi gian|thoi han|han|quy dinh|che do)|day du|dinh ky|kip thoi|nghiem(?: tuc)?`;
/** Duties that come without a day, the words that name them first. */
const DUTIES: readonly [Family, DutyKind, RegExp][] = [
  [
    'reporting',
    'report',
    new RegExp(
      String.raw`che do (?:thong tin,? ?|hoi hop,? ?)*bao cao[^.;]{0,80}|dinh ky[^.;]{0,80}bao cao[^.;]{0,100}|(?:gui|nop|thuc hien|lap)\s[^.;]{0,40}bao cao[^.;]{0,80}(?:${UNTIMED})[^.;]{0,40}`,
    ),
  ],
  [
    'adHoc',
    'report',
    /(?:bao cao|gui|nop|thong tin)(?![\p{L}])[^.;]{0,60}dot xuat[^.;]{0,80}|dot xuat[^.;]{0,40}bao cao[^.;]{0,60}/u,
  ],
  ['scoring', 'self_score', /tu (?:cham diem|danh gia)[^.;]{0,100}/],
  [
    'review',
    'review',
    /(?:to chuc|chu tri|thuc hien|tien hanh)\s[^.;]{0,30}(?:cham diem|binh xet|tham dinh|cham cheo|suy ton)[^.;]{0,80}/,
  ],
  [
    'registration',
    'registration',
    /(?:to chuc|thuc hien|gui|nop|tien hanh)\s[^.;]{0,30}dang ky (?:thi dua|danh hieu|giao uoc|chi tieu|noi dung|thuc hien|cac)[^.;]{0,80}/,
  ],
  [
    'dossiers',
    'dossier',
    /(?:gui|nop|lap|hoan thien|xay dung)\s[^.;]{0,30}ho so[^.;]{0,40}khen thuong[^.;]{0,80}/,
  ],
  [
    'midYear',
    'event',
    /(?:to chuc|tham muu|chuan bi|tien hanh|thuc hien|noi dung|hoi nghi)\s[^.;]{0,60}so ket[^.;]{0,60}/,
  ],
  [
    'yearEnd',
    'event',
    /(?:to chuc|tham muu|chuan bi|tien hanh|thuc hien|noi dung|hoi nghi)\s[^.;]{0,60}tong ket(?! kinh nghiem| mo hinh| va nhan rong)[^.;]{0,60}/,
  ],
];

/** Duties that the plan lays down without a date: a person is asked, nothing is filled in. */
export function unresolvedIn(
  document: Document,
  dated: readonly PlanDeadline[],
  units: readonly KnownUnit[],
): Unresolved[] {
  const found: (Unresolved & { family: Family })[] = [];
  const headless = !document.body.some(section => section.heading);
  for (const section of document.body) {
    if (section.heading) continue;
    const duty = headless || isDuty(section);
    for (const { from, to } of sentencesOf(section)) {
      const clause = section.folded.slice(from, to);
      if ((!duty && !ALWAYS.test(clause)) || /:\s*$/.test(clause)) continue;
      for (const [family, kind, pattern] of DUTIES) {
        // Who is to report at need does so whatever else has its day.
        if (
          family !== 'adHoc' &&
          /\d{1,2}[/.]\d{1,2}|thang \d|quy [ivx\d]|(?:hang|moi) (?:thang|quy|nam)/.test(clause)
        )
          continue;
        const match = pattern.exec(clause);
        if (!match || isCovered(family, kind, match[0], dated) || found.some(one => one.family === family))
          continue;
        const quote = quoteOf(section, from + match.index, from + match.index + match[0].length);
        found.push({
          ...{ family, kind, rule_text: quote.quote, line: quote.line },
          ...partyIn(section, { from, to }, units),
          what: planNotes.duty[family],
          why: planNotes.undated(/quy che|quy dinh|huong dan/.test(match[0])),
        });
      }
    }
  }
  return merged(found).map(({ family: _, ...rest }) => rest);
}

/** Wherever it stands. */
const ALWAYS = /che do (?:thong tin,? ?|hoi hop,? ?)*bao cao|bao cao[^.;]{0,60}(?:dinh ky|dot xuat)/;

/** Whose it is, where that is not everybody. */
function partyIn(section: Section, clause: { from: number; to: number }, units: readonly KnownUnit[]) {
  const said = subjectOf(section, clause, units, null);
  return {
    ...(said?.who ? { who: said.who } : {}),
    ...(said?.only ? { only: said.only } : {}),
    ...(said?.except ? { except: said.except } : {}),
  };
}

const EXECUTION =
  /to chuc thuc hien|bien phap|trach nhiem|phan cong|giai phap|che do|thong tin, bao cao|thoi gian|tien do/;

const isDuty = ({ under }: Section): boolean =>
  under.length > 0 && under.some(heading => EXECUTION.test(heading));

const HALF = /s\u01a1 k\u1ebft|6 th\u00e1ng|so ket/iu;
const WHOLE = /t\u1ed5ng k\u1ebft|n\u0103m|tong ket/iu;

/** A dated duty of the same kind; a report of half a year does not stand for that of the whole. */
function isCovered(family: Family, kind: DutyKind, words: string, dated: readonly PlanDeadline[]): boolean {
  const named = (word: RegExp) => dated.some(one => word.test(one.rule_text.normalize('NFC')));
  if (family === 'midYear') return named(/s\u01a1 k\u1ebft|so ket/iu);
  if (family === 'yearEnd') return named(/t\u1ed5ng k\u1ebft|tong ket/iu);
  if (
    family === 'adHoc' ||
    (family === 'reporting' && /theo (?:dung )?quy|dung (?:thoi|quy|che)|dinh ky/.test(words))
  )
    return false;
  const same = dated.filter(one => one.kind === kind);
  if (kind !== 'report') return same.length > 0;
  const half = /so ket|6 thang/.test(words);
  const whole = /tong ket|bao cao nam/.test(words);
  if (!half && !whole) return same.length > 0;
  return same.some(one => (half ? HALF : WHOLE).test(one.rule_text.normalize('NFC')));
}

/** "Sơ kết, tổng kết" of one clause are one question. */
function merged<T extends Unresolved & { family: Family }>(found: readonly T[]): T[] {
  const mid = found.find(one => one.family === 'midYear');
  const end = found.find(one => one.family === 'yearEnd');
  if (!mid || !end || mid.line !== end.line) return [...found];
  return found.flatMap(one =>
    one === end ? [] : one === mid ? [{ ...one, what: planNotes.duty.bothReviews }] : [one],
  );
}
