import type { Day } from '../core/day.ts';
import type { DeadlineKind } from '../core/deadline.ts';
import { type BoundaryWords, everyIn, isHour, readBoundary, saysWeekly } from './boundary-words.ts';
import { clean, fold, withoutMarks } from './fold.ts';
import { type NamedUnit, readWho, type Who } from './who-words.ts';

/** What one line says of a new deadline; what it does not say is null. */
export interface DeadlineLine {
  title: string | null;
  when: Exclude<BoundaryWords, { kind: 'none' }> | null;
  /** How the term was worded. */
  whenWords: string;
  who: Who | null;
  /** Names of units that are none of the bloc's, as typed: then `who` is not all that was said. */
  unknown: string[];
  recipient: string | null;
  /** An hour by itself, which a single deadline has not. */
  hour: boolean;
}

/** Words with which a term begins inside a sentence; a month alone may as well belong to the title. */
const CUE =
  /^(?:truoc|cham nhat|muon nhat|han(?: nop| gui| cuoi)?|den (?:het )?(?:ngay|\d{1,2}[/.])|tu (?:ngay |\d{1,2}[/.])|ngay \d{1,2}[/.]|(?:vao )?luc \d|\d{1,2}(?:h\d{0,2}|:\d{2}| gio)|mung \d|mong \d|\d{1,2}\/\d{1,2}|trong (?:thang|quy)|(?:hang|moi) (?:nam|thang|quy|tuan)|chua co (?:ngay|han)|tat ca|cac don vi|ca hai|(?:ngoai )?tru)(?![a-z])/;
/** "Báo cáo của các đơn vị": after these the name goes on. */
const OF = /^(?:cua|cho|giua|tu|ve|voi|va)$/;
const RECIPIENT =
  /^(?:gửi|nơi nhận|gui|noi nhan|nộp về|nop ve|gửi về|gui ve)[\s:]+(?:cho\s+|đến\s+|về\s+)?(.+)$/iu;
/** Said with the title, they are not part of it. */
const NAME_LEAD = /^(?:tên|ten|tiêu đề|tieu de)\s*(?:là|la|:)\s*/iu;

/** "Tên: Báo cáo sơ kết": a title and nothing else. */
export const titleIn = (text: string): string | null =>
  NAME_LEAD.test(text.trim()) ? clean(text).replace(NAME_LEAD, '') || null : null;

/** "Báo cáo 6 tháng, trước ngày 15/6, tất cả đơn vị": parts in any order, separated by commas or lines. */
export function readDeadlineLine(text: string, units: readonly NamedUnit[], today: Day): DeadlineLine {
  const line: DeadlineLine = {
    title: null,
    when: null,
    whenWords: '',
    who: null,
    unknown: [],
    recipient: null,
    hour: false,
  };
  const titles: string[] = [];
  const names: string[] = [];
  let hour = false;
  for (const part of partsOf(text)) {
    if (isHour(part)) {
      hour = true;
      continue;
    }
    if (take(line, part, units, today)) continue;
    const who = readWho(part, units);
    if (who) {
      names.push(part);
      continue;
    }
    if (titles.length > 0 && isUnitName(part)) {
      line.unknown.push(part);
      continue;
    }
    const [title, ...rest] = cut(part, units, today);
    for (const one of rest) if (!take(line, one, units, today)) names.push(one);
    if (title) titles.push(title);
  }
  if (names.length > 0) line.who = readWho(names.join(', '), units) ?? line.who;
  if (titles.length > 0) line.title = clean(titles.join(', ')).replace(NAME_LEAD, '');
  line.hour = hour;
  // "Báo cáo hằng tuần": the title says what no deadline can.
  if (line.title !== null && saysWeekly(line.title)) line.when = { kind: 'weekly' };
  const every = line.title === null ? null : everyIn(line.title);
  // "Báo cáo hằng tháng, ngày 25": the title says that it comes back.
  if (every && (line.when?.kind === 'boundary' || line.when?.kind === 'ambiguous') && !line.when.every)
    line.when = { ...line.when, every };
  return line;
}

/** "Báo cáo quý III (trừ Công an)": whose it is, not part of the name. */
const ASIDE = /\(\s*((?:trừ|tru|chỉ|chi|riêng|rieng|ngoại trừ|ngoai tru)\s[^()]*)\)/giu;

const UNIT =
  /^(?:cac )?(?:phong|ban|trung tam|truong|tram|cong an|so|hoi|doan|chi cuc|van phong|thanh tra|kho bac|benh vien|uy ban|ubnd|hdnd|mat tran|cong ty|nha may|vien) /;
