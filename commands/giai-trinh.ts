import { z } from 'zod';
import { unitsActedFor } from '../src/core/bloc.ts';
import type { Scoring } from '../src/core/scoring-facts.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import {
  type ExplainEffect,
  type ExplainFacts,
  type ExplainRow,
  explainDialogue,
} from '../src/dialogues/explain.ts';
import { explainText } from '../src/text/explain.ts';
import { scoreText } from '../src/text/score.ts';
import { type Call, defineCommand } from './command.ts';
import { bindConversation } from './conversation.ts';
import {
  askedOf,
  judgedAt,
  leavesOf,
  numbersIn,
  sheetOfUnit,
  stageOfUnit,
  unitName,
  verifierUnit,
} from './score-desk.ts';

type Loaded = ExplainFacts & { scoring: Scoring; sheetId: string; unitId: string };

async function load(call: Call): Promise<{ facts: Loaded } | { refusal: Say }> {
  const scoring = await call.ports.scoring.load('shared');
  if (!scoring) return { refusal: { lines: scoreText.noCriteria() } };
  const mine = unitsActedFor(call.actor?.posts ?? []);
  const unitId = mine.find(id => stageOfUnit(scoring, id) === 'explaining');
  const sheet = unitId === undefined ? null : sheetOfUnit(scoring, unitId);
  if (!unitId || !sheet || scoring.standing.published) return { refusal: { lines: explainText.nothing() } };
  const numbers = numbersIn(scoring);
  const rows = leavesOf(scoring).flatMap((bound): ExplainRow[] => {
    const { key, no, name } = bound.leaf;
    const asked = askedOf(bound);
    const { entry, held, value } = judgedAt(sheet, key);
    if (!asked || !held || value === null) return [];
    const { reason, byName, version, explanation } = held;
    const answer = explanation ? { text: explanation.text } : undefined;
    return [
      {
        ...{
          key,
          no: numbers.get(key) ?? no,
          name,
          asked,
          own: entry?.value ?? null,
          verified: value,
          reason: reason ?? '',
        },
        ...{ by: byName, verdictVersion: version, answer },
      },
    ];
  });
  return { facts: { sheet: { moves: sheet.moves.length, rows }, scoring, sheetId: sheet.id, unitId } };
}

/** All taken as it is, nothing is left to be verified again: the points are settled. */
async function apply(effects: ExplainEffect[], call: Call, facts: Loaded): Promise<Say[]> {
  const { ports } = call;
  const { scoring, sheetId, unitId } = facts;
  const ref = { id: sheetId, tableId: scoring.tableId };
  const subject = { subject: 'sheet', subjectId: sheetId } as const;
  const says: Say[] = [];
  for (const effect of effects) {
    if (effect.kind === 'explain') {
      const { key, verdictVersion, text } = effect;
      await ports.scoring.explain(ref, { criterionKey: key, verdictVersion, text }, unitId);
      const detail = { criterion: key, version: verdictVersion, agreed: text === null };
      ports.audit({ action: 'score.explained', ...subject, detail });
      continue;
    }
    const { seq, explained } = effect;
    const moves = explained === 0 ? (['explained', 'settled'] as const) : (['explained'] as const);
    for (const [n, kind] of moves.entries()) {
      await ports.scoring.move(ref, { seq: seq + n, kind }, unitId);
      ports.audit({ action: 'sheet.moved', ...subject, detail: { kind, seq: seq + n } });
    }
    const verifier = verifierUnit(scoring, unitId);
    const choices = [[{ id: 'tham_dinh', label: explainText.noticeButton }]];
    const notice = { lines: explainText.notice(unitName(scoring, unitId), explained) };
    if (verifier)
      ports.tell({ kind: 'unit', unitId: verifier.id }, explained === 0 ? notice : { ...notice, choices });
    says.push({ lines: explainText.sent(explained === 0) });
  }
  return says;
}

export const giaiTrinh = defineCommand({
  name: 'giai_trinh',
  says: ['giải trình', 'giải trình điểm'],
  summary: 'Xem kết quả thẩm định của đơn vị mình; đồng ý hoặc giải trình',
  example: '/giai_trinh',
  roles: 'contact',
  where: 'private',
  args: z.string(),
  conversation: bindConversation({ machine: explainDialogue, load, apply }),
  run: async words => ({ kind: 'begin', words }),
});
