import { lineOf, type Paragraph } from './document/paragraphs.ts';
import type { PlanRecord } from './record.ts';

export type Confidence = 'certain' | 'likely' | 'doubtful';

/** Words of the text and where they stand. */
export interface Quote {
  quote: string;
  line: number;
  last: number;
}

/** A fact with the words it was read from. */
export interface Fact<T> {
  value: T;
  from: Quote;
  confidence: Confidence;
  because?: string;
}

export function quoteOf(paragraph: Paragraph, from = 0, to = paragraph.text.length): Quote {
  const raw = paragraph.text.slice(from, to);
  const quote = raw.trim().replaceAll('\t', ' ');
  const start = from + raw.length - raw.trimStart().length;
  return {
    quote,
    line: lineOf(paragraph, start),
    last: lineOf(paragraph, Math.max(start, start + quote.length - 1)),
  };
}

export type EvidenceOf = Pick<PlanRecord, 'evidence' | 'evidence_at'>;

/** Facts by the name of the field they stand behind; what was not found leaves no trace. */
export function evidenceOf(facts: Record<string, Fact<unknown> | null>): EvidenceOf {
  const found = Object.entries(facts).flatMap(([name, fact]) => (fact ? [[name, fact] as const] : []));
  return {
    evidence: Object.fromEntries(found.map(([name, fact]) => [name, fact.from.quote])),
    evidence_at: Object.fromEntries(
      found.map(([name, { from, confidence, because }]) => [
        name,
        { line: from.line, last_line: from.last, confidence, ...(because ? { because } : {}) },
      ]),
    ),
  };
}
