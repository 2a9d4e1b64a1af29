import { bands } from './bands.ts';
import { bonusPerItem } from './bonus-per-item.ts';
import { gate } from './gate.ts';
import { knockout } from './knockout.ts';
import { lateDays } from './late-days.ts';
import { levels } from './levels.ts';
import { manual } from './manual.ts';
import { missingReports } from './missing-reports.ts';
import { penaltyPerOccurrence } from './penalty-per-occurrence.ts';
import { ratio } from './ratio.ts';
import { ratioOver } from './ratio-over.ts';
import { relativeToLeader } from './relative-to-leader.ts';
import type { Rule } from './rule.ts';
import { sample } from './sample.ts';
import { yesNo } from './yes-no.ts';

/** Every rule a table may name. An old version stays in the list as long as a stored table uses it. */
const rules: readonly Rule[] = [
  manual,
  yesNo,
  levels,
  bands,
  ratio,
  ratioOver,
  relativeToLeader,
  sample,
  bonusPerItem,
  penaltyPerOccurrence,
  lateDays,
  missingReports,
  gate,
  knockout,
];

export function findRule(id: string, version: number): Rule | null {
  return rules.find(rule => rule.id === id && rule.version === version) ?? null;
}

/** For a table being written: what a rule of this name does today. */
export function newestRule(id: string): Rule | null {
  const known = rules.filter(rule => rule.id === id);
  return known.reduce<Rule | null>(
    (newest, rule) => (rule.version > (newest?.version ?? 0) ? rule : newest),
    null,
  );
}

/** @throws RangeError where a table names a rule that this release does not have. */
export function ruleOf(ref: { id: string; version: number }): Rule {
  const rule = findRule(ref.id, ref.version);
  if (!rule) throw new RangeError(`no rule ${ref.id} version ${ref.version}`);
  return rule;
}
