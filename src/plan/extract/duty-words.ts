import { capitalised } from '../../text/plan-names.ts';
import { planNotes } from '../../text/plan-notes.ts';
import { unitHeadAt } from '../../text/plan-units.ts';
import type { Section } from '../document/sections.ts';
import type { PlanRecord } from '../record.ts';

export type DutyKind = PlanRecord['deadlines'][number]['kind'];

export interface Noun {
  kind: DutyKind;
  at: number;
  length: number;
  /** A verb of sending: what is sent stands elsewhere. */
  sends?: boolean;
}

/** What is handed in, or takes place. */
const NOUNS: readonly [DutyKind, RegExp][] = [
  [
    'self_score',
    /(?:bao cao (?:ket qua )?|ket qua |bang |bien ban |phieu )?tu (?:cham(?: diem)?|danh gia|cham, xep)|(?:bang|phieu) cham diem|bang diem/g,
  ],
  ['registration', /(?:ban |phieu |bieu |to chuc )?dang ky(?! kinh doanh| khai sinh| doanh nghiep)/g],
  [
    'dossier',
    /ho so|to trinh|bao cao thanh tich|danh sach de nghi|de nghi (?:xet )?khen thuong|bien ban binh xet/g,
  ],
  ['report', /bao cao(?! thanh tich)|so lieu thong ke|phu luc so lieu/g],
  [
    'review',
    /cham cheo|tham dinh|(?<![\p{L}])hop xet(?! (?:duyet|chon|cong nhan))|xet (?:duyet|chon|cong nhan)|nghiem thu|khao sat|binh xet|cham diem|kiem tra cheo|phuc tra|xep loai|suy ton|binh bau/gu,
  ],
  [
    'event',
    /hoi nghi|cuoc hop|(?<!(?:phoi|tong|thich|phu|ket|truong|to|tap|lien|hoa|hon) )(?<![\p{L}])hop (?:khoi|cum|danh gia|tong|so ket|giao ban|ban|thong nhat|hoi dong|phan|trien khai|ra soat|lan|dinh ky|lien tich|cac)(?![\p{L}])|(?<![\p{L}])dot (?:\d{1,2}|[ivx]{1,4})(?=(?:\s?\([^()]*\))?\s*[:,]?\s*tu\s)|so ket|tong ket|phat dong|ky (?:ket )?giao uoc|ky ket|(?<!ty )(?<![\p{L}])le (?=\S)|hoi thi|hoi thao|toa dam|tham quan|giao luu|tap huan|kiem tra|giai (?:the thao|bong|cau)|van nghe|ban giao|sinh hoat|hoi dien|chuyen de|khanh thanh|ve nguon|den on dap nghia|trong cay|hien mau|hoi dien|gap mat|hop mat|tuyen duong (?:cac |nhung )?(?:dien hinh|guong|tap the|ca nhan|hoc sinh|nguoi)|mit tinh|khai mac|be mac/gu,
  ],
];
const SENDS =
  /(?<![\p{L}])(?:gui|nop|(?<!bong )chuyen(?! (?:mon|de|gia|nganh|trach|vien|doi|bien|muc|san|nghiep))|cung cap|bao cao\s+(?:ve|cho|len|voi|ket qua ve))(?![\p{L}])/u;
/** A contribution is a commitment in figures, nothing that is handed in. */
const MONEY =
  /\d\s?(?:\.000|trieu|nghin|ngan)?\s?dong(?![\p{L}])|(?:dong gop|ung ho|kinh phi|nop (?:quy|tien|hoi phi)|trich)/u;
const WITH = /(?:kem theo|kem|cung voi|va phu luc|gom)\s*$/;

/** The kinds of thing that fall due in a clause, each with the words that name it. */
export function dutiesIn(folded: string): Noun[] {
  const all = NOUNS.flatMap(([kind, pattern]) =>
    [...folded.matchAll(pattern)].map(found => ({ kind, at: found.index, length: found[0].length })),
  ).toSorted((a, b) => a.at - b.at);
  const nouns = all
    .filter(one => !isContext(folded, one))
    .filter(
      one =>
        !all.some(
          other =>
            other !== one &&
            other.at <= one.at &&
            other.at + other.length > one.at &&
            other.length > one.length,
        ),
    );
  const sends = SENDS.exec(folded);
  const sent = nouns.filter(one => isHandedIn(one.kind) && !isVerb(folded, one));
  if (sent.length > 0) {
    const after = sends
      ? sent.filter(
          one => one.at > sends.index && one.at - sends.index < 60 && !ATTACHED.test(folded.slice(0, one.at)),
        )
      : [];
    // Scoring oneself is an act of its own, sent or not.
    const scored = sent.filter(one => one.kind === 'self_score' && sends && one.at < sends.index);
    const chosen = after.length > 0 ? [...scored, ...after] : sent;
    return distinctKinds(
      chosen.filter(
        (one, n) =>
          n === 0 ||
          one.kind === 'self_score' ||
          chosen[0]?.kind === 'self_score' ||
          !WITH.test(folded.slice(0, one.at).trimEnd()),
      ),
      folded,
    );
  }
  if (sends && !MONEY.test(folded)) {
    const report = nouns.find(one => one.kind === 'report');
    return [
      report ?? { kind: sentKind(folded, sends), at: sends.index, length: sends[0].length, sends: true },
    ];
  }
  const verb = nouns.find(one => one.kind === 'report');
  const other = nouns.filter(one => !isHandedIn(one.kind));
  const event = other.find(one => one.kind === 'event');
  const review = other.find(one => one.kind === 'review');
  // "kiểm tra, chấm chéo": one act.
  if (event && review)
    return [event.at < review.at && !/^kiem tra(?:,| va)\s/.test(folded.slice(event.at)) ? event : review];
  const found = event ?? review ?? verb;
  return found ? [found] : [];
}

