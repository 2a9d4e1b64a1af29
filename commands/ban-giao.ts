import { z } from 'zod';
import { fold } from '../src/text/fold.ts';
import { handOverText } from '../src/text/hand-over.ts';
import { archiveYear } from '../src/text/hand-over-line.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { handOverConversation, standing } from './hand-over-talk.ts';
import { saying } from './reply.ts';

const yearOf = (call: Call) => call.bloc?.season?.year ?? Number(call.today.slice(0, 4));

async function sheet(call: Call): Promise<Reply> {
  const units = await call.ports.units();
  const named = (role: 'lead' | 'deputy') => units.find(one => one.role === role)?.name ?? null;
  const years = await call.ports.year.years();
  const found = await call.ports.year.handOver.coming();
  const coming = found && standing(found, await call.ports.setup.units());
  const lines = handOverText.sheet(
    call.bloc?.name ?? '',
    named('lead') ?? '',
    named('deputy'),
    years,
    coming,
  );
  return saying(lines);
}

/** The year in one file, sent as soon as it is made. */
async function archive(year: number, call: Call): Promise<Reply> {
  const found = await call.ports.year.handOver.archive(year, call.chat.address);
  if (!found) return saying(handOverText.noYear(year));
  const subject = { subject: 'bloc', subjectId: String(call.bloc?.blocId) } as const;
  call.ports.audit({ action: 'season.archived', ...subject, detail: { year } });
  return saying(handOverText.making(year));
}

/** Without words how it stands; new lead and day hand over; `lưu trữ`, `khép năm` for the old year. */
export const banGiao = defineCommand({
  name: 'ban_giao',
  says: ['bàn giao', 'chuyển giao trưởng khối'],
  summary: 'Bàn giao Trưởng khối từ một ngày, mở năm mới, lưu trữ và khép năm cũ',
  example: '/ban_giao Trưởng khối Phòng Kinh tế; Phó Trưởng khối Trạm Y tế; từ 15/1/2027',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  conversation: handOverConversation,
  run: async (words, call) => {
    if (fold(words) === '') return sheet(call);
    const year = archiveYear(words, yearOf(call));
    return year === null ? { kind: 'begin', words } : archive(year, call);
  },
});
