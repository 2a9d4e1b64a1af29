import { z } from 'zod';
import type { Choice } from '../src/dialogues/dialogue.ts';
import { auditText } from '../src/text/audit-log.ts';
import { fold } from '../src/text/fold.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { saying } from './reply.ts';

const SHOWN = 10;
/** Characters of a name that a page's button carries. */
const CARRIED = 30;

async function show(asked: string, page: number, call: Call): Promise<Reply> {
  const { ports, bloc } = call;
  const people = await ports.people();
  const named = people.filter(one => ` ${fold(one.personName)}`.includes(` ${asked}`));
  if (asked !== '' && named.length === 0) return saying(auditText.unknown(asked));
  const personIds = asked === '' ? null : [...new Set(named.map(one => one.personId))];
  const { acts, total, tampering, end } = await ports.auditLog({
    offset: (page - 1) * SHOWN,
    limit: SHOWN,
    personIds,
  });
  const pages = Math.max(1, Math.ceil(total / SHOWN));
  const of = [...new Set(asked === '' ? [] : named.map(one => one.personName))].join(', ');
  const to = (n: number, label: string): Choice => ({
    id: `nhat_ky trang ${n} ${asked.slice(0, CARRIED)}`.trim(),
    label,
  });
  const turns = [
    ...(page > 1 ? [to(page - 1, auditText.newer)] : []),
    ...(page < pages ? [to(page + 1, auditText.more)] : []),
  ];
  const lines = [
    ...(tampering ? auditText.tampered(tampering) : []),
    ...auditText.page(bloc?.name ?? '', acts, { page, pages, total, of }),
    ...(tampering ? [] : auditText.whole(end)),
  ];
  return saying(lines, turns.length > 0 ? [turns] : []);
}

export const nhatKy = defineCommand({
  name: 'nhat_ky',
  says: ['nhật ký', 'xem nhật ký', 'ai đã làm gì', 'lịch sử thao tác'],
  summary: 'Ai đã làm gì trong khối; kiểm tra nhật ký có bị sửa không',
  example: '/nhat_ky Nguyễn Văn A',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  run: async (words, call) => {
    const said = fold(words);
    const [, page = '1', asked = ''] = /^trang (\d{1,5})(?: (.*))?$/.exec(said) ?? [];
    return /^trang \d/.test(said) ? show(asked, Math.max(1, Number(page)), call) : show(said, 1, call);
  },
});
