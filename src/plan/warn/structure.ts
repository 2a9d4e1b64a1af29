import type { Section } from '../document/sections.ts';
import { quoteOf } from '../evidence.ts';
import type { Reading } from '../read-plan.ts';
import { type Anomaly, warnAt, warning, whereOf } from './warning.ts';

const ROMANS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Numbers of headings, torn and repeated text. */
export function structureWarnings({ document }: Reading): Anomaly[] {
  const { body } = document;
  return [
    ...romanWarnings(body),
    ...dottedWarnings(body),
    ...body.flatMap(repeatedClause),
    ...repeatedParagraphs(body),
    ...truncated(body),
    ...body
      .filter(section => section.torn)
      .slice(0, 3)
      .flatMap(tear),
  ];
}

function romanWarnings(body: readonly Section[]): Anomaly[] {
  const romans = body.filter(section => section.mark?.kind === 'roman');
  return romans.flatMap((section, n) => {
    const value = section.mark?.value ?? 0;
    const before = romans[n - 1];
    const last = before?.mark?.value ?? 0;
    const at = quoteOf(section);
    if (value === last && n > 0) return [warning('duplicate_number', section.path, at, ROMANS[value])];
    if (value <= last + 1) return [];
    if (before) return [warning('missing_sections', section.path, at, `${ROMANS[last]} → ${ROMANS[value]}`)];
    const first = body.find(one => one.mark?.kind === 'arabic');
    if (value !== 2 || !first || body.indexOf(first) > body.indexOf(section))
      return [warning('missing_sections', section.path, at, `→ ${ROMANS[value]}`)];
    return [warning('missing_heading', 'I', quoteOf(first), 'I')];
  });
}

/** "1.1" without a "1". */
function dottedWarnings(body: readonly Section[]): Anomaly[] {
  const first = body.findIndex(
    section => section.mark?.kind === 'dotted' && section.mark.label.endsWith('.1'),
  );
  const dotted = body[first];
  if (!dotted?.mark) return [];
  const parent = Number(dotted.mark.label.split('.')[0]);
  const start = body.findLastIndex((section, n) => n < first && section.mark?.kind === 'roman');
  const known = body
    .slice(Math.max(0, start), first)
    .some(section => section.mark?.kind === 'arabic' && section.mark.value === parent);
  return known || start < 0 ? [] : [warning('numbering', dotted.path, quoteOf(dotted), dotted.mark.label)];
}

/** Words in a row that are said again in the same paragraph. */
const REPEATED = 14;

function repeatedClause(section: Section): Anomaly[] {
  const words = [...section.folded.matchAll(/[\p{L}\d]+/gu)];
  if (words.length < 2 * REPEATED) return [];
  const plain = words.map(word => word[0]).join(' ');
  const starts: number[] = [];
  for (let at = 0, from = 0; at < words.length; at += 1) {
    starts.push(from);
    from += (words[at]?.[0].length ?? 0) + 1;
  }
  starts.push(plain.length + 1);
  const seen = new Map<string, number>();
  for (let at = 0; at + REPEATED <= words.length; at += 1) {
    const key = plain.slice(starts[at], (starts[at + REPEATED] ?? 0) - 1);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, at);
    else if (at - before >= REPEATED) {
      const [first, last] = [words[before], words[before + REPEATED - 1]];
      if (!first || !last) return [];
      return [warnAt('duplicate_clause', section, first.index, last.index + last[0].length)];
    }
  }
  return [];
}

const LONG = 60;

function repeatedParagraphs(body: readonly Section[]): Anomaly[] {
  const seen = new Map<string, Section>();
  return body.flatMap(section => {
    const key = section.folded
      .slice(section.mark?.end ?? 0)
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim();
    const before = seen.get(key);
    if (key.length < LONG) return [];
    if (!before) {
      seen.set(key, section);
      return [];
    }
    return [
      warning('duplicate_paragraph', whereOf(section), quoteOf(section), String(before.starts[0]?.no ?? 0)),
    ];
  });
}

function truncated(body: readonly Section[]): Anomaly[] {
  const whole = body.some(section => /nhiem ky 20\d\d\s*-\s*20\d\d/.test(section.folded));
  if (!whole) return [];
  return body.flatMap(section => {
    const found = /nhiem ky 20\d\d(?!\s*(?:-|den)|\d)/.exec(section.folded);
    return found ? [warnAt('truncated_text', section, found.index, found.index + found[0].length + 1)] : [];
  });
}

function tear(section: Section): Anomaly[] {
  const cut = section.starts.find((start, n) => n > 0 && start.no - (section.starts[n - 1]?.no ?? 0) > 1);
  if (!cut) return [];
  const from = section.text.lastIndexOf(' ', Math.max(0, cut.at - 16)) + 1;
  const to = section.text.indexOf(' ', cut.at + 1);
  return [warnAt('page_break_split', section, from, to < 0 ? section.text.length : to)];
}
