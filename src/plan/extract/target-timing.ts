import { dayIn } from '../../core/day.ts';
import type { Section } from '../document/sections.ts';
import type { PlanRecord } from '../record.ts';
import { timePhrases } from '../time/phrases.ts';
import { readTime } from '../time/read-time.ts';

const STAGE = /(?:giai doan|nhiem ky|nam hoc)\s+(20\d\d)\s*-\s*(20\d\d)/;
const IN_YEAR = /(?<!so voi )(?:trong |ca )?nam\s+(20\d\d)(?!\s*-)/;
const BY_YEAR = /(truoc|den het|den cuoi|het|den|cuoi)\s+nam\s+(20\d\d)/;

type Timing = Pick<PlanRecord['targets'][number], 'period' | 'due_date' | 'due_before'>;

/** When a target is to be reached, as far as its own sentence or paragraph says. */
export function timingOf(section: Section, from: number, to: number, year: number | null): Timing {
  const clause = section.folded.slice(from, to);
  const by = BY_YEAR.exec(clause);
  if (by?.[1] && by[2]) {
    const named = Number(by[2]);
    if (by[1] === 'truoc') return { due_date: dayIn(named - 1, 12, 31), due_before: dayIn(named, 1, 1) };
    return { due_date: dayIn(named, 12, 31) };
  }
  const phrase = timePhrases(clause).find(one => one.bound === 'before' || one.bound === 'by');
  const due = phrase && year !== null ? (readTime(phrase, year)?.due ?? null) : null;
  if (due) return { due_date: due.dueOn, ...(due.dueBefore ? { due_before: due.dueBefore } : {}) };
  const stage =
    STAGE.exec(clause) ??
    (from > (section.mark?.end ?? 0) ? null : STAGE.exec(section.folded)) ??
    STAGE.exec(section.folded.slice(0, from));
  const inYear = IN_YEAR.exec(clause);
  if (inYear?.[1] && !STAGE.test(clause)) return { period: inYear[1] };
  return { period: stage ? `${stage[1]}-${stage[2]}` : null };
}
