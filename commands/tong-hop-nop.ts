import { z } from 'zod';
import { isHandedIn } from '../src/core/deadline.ts';
import { byDeadline } from '../src/core/duty.ts';
import { shortRef } from '../src/core/short-ref.ts';
import { matchObligations } from '../src/dialogues/report-choices.ts';
import { fold } from '../src/text/fold.ts';
import { exportText } from '../src/text/report-sheet.ts';
import { type Call, defineCommand, type Reply } from './command.ts';

const OFFERED = 7;
/** Of what a button carries: its line has 64 bytes. */
const CARRIED = 30;
const PAGE = /^(.*?)\s*trang (\d{1,3})$/;
const YEAR = /^(?:ca )?nam(?: \d{4})?$/;

export const tongHopNop = defineCommand({
  name: 'tong_hop_nop',
  says: ['tổng hợp nộp', 'tổng hợp báo cáo', 'bảng tổng hợp', 'xuất excel'],
  summary: 'Bảng Excel ai đã nộp, ai trễ: theo hạn hoặc cả năm',
  example: '/tong_hop_nop cả năm',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  run: async (typed, call) => {
    const [, before, asked] = PAGE.exec(typed) ?? [];
    const words = before ?? typed;
    const groups = byDeadline((await call.ports.duties()).filter(duty => isHandedIn(duty.kind)));
    if (YEAR.test(fold(words)) && groups.length > 0) return begin(null, null, call);
    const byRef = groups.find(({ deadlineId }) => shortRef('d', deadlineId) === words);
    const named = byRef
      ? [byRef]
      : matchObligations(
          words,
          groups.map(group => ({ ...group, unitName: '' })),
        );
    const [only, ...others] = named;
    if (only && others.length === 0) return begin(only.deadlineId, exportText.named(only), call);
    const all = named.length > 0 ? named : groups;
    const page = Math.max(1, Math.min(Number(asked ?? 1), Math.ceil(all.length / OFFERED)));
    const choices = all.slice((page - 1) * OFFERED, page * OFFERED).map(({ deadlineId, title, dueOn }) => [
      {
        id: `tong_hop_nop ${shortRef('d', deadlineId)}`,
        label: exportText.label(title, dueOn, call.today),
      },
    ]);
    const kept = named.length > 0 && fold(words).length <= CARRIED ? `${fold(words)} ` : '';
    const more =
      page * OFFERED < all.length
        ? [[{ id: `tong_hop_nop ${kept}trang ${page + 1}`, label: exportText.more }]]
        : [];
    const year = groups.length > 0 ? [[{ id: 'tong_hop_nop ca nam', label: exportText.year }]] : [];
    const unknown = words !== '' && named.length === 0 ? [exportText.notFound(words)] : [];
    const lines = [...unknown, ...exportText.which(groups.length)];
    return { kind: 'say', says: [{ lines, choices: [...choices, ...more, ...year] }] };
  },
});

async function begin(deadlineId: string | null, title: string | null, call: Call): Promise<Reply> {
  await call.ports.reports.exportReports(deadlineId, call.chat.address);
  const subject = { subject: 'bloc', subjectId: String(call.bloc?.blocId ?? '') } as const;
  call.ports.audit({ action: 'reports.exported', ...subject, detail: { deadline: deadlineId } });
  return { kind: 'say', says: [{ lines: exportText.begun(title) }] };
}
