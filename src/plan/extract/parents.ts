import { foldLetters } from '../../text/fold-letters.ts';
import { blocLabelled, todaysSpelling, ubnd } from '../../text/plan-names.ts';
import { placeOf } from '../../text/plan-places.ts';
import type { Document } from '../document/document.ts';
import { quoteOf } from '../evidence.ts';
import type { PlanRecord } from '../record.ts';
import type { Citation } from './citations.ts';
import type { Identity } from './identity.ts';

type Parent = PlanRecord['parent_documents'][number];

const BY_BODY =
  /^(?:ubnd|uy ban|hoi dong|kho[i]|cum|ban thi dua|so |phong |bo |tong|cong an|lien doan|tinh uy|thanh uy|dang uy|hdtdkt|ban |chu tich|thanh tra|cuc |tong cuc|cong ty|tap doan|bao hiem|kho bac|nganh)/;
const NATIONAL =
  /bo chinh tri|ban bi thu|ban chap hanh trung uong|chinh phu|thu tuong|quoc hoi|trung uong dang/;
const KINDS = /^(?:ke hoach|chi thi|huong dan|quyet dinh|cong van|thong bao|chuong trinh|van ban)$/;

/** The documents of superiors and of the bloc that this plan carries out. Laws and the Party's national ones are none. */
export function parentsOf(document: Document, citations: readonly Citation[], identity: Identity): Parent[] {
  const seen = new Set<string>();
  const numbered = citations.flatMap((citation): Parent[] => {
    if (!isParent(document, citation, identity)) return [];
    const key = citation.number ?? citation.from.quote;
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      {
        number: citation.number,
        date: citation.date,
        body: citation.body === null ? null : bodyName(citation.body, identity),
        line: citation.from.line,
      },
    ];
  });
  return [...numbered, ...regulations(document)];
}

function isParent(document: Document, citation: Citation, { issuer }: Identity): boolean {
  const { kind, body, about, section } = citation;
  if (!KINDS.test(kind) || citation.number === null) return false;
  const said = foldLetters(body ?? '');
  if (NATIONAL.test(said) || /-tw$|\/tw$|\/nq-cp$|nd-cp$|\/qh\d/.test(foldLetters(citation.number)))
    return false;
  if (body !== null && !BY_BODY.test(said)) return false;
  const own = issuer !== null && said !== '' && foldLetters(issuer.value) === foldLetters(said);
  if (own) return false;
  const inIntro = document.intro.includes(section);
  return (
    inIntro ||
    (/thi dua|phong trao|khoi|cum/.test(about.slice(0, 120)) &&
      /^(?:ke hoach|chi thi|huong dan)$/.test(kind) &&
      inSuperior(said, issuer?.value ?? ''))
  );
}

/** Not the issuer's own earlier plan. */
const inSuperior = (body: string, issuer: string) =>
  body !== '' &&
  !(
    /^(?:ubnd|uy ban nhan dan) tinh/.test(body) &&
    /^uy ban nhan dan (?:tinh|thanh pho)/.test(foldLetters(issuer))
  );

/** `Ủy ban nhân dân tỉnh` → `UBND tỉnh Lâm Đồng`. */
function bodyName(body: string, { province, commune }: Identity): string {
  const said = ubnd(blocLabelled(todaysSpelling(body)));
  const folded = foldLetters(said);
  if (/\s(?:tinh|thanh pho)$/.test(folded) && province) return `${said} ${placeOf(province)}`;
  if (/\s(?:xa|phuong|dac khu)$/.test(folded) && commune) return `${said} ${placeOf(commune)}`;
  return said;
}

const REGULATION = /can cu\s+(quy che (?:hoat dong|to chuc)[^;.]{0,120})/;

/** The bloc's own rules are cited without a number. */
function regulations({ intro }: Document): Parent[] {
  return intro.flatMap(section => {
    const found = REGULATION.exec(section.folded);
    if (!found?.[1] || /so\s+\d+\s?[/-]/.test(found[1])) return [];
    const at = found.index + found[0].indexOf(found[1]);
    const quote = quoteOf(section, at, at + found[1].length);
    return [{ number: null, date: null, body: quote.quote.replace(/[;.\s]+$/, ''), line: quote.line }];
  });
}

/** The decision by which the bloc was formed. */
export function formationOf(citations: readonly Citation[], identity: Identity): PlanRecord['formation'] {
  const found = citations.find(
    one =>
      one.kind === 'quyet dinh' &&
      /(?:to chuc|thanh lap|phan chia|kien toan|chia|phe duyet|ban hanh danh sach)[^;]{0,60}(?:khoi|cum)/.test(
        one.about,
      ),
  );
  if (!found) return undefined;
  return {
    number: found.number,
    date: found.date,
    body: found.body === null ? null : bodyName(found.body, identity),
  };
}
