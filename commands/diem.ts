import { z } from 'zod';
import { authorityOf, unitsActedFor } from '../src/core/bloc.ts';
import { tallyAt } from '../src/core/scoring-tally.ts';
import { formatInstant } from '../src/text/days.ts';
import { findUnits } from '../src/text/find-units.ts';
import { clean } from '../src/text/fold.ts';
import { limitWords } from '../src/text/limit-words.ts';
import { rankingText } from '../src/text/ranking.ts';
import { scoreText } from '../src/text/score.ts';
import { blocScores, stageLine, unitScore } from '../src/text/score-tables.ts';
import { defineCommand } from './command.ts';
import { stageOfUnit, tallyNow } from './score-desk.ts';

export const diem = defineCommand({
  name: 'diem',
  says: ['điểm', 'xem điểm', 'điểm của đơn vị'],
  summary: 'Điểm của đơn vị, kèm hình; Trưởng khối xem mọi đơn vị',
  example: '/diem',
  roles: 'contact',
  where: 'private',
  year: 'anywhere',
  args: z.string(),
  run: async (typed, call) => {
    const { ports, actor, chat } = call;
    const scoring = await ports.scoring.load();
    if (!scoring) return { kind: 'say', says: [{ lines: scoreText.noCriteria() }] };
    const posts = actor?.posts ?? [];
    const lead = authorityOf(posts) === 'lead';
    const mine = unitsActedFor(posts);
    const [named] = findUnits(clean(typed), await ports.reports.unitNames());
    const sees = named && (mine.includes(named.id) || scoring.standing.open || lead);
    const wanted = named && sees ? [named.id] : mine;
    const sheets = await ports.sheets(scoring.tableId);
    const [own, best] = [tallyAt(scoring, 'self'), tallyNow(scoring)];
    const published = scoring.standing.published;
    const state = published ? 'official' : scoring.standing.selfClosed ? 'closed' : 'open';
    const scored = best.units.map(tally => {
      const sheet = sheets.find(one => one.unitId === tally.unitId);
      const self = own.units.find(one => one.unitId === tally.unitId);
      return { tally, self, sheet, stage: stageOfUnit(scoring, tally.unitId) };
    });
    const says = scored
      .filter(({ tally }) => wanted.includes(tally.unitId))
      .map(({ tally, self, sheet, stage }) => {
        const sent = sheet?.submittedAt ? formatInstant(sheet.submittedAt) : null;
        const { lines, table } = unitScore(tally.unitName, tally, sent, state);
        return {
          lines: [
            ...lines,
            ...tally.limits.map(limit => [limitWords(limit)]),
            ...stageLine(stage, self?.points ?? null, tally.points, published?.at ?? null),
          ],
          table,
        };
      });
    if (published || scored.some(one => wanted.includes(one.tally.unitId) && one.stage !== 'self'))
      for (const unitId of wanted)
        await ports.scoring.export({ what: 'groups_picture', unitId }, chat.address);
    if (named && !sees) return { kind: 'say', says: [{ lines: rankingText.hidden().slice(0, 1) }, ...says] };
    if (!lead || named) return { kind: 'say', says };
    const all = blocScores(
      scored.map(({ tally, sheet, stage }) => ({
        ...{ unitName: tally.unitName, points: tally.points, max: tally.max, stage },
        waiting: tally.counts.open + tally.counts.skipped,
        scored: tally.counts.scored,
        submitted: Boolean(sheet?.submittedAt),
      })),
      published !== null,
    );
    return { kind: 'say', says: [...says, all] };
  },
});
