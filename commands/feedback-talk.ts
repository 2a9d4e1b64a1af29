import type { Feedback, FeedbackKind } from '../src/core/board.ts';
import { shortRef } from '../src/core/short-ref.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { composeText } from '../src/text/compose.ts';
import { feedbackText } from '../src/text/feedback.ts';
import type { Call } from './command.ts';
import { bindConversation } from './conversation.ts';
import { isLead } from './reply.ts';

/** Characters. */
const MOST = 2_000;

/** What this person may see: the lead all of it, others their own. */
export const feedbackSeen = (call: Call): Promise<Feedback[]> =>
  isLead(call) ? call.ports.board.feedback.all() : call.ports.board.feedback.mine();

export const refOf = (one: Feedback) => shortRef('f', one.id);

type Facts = ComposeFacts & { about: Feedback | null };

/** The unit that a person speaks for: one that he acts for, else his own. */
function unitOf(call: Call) {
  const posts = call.actor?.posts ?? [];
  return posts.find(post => post.role !== 'member') ?? posts[0];
}

async function load(
  call: Call,
  words: string,
  saved: { target: string | null } | null,
): Promise<{ facts: Facts } | { refusal: Say }> {
  const [, ref, typed = ''] = /^tra_loi (f_[a-z\d]{12})(?:\s+([\s\S]*))?$/.exec(words) ?? [];
  const target = saved ? saved.target : (ref ?? null);
  if (target === null) {
    const lead = feedbackText.likelyKind;
    const unit = unitOf(call)?.unitName ?? '';
    const preview: Facts['preview'] = ({ text, file }) => {
      const kinds: FeedbackKind[] =
        lead(text) === 'proposal' ? ['proposal', 'difficulty'] : ['difficulty', 'proposal'];
      const ways = kinds.map(kind => ({ id: kind, label: feedbackText.sendAs(kind) }));
      return { lines: feedbackText.preview(text, file?.name ?? null, unit), ways };
    };
    return { facts: { words, target, question: feedbackText.question, preview, about: null } };
  }
  const about = (await feedbackSeen(call)).find(one => refOf(one) === target);
  if (!about) return { refusal: { lines: feedbackText.unknown('') } };
  const side = isLead(call);
  const preview: Facts['preview'] = ({ text, file }) => ({
    lines: feedbackText.previewAnswer(about, text, file?.name ?? null, side),
    ways: [{ id: 'send', label: feedbackText.send }],
  });
  return {
    facts: { words: typed, target, question: () => feedbackText.askAnswer(about, side), preview, about },
  };
}

const attached = ({ file }: ComposeEffect) =>
  file && { sha256: file.sha256, name: file.name, mime: file.mime };
const enclosed = (effect: ComposeEffect) => {
  const file = attached(effect);
  return file ? { file } : {};
};

async function make(effect: ComposeEffect, call: Call): Promise<Say> {
  const { ports, actor } = call;
  const { text, way } = effect;
  const unit = unitOf(call);
  if (!unit) throw new Error('feedback from somebody without a unit');
  const kind: FeedbackKind = way === 'proposal' ? 'proposal' : 'difficulty';
  const { id, no } = await ports.board.feedback.add({
    ...{ kind, unitId: unit.unitId, body: text, file: attached(effect) },
  });
  ports.audit({ action: 'feedback.made', subject: 'feedback', subjectId: id, detail: { no, kind } });
  const from = `${unit.unitName}, ${actor?.displayName ?? ''}`;
  const lines = feedbackText.arrived(call.bloc?.name ?? '', no, kind, text, from);
  ports.tell(
    { kind: 'lead' },
    { lines, choices: [[feedbackText.answer({ id }), feedbackText.close({ id })]], ...enclosed(effect) },
  );
  return { lines: feedbackText.sent(no) };
}

async function goOn(effect: ComposeEffect, about: Feedback, call: Call): Promise<Say> {
  const { ports, actor } = call;
  const { text } = effect;
  const file = enclosed(effect);
  const lead = isLead(call) && about.madeBy !== actor?.personId;
  await ports.board.feedback.goOn(about.id, {
    ...{ side: lead ? 'lead' : 'unit', body: text, file: attached(effect) },
  });
  const subject = { subject: 'feedback', subjectId: about.id } as const;
  ports.audit({
    action: lead ? 'feedback.answered' : 'feedback.continued',
    ...subject,
    detail: { no: about.no },
  });
  const bloc = call.bloc?.name ?? '';
  const by = actor?.displayName ?? '';
  if (lead) {
    const lines = feedbackText.answerArrived(bloc, about, text, by);
    const choices = [[feedbackText.goOn(about), feedbackText.close(about)]];
    ports.tell({ kind: 'person', personId: about.madeBy }, { lines, choices, ...file });
    return { lines: feedbackText.answered(about) };
  }
  const lines = feedbackText.arrived(bloc, about.no, about.kind, text, `${about.unitName}, ${by}`);
  const choices = [[feedbackText.answer(about), feedbackText.close(about)]];
  ports.tell({ kind: 'lead' }, { lines, choices, ...file });
  return { lines: feedbackText.wentOn(about) };
}

export const feedbackConversation = bindConversation({
  machine: composeDialogue({
    ...{ kind: 'phan_anh', file: 'optional', fileTitle: composeText.fileTitles.phan_anh, most: MOST },
  }),
  load,
  apply: async (effects: ComposeEffect[], call, { about }: Facts) => {
    const says: Say[] = [];
    for (const effect of effects)
      says.push(about ? await goOn(effect, about, call) : await make(effect, call));
    return says;
  },
});
