import { properName } from '../../text/plan-names.ts';
import { isCapitals, type Line } from '../document/lines.ts';
import type { Quote } from '../evidence.ts';

export interface Signature {
  name: string | null;
  position: string | null;
  capacity: string | null;
  /** Folded, each line of capitals: what the signer is. */
  offices: string[];
  /** The last of them in ordinary letters, with the unit: `Chánh Văn phòng HĐND và UBND`. */
  from: Quote;
}

const ACTING = /^\s*(?:t\/?m|k\/?t|t\/?l|tuq|thua lenh|thay mat)[./]?\s/;
const OFFICE =
  /^\s*(?:pho )?(?:tong )?(?:giam doc|hieu truong|chu tich|chanh (?:van phong|thanh tra|an)|truong (?:phong|ban|khoi|cum|cong an|thue)|vien truong|bi thu|cuc truong|chi cuc truong|tram truong)\b/;
const SEALED = /^\s*\(?\s*(?:da ky|ky ten|ky, dong dau|chu ky|dau)/;
const TITLES =
  /^(?:(?:pgs|gs|ts|ths|cn|ks|bs|bscki|bsckii|ckii|cki|dai ta|thuong ta|trung ta|thieu ta|dai uy|thuong uy|thieu tuong|trung tuong|ong|ba|dong chi)[.\s]+)+/;
const PERSON = /^\p{Lu}[\p{L}']*(?:\s\p{Lu}[\p{L}']*){1,5}$/u;

export function signatureOf(lines: readonly Line[], inText: (name: string) => string): Signature | null {
  const printed = lines.filter(line => !SEALED.test(line.folded) && /\p{L}/u.test(line.text));
  const offices = printed.filter(
    line => (isCapitals(line.text) || OFFICE.test(line.folded)) && !isLastName(printed, line),
  );
  const person = printed.findLast(line => !offices.includes(line) && PERSON.test(bare(line)));
  const first = offices[0];
  const last = person ?? offices.at(-1);
  if (!first || !last) return null;
  const position = offices.length > 0 ? (offices.at(-1) ?? null) : null;
  const acting = ACTING.test(first.folded) && offices.length > 1 ? offices.slice(0, -1) : [];
  const alone = ACTING.test(first.folded) && offices.length === 1;
  return {
    name: person ? nameOf(bare(person)) : null,
    position:
      position && !alone
        ? inText(isCapitals(position.text) ? properName(position.text) : position.text.trim())
        : null,
    capacity: alone ? first.text.trim() : acting.map(line => line.text.trim()).join(' - ') || null,
    offices: offices.map(line => line.folded.replace(/\s+/g, ' ').trim()),
    from: {
      quote: (position ?? last).text.trim(),
      line: first.no,
      last: last.no,
    },
  };
}

const bare = (line: Line) => line.text.trim().slice(TITLES.exec(line.folded.trim())?.[0].length ?? 0);

/** A name in capitals comes last, and names no office. */
function isLastName(lines: readonly Line[], line: Line): boolean {
  const WORDS = /\b(?:truong|giam doc|chu tich|chanh|bi thu|khoi|cum|pho|tm|kt|hieu|so|phong|ban|ubnd)\b/;
  return line === lines.at(-1) && lines.length > 1 && PERSON.test(bare(line)) && !WORDS.test(line.folded);
}

const nameOf = (text: string) =>
  isCapitals(text)
    ? text
        .toLowerCase()
        .split(' ')
        .map(word => word.charAt(0).toUpperCase() + word.slice(1))
        .join(' ')
    : text;
