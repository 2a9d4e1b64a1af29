import { z } from 'zod';
import { authorityOf } from '../src/core/bloc.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { fold } from '../src/text/fold.ts';
import { planSheetText } from '../src/text/plan-sheet.ts';
import { planLabels } from '../src/text/plan-talk.ts';
import { turnText } from '../src/text/turn.ts';
import { type Call, defineCommand } from './command.ts';

/** Deadlines are `/han`'s; here stands what else the plan lays down. */
async function sheet({ bloc, ports, today }: Call): Promise<Say> {
  const facts = await ports.plans.season();
  const live = await ports.deadlines.live();
  return { lines: planSheetText.sheet(bloc?.name ?? '', facts, live, today) };
}

export const keHoach = defineCommand({
  name: 'ke_hoach',
  says: ['kế hoạch', 'xem kế hoạch', 'nội dung kế hoạch', 'cam kết'],
  summary: 'Kế hoạch của năm: chỉ tiêu, cam kết, mốc, hạn',
  example: '/ke_hoach',
  roles: 'member',
  where: 'both',
  year: 'first',
  args: z.string(),
  run: async (words, call) => {
    const said = await sheet(call);
    const lead = authorityOf(call.actor?.posts ?? []) === 'lead';
    if (fold(words) === 'thong bao') {
      if (!lead) return { kind: 'say', says: [turnText.notAllowed('lead')] };
      call.ports.tell({ kind: 'groups' }, said);
      return { kind: 'say', says: [{ lines: planSheetText.announced() }] };
    }
    const { documents } = await call.ports.plans.season();
    const [newest] = documents;
    const inPrivate = call.chat.kind === 'private';
    const choices =
      lead && inPrivate && newest ? [[{ id: 'ke_hoach thong bao', label: planLabels.announce }]] : [];
    const file = inPrivate && newest ? { file: newest } : {};
    return { kind: 'say', says: [{ ...said, ...file, ...(choices.length > 0 ? { choices } : {}) }] };
  },
});