/** A list, a draft, a contest's entry is no report. */
function sentKind(folded: string, sends: RegExpExecArray): DutyKind {
  const behind = folded.slice(sends.index + sends[0].length);
  // "xây dựng kế hoạch, gửi về …": what is sent stands before.
  if (
    /^\s+(?:ve|cho|len|toi|den|van phong|so|phong|truong khoi|cum truong|khoi truong|thuong truc|ubnd|ban|uy ban|hoi dong|co quan)\s/.test(
      behind,
    ) &&
    /(?:ke hoach|danh sach|du thao|chuong trinh)[^.;]{0,60}$/.test(folded.slice(0, sends.index))
  )
    return 'dossier';
  const what = behind;
  return /^\s+(?:cac |ban )?(?:danh sach|bai|ke hoach|du thao|san pham|bien ban|phim|video|minh chung|tac pham|chuong trinh|hinh anh)(?![\p{L}])/u.test(
    what,
  )
    ? 'dossier'
    : 'report';
}

/** "thẩm định kết quả tự chấm": what the act is about, not what is handed in. */
const isContext = (folded: string, noun: Noun): boolean =>
  isHandedIn(noun.kind) &&
  /(?:tham dinh|xem xet|ra soat|phuc tra|can cu|tren co so|kiem tra|doi chieu|cham lai|cham cheo|thong nhat)\s(?:cac |diem |ket qua |bang )*$/.test(
    folded.slice(0, noun.at),
  );

/** "tổng hợp, báo cáo UBND tỉnh": something is told, nothing is named that is handed in. */
function isVerb(folded: string, noun: Noun): boolean {
  if (noun.kind !== 'report') return false;
  return (
    /(?:,|\s(?:de|va|kip thoi|truc tiep|tong hop))\s*$/.test(folded.slice(0, noun.at)) &&
    (isTold(folded, noun.at) || /^bao cao\s+(?:so |cap )/.test(folded.slice(noun.at)))
  );
}

const ATTACHED = /(?:kem(?: theo)?|cung(?: voi)?)\s*$/;

function distinctKinds(nouns: readonly Noun[], folded: string): Noun[] {
  const kept: Noun[] = [];
  for (const noun of nouns) {
    const last = kept.at(-1);
    // Two reports of one date are one matter, unless a list sets them apart.
    if (kept.some(one => one.kind === noun.kind)) continue;
    if (
      last &&
      !ATTACHED.test(folded.slice(0, noun.at)) &&
      !/^[^.;:]{0,90}(?:,|va|\+|&|kem(?: theo)?|cung(?: voi)?)\s*(?:gui\s+|nop\s+)?$/.test(
        folded.slice(last.at + last.length, noun.at),
      )
    )
      continue;
    kept.push(noun);
  }
  return kept;
}

export const isHandedIn = (kind: DutyKind): boolean =>
  kind === 'report' || kind === 'dossier' || kind === 'self_score' || kind === 'registration';

const NAME_END =
  /\s(?:gui|nop|truoc|cham nhat|ve\s+(?:truong|thuong truc|so|hoi dong|khoi|phong|ubnd|uy ban|van phong|don vi|ban)|trong\s+(?:thang|quy)|vao\s|xong|theo|tu\s+(?:ngay|thang)|den\s+(?:ngay|het)|duoc|cho\s|va\s+(?:gui|nop|tham)|(?<!chuyen )de\s(?!nghi|tai|an\s|xuat)|kem|gom|cua\s+(?:don vi|cac|minh)|hang\s+nam|bang\s|(?<!ket )qua\s)|[:;,().|]|\s-\s|$/;

/** Where the words of a duty stand: its clause, and what follows the subject. */
export interface Naming {
  section: Section;
  from: number;
  start: number;
  phraseAt: number;
}

