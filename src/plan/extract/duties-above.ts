import type { Section } from '../document/sections.ts';
import type { Clause } from './clauses.ts';
import { dutiesIn, isHandedIn, type Noun } from './duty-words.ts';

/** What falls due where the words before the clause name it. */
export const dutiesAbove = (section: Section, clause: Clause, duties: readonly Noun[]): Noun[] | null =>
  labelledReports(section, clause, duties) ?? sentBefore(section, clause, duties);

/** "Gửi báo cáo: sơ kết trước …; tổng kết năm trước …": reports of both. */
function labelledReports(section: Section, clause: Clause, duties: readonly Noun[]): Noun[] | null {
  const [duty] = duties;
  if (duties.length !== 1 || duty?.kind !== 'event' || !/^(?:so|tong) ket/.test(clause.folded.slice(duty.at)))
    return null;
  if (/hoi nghi|to chuc|hop\s/.test(clause.folded)) return null;
  return /bao cao\s*:/.test(section.folded.slice(0, clause.from)) ? [{ ...duty, kind: 'report' }] : null;
}

/** "tự chấm điểm (gửi trước 25/5)": what is sent stands before the bracket. */
function sentBefore({ folded }: Section, { from }: Clause, duties: readonly Noun[]): Noun[] | null {
  const open = /\(\s*$/.exec(folded.slice(0, from))?.index;
  if (open === undefined || !duties[0]?.sends) return null;
  const start = Math.max(...['. ', ';', '|'].map(sign => folded.lastIndexOf(sign, open) + 1));
  const named = dutiesIn(folded.slice(start, open))
    .filter(one => isHandedIn(one.kind))
    .at(-1);
  return named ? [{ ...named, at: start + named.at - from }] : null;
}
