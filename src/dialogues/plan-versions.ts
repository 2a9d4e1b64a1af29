import type { PlanDraft, PlanItem } from '../core/plan-draft.ts';
import { fold } from '../text/fold.ts';
import { itemName } from '../text/plan-items.ts';
import { looksAlike } from '../text/unit-list.ts';
import type { PlanFacts } from './plan-state.ts';

/** How a document differs from the one before it and from the bloc that stands. */

/** Names of items of the last document that this version of it has no more; another plan is no version. */
export function goneFrom(draft: PlanDraft, { previous, fresh }: PlanFacts): string[] {
  if (!previous || fresh || previous.items.length === 0) return [];
  const left = previous.items.filter(item => !draft.items.some(other => isSame(item, other)));
  return left.length * 2 > previous.items.length ? [] : left.map(itemName);
}

const isSame = (a: PlanItem, b: PlanItem): boolean =>
  a.kind === b.kind && fold(itemName(a)) === fold(itemName(b));

/** Units of the bloc that its plan does not list. */
export function unitsBesides(draft: PlanDraft, { fresh, units }: PlanFacts): string[] {
  if (fresh || draft.units.length < 2) return [];
  return units
    .filter(({ names }) => !draft.units.some(one => names.some(name => looksAlike(name, one.name))))
    .map(({ names }) => names[0] ?? '');
}

/** Units of the plan that the bloc has not; all of them: it is another bloc's, which is said elsewhere. */
export function unitsBeyond(draft: PlanDraft, { fresh, units }: PlanFacts): string[] {
  if (fresh) return [];
  const beyond = draft.units.filter(
    one => !units.some(({ names }) => names.some(name => looksAlike(name, one.name))),
  );
  return beyond.length === draft.units.length ? [] : beyond.map(one => one.name);
}
