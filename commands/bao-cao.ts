import { z } from 'zod';
import { byDeadline, type Duty } from '../src/core/duty.ts';
import { newestVersion } from '../src/core/report-state.ts';
import { shortRef } from '../src/core/short-ref.ts';
import type { Choice } from '../src/dialogues/dialogue.ts';
import { matchObligations } from '../src/dialogues/report-choices.ts';
import { receivedText } from '../src/text/reports-received.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { accept, open, sendBack } from './open-report.ts';
import { saying } from './reply.ts';
import { type Desk, refOf, reportDesk } from './report-desk.ts';
import { sendBackConversation } from './send-back.ts';
import { yearAsked } from './year-asked.ts';

/** Buttons in a list; on a phone more is a wall. */
const SHOWN = 7;

const byDeadlineChoice: Choice = { id: 'bao_cao theo_han', label: receivedText.byDeadline };
const openChoice = (duty: Duty, label: string): Choice => ({ id: `bao_cao ${refOf(duty)}`, label });

/** `bao_cao`, `bao_cao theo_han`, `bao_cao d_… 2` are lists; `o_…` one report, `nhan`, `tep`, `tra` what is done with it. */
export const baoCao = defineCommand({
  name: 'bao_cao',
  says: ['xem báo cáo', 'danh sách báo cáo'],
  summary: 'Báo cáo đã nhận: xem, lấy tệp, tiếp nhận; đơn vị xem báo cáo của mình',
  example: '/bao_cao 6 tháng',
  roles: 'contact',
  where: 'private',
  args: z.string(),
  conversation: sendBackConversation,
  run: async (typed, call) => {
    const asked = await yearAsked(typed, call);
    if ('refusal' in asked) return { kind: 'say', says: [asked.refusal] };
    const { words } = asked;
    const desk = await reportDesk(call, asked.duties);
    const [, verb = '', ref, version] = /^(?:(nhan|tra|tep) )?(o_[a-z\d]{12})(?: (\d+))?$/.exec(words) ?? [];
    if (ref) {
      const duty = desk.duties.find(found => refOf(found) === ref);
      if (!duty) return saying(receivedText.gone());
      if (verb === 'nhan') return accept(duty, Number(version), call, desk);
      if (verb === 'tra') return sendBack(duty, Number(version), call, desk);
      return open(duty, verb === 'tep' ? Number(version) : null, call, desk);
    }
    const [byDay, deadlinePage] = /^theo_han(?: (\d+))?$/.exec(words) ?? [];
    if (byDay) return deadlines(Number(deadlinePage ?? 0), call, desk);
    const [, deadline, page] = /^(d_[a-z\d]{12})(?: (\d+))?$/.exec(words) ?? [];
    if (deadline) return ofDeadline(deadline, Number(page ?? 0), desk);
    // As the list numbers them.
    const [numbered] = /^\d{1,2}$/.test(words) ? [desk.received[Number(words) - 1]] : [];
    if (numbered) return open(numbered, null, call, desk);
    return words === '' ? latest(call, desk) : search(words, call, desk);
  },
});

function latest(call: Call, desk: Desk): Reply {
  const shown = desk.received.slice(0, SHOWN - 1);
  const choices = shown.map((duty, n) => [
    openChoice(duty, receivedText.openLabel(desk.show(duty), n + 1, call.today)),
  ]);
  const owes = desk.duties.some(duty => !duty.handedIn && !desk.mayDecide(duty));
  const handIn: Choice[] = owes ? [{ id: 'nop_bao_cao', label: receivedText.handIn }] : [];
  const lines = receivedText.latest(
    call.bloc?.name ?? '',
    shown.map(desk.show),
    desk.received.length - shown.length,
  );
  return saying(lines, [...choices, [byDeadlineChoice, ...handIn]]);
}

function deadlines(page: number, call: Call, desk: Desk): Reply {
  const all = byDeadline(desk.duties);
  const choices = all.slice(page * SHOWN, (page + 1) * SHOWN).map(group => [
    {
      id: `bao_cao ${shortRef('d', group.deadlineId)}`,
      label: receivedText.deadlineLabel(group, call.today),
    },
  ]);
  const next: Choice = { id: `bao_cao theo_han ${page + 1}`, label: receivedText.more };
  return saying(receivedText.deadlines(), [...choices, ...(all.length > (page + 1) * SHOWN ? [[next]] : [])]);
}

function ofDeadline(ref: string, page: number, desk: Desk): Reply {
  const group = byDeadline(desk.duties).find(({ deadlineId }) => shortRef('d', deadlineId) === ref);
  if (!group) return saying(receivedText.gone());
  const came = group.duties.filter(newestVersion);
  const choices = came
    .slice(page * SHOWN, (page + 1) * SHOWN)
    .map(duty => [openChoice(duty, receivedText.partyLabel(desk.show(duty)))]);
  const more = came.length > (page + 1) * SHOWN;
  const next: Choice[] = more ? [{ id: `bao_cao ${ref} ${page + 1}`, label: receivedText.more }] : [];
  const sheet: Choice[] = group.duties.every(desk.mayDecide)
    ? [{ id: `tong_hop_nop ${ref}`, label: receivedText.sheet }]
    : [];
  const { title, dueOn, done, of, duties } = group;
  return saying(receivedText.deadline(title, dueOn, done, of, duties.map(desk.show)), [
    ...choices,
    ...[[...next, ...sheet]].filter(row => row.length > 0),
  ]);
}

async function search(words: string, call: Call, desk: Desk): Promise<Reply> {
  const named = desk.duties.map(duty => ({ duty, title: duty.title, unitName: desk.show(duty).party }));
  const found = matchObligations(words, named).map(({ duty }) => duty);
  const [first] = found;
  if (first && found.every(({ deadlineId }) => deadlineId === first.deadlineId) && found.length > 1)
    return ofDeadline(shortRef('d', first.deadlineId), 0, desk);
  const came = found.filter(newestVersion);
  const [only] = came;
  if (only && came.length === 1) return open(only, null, call, desk);
  const choices = came
    .slice(0, SHOWN)
    .map((duty, n) => [openChoice(duty, receivedText.openLabel(desk.show(duty), n + 1, call.today))]);
  return saying(receivedText.matching(words, came.slice(0, SHOWN).map(desk.show)), [
    ...choices,
    [byDeadlineChoice],
  ]);
}
