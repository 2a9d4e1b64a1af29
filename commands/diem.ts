import { z } from 'zod';
import { authorityOf, unitsActedFor } from '../src/core/bloc.ts';
import { ownSheet } from '../src/core/own-sheet.ts';
import { formatInstant } from '../src/text/days.ts';
import { scoreText } from '../src/text/score.ts';
import { blocScores, unitScore } from '../src/text/score-tables.ts';
import { defineCommand } from './command.ts';

export const diem = defineCommand({
  name: 'diem',
  says: ['điểm', 'xem điểm', 'bảng điểm', 'điểm của đơn vị'],
  summary: 'Điểm tạm tính của đơn vị; Trưởng khối xem mọi đơn vị',
  example: '/diem',
  roles: 'contact',
  where: 'private',
  args: z.string(),
  run: async (_, call) => {
    const { ports, actor } = call;
    const stored = await ports.table();
    if (!stored) return { kind: 'say', says: [{ lines: scoreText.noCriteria() }] };
    const posts = actor?.posts ?? [];
    const lead = authorityOf(posts) === 'lead';
    const mine = unitsActedFor(posts);
    const [units, sheets] = await Promise.all([ports.units(), ports.sheets(stored.id, null)]);
    const scored = units.map(unit => {
      const sheet = sheets.find(one => one.unitId === unit.id);
      return { unit, sheet, tally: ownSheet(stored.table, sheet?.entries ?? [], call.now) };
    });
    const own = scored
      .filter(({ unit }) => mine.includes(unit.id))
      .map(({ unit, sheet, tally }) =>
        unitScore(unit.name, tally, sheet?.submittedAt ? formatInstant(sheet.submittedAt) : null),
      );
    if (!lead) return { kind: 'say', says: own };
    const all = blocScores(
      scored.map(({ unit, sheet, tally }) => ({
        unitName: unit.name,
        points: tally.points,
        max: tally.max,
        waiting: tally.counts.open + tally.counts.skipped,
        scored: tally.counts.scored,
        submitted: Boolean(sheet?.submittedAt),
      })),
    );
    return { kind: 'say', says: [...own, all] };
  },
});
