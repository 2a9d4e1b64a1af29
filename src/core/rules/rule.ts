import type { z } from 'zod';
import type { Points } from '../points.ts';
import type { SheetValue } from '../sheet-value.ts';

/** What a rule may look at. Later rules add their facts here; a rule reads nothing else. */
interface RuleFacts {
  max: Points;
  entered: EnteredFact | null;
}

interface EnteredFact {
  value: SheetValue;
  entryVersion: number;
  by: string;
  at: Date;
}

/** Why a criterion has its points: what `/vi_sao` shows. Points in `facts` are hundredths, times ISO 8601. */
export interface Because {
  rule: string;
  version: number;
  facts: Record<string, string | number>;
}

interface Verdict {
  /** Null: not known yet. */
  points: Points | null;
  because: Because | null;
}

export interface Rule {
  id: string;
  version: number;
  accepts(params: unknown): boolean;
  /** @throws ZodError where the stored parameters are not this version's. */
  evaluate(facts: RuleFacts, params: unknown): Verdict;
}

interface RuleDefinition<Params> {
  id: string;
  version: number;
  params: z.ZodType<Params>;
  evaluate(facts: RuleFacts, params: Params): (Omit<Because, 'rule' | 'version'> & { points: Points }) | null;
}

/** A rule's parameters come out of the database, so they are read through its own schema each time. */
export function defineRule<Params>(definition: RuleDefinition<Params>): Rule {
  const { id, version } = definition;
  return {
    id,
    version,
    accepts: params => definition.params.safeParse(params).success,
    evaluate(facts, params) {
      const found = definition.evaluate(facts, definition.params.parse(params));
      if (!found) return { points: null, because: null };
      return { points: found.points, because: { rule: id, version, facts: found.facts } };
    },
  };
}
