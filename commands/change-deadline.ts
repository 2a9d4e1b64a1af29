import { type ChangeEffect, effectOf, type LiveDeadline } from '../src/core/deadline-change.ts';
import { asGroup, byDeadline } from '../src/core/duty.ts';
import type { Line } from '../src/core/message.ts';
import { deadlineView, upcoming } from '../src/core/progress.ts';
import type { ScoreEffect } from '../src/core/score-effect.ts';
import type { Scoring } from '../src/core/scoring-facts.ts';
import { changeDialogue } from '../src/dialogues/deadline-change.ts';
import { type ChangeDone, type ChangeFacts, scoresAfter } from '../src/dialogues/deadline-change-state.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { deadlineChangeText, type Op } from '../src/text/deadline-change.ts';
import { dueWords } from '../src/text/due-words.ts';
import { scoreEffectText } from '../src/text/score-effect.ts';
import type { Call } from './command.ts';
import { bindConversation, type Conversation } from './conversation.ts';
import { type Concerned, doneSay, heardAt, tellConcerned, untilTime } from './deadline-news.ts';
import { movedScores, unitNews } from './score-news.ts';

type Loaded = ChangeFacts & { scoring: Scoring | null };

async function load(call: Call, words: string): Promise<{ facts: Loaded }> {
  const { ports, now, today } = call;
  const calendar = await ports.calendar();
  const around = { now, today, calendar, policy: ports.policy, words };
  const [units, live] = [await ports.deadlines.units(), await ports.deadlines.live()];
  const scoring = await ports.scoring.load('shared');
  return { facts: { ...around, units, deadlines: inOrderOfHan(live, call, around), scoring } };
}

/** As `/han` numbers them for this reader; behind them what is done with or past. */
function inOrderOfHan(
  live: readonly LiveDeadline[],
  { actor, now }: Call,
  { calendar, policy }: Pick<ChangeFacts, 'calendar' | 'policy'>,
): LiveDeadline[] {
  const at = { now, calendar, rules: policy };
  const groups = [
    ...byDeadline(live.flatMap(one => one.duties)),
    ...live.filter(one => one.duties.length === 0).map(asGroup),
  ];
  const first = upcoming(groups.map(group => deadlineView(group, actor?.posts ?? [], at)));
  const ids = first.map(view => view.group.deadlineId);
  const place = ({ deadlineId }: LiveDeadline) => {
    const index = ids.indexOf(deadlineId);
    return index < 0 ? ids.length : index;
  };
  return live.toSorted((a, b) => place(a) - place(b));
}

async function carryOut({ deadline, shown, draft }: ChangeDone, call: Call): Promise<{ undoId: string }> {
  const { deadlines } = call.ports;
  switch (shown.op) {
    case 'move': {
      const { boundary, ruleText } = draft;
      const due = boundary && { boundary, ruleText: ruleText === '' ? dueWords(boundary) : ruleText };
      return deadlines.revise(deadline, { title: shown.title, due });
    }
    case 'extend':
      return deadlines.extend(deadline, {
        obligationIds: shown.duties.map(duty => duty.obligationId),
        dueOn: shown.dueOn,
        reason: shown.reason,
      });
    case 'cancel':
      return deadlines.cancel(deadline, shown);
  }
}

const actions = {
  move: 'deadline.moved',
  extend: 'deadline.extended',
  cancel: 'deadline.cancelled',
} as const;

async function apply(done: ChangeDone, call: Call, facts: Loaded): Promise<Say> {
  const { deadline, shown, change } = done;
  const { ports } = call;
  const effect = effectOf(deadline, change, facts);
  const scores = scoresAfter(deadline, change, facts);
  const { undoId } = await carryOut(done, call);
  ports.audit({
    action: actions[shown.op],
    subject: 'deadline',
    subjectId: deadline.deadlineId,
    detail: { affected: effect.affected.length, rejudged: effect.rejudged.length, undo: undoId },
  });
  ports.replan();
  const bloc = call.bloc?.name ?? '';
  const duties = shown.op === 'extend' ? shown.duties : deadline.duties;
  const concerned: Concerned = duties.length > 0 ? duties.map(duty => duty.party) : 'everybody';
  const news = deadlineChangeText.news(bloc, deadline, shown, effect, facts);
  const inGroups = deadlineChangeText.groupNews(bloc, deadline, shown, facts);
  await tellConcerned(call, concerned, undoId, { lines: news, inGroups });
  await tellOwn(effect, scores, undoId, call, facts);
  const lines = deadlineChangeText.done(deadline, shown, facts, untilTime(call.now));
  return doneSay(lines, undoId, await heardAt(call));
}

/** What it does to one that has handed in, and to its points, is that one's own affair. */
async function tellOwn(
  effect: ChangeEffect,
  { locked, affected }: ScoreEffect,
  undoId: string,
  call: Call,
  { scoring }: Loaded,
): Promise<void> {
  const scores = locked
    ? new Map(affected.map(one => [one.unitId, [scoreEffectText.locked()]]))
    : unitNews(await movedScores(scoring, call), scoring);
  const told = new Map<string, Line[]>();
  for (const { duty, before, after } of effect.rejudged) {
    const line = deadlineChangeText.rejudged(before, after);
    if (duty.party.kind === 'unit') told.set(duty.party.unitId, [line]);
    else call.ports.tell({ kind: 'lead' }, { lines: [line] }, undoId);
  }
  for (const unitId of new Set([...told.keys(), ...scores.keys()]))
    call.ports.tell(
      { kind: 'unit', unitId },
      { lines: [...(told.get(unitId) ?? []), ...(scores.get(unitId) ?? [])] },
      undoId,
    );
}

/** The conversation of `/doi_han`, `/gia_han` or `/huy_han`. */
export const changeConversation = (op: Op, kind: string): Conversation =>
  bindConversation({
    machine: changeDialogue(op, kind),
    load,
    apply: async (effects, call, facts) => {
      const says: Say[] = [];
      for (const effect of effects) says.push(await apply(effect, call, facts));
      return says;
    },
  });
