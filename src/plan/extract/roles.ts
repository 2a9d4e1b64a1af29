import { foldLetters } from '../../text/fold-letters.ts';
import { acting, rolePatterns, towards } from '../../text/plan-roles.ts';
import type { Section } from '../document/sections.ts';
import { type Quote, quoteOf } from '../evidence.ts';
import { headsIn, splitNames, startsUnit } from './unit-names.ts';

export type Role = 'trưởng khối' | 'phó trưởng khối';

/** Somewhere the text says that a unit has a role. */
export interface RoleSaid {
  role: Role;
  name: string;
  folded: string;
  /** It was the office of a person: "Giám đốc Sở Tài chính – Trưởng khối". */
  ofPerson: boolean;
  from: Quote;
}

const LABEL = String.raw`pho\s+(?:khoi|cum)\s+truong|(?:truong|pho truong|pho)\s+(?:khoi|cum)|(?:khoi|cum)\s+(?:truong|pho)`;
const ROLE = new RegExp(String.raw`(?<![\p{L}])(?:${LABEL})(?:\s+thi\s+dua)?(?![\p{L}])`, 'gu');

/** do, gồm, cử, bầu, giao, chọn */
const LED = /(?<=[\s(])(?:do|g\u1ed3m|c\u1eed|b\u1ea7u|giao|ch\u1ecdn|n\u0103m 20\d\d,?)\s/gu;
/** A bloc of schools is no head of a bloc; the accents tell. */
const SCHOOL = /tr\u01b0\u1eddng/iu;

export const roleIn = (folded: string): Role | null => {
  const found = new RegExp(ROLE.source, 'u').exec(folded)?.[0];
  return found === undefined ? null : roleNamed(found);
};

const roleNamed = (words: string): Role => (/\bpho\b/.test(words) ? 'phó trưởng khối' : 'trưởng khối');

const PERSON =
  /(?:(?:pho )?(?:tong )?giam doc|chu tich|pho chu tich|chanh|hieu truong|(?:pho )?truong phong|truong ban|dong chi|ong|ba|thu truong)[^;.]*$/;
/**
 * Every unit that the text gives a role, whichever comes first. Last year's and next year's roles are left out.
 */
export function rolesIn(sections: readonly Section[], year: number | null): RoleSaid[] {
  return sections.flatMap(section =>
    [...section.folded.matchAll(ROLE)].flatMap(found => {
      const end = found.index + found[0].length;
      if (SCHOOL.test(section.text.slice(found.index, end).normalize('NFC'))) return [];
      if (isOfOtherYear(section.folded, found.index, end, year)) return [];
      const role = roleNamed(found[0]);
      // "Trưởng Khối thi đua số 8 tỉnh … – Sở …": the bloc's own name lies between.
      const named =
        /^\s*so\s+\d+[^,.;:-]{0,40}(?=\s-\s)/.exec(section.folded.slice(end, end + 80))?.[0].length ?? 0;
      return (unitAfter(section, role, end + named) ?? unitBefore(section, role, found.index, end)) || [];
    }),
  );
}

function isOfOtherYear(folded: string, from: number, to: number, year: number | null): boolean {
  if (year === null) return false;
  const after = /^\s*(?:thi dua\s+)?(?:\(|cua khoi\s+)?(?:nam\s+)(20\d\d)/.exec(
    folded.slice(to, to + 40),
  )?.[1];
  const before = /nam\s+(20\d\d)[^.;]{0,12}$/.exec(folded.slice(Math.max(0, from - 40), from))?.[1];
  const said = after ?? before;
  return said !== undefined && Number(said) !== year;
}

function unitBefore(section: Section, role: Role, at: number, end: number): RoleSaid | null {
  const start = Math.max(...[0, at - 160, section.folded.lastIndexOf('. ', at) + 1, bracketAt(section, at)]);
  const stretch = section.folded.slice(start, at);
  const printed = section.text.slice(start, at).toLowerCase();
  const kept = printed.length - (rolePatterns(printed).before.exec(printed)?.[0].length ?? 0);
  const linked = stretch.slice(0, kept);
  if (linked.length === stretch.length && stretch !== '') return null;
  const last = splitNames(section.text.slice(start, start + linked.length), linked).at(-1);
  if (!last) return null;
  // "… do Sở Tài chính làm Trưởng khối": the name begins behind the word that leads to it.
  const led = Math.max(...[...last.text.matchAll(LED)].map(one => one.index + one[0].length), 0);
  const first = headsIn(last.text, last.folded).find(index => index >= led);
  if (first === undefined) return null;
  const name = last.text.slice(first);
  if (/\b(?:gom|bao gom)\b/.test(last.folded.slice(first)) || !isNameAlone(name)) return null;
  // "Gửi hồ sơ về Sở Nội vụ | Trưởng khối": another cell's words.
  if (/[|\t]/.test(section.text.slice(start + kept, at)) && /\p{L}/u.test(last.folded.slice(0, first)))
    return null;
  return {
    role,
    name,
    folded: last.folded.slice(first),
    ofPerson: PERSON.test(last.folded.slice(0, first)),
    from: quoteOf(section, start + last.at + first, Math.min(end + 1, section.text.length)),
  };
}

/** "(do Sở A làm Trưởng khối, Sở B …": units named within the bracket. */
function bracketAt({ text, folded }: Section, at: number): number {
  const open = folded.lastIndexOf('(', at - 1);
  if (open < 0 || folded.slice(open, at).includes(')')) return 0;
  return headsIn(text.slice(open, at), folded.slice(open, at)).length > 0 ? open + 1 : 0;
}

/** "Trạm Y tế gửi báo cáo cho Trưởng khối": the lead is told, it is not the station. */
function isNameAlone(name: string): boolean {
  const folded = foldLetters(name);
  return (
    !towards.test(name) &&
    !acting.test(folded) &&
    !/\d\/|ngay \d|ve viec|chi dinh|(?:truong|pho) (?:khoi|cum)|\/\s?20\d\d|trong (?:thang|quy)\s/.test(
      folded,
    )
  );
}

function unitAfter(section: Section, role: Role, at: number): RoleSaid | null {
  const rest = section.folded.slice(at, at + 200);
  const printed = section.text.slice(at, at + 200).toLowerCase();
  const use = rolePatterns(printed);
  const link = rest.slice(0, use.after.exec(printed)?.[0].length ?? 0);
  // "(Trưởng Khối) 2. Phòng …": what follows a closed bracket is somebody else.
  if (!/[:(]|\bla\b|\bdo\b|\bdon vi\b|\s-\s/.test(link) || /^\s*\)/.test(link)) return null;
  const words = rest.slice(link.length);
  const person =
    /^(?:(?:pho )?(?:tong )?giam doc|chu tich|chanh|hieu truong|truong phong|dong chi [^,;]*,)\s*/.exec(
      words,
    );
  const skipped = person && !/^chanh\s/.test(person[0]) ? person[0].length : 0;
  const named = words.slice(skipped);
  const start = at + link.length + skipped;
  if (!startsUnit(section.text.slice(start), section.folded.slice(start))) return null;
  const length = use.end.exec(printed.slice(link.length + skipped))?.index ?? named.length;
  const [first] = splitNames(section.text.slice(start, start + length), named.slice(0, length));
  if (!first) return null;
  return {
    role,
    name: first.text,
    folded: first.folded,
    ofPerson: skipped > 0,
    from: quoteOf(
      section,
      at - 12 < 0 ? 0 : section.folded.lastIndexOf(' ', at - 10) + 1,
      start + first.text.length,
    ),
  };
}
