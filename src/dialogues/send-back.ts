import type { Line } from '../core/message.ts';
import { findUnits, unitLike } from '../text/find-units.ts';
import { clean, fold } from '../text/fold.ts';
import { sendBackText } from '../text/send-back.ts';
import { apart, type Dialogue, type Input, type Step } from './dialogue.ts';
import { matchObligations, obligationOfChoice } from './report-choices.ts';
import { current, listed, PAGE, promptFor } from './send-back-prompts.ts';
import {
  type ReturnableReport,
  type SendBackEffect,
  type SendBackFacts,
  type SendBackState,
  sendBackStateSchema,
} from './send-back-state.ts';

/** Characters. */
const REASON_MAX = 500;

type SendBackStep = Step<SendBackState, SendBackEffect>;

/** `/tra_lai`: which report, why, a look at it, and only then the unit hears of it. */
export const sendBackDialogue: Dialogue<SendBackState, SendBackFacts, SendBackEffect> = {
  kind: 'tra_lai',
  version: 1,
  state: sendBackStateSchema,
  migrate: () => null,
  start,
  step,
  ask: promptFor,
};

const askAt = (state: SendBackState, facts: SendBackFacts, notes: Line[] = []): SendBackStep => {
  const say = promptFor(state, facts);
  return { kind: 'ask', state, say: { ...say, lines: apart(notes, say.lines) }, effects: [] };
};
const over = (lines: Line[]): SendBackStep => ({ kind: 'end', say: { lines }, effects: [] });

/** Words name a report, as its button does (`o_… 2`), or a unit and the reason behind it. */
function start(facts: SendBackFacts): SendBackStep {
  const words = clean(facts.words);
  const [, id, version] = /^(o_[a-z\d]+) (\d+)$/.exec(words) ?? [];
  if (id) {
    const one = obligationOfChoice(id, facts.reports);
    return one && one.version === Number(version)
      ? take(one, '', facts)
      : over(sendBackText.changedMeanwhile());
  }
  if (facts.reports.length === 0) return over(sendBackText.nothing());
  const none = { at: 'choose', page: 0, unitId: null, reason: '' } as const;
  if (words === '') return choose(none, facts);
  const [unit] = findUnits(words, facts.units);
  if (unit) {
    const reason = clean(`${words.slice(0, unit.start)} ${words.slice(unit.end)}`).replace(
      /^[\s,:;.–-]+/u,
      '',
    );
    return choose({ ...none, unitId: unit.id, reason }, facts);
  }
  const [only, ...others] = matchObligations(words, facts.reports);
  if (only && others.length === 0) return take(only, '', facts);
  const { unitId, among, reason } = beforeReason(words, facts);
  const [named, ...more] = among;
  if (named && more.length === 0) return take(named, reason, facts);
  if (unitId !== null) return choose({ ...none, unitId, reason }, facts);
  return askAt(none, facts, only ? [] : [sendBackText.noMatch(words)]);
}

/** "Phòng Văn hóa: thiếu biểu số 2": before the colon or comma a part of a unit's name, or of the report's. */
function beforeReason(words: string, facts: SendBackFacts) {
  const [, head = '', reason = ''] = /^([^:,;–]+)\s*[:,;–]\s*(.+)$/u.exec(words) ?? [];
  return {
    unitId: unitLike(head, facts.units),
    among: head === '' ? [] : matchObligations(head, facts.reports),
    reason,
  };
}

function choose(state: Extract<SendBackState, { at: 'choose' }>, facts: SendBackFacts): SendBackStep {
  const unit = facts.units.find(one => one.id === state.unitId);
  // The report of another unit, though it is the only one, is not what was asked for.
  if (unit && !facts.reports.some(one => one.unitId === unit.id))
    return askAt({ ...state, unitId: null, reason: '' }, facts, [sendBackText.noneOf(unit.names[0] ?? '')]);
  const [only, ...others] = listed(state, facts);
  return only && others.length === 0 ? take(only, state.reason, facts) : askAt(state, facts);
}

