import type { Day } from '../core/day.ts';
import { isHandedIn } from '../core/deadline.ts';
import { type Proposal, proposals } from '../core/plan-diff.ts';
import { isPast, type PlanItem, type PlanWarning } from '../core/plan-draft.ts';
import { edited, openQuestions, settledIn } from '../core/plan-edit.ts';
import { owingOf } from '../core/plan-owing.ts';
import { fold } from '../text/fold.ts';
import { planChangeText } from '../text/plan-changes.ts';
import { samePurpose } from '../text/plan-purpose.ts';
import { planText } from '../text/plan-talk.ts';
import { looksAlike } from '../text/unit-list.ts';
import { type NamedUnit, unitNamed } from '../text/who-words.ts';
import type { PlanFacts, UnderReview } from './plan-state.ts';

/** The items as they stand, and what taking them over would do. */
export function underReview(state: UnderReview, facts: PlanFacts) {
  const settled = settledIn(state.edits);
  const units = namedUnits(state, facts);
  const items = edited(facts.draft?.items ?? [], state.edits).map(item =>
    withStrangers(item, units, settled),
  );
  const all = proposals(items, facts.season, (a, b) => fold(a) === fold(b), samePurpose);
  const shown = all.filter((one): one is Exclude<Proposal, { kind: 'same' }> => one.kind !== 'same');
  const asked = new Set(shown.map(one => one.item.no));
  const past = items.filter(item => isLate(item, facts.today) && !settled.has(item.no)).map(item => item.no);
  const open = [...new Set([...openQuestions(items, state.edits), ...past])]
    .filter(no => asked.has(no))
    .toSorted((a, b) => a - b);
  return { items, shown, same: all.length - shown.length, open, past: past.filter(no => asked.has(no)) };
}

export const graveWarnings = (facts: PlanFacts): PlanWarning[] => [
  ...othersPlan(facts),
  ...(facts.draft?.warnings ?? []).filter(one => one.severity === 'high'),
];

/** A bloc's plan of which no unit and not the name is ours is another's, sent by mistake. */
function othersPlan({ fresh, draft, units, blocName }: PlanFacts): PlanWarning[] {
  const name = draft?.scope === 'bloc' ? draft.sheet.name : null;
  if (fresh || !name || looksAlike(name, blocName)) return [];
  const ours = draft?.units.some(one =>
    units.some(({ names }) => names.some(known => looksAlike(known, one.name))),
  );
  return ours ? [] : [{ severity: 'high', note: planText.othersPlan(name), line: null, quote: null }];
}

/** Owed from the first moment on: to be asked about before anybody is told that he is late. */
const isLate = (item: PlanItem, today: Day): boolean =>
  item.kind === 'deadline' && isHandedIn(item.deadlineKind) && isPast(item, today);

export const namedUnits = ({ bloc }: UnderReview, { units }: PlanFacts): readonly NamedUnit[] =>
  bloc
    ? bloc.units.map(({ name, shortName }) => ({ id: name, names: shortName ? [name, shortName] : [name] }))
    : units;

/** A duty of somebody who is no unit of the bloc is doubtful. */
function withStrangers(item: PlanItem, units: readonly NamedUnit[], settled: ReadonlySet<number>): PlanItem {
  if (item.kind !== 'deadline' || item.doubt !== null || settled.has(item.no)) return item;
  const { strangers, unitIds } = owingOf(
    item,
    units.map(({ id }) => id),
    name => unitNamed(name, units)?.id ?? null,
  );
  if (strangers.length === 0) return item;
  return { ...item, doubt: planChangeText.strangers(strangers, unitIds.length === 0) };
}
