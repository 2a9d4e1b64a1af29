import { formatDay } from '../../text/days.ts';
import { foldLetters } from '../../text/fold-letters.ts';
import { quoteOf } from '../evidence.ts';
import { type Citation, contradictsItself } from '../extract/citations.ts';
import type { Reading } from '../read-plan.ts';
import { type Anomaly, warnAt, warning, whereOf } from './warning.ts';

/** Documents that are cited wrongly, without a day, or not enclosed. */
export function citationWarnings(reading: Reading): Anomaly[] {
  const { citations, identity } = reading;
  const at = (code: 'citation_year_conflict' | 'citation_after_issue' | 'citation_spacing', one: Citation) =>
    warning(code, whereOf(one.section), one.from);
  const conflicting = citations.filter(contradictsItself);
  const latest = identity.issued?.date ?? lastOfMonth(identity);
  const later = citations.filter(
    one => one.date !== null && latest !== null && one.date > latest && !contradictsItself(one),
  );
  const spaced = citations.filter(one => one.spaced && one.number !== null).slice(0, 1);
  return [
    ...conflicting.map(one => at('citation_year_conflict', one)),
    ...later.map(one => at('citation_after_issue', one)),
    ...citations
      .filter(one => one.impossible)
      .map(one => warning('impossible_date', whereOf(one.section), one.from, one.from.quote)),
    ...undated(citations),
    ...twoDates(citations),
    ...parentOrder(reading),
    ...enclosures(reading),
    ...spaced.map(one => at('citation_spacing', one)),
    ...sameNumber(citations),
  ];
}

function lastOfMonth({ issued }: Reading['identity']): string | null {
  if (!issued?.year) return null;
  return issued.month ? `${issued.year}-${String(issued.month).padStart(2, '0')}-31` : `${issued.year}-12-31`;
}

function undated(citations: readonly Citation[]): Anomaly[] {
  const dated = new Set(citations.filter(one => one.date !== null).map(one => one.number));
  const open = citations.filter(
    one =>
      one.number !== null &&
      one.date === null &&
      !one.impossible &&
      one.numberYear === null &&
      !dated.has(one.number),
  );
  const first = open[0];
  const numbers = [...new Set(open.map(one => one.number))].join(', ');
  return first ? [warning('undated_citations', whereOf(first.section), first.from, numbers)] : [];
}

function twoDates(citations: readonly Citation[]): Anomaly[] {
  return citations.flatMap((one, n) => {
    const other = citations
      .slice(0, n)
      .find(
        before =>
          before.number !== null &&
          before.kind === one.kind &&
          before.number === one.number &&
          before.date !== null &&
          one.date !== null &&
          before.date !== one.date,
      );
    if (!other?.date || !one.date) return [];
    return [
      warning(
        'citation_conflict',
        whereOf(one.section),
        one.from,
        `${formatDay(other.date)}, ${formatDay(one.date)}`,
      ),
    ];
  });
}

/** The bloc's plan is older than what it is said to carry out. */
function parentOrder({ document, citations }: Reading): Anomaly[] {
  const intro = citations.filter(one => document.intro.includes(one.section) && one.date !== null);
  const ofBloc = intro.find(
    one => one.kind === 'ke hoach' && /^kh[o]i|^cum/.test(foldLetters(one.body ?? '')),
  );
  const above = intro.find(
    one =>
      one !== ofBloc &&
      /^(?:chi thi|ke hoach)$/.test(one.kind) &&
      /^(?:ubnd|uy ban nhan dan)/.test(foldLetters(one.body ?? '')),
  );
  if (!ofBloc?.date || !above?.date || ofBloc.date >= above.date) return [];
  return [warning('parent_order', whereOf(ofBloc.section), ofBloc.from)];
}

const ENCLOSED =
  /(?:co\s+)?((?:phu luc|bang (?:tieu chi|diem|cham diem)|bieu mau|danh sach|mau bieu|bieu|quy che)[^.;,()]{0,40}?)\s*(?:gui\s+)?(?:kem theo|dinh kem|ban hanh kem)/;
const RULES = /can cu\s+(quy che (?:hoat dong|to chuc)[^;.]{0,80})/;
const OTHER = /theo\s+(ke hoach (?:hoat dong|cong tac)[^.;,()]{0,40}(?:nam 20\d\d)?)/;

function enclosures({ document }: Reading): Anomaly[] {
  const found = document.body.flatMap(section => {
    const missing = document.annex.length === 0 ? ENCLOSED.exec(section.folded) : null;
    const rules = RULES.exec(section.folded);
    return [missing, rules].flatMap(match => {
      const name = match?.[1];
      if (!match || !name || /so\s+\d+\s?[/-]/.test(name)) return [];
      const from = match.index + match[0].indexOf(name);
      const what = section.text.slice(from, from + name.length).trim();
      return [warnAt('attached_not_present', section, from, from + name.length, what)];
    });
  });
  const other = document.body.flatMap(section => {
    const match = OTHER.exec(section.folded);
    const name = match?.[1];
    if (!match || !name || /nay|cua hoi dong/.test(name)) return [];
    const from = match.index + match[0].indexOf(name);
    return [
      warnAt(
        'referenced_other_document',
        section,
        from,
        from + name.length,
        quoteOf(section, from, from + name.length).quote,
      ),
    ];
  });
  return [...found, ...other.slice(0, 1)];
}

function sameNumber(citations: readonly Citation[]): Anomaly[] {
  const numeral = (one: Citation) => /^\d+(?=-)/.exec(one.number ?? '')?.[0] ?? null;
  const pair = citations.flatMap((one, n) => {
    const own = numeral(one);
    const other =
      own === null
        ? undefined
        : citations.slice(0, n).find(before => numeral(before) === own && before.number !== one.number);
    return other ? [{ one, own: own ?? '' }] : [];
  })[0];
  return pair ? [warning('same_number_trap', whereOf(pair.one.section), pair.one.from, pair.own)] : [];
}
