import { cellsOf, isBlank, isCapitals, type Line } from './lines.ts';

/** The parts of a document as the rules on office work lay them down (NĐ 30/2020), each possibly empty. */
export interface Zones {
  header: Line[];
  /** The kind of document as printed, `ke hoach`; null where no such line stands. */
  kind: string | null;
  title: Line[];
  body: Line[];
  recipients: Line[];
  signature: Line[];
  annex: Line[];
}

const KINDS =
  'ke hoach|chuong trinh|huong dan|quyet dinh|thong bao|bao cao|to trinh|chi thi|quy che|quy dinh|bien ban|cong van|giay moi|nghi quyet|giao uoc thi dua|phuong an|de an|hoa don(?: gia tri gia tang)?|hop dong|danh sach|phieu chi|phieu thu|don xin|thu moi';
const KIND = new RegExp(String.raw`^[\s"']*(${KINDS})(?=$|[\s:.\-])`);
/** Lines within which a title is sought. */
const HEAD = 60;

const BASES =
  /^\s*[-+]?\s*(?:can cu|thuc hien (?:ke hoach|quyet dinh|chi thi|cong van|huong dan|nghi quyet|luat|thong bao|chuong trinh|quy che|su chi dao|phong trao)|nham |de (?:tiep tuc|thuc hien|trien khai|huong ung)|nam 20\d\d,? la|(?:phat huy|huong ung) |trien khai (?:ke hoach|quyet dinh|chi thi|cong van|huong dan) so|tren co so|xet de nghi|theo de nghi|kinh gui|i+[.]|1[.])/;
const RECIPIENTS = /^\s*noi nhan\b/;
const ANNEX = /^\s*(?:phu luc\b|bieu mau\b|mau so \d)/;
const SIGN = /^\s*(?:t\/?m|k\/?t|t\/?l|tuq|thua lenh|thay mat)[./]?\s+\p{L}/u;
const OFFICE =
  /^\s*(?:(?:q\.|quyen )?(?:pho )?(?:truong (?:khoi|cum|ban|phong)|khoi truong|cum truong|chu tich|giam doc|tong giam doc|hieu truong|bi thu|chanh (?:van phong|thanh tra|an)|vien truong|chi huy truong|cuc truong|chi cuc truong|tram truong|tong bien tap|chu nhiem|bo truong|thu truong|truong thue|giam doc thue))(?:\s|$)/;

export function zonesOf(lines: readonly Line[]): Zones {
  const titleAt = titleLine(lines);
  const titleTo = titleAt === null ? headerEnd(lines) : titleEnd(lines, titleAt);
  // A text typed by hand may have its number, place and date below the title.
  const late = titleAt === null ? [] : lateLines(lines, titleTo);
  const bodyAt = titleTo + late.length;
  const annexAt = from(lines, bodyAt, isAnnex) ?? lines.length;
  const tailAt = from(lines.slice(0, annexAt), bodyAt, (line, at) => isTail(lines, line, at)) ?? annexAt;
  const { recipients, signature } = tailOf(lines.slice(tailAt, annexAt));
  const titleText = titleAt === null ? '' : (lines[titleAt]?.folded ?? '');
  return {
    header: [...lines.slice(0, titleAt ?? bodyAt), ...late],
    kind: KIND.exec(titleText)?.[1] ?? null,
    title: titleAt === null ? [] : lines.slice(titleAt, titleTo),
    body: lines.slice(bodyAt, tailAt),
    recipients,
    signature,
    annex: lines.slice(annexAt),
  };
}

const DATED =
  /^\s*\p{Lu}[\p{L}\s.-]{1,30},\s*ng\u00e0y\s[\d._\u2026\s]*th\u00e1ng\s[\d._\u2026\s]*n\u0103m\s*20\d\d\.?\s*$/u;

function lateLines(lines: readonly Line[], start: number): Line[] {
  const own = (line: Line) => NUMBERED.test(line.folded) || DATED.test(line.text);
  const end = lines.findIndex((line, at) => at >= start && !isBlank(line) && !own(line));
  const late = end < 0 ? [] : lines.slice(start, end);
  return late.some(own) ? late : [];
}

