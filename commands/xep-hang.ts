import { z } from 'zod';
import { authorityOf } from '../src/core/bloc.ts';
import { formatDay } from '../src/text/days.ts';
import { rankingText } from '../src/text/ranking.ts';
import { scoreText } from '../src/text/score.ts';
import { defineCommand } from './command.ts';
import { appealDay, resultState, tallyNow } from './score-desk.ts';

export const xepHang = defineCommand({
  name: 'xep_hang',
  says: ['xếp hạng', 'bảng xếp hạng', 'thứ hạng'],
  summary: 'Xếp hạng các đơn vị, kèm hình; trước công bố chỉ Trưởng khối xem',
  example: '/xep_hang',
  roles: 'member',
  where: 'both',
  year: 'anywhere',
  args: z.string(),
  run: async (_, call) => {
    const { ports, actor, bloc, chat } = call;
    const scoring = await ports.scoring.load();
    if (!scoring) return { kind: 'say', says: [{ lines: scoreText.noCriteria() }] };
    const { standing, table } = scoring;
    const lead = authorityOf(actor?.posts ?? []) === 'lead' && chat.kind === 'private';
    if (!lead && !standing.open) return { kind: 'say', says: [{ lines: rankingText.hidden() }] };
    const tally = tallyNow(scoring);
    const until = appealDay(scoring);
    const lines = [
      rankingText.title(bloc?.name ?? '', resultState(scoring, call.now)),
      ...rankingText.notes(tally, scoring.table),
      standing.published
        ? rankingText.publishedAt(standing.published.at, until ? formatDay(until) : null)
        : rankingText.provisional(),
    ];
    await ports.scoring.export({ what: 'ranking_picture' }, chat.address);
    return { kind: 'say', says: [{ lines, table: rankingText.table(tally, table) }] };
  },
});
