import { z } from 'zod';
import { authorityOf } from '../src/core/bloc.ts';
import type { Line } from '../src/core/message.ts';
import type { Proposal } from '../src/core/plan-diff.ts';
import { isUndated } from '../src/core/plan-draft.ts';
import type { Choice, Say } from '../src/dialogues/dialogue.ts';
import { planDialogue } from '../src/dialogues/plan.ts';
import type { PlanEffect, PlanFacts, PlanState } from '../src/dialogues/plan-state.ts';
import { changeLabels } from '../src/text/deadlines.ts';
import { phaseText } from '../src/text/phases.ts';
import { planLabels, planText } from '../src/text/plan-talk.ts';
import { setupText } from '../src/text/setup.ts';
import { type Call, defineCommand } from './command.ts';
import { bindConversation } from './conversation.ts';
import { untilTime } from './deadline-news.ts';
import { createBloc, LIKE_A_CODE } from './thiet-lap.ts';

const leads = (call: Call) => authorityOf(call.actor?.posts ?? []) === 'lead';

async function load(
  call: Call,
  words: string,
  saved: PlanState | null,
): Promise<{ facts: PlanFacts } | { refusal: Say }> {
  const { ports, today } = call;
  const entered = await ports.setup.bloc();
  if (entered?.codeGone) {
    await ports.setup.abandon();
    return { refusal: { lines: setupText.codeProblem('used') } };
  }
  const fresh = entered?.draft === true;
  // The conversation may have been begun while the person still led.
  if (!fresh && !leads(call)) return { refusal: { lines: planText.leadOnly() } };
  const { documents, ...season } = await ports.plans.season();
  const [last] = documents;
  return {
    facts: {
      today,
      calendar: await ports.calendar(),
      fresh,
      blocName: call.bloc?.name ?? '',
      words,
      documents: await ports.plans.incoming(),
      newId: ports.plans.newId(),
      read: ports.plans.read,
      draft: saved && 'documentId' in saved ? await ports.plans.draft(saved.documentId) : null,
      previous: last ? await ports.plans.draft(last.id) : null,
      applied: new Map(documents.map(one => [one.sha256, one.appliedOn])),
      season: { ...season, deadlines: await ports.deadlines.live() },
      units: await ports.deadlines.units(),
    },
  };
}

const announce: Choice = { id: 'ke_hoach thong bao', label: planLabels.announce };

function appliedLines(proposals: readonly Proposal[]): Line[] {
  const added = proposals.filter(one => one.kind === 'new');
  const undated = added.filter(one => isUndated(one.item)).length;
  return planText.applied(added.length, proposals.length - added.length, undated);
}

async function create(effect: Extract<PlanEffect, { kind: 'create' }>, call: Call): Promise<Say[]> {
  const { ports, bloc } = call;
  const { documentId, proposals } = effect;
  const made = effect.bloc && (await createBloc(effect.bloc, call));
  // Its code made another bloc meanwhile: that is all there is to say.
  if (made && !made.created) return [made.say];
  const { undoId, phases } = await ports.plans.apply(documentId, proposals);
  const fresh = proposals.filter(one => one.kind === 'new').length;
  const detail = { added: fresh, changed: proposals.length - fresh, undo: undoId };
  ports.audit({ action: 'plan.applied', subject: 'plan', subjectId: documentId, detail });
  ports.replan();
  const undo: Choice = { id: `hoan_tac ${undoId}`, label: changeLabels.undo };
  const until = planText.undoUntil(untilTime(call.now));
  const lines = [...appliedLines(proposals), ...phaseText.fromPlan(phases), until];
  if (made) return [{ lines, choices: [[undo]] }, made.say];
  return [{ lines, choices: bloc?.season ? [[announce], [undo]] : [[undo]] }];
}

export const napKeHoach = defineCommand({
  name: 'nap_ke_hoach',
  says: ['nạp kế hoạch', 'đọc kế hoạch', 'gửi kế hoạch', 'nhập kế hoạch', 'tải kế hoạch lên'],
  summary: 'Đọc văn bản kế hoạch thành khối, hạn, chỉ tiêu của năm thi đua',
  example: '/nap_ke_hoach',
  roles: 'stranger',
  where: 'private',
  args: z.string(),
  conversation: bindConversation({
    machine: planDialogue,
    load,
    apply: async (effects: PlanEffect[], call) => {
      const says: Say[] = [];
      for (const effect of effects) {
        if (effect.kind === 'abandon') await call.ports.setup.abandon();
        else if (effect.kind === 'keep') await call.ports.plans.keep(effect);
        else says.push(...(await create(effect, call)));
      }
      return says;
    },
  }),
  claimsFiles: async call => {
    if (!leads(call)) return false;
    const { plans } = call.ports;
    return (await plans.incoming()).some(({ words }) => words !== null && plans.read(words) !== null);
  },
  run: async (words, call) => {
    const { setup } = call.ports;
    const entered = await setup.bloc();
    if (LIKE_A_CODE.test(words)) {
      const { kind, version } = planDialogue;
      const outcome = await setup.begin(words, { kind, version, state: { at: 'document', parts: [] } });
      if (outcome !== 'begun') return { kind: 'say', says: [{ lines: setupText.codeProblem(outcome) }] };
      // The bloc is entered from the next message on: by then a link can be given where files need one.
      const choices = [[{ id: 'nap_ke_hoach', label: planLabels.sendFile }]];
      return { kind: 'say', says: [{ lines: planText.askDocument(true), choices }] };
    }
    if (entered?.draft || leads(call)) return { kind: 'begin', words: '' };
    return { kind: 'say', says: [{ lines: planText.leadOnly() }] };
  },
});
