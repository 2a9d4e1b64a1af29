import { z } from 'zod';
import { type Feedback, feedbackStanding } from '../src/core/board.ts';
import type { Choice } from '../src/dialogues/dialogue.ts';
import { feedbackText } from '../src/text/feedback.ts';
import { readFeedbackAct } from '../src/text/feedback-line.ts';
import { fold } from '../src/text/fold.ts';
import { readNumbered } from '../src/text/numbered.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { feedbackConversation, feedbackSeen, refOf } from './feedback-talk.ts';
import { isLead, saying } from './reply.ts';

const SHOWN = 6;

/** What waits for an answer first. */
function list(all: readonly Feedback[], page: number, call: Call): Reply {
  const waits = (one: Feedback) => Number(feedbackStanding(one) === 'waiting');
  const sorted = all.toSorted((a, b) => waits(b) - waits(a) || b.no - a.no);
  const shown = sorted.slice(page * SHOWN, (page + 1) * SHOWN);
  const more = all.length > (page + 1) * SHOWN;
  const last: Choice[] = [
    feedbackText.make,
    ...(more ? [{ id: `phan_anh trang ${page + 2}`, label: feedbackText.more }] : []),
  ];
  const lines = feedbackText.list(call.bloc?.name ?? '', shown, isLead(call), all);
  return saying(lines, [...shown.map(one => [feedbackText.open(one)]), last]);
}

function open(one: Feedback, call: Call): Reply {
  const own = one.madeBy === call.actor?.personId;
  const speak = isLead(call) && !own ? feedbackText.answer(one) : feedbackText.goOn(one);
  const close = one.closedAt ? [] : [feedbackText.close(one)];
  const file = one.entries.findLast(entry => entry.file)?.file;
  const lines = feedbackText.shown(call.bloc?.name ?? '', one);
  return { kind: 'say', says: [{ lines, choices: [[speak, ...close]], ...(file ? { file } : {}) }] };
}

/** By whoever put it or by the lead's side; the other is told. */
async function close(one: Feedback, call: Call): Promise<Reply> {
  const { ports, actor } = call;
  if (one.closedAt) return saying(feedbackText.closedBefore(one.no));
  await ports.board.feedback.close(one.id);
  ports.audit({ action: 'feedback.closed', subject: 'feedback', subjectId: one.id, detail: { no: one.no } });
  if (one.madeBy !== actor?.personId) {
    const told = { lines: feedbackText.closedTold(one), choices: [[feedbackText.goOn(one)]] };
    ports.tell({ kind: 'person', personId: one.madeBy }, told);
  }
  return saying(feedbackText.closed(one.no));
}

/** `phan_anh 3` or `f_…` opens one, `tra_loi` and `dong` with it act; other words are put to the lead. */
export const phanAnh = defineCommand({
  name: 'phan_anh',
  says: ['phản ánh', 'góp ý', 'khó khăn vướng mắc', 'hỏi trưởng khối'],
  summary: 'Phản ánh khó khăn, đề xuất với Trưởng khối; xem trả lời',
  example: '/phan_anh Mẫu biểu số 2 chưa rõ cách tính',
  roles: 'member',
  where: 'private',
  args: z.string(),
  conversation: feedbackConversation,
  run: async (words, call) => {
    const said = fold(words);
    const [, page] = /^trang (\d{1,3})$/.exec(said) ?? [];
    const all = await feedbackSeen(call);
    if (said === '' || page) return list(all, Number(page ?? 1) - 1, call);
    if (said === 'moi') return { kind: 'begin', words: '' };
    const [, verb, ref] = /^(?:(tra_loi|dong) )?(f_[a-z\d]{12})$/.exec(words) ?? [];
    const { number, rest = '' } = ref ? {} : (readNumbered(words) ?? {});
    const act = readFeedbackAct(rest);
    // "3 đơn vị chưa có mẫu" begins with a number and is feedback.
    if (!ref && (number === undefined || (rest !== '' && !act))) return { kind: 'begin', words };
    const one = all.find(found => refOf(found) === ref || String(found.no) === number);
    if (!one) return saying(feedbackText.unknown(number ?? ''));
    if (verb === 'tra_loi') return { kind: 'begin', words };
    if (act?.act === 'answer') return { kind: 'begin', words: `tra_loi ${refOf(one)} ${act.said}`.trim() };
    return verb === 'dong' || act ? close(one, call) : open(one, call);
  },
});