/** Begins like a unit's name and is none: "Hội nghị", "Ban hành", "Đoàn kiểm tra", "Phòng chống". */
const NO_UNIT =
  /^(?:hoi (?:nghi|thi|thao|hop|dien|y|dam)|ban (?:hanh|be|tin|sao|tu|ke)|doan (?:ket|kiem|giam|cong)|phong (?:trao|chong|ngua)|so (?:ket|lieu|sanh|sach)|truong hop|cong an nhan dan|thanh tra nhan dan)\b/;
const ABBREVIATION = /^\p{Lu}{2,}[\p{Lu}\d&-]*(?: \p{Ll}+)?$/u;

/** Behind a title what looks like a unit's name is one, known or not. */
function isUnitName(part: string): boolean {
  const said = fold(part);
  return ABBREVIATION.test(part) || (UNIT.test(`${said} `) && !NO_UNIT.test(said));
}

const partsOf = (text: string): string[] =>
  text
    .replace(ASIDE, ', $1,')
    .split(/[,;\n]+/)
    .map(part => part.trim())
    .filter(part => part !== '');

/** Takes a part that is wholly a term or a recipient. */
function take(line: DeadlineLine, part: string, units: readonly NamedUnit[], today: Day): boolean {
  const recipient = RECIPIENT.exec(part)?.[1];
  if (recipient && readBoundary(part, today).kind === 'none') {
    line.recipient = clean(recipient);
    return true;
  }
  // "2" is a unit's number, not a day.
  if (/^\d+$/.test(part) && readWho(part, units)) return false;
  const when = readBoundary(part, today);
  if (when.kind === 'none') return false;
  line.when = joined(line.when, when);
  line.whenWords = line.whenWords === '' ? clean(part) : `${line.whenWords}, ${clean(part)}`;
  return true;
}

/** "hằng tháng" and "ngày 25" may stand in two parts. */
function joined(
  before: DeadlineLine['when'],
  now: Exclude<BoundaryWords, { kind: 'none' }>,
): DeadlineLine['when'] {
  if (before?.kind === 'weekly') return before;
  const said = before !== null && 'every' in before ? before.every : null;
  if (now.kind === 'recurring') {
    return before?.kind === 'boundary' || before?.kind === 'ambiguous'
      ? { ...before, every: now.every }
      : now;
  }
  if ((now.kind === 'boundary' || now.kind === 'ambiguous') && said)
    return { ...now, every: now.every ?? said };
  return now;
}

/** A part without commas, cut where a term or those who owe it begin. */
function cut(part: string, units: readonly NamedUnit[], today: Day): string[] {
  const words = part.split(/\s+/);
  for (let at = 1; at < words.length; at++) {
    const tail = words.slice(at).join(' ');
    if (!CUE.test(fold(tail)) || OF.test(fold(words[at - 1] ?? ''))) continue;
    for (let end = words.length; end > at; end--) {
      const term = words.slice(at, end).join(' ');
      const rest = words.slice(end).join(' ');
      const fits = readBoundary(term, today).kind !== 'none' || readWho(term, units) !== null;
      if (!fits || (rest !== '' && readWho(rest, units) === null && !RECIPIENT.test(rest))) continue;
      return [words.slice(0, at).join(' '), term, ...(rest === '' ? [] : [rest])];
    }
  }
  return [part];
}

const KINDS: readonly [RegExp, DeadlineKind][] = [
  [/\btu (?:cham|danh gia)|\bbang (?:tu )?cham|\bcham diem\b/, 'self_score'],
  [/\bdang ky\b|\bgiao uoc\b|\bsang kien\b/, 'registration'],
  [/\bho so\b|\bto trinh\b|\bdanh sach\b|\bke hoach\b/, 'dossier'],
  [/\bbao cao\b|\bbc\b|\bso lieu\b|\bbieu mau\b/, 'report'],
  [/\bso ket\b|\btong ket\b|\bbinh xet\b/, 'review'],
  [/\bhop\b|\bhoi nghi\b|\bhoi thao\b|\btoa dam\b|\ble \b|\bhoi thi\b/, 'event'],
  [/\bphong trao\b|\bdot thi dua\b|\bchien dich\b/, 'duration'],
];

/** What a title is likely about; null where it could be anything. A meeting on a report is a meeting. */
export function guessKind(title: string): DeadlineKind | null {
  const words = withoutMarks(title);
  if (/^(?:hop|hoi nghi|cuoc hop|le)\b/.test(words))
    return /so ket|tong ket/.test(words) ? 'review' : 'event';
  return KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
