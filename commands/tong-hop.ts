import { z } from 'zod';
import { authorityOf } from '../src/core/bloc.ts';
import { fold } from '../src/text/fold.ts';
import { rankingText } from '../src/text/ranking.ts';
import { scoreText } from '../src/text/score.ts';
import { scoreExportText } from '../src/text/score-exports.ts';
import { defineCommand } from './command.ts';

export const tongHop = defineCommand({
  name: 'tong_hop',
  says: ['tổng hợp', 'tổng hợp điểm', 'bảng điểm excel', 'biên bản bình xét'],
  summary: 'Bảng tính tổng hợp điểm và biên bản họp bình xét',
  example: '/tong_hop biên bản',
  roles: 'contact',
  where: 'private',
  year: 'anywhere',
  args: z.string(),
  run: async (words, call) => {
    const { ports, actor, chat, bloc } = call;
    const scoring = await ports.scoring.load();
    if (!scoring) return { kind: 'say', says: [{ lines: scoreText.noCriteria() }] };
    const lead = authorityOf(actor?.posts ?? []) === 'lead';
    if (!lead && !scoring.standing.open) return { kind: 'say', says: [{ lines: rankingText.hidden() }] };
    const said = fold(words);
    const minutes = said.includes('bien ban');
    const sheet = !minutes || said.includes('excel') || said.includes('bang');
    const subject = { subject: 'bloc', subjectId: String(bloc?.blocId) } as const;
    if (sheet) await ports.scoring.export({ what: 'score_workbook' }, chat.address);
    if (minutes) await ports.scoring.export({ what: 'minutes' }, chat.address);
    ports.audit({ action: 'scores.exported', ...subject, detail: { table: scoring.tableId, minutes } });
    const more = minutes ? [] : [[{ id: 'tong_hop bien ban', label: scoreExportText.minutesLabel }]];
    return { kind: 'say', says: [{ lines: scoreExportText.begun(), choices: more }] };
  },
});
