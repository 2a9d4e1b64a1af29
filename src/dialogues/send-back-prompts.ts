import { scoreEffectText } from '../text/score-effect.ts';
import { sendBackText } from '../text/send-back.ts';
import type { Choice, Say } from './dialogue.ts';
import { matchObligations, obligationChoiceId } from './report-choices.ts';
import { isLocked, type SendBackFacts, type SendBackState, scoresAfter } from './send-back-state.ts';

export const PAGE = 8;

/** The reports on offer, as a unit and words narrow them. */
export function listed({ unitId, reason }: Extract<SendBackState, { at: 'choose' }>, facts: SendBackFacts) {
  const ofUnit = facts.reports.filter(one => unitId === null || one.unitId === unitId);
  const named = matchObligations(reason, ofUnit);
  if (named.length > 0) return named;
  return ofUnit.length > 0 ? ofUnit : [...facts.reports];
}

/** What the conversation is about; null once it is not what was shown. */
export const current = (state: Extract<SendBackState, { at: 'reason' | 'confirm' }>, facts: SendBackFacts) =>
  facts.reports.find(
    one => one.id === state.obligationId && one.version === state.version && one.standing === state.standing,
  ) ?? null;

/** The open question; total, also where the report has changed since. */
export function promptFor(state: SendBackState, facts: SendBackFacts): Say {
  const cancel: Choice = { id: 'cancel', label: sendBackText.cancel };
  if (state.at === 'choose') {
    const all = listed(state, facts);
    const pages = Math.max(1, Math.ceil(all.length / PAGE));
    const page = Math.min(state.page, pages - 1);
    const choices: Choice[][] = all
      .slice(page * PAGE, (page + 1) * PAGE)
      .map(one => [{ id: obligationChoiceId(one.id), label: sendBackText.label(one.shown, facts.today) }]);
    if (pages > 1) choices.push([{ id: 'more', label: sendBackText.more }]);
    const counted = pages > 1 ? [sendBackText.page(page + 1, pages)] : [];
    return { lines: [sendBackText.choose(), ...counted], choices: [...choices, [cancel]] };
  }
  const one = current(state, facts);
  if (!one) return { lines: sendBackText.changedMeanwhile(), choices: [[cancel]] };
  if (state.at === 'reason') {
    const ready = sendBackText.reasons.map((label, n) => [{ id: `reason_${n}`, label }]);
    return { lines: sendBackText.askReason(one.shown), choices: [...ready, [cancel]] };
  }
  const lines = [
    ...sendBackText.confirm(one.shown, state.reason, one.overdueDays, state.standing === 'accepted'),
    ...(isLocked(one.id, facts.scoring)
      ? [scoreEffectText.locked()]
      : scoreEffectText.lines(scoresAfter(one, facts))),
  ];
  const ok: Choice = { id: `ok_${state.rev}`, label: sendBackText.ok, tone: 'danger' };
  return { lines, choices: [[ok, { id: 'edit', label: sendBackText.edit }], [cancel]] };
}
