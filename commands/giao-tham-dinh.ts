import { z } from 'zod';
import { findUnits } from '../src/text/find-units.ts';
import { clean } from '../src/text/fold.ts';
import { scoreText } from '../src/text/score.ts';
import { unitFactText } from '../src/text/unit-facts.ts';
import { defineCommand, type Reply } from './command.ts';
import { unitName, verifierUnit } from './score-desk.ts';

const { assign: said } = unitFactText;
const say = (lines: ReturnType<typeof said.usage>): Reply => ({ kind: 'say', says: [{ lines }] });

export const giaoThamDinh = defineCommand({
  name: 'giao_tham_dinh',
  says: ['giao thẩm định', 'giao chấm chéo', 'phân công thẩm định'],
  summary: 'Giao đơn vị này thẩm định (chấm chéo) đơn vị khác',
  example: '/giao_tham_dinh Trạm Y tế cho Phòng Kinh tế',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  run: async (words, { ports, actor }) => {
    const scoring = await ports.scoring.load('shared');
    if (!scoring) return say(scoreText.noCriteria());
    if (clean(words) === '') {
      const lines = scoring.units.map(unit =>
        said.line(unit.name, verifierUnit(scoring, unit.id)?.name ?? null),
      );
      return say([...said.list(lines), ...said.usage()]);
    }
    if (scoring.standing.published) return say(unitFactText.locked());
    const [scored, verifier] = findUnits(words, await ports.reports.unitNames());
    if (!scored) return say(said.usage());
    // One name twice is a unit that is to verify itself.
    if (!verifier) return say(/\bcho\b/u.test(words) ? said.own(unitName(scoring, scored.id)) : said.usage());
    const seq = (scoring.assigned.get(scored.id)?.seq ?? 0) + 1;
    const acting = actor?.posts.find(post => post.unitRole === 'lead')?.unitId ?? '';
    const given = { tableId: scoring.tableId, scoredUnitId: scored.id, seq, verifierUnitId: verifier.id };
    await ports.scoring.assign(given, acting);
    const detail = { verifier: verifier.id, seq };
    ports.audit({ action: 'verifier.assigned', subject: 'unit', subjectId: scored.id, detail });
    ports.tell({ kind: 'unit', unitId: verifier.id }, { lines: said.notice(unitName(scoring, scored.id)) });
    return say(said.done(unitName(scoring, scored.id), unitName(scoring, verifier.id)));
  },
});
