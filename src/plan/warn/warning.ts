import { planWarnings } from '../../text/plan-warnings.ts';
import type { Section } from '../document/sections.ts';
import { type Quote, quoteOf } from '../evidence.ts';
import type { PlanRecord } from '../record.ts';

export type Anomaly = PlanRecord['anomalies'][number];
export type Code = keyof typeof planWarnings;

/** A warning whose severity and sentence stand with its code. */
export function warning(code: Code, where: string, at: Quote | null, about = ''): Anomaly {
  const { severity, note } = planWarnings[code];
  return { severity, code, where, quote: at?.quote ?? null, note: note(about), line: at?.line ?? null };
}

/** About words of a paragraph. */
export function warnAt(code: Code, section: Section, from: number, to: number, about = ''): Anomaly {
  return warning(code, whereOf(section), quoteOf(section, from, to), about);
}

export const whereOf = (section: Section): string => (section.path === '' ? 'intro' : section.path);