function from(lines: readonly Line[], start: number, fits: (line: Line, at: number) => boolean) {
  const found = lines.findIndex((line, at) => at >= start && fits(line, at));
  return found < 0 ? null : found;
}

/** In capitals; a line of small letters only right after the letterhead and with nothing else on it. */
function titleLine(lines: readonly Line[]): number | null {
  return from(lines.slice(0, HEAD), 0, line => {
    const kind = KIND.exec(line.folded)?.[1];
    if (!kind) return false;
    const printed = line.text
      .trim()
      .replace(/^["']+/, '')
      .slice(0, kind.length);
    return isCapitals(printed) || line.folded.trim().replace(/[.:]$/, '') === kind;
  });
}

/** Without a title the body begins after what looks like a letterhead. */
function headerEnd(lines: readonly Line[]): number {
  const start = lines.slice(0, HEAD).findIndex(line => line.text.length > 70 || BASES.test(line.folded));
  return Math.max(0, start);
}

const NUMBERED = /^\s*so\s*:?\s*\d{1,4}\s*[/-]\s*[a-z]/;
const TITLE_MAX = 12;
const ADDRESSED = /^\s*kinh gui/;

/** "Khối thi đua các bệnh viện" on a line of its own below the title. */
const OF_WHOM = /^\s*(?:khoi|cum)\s[^.;:,]{5,110}$/;
/** A title mostly ends with its year. */
const YEAR_END = /nam(?: hoc)? 20\d\d(?:\s*-\s*20\d\d)?\s*$/;

function titleEnd(lines: readonly Line[], titleAt: number): number {
  let at = titleAt + 1;
  let words = lines[titleAt]?.text.trim().split(/\s+/).length ?? 0;
  let gap = false;
  for (; at < lines.length && at < titleAt + TITLE_MAX; at += 1) {
    const line = lines[at];
    if (!line) break;
    if (isBlank(line) || /^\s*[-_—–=.]{2,}\s*$/.test(line.text)) {
      gap ||= words > 2;
      continue;
    }
    if (
      NUMBERED.test(line.folded) ||
      ADDRESSED.test(line.folded) ||
      BASES.test(line.folded) ||
      line.text.length > 320
    )
      break;
    if (gap && words > 3 && !/^\s*(?:\p{Ll}|\()/u.test(line.text)) break;
    if (/[;.:]$/.test(line.text) && line.text.length > 90) break;
    if (/:\s*$/.test(line.text) && words > 2) break;
    const previous = lines[at - 1];
    if (
      previous &&
      at > titleAt + 1 &&
      YEAR_END.test(previous.folded) &&
      /^\s*\p{Lu}/u.test(line.text) &&
      !isCapitals(line.text) &&
      !OF_WHOM.test(line.folded)
    )
      break;
    words += line.text.trim().split(/\s+/).length;
    gap = false;
  }
  return at;
}

const isAnnex = (line: Line) => ANNEX.test(line.folded) && isCapitals(line.text.trim().slice(0, 7));

function isTail(lines: readonly Line[], line: Line, at: number): boolean {
  if (RECIPIENTS.test(line.folded)) return true;
  if (!isSignature(line)) return false;
  // A signature ends a document: nothing long comes after it but annexes.
  return lines.slice(at + 1).every(later => later.text.length < 200 || later.no > line.no + 40);
}

const isSignature = (line: Line) =>
  isCapitals(line.text) && (SIGN.test(line.folded) || OFFICE.test(line.folded)) && line.text.length < 120;

/** Recipients and signature may be columns side by side. */
function tailOf(lines: readonly Line[]): Pick<Zones, 'recipients' | 'signature'> {
  const recipients: Line[] = [];
  const signature: Line[] = [];
  let signing = false;
  let listing = false;
  for (const line of lines) {
    if (isBlank(line)) continue;
    for (const cell of cellsOf(line)) {
      const listed = RECIPIENTS.test(cell.folded) || /^\s*[-–+•]/.test(cell.text);
      if (RECIPIENTS.test(cell.folded)) listing = true;
      if (isSignature(cell)) signing = true;
      if (listed || (listing && !signing)) recipients.push(cell);
      else signature.push(cell);
    }
  }
  return { recipients, signature };
}
