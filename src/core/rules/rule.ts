import type { z } from 'zod';
import type { Calendar } from '../calendar.ts';
import type { CutOffRules } from '../deadline.ts';
import type { Fraction } from '../fraction.ts';
import type { Interval } from '../interval.ts';
import { type NumberForms, storedForms } from '../number-forms.ts';
import type { Points } from '../points.ts';
import type { AskedKind, SheetValue, ValueFault, ValueOf } from '../sheet-value.ts';
import type { ScoredDuty } from '../tally-facts.ts';
import type { OpenReason, Reason } from './reason.ts';

export type RuleId = Reason['rule'];

/** What counts as what: a bonus comes on top of the base, a penalty is taken off. */
export type Counts = 'base' | 'bonus' | 'penalty';

/** What an answer does: give points, close the group it stands in, or keep the unit out altogether. */
export type RuleEffect = 'points' | 'gate' | 'knockout';

/** The criterion that a rule works for. */
export interface RuleScope {
  max: Points;
  counts: Counts;
}

/** Another unit's answer to the same criterion; null where it has none yet. */
export interface PeerAnswer {
  unitId: string;
  value: SheetValue | null;
}

/** What a rule may look at; it reads nothing else. */
export interface RuleFacts<Value> {
  value: Value;
  unitId: string;
  /** Of every unit, this one among them. */
  peers(): readonly PeerAnswer[];
  duties: readonly ScoredDuty[];
  cutOff: { rules: CutOffRules; calendar: Calendar };
  now: Date;
}

export type Verdict =
  /** In hundredths, exact. `provisional`: other facts to come may still change them. */
  | { kind: 'points'; points: Fraction; provisional: boolean; reason: Reason }
  | { kind: 'open'; why: OpenReason };

/** Something about a criterion that a person must decide before it can be scored. */
export type RuleDoubt =
  /** Values that two bands claim, or that none does. */
  | { code: 'bands_overlap' | 'bands_gap'; at: Interval[] }
  /** Nothing says whether days late are calendar or working days. */
  | { code: 'day_kind' }
  /** More days late (or reports missing) would somewhere cost less. */
  | { code: 'later_is_better' }
  /** What is stated gives another maximum than the criterion's. */
  | { code: 'reaches'; points: Points };

/** A rule with its parameters read, ready to be used for one criterion of many units. */
export interface BoundRule {
  id: RuleId;
  version: number;
  /** What a person enters; null: the points come from the bot's own records. */
  asks: AskedKind | null;
  effect: RuleEffect;
  doubts: readonly RuleDoubt[];
  /** @param value of the kind that is asked */
  faultOf(value: SheetValue): ValueFault | null;
  /** @throws RangeError where `value` is not of the kind that is asked. */
  evaluate(facts: RuleFacts<SheetValue | null>): Verdict;
}

export interface Rule {
  id: RuleId;
  version: number;
  /** For parameters in a file or as stored. */
  params(forms: NumberForms): z.ZodType;
  accepts(params: unknown): boolean;
  /** @throws ZodError where the parameters are not this version's. */
  bind(params: unknown, scope: RuleScope): BoundRule;
}

interface Shared<Params> {
  id: RuleId;
  version: number;
  /** By default points. */
  effect?: RuleEffect;
  params(forms: NumberForms): z.ZodType<Params>;
  doubts?(params: Params, scope: RuleScope): RuleDoubt[];
}

interface AskingRule<Params, Kind extends AskedKind> extends Shared<Params> {
  asks: Kind;
  faultOf?(value: ValueOf<Kind>, params: Params, scope: RuleScope): ValueFault | null;
  evaluate(facts: RuleFacts<ValueOf<Kind>>, params: Params, scope: RuleScope): Verdict;
}

interface DerivedRule<Params> extends Shared<Params> {
  asks: null;
  evaluate(facts: RuleFacts<null>, params: Params, scope: RuleScope): Verdict;
}

/** Parameters come out of the database or a file, so they are read through the rule's own schema when it is bound. */
export function defineRule<Params, Kind extends AskedKind>(given: AskingRule<Params, Kind>): Rule {
  const isAsked = (value: SheetValue): value is ValueOf<Kind> => value.kind === given.asks;
  return ruleOf(given, (params, scope) => ({
    asks: given.asks,
    faultOf: value => {
      if (!isAsked(value)) return { code: 'other_kind', asked: given.asks };
      return given.faultOf?.(value, params, scope) ?? null;
    },
    evaluate: facts => {
      const { value } = facts;
      if (value === null) return { kind: 'open', why: { code: 'no_answer' } };
      if (!isAsked(value)) throw new RangeError(`${given.id} does not take ${value.kind}`);
      return given.evaluate({ ...facts, value }, params, scope);
    },
  }));
}

/** A rule whose points come from the bot's own records: nobody enters them, so they follow every change of the facts. */
export function defineDerivedRule<Params>(given: DerivedRule<Params>): Rule {
  return ruleOf(given, (params, scope) => ({
    asks: null,
    faultOf: () => ({ code: 'derived' }),
    evaluate: facts => given.evaluate({ ...facts, value: null }, params, scope),
  }));
}

type Bound = Pick<BoundRule, 'asks' | 'faultOf' | 'evaluate'>;

function ruleOf<Params>(given: Shared<Params>, bind: (params: Params, scope: RuleScope) => Bound): Rule {
  const { id, version, effect = 'points' } = given;
  const stored = given.params(storedForms);
  return {
    id,
    version,
    params: given.params,
    accepts: params => stored.safeParse(params).success,
    bind(params, scope) {
      const read = stored.parse(params);
      return { id, version, effect, doubts: given.doubts?.(read, scope) ?? [], ...bind(read, scope) };
    },
  };
}
