import { properName, todaysSpelling, uyBan } from '../../text/plan-names.ts';
import { placeOf } from '../../text/plan-places.ts';
import type { Document } from '../document/document.ts';
import { cellsOf, isCapitals, type Line } from '../document/lines.ts';
import { type Fact, quoteOf } from '../evidence.ts';
import { type Area, mostNamed } from './areas.ts';
import type { Signature } from './signature.ts';
import { startsUnit, unitName } from './unit-names.ts';

const MOTTO =
  /c[o0]ng h[oa]+ x[a]? h[o]i ch[u] ngh[i]a vi[e]t nam|doc lap\s*[-.]?\s*tu do\s*[-.]?\s*hanh phuc|dang cong san viet nam/g;
const NO_ORG =
  /^\s*[/.\u2026-]|^\s*(?:so|s[o06])\s*[:.]?\s*[\d/._\u2026-]|ngay\s*[\d._\u2026 ]*\s*thang|^\W*$/;

/** `XÃ SƠN THỦY` below `ỦY BAN NHÂN DÂN`. */
const PLACE = /^\s*(?:xa|phuong|dac khu|thi tran|tinh|thanh pho|tp)\b/;

/** Organisations of the letterhead, the superior first. */
export function letterhead(lines: readonly Line[]): { names: string[]; line: number | null; motto: boolean } {
  const columns = lines.flatMap(line => {
    const blanked = { ...line, ...without(line, MOTTO) };
    return cellsOf(blanked).filter(cell => !NO_ORG.test(cell.folded) && /\p{Lu}{2}/u.test(cell.text));
  });
  const names: { text: string; folded: string; line: number }[] = [];
  for (const cell of columns) {
    if (!isCapitals(cell.text)) continue;
    const begins =
      (startsUnit(cell.text, cell.folded) && !PLACE.test(cell.folded)) ||
      /^(?:khoi|cum|hoi dong|tong|bch|ban)\b/.test(cell.folded);
    const last = names.at(-1);
    if (last && !begins) {
      last.text += ` ${cell.text.trim()}`;
      last.folded += ` ${cell.folded.trim()}`;
    } else names.push({ text: cell.text.trim(), folded: cell.folded.trim(), line: cell.no });
  }
  return {
    names: names.map(one => properName(one.text)),
    line: names[0]?.line ?? null,
    motto: lines.some(line => new RegExp(MOTTO.source).test(line.folded)),
  };
}

function without(line: Line, pattern: RegExp): Pick<Line, 'text' | 'folded'> {
  let { text, folded } = line;
  for (const found of line.folded.matchAll(pattern)) {
    const gap = ' '.repeat(found[0].length);
    text = text.slice(0, found.index) + gap + text.slice(found.index + gap.length);
    folded = folded.slice(0, found.index) + gap + folded.slice(found.index + gap.length);
  }
  return { text, folded };
}

const ISSUES =
  /\s(?:(?:thong nhat|da|nay|se|chu tri)\s+)*(?:xay dung|ban hanh|de ra|trien khai|lap|phat dong|to chuc)\s+(?:va\s+(?:ban hanh|trien khai|to chuc)(?:\s+thuc hien)?\s+)?(?:ban\s+|noi dung\s+)?(?:ke hoach|phat dong|phong trao thi dua|chuong trinh)/g;

const CALLED =
  /\s*\((?:sau \u0111\u00e2y|g\u1ecdi t\u1eaft|vi\u1ebft t\u1eaft|d\u01b0\u1edbi \u0111\u00e2y)[^)]*\)?/iu;

/** "…, UBND phường Hồng Quang ban hành Kế hoạch": the sentence's subject. */
export function issuerInText(document: Document): Fact<string> | null {
  for (const section of document.body.slice(0, 14)) {
    for (const found of section.folded.matchAll(ISSUES)) {
      const before = section.folded.slice(0, found.index);
      const start = Math.max(
        ...[', ', '; ', '. ', ': '].map(sign => before.lastIndexOf(sign) + sign.length),
        0,
      );
      const from = before.lastIndexOf(', ') < 0 && start <= 3 && !/[;.:] /.test(before) ? 0 : start;
      const subject = section.text.slice(from, found.index).trim();
      const folded = section.folded.slice(from, found.index).trim();
      if (!startsUnit(subject, folded) && !/^(?:khoi|cum)\s+thi\s+dua/.test(folded)) continue;
      if (/\b(?:gom|cua cac|cac don vi)\b/.test(folded) || subject.length > 110) continue;
      const to = Math.min(section.text.length, found.index + found[0].length);
      return {
        value: unitName(subject.replace(CALLED, '')),
        from: quoteOf(section, from, to),
        confidence: 'certain',
      };
    }
  }
  return null;
}

/** `TM. ỦY BAN NHÂN DÂN` names who signs. */
export function issuerInSignature(signature: Signature | null): string | null {
  const acting = /^(?:t\/?m|thay mat)[./]?\s+(.+)$/.exec(signature?.offices[0] ?? '')?.[1];
  if (!acting || !startsUnit(acting, acting)) return null;
  return properName((signature?.capacity ?? '').replace(/^\S+\s+/, '').split(' - ')[0] ?? '');
}

const LACKS_PLACE =
  /^(?:uy ban nhan dan|ubnd|hoi dong|hdtdkt|thanh tra|cong an|toa an nhan dan|vien kiem sat nhan dan|van phong|ban [^,]*(?:tinh uy|thanh uy|dang uy)|tinh uy|so |khoi|cum|uy ban|ban )/;

/** `Ủy ban nhân dân tỉnh` → `Ủy ban nhân dân tỉnh Bắc Ninh`. */
export function inFull(name: string, folded: string, areas: readonly Area[], place: string | null): string {
  const said = uyBan(todaysSpelling(name));
  if (!LACKS_PLACE.test(folded)) return said;
  const province = mostNamed(areas, 'province');
  const commune =
    areas.find(area => place && area.name.endsWith(` ${place}`))?.name ?? mostNamed(areas, 'commune');
  const bare = (area: string | null) => (area === null ? null : placeOf(area));
  if (/(?:tinh|thanh) uy$/.test(folded)) return bare(province) ? `${said} ${bare(province)}` : said;
  if (/\b(?:tinh|thanh pho)$/.test(folded)) return bare(province) ? `${said} ${bare(province)}` : said;
  const last = /\s(xa|phuong|dac khu)$/.exec(folded)?.[1];
  if (last && commune) return `${said} ${placeOf(commune)}`;
  return said;
}