/** `Báo cáo sơ kết 6 tháng đầu năm`: the duty in the text's own words. */
export function nameOfDuty(naming: Naming, noun: Noun): string {
  const { section, from, phraseAt } = naming;
  const at = from + noun.at;
  if (noun.sends || isTold(section.folded, at)) return sentName(naming, at + noun.length, noun);
  const timed = /^thoi gian\s+(?=\p{L})/u.exec(section.folded.slice(from))?.[0].length ?? 0;
  const start = timed > 0 && from + timed < phraseAt ? from + timed : at;
  return named(section, start, Math.min(noun.length, 6), phraseAt) ?? planNotes.duty.report;
}

/** "báo cáo Trưởng khối": somebody is told, nothing is named. */
const isTold = (folded: string, at: number): boolean =>
  /^bao cao\s/.test(folded.slice(at, at + 8)) && RECIPIENT.test(folded.slice(at + 8));
const RECIPIENT =
  /^(?:truong (?:khoi|cum)|(?:khoi|cum) truong|thuong truc|hoi dong(?! y)|ubnd|uy ban nhan dan|so noi vu|chu tich|lanh dao|cap tren|khoi(?=\s|$)|cum(?=\s|$))/;

/** What is sent: behind the verb and whom it goes to, else before it, else a report is all that is known. */
function sentName(naming: Naming, end: number, noun: Noun): string {
  const { section, from, start, phraseAt } = naming;
  const rest = section.folded.slice(end, end + 160);
  const skipped = /^\s*(?:(?:ve|cho|den|toi|len)\s+)?/.exec(rest)?.[0].length ?? 0;
  const told = RECIPIENT.test(rest.slice(skipped)) || /^\s*(?:ve|cho|len|toi)\s/.test(rest);
  const behind = told ? null : named(section, end, 1, phraseAt);
  if (behind) return behind;
  const before = section.text
    .slice(Math.max(start, from), from + noun.at)
    .replace(/^[\s,:;-]+|[\s,:;-]+$/g, '')
    .replace(/\s+v\u00e0$/u, '');
  return before.length > 6 && before.length < 90 ? capitalised(before) : planNotes.duty.report;
}

function named(section: Section, start: number, least: number, phraseAt: number): string | null {
  const rest = section.folded.slice(start, start + 120);
  const lead = least > 1 ? least : (/^[\s:]*/.exec(rest)?.[0].length ?? 0);
  const cut = NAME_END.exec(rest.slice(lead));
  const end = cut ? cut.index + lead : rest.length;
  const limit = start < phraseAt ? Math.min(end, phraseAt - start) : end;
  const name = section.text
    .slice(start, start + limit)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[:\s]+|[,;:.(\-\s]+$/g, '')
    .replace(/\s+v\u00e0$/u, '');
  return name.length < 3 ? null : capitalised(name);
}

const TO =
  /(?<![\p{L}])bao cao\s+(?=hoi dong|ubnd|uy ban|so |truong khoi|thuong truc|chu tich)|(?<![\p{L}])(?:gui|nop|bao cao|chuyen)(?:\s+[^,;.:()]{0,80}?)?\s+(?:ve|cho|den|toi|len)\s+(?:don vi\s+)?|(?<![\p{L}])(?:ve|gui)\s+/gu;
const VIA = /(?:\(|,\s*|\s)(?:qua|thong qua)\s+(?!\d)/;
const ORG_END =
  /\s(?:truoc|cham nhat|de|va(?=\s(?:gui|tong hop|thuc hien|bao cao|cac|trien khai|de|tham muu|dang ky))|trong|vao|theo|tong hop|xem xet|den|bang|dung|cung|gom|khi|nham|muon nhat|thoi gian|tham muu)\s|[,;:().]|\s\(|$/;

/** Who receives it and through whom, in the clause or, failing that, in the whole paragraph. */
export function addressOf(section: Section, from: number, to: number): { to?: string; via?: string } {
  const recipient = receiver(section, from, to) ?? receiver(section, 0, section.text.length);
  const via = VIA.exec(section.folded);
  const through = via ? orgAt(section, via.index + via[0].length) : null;
  return { ...(recipient ? { to: recipient } : {}), ...(through ? { via: through } : {}) };
}

function receiver(section: Section, from: number, to: number): string | null {
  for (const found of section.folded.slice(from, to).matchAll(TO)) {
    const org = orgAt(section, from + found.index + found[0].length);
    if (org) return org;
  }
  return null;
}

function orgAt(section: Section, at: number): string | null {
  const rest = section.folded.slice(at, at + 120);
  const known =
    /^(?:truong khoi|truong cum|khoi truong|cum truong|thuong truc|hoi dong|co quan thuong truc|don vi truong|khoi thi dua|cum thi dua)/.test(
      rest,
    );
  if (!known && unitHeadAt(section.text, section.folded, at) === 0) return null;
  const end = ORG_END.exec(rest)?.index ?? rest.length;
  const org = section.text.slice(at, at + end).trim();
  return org === '' ? null : org;
}