function take(one: ReturnableReport, reason: string, facts: SendBackFacts): SendBackStep {
  const seen = { obligationId: one.id, version: one.version, standing: one.standing };
  // Words that only name the report are no reason.
  const said = matchObligations(reason, [one]).length > 0 ? '' : reason;
  return said === ''
    ? askAt({ at: 'reason', ...seen }, facts)
    : withReason({ at: 'reason', ...seen }, said, facts);
}

function withReason(
  state: Extract<SendBackState, { at: 'reason' | 'confirm' }>,
  typed: string,
  facts: SendBackFacts,
): SendBackStep {
  const reason = clean(typed);
  const { obligationId, version, standing } = state;
  const asking = { at: 'reason', obligationId, version, standing } as const;
  if (!/\p{L}{2}/u.test(reason)) return askAt(asking, facts, [sendBackText.noReason()]);
  if (reason.length > REASON_MAX) return askAt(asking, facts, [sendBackText.tooLong(REASON_MAX)]);
  const rev = state.at === 'confirm' ? state.rev + 1 : 0;
  return askAt({ ...asking, at: 'confirm', reason, rev }, facts);
}

function step(state: SendBackState, input: Input, facts: SendBackFacts): SendBackStep {
  const press = input.kind === 'option' ? input.id : input.kind === 'go' ? input.to : null;
  if (press === 'cancel') return over(sendBackText.cancelled());
  if (press === 'later') return { kind: 'ask', state, say: { lines: sendBackText.parked() }, effects: [] };
  if (state.at === 'choose') return onChoose(state, input, press, facts);
  if (!current(state, facts)) return over(sendBackText.changedMeanwhile());
  if (input.kind === 'text') {
    const agreed = state.at === 'confirm' && ['tra lai', 'dong y', 'co', 'ok'].includes(fold(input.text));
    return agreed ? confirm(state) : withReason(state, input.text, facts);
  }
  const ready = sendBackText.reasons[Number(/^reason_(\d)$/.exec(press ?? '')?.[1] ?? Number.NaN)];
  if (ready) return withReason(state, ready, facts);
  if (state.at === 'confirm' && press === `ok_${state.rev}`) return confirm(state);
  if (press === 'edit' || press === 'back') {
    const { obligationId, version, standing } = state;
    return askAt({ at: 'reason', obligationId, version, standing }, facts);
  }
  return askAt(state, facts, press ? [sendBackText.stale()] : []);
}

function onChoose(
  state: Extract<SendBackState, { at: 'choose' }>,
  input: Input,
  press: string | null,
  facts: SendBackFacts,
): SendBackStep {
  if (input.kind === 'text') return narrowed(state, input.text, facts);
  const one = press ? obligationOfChoice(press, facts.reports) : null;
  if (one) return take(one, state.reason, facts);
  const pages = Math.ceil(listed(state, facts).length / PAGE);
  if (press === 'more') return askAt({ ...state, page: (state.page + 1) % Math.max(1, pages) }, facts);
  return askAt(state, facts, press ? [sendBackText.stale()] : []);
}

/** Words choose the report; a reason that was typed before is not to be typed again. */
function narrowed(
  state: Extract<SendBackState, { at: 'choose' }>,
  text: string,
  facts: SendBackFacts,
): SendBackStep {
  const named = matchObligations(text, listed(state, facts));
  const [only] = named;
  return only && named.length === 1 ? take(only, state.reason, facts) : start({ ...facts, words: text });
}

function confirm(state: Extract<SendBackState, { at: 'confirm' }>): SendBackStep {
  const { obligationId, version, standing, reason } = state;
  return {
    kind: 'end',
    say: null,
    effects: [{ kind: 'send_back', obligationId, version, standing, reason }],
  };
}
