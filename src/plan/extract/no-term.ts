import type { Day } from '../../core/day.ts';
import type { Section } from '../document/sections.ts';
import type { Clause } from './clauses.ts';

const COMMEMORATES =
  /ky niem|ngay sinh|ngay truyen thong|chao mung|quoc khanh|ngay thanh lap|giai phong|ngay hoi|ngay quoc te|thuong binh|cach mang thang|sinh nhat|huong toi/;
const DATA_SPAN = /so lieu|tinh tu|ky bao cao|thoi diem chot|chot so lieu|tu moc/;
const FACT = /(?<![a-z])(?<!toi )(?:da|duoc|tai|can cu|ket qua|tren co so)\s/;

/** Days that are marked, spans of data, and dates that nothing says to be a term. */
export function isNoTerm(section: Section, clause: Clause, handed: boolean): boolean {
  const { phrase, from } = clause;
  const said = section.folded.slice(phrase.at, phrase.end);
  const before = section.folded.slice(from, Math.max(from, phrase.at));
  const start = Math.max(section.mark?.end ?? 0, section.folded.lastIndexOf(';', phrase.at) + 1);
  const opens = !/\p{L}/u.test(section.folded.slice(start, phrase.at));
  if (/chot so lieu/.test(clause.folded) && !handed) return true;
  if (
    opens &&
    (phrase.bound === 'bare' || phrase.bound === 'during') &&
    /^\s*[:|\t]/.test(section.text.slice(phrase.end))
  )
    return false;
  const around = section.folded.slice(Math.max(from, phrase.at - 90), phrase.end + 40);
  if (!handed && phrase.kind === 'day' && /^(?:ngay|\d)/.test(said) && !/:\s*$/.test(before))
    if (COMMEMORATES.test(around)) return true;
  if (phrase.kind === 'range' && DATA_SPAN.test(before)) return true;
  return (
    phrase.bound === 'bare' &&
    !/[:(|]\s*$|han(?: nop| gui| cuoi)?\s*$/.test(before) &&
    !/\t$/.test(section.text.slice(0, phrase.at))
  );
}

/** "đã được tổ chức ngày …", "Tại Hội nghị ngày …": a day before the plan's own tells of what has been. */
export const isDone = ({ folded, phrase }: Clause, due: Day, since: Day): boolean =>
  due <= since && (phrase.bound === 'bare' || phrase.bound === 'during') && FACT.test(folded);
