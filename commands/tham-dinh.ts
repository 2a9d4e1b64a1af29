import { z } from 'zod';
import type { ScoredSheet } from '../src/core/scoring.ts';
import type { Scoring } from '../src/core/scoring-facts.ts';
import { tallyAt } from '../src/core/scoring-tally.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { verifyDialogue } from '../src/dialogues/verify.ts';
import type { VerifyEffect, VerifyFacts, VerifyRow, VerifySheet } from '../src/dialogues/verify-state.ts';
import { findUnits } from '../src/text/find-units.ts';
import { scoreText } from '../src/text/score.ts';
import { verifyText } from '../src/text/verify.ts';
import { type Call, defineCommand } from './command.ts';
import { bindConversation } from './conversation.ts';
import {
  askedOf,
  judgedAt,
  leavesBy,
  leavesOf,
  newestVersion,
  numbersIn,
  pathOf,
  sheetOfUnit,
  stageOfUnit,
  unitName,
  verifierUnit,
  verifiesFor,
} from './score-desk.ts';

type Loaded = VerifyFacts & { scoring: Scoring };

async function load(call: Call, words: string): Promise<{ facts: Loaded } | { refusal: Say }> {
  const scoring = await call.ports.scoring.load('shared');
  if (!scoring) return { refusal: { lines: scoreText.noCriteria() } };
  const mine = scoring.units.filter(unit => verifiesFor(call, scoring, unit.id));
  if (mine.length === 0) return { refusal: { lines: verifyText.nobody() } };
  const evidence = await call.ports.scoring.evidence(scoring.tableId);
  const sheets = scoring.standing.published
    ? []
    : mine.flatMap(unit => sheetShown(scoring, sheetOfUnit(scoring, unit.id), evidence) ?? []);
  const waiting = mine
    .filter(unit => ['self', 'returned'].includes(stageOfUnit(scoring, unit.id)))
    .map(unit => unit.name);
  const [found] = findUnits(words, await call.ports.reports.unitNames());
  const named = found ? namedUnit(found.id, scoring) : null;
  return { facts: { words, named, sheets, waiting, scoring } };
}

/** Also one that is another's to verify, the own one among them. */
function namedUnit(unitId: string, scoring: Scoring): VerifyFacts['named'] {
  return {
    unitId,
    unitName: unitName(scoring, unitId),
    verifier: verifierUnit(scoring, unitId)?.name ?? null,
  };
}

type Evidence = Awaited<ReturnType<Call['ports']['scoring']['evidence']>>;

function sheetShown(scoring: Scoring, sheet: ScoredSheet | null, evidence: Evidence): VerifySheet | null {
  if (!sheet) return null;
  const stage = stageOfUnit(scoring, sheet.unitId);
  if (stage !== 'verifying' && stage !== 'explaining' && stage !== 'reverifying') return null;
  const tallied = leavesBy(tallyAt(scoring, 'self'), sheet.unitId);
  const numbers = numbersIn(scoring);
  const rows = leavesOf(scoring).flatMap((bound): VerifyRow[] => {
    const asked = askedOf(bound);
    const { key, no, name } = bound.leaf;
    if (!asked) return [];
    return [
      {
        ...{ key, no: numbers.get(key) ?? no, printed: no, name, asked },
        groups: pathOf(scoring, key).map(group => `${group.no}. ${group.name}`),
        above: pathOf(scoring, key).map(group => group.no),
        points: tallied.get(key)?.points ?? null,
        evidence: evidence
          .filter(one => one.sheetId === sheet.id && one.criterionKey === key)
          .map(one => one.text),
        ...judged(sheet, key, stage === 'reverifying'),
      },
    ];
  });
  return {
    ...{ sheetId: sheet.id, unitId: sheet.unitId, unitName: unitName(scoring, sheet.unitId), stage },
    ...{ moves: sheet.moves.length, rows },
  };
}

/** The second pass looks again at what the unit has explained; all else stays as it was judged. */
function judged(sheet: ScoredSheet, key: string, again: boolean) {
  const { entry, held, newest, value } = judgedAt(sheet, key);
  const stale = newest && newest !== held ? newest : null;
  const explained = again && held?.stage === 'verified' ? (held.explanation?.text ?? null) : null;
  const before = explained !== null && held ? held : stale;
  const verdict = (): VerifyRow['verdict'] => {
    if (!held || explained !== null) return null;
    return held.ruling.kind === 'agreed' ? held.ruling : { ...held.ruling, reason: held.reason ?? '' };
  };
  return {
    answer: entry?.value ?? null,
    entryVersion: entry?.version ?? 0,
    verdictVersion: newestVersion(sheet, key),
    verdict: verdict(),
    before: before && {
      value: before === held ? value : before.ruling.kind === 'changed' ? before.ruling.value : null,
      reason: before.reason ?? '',
      explanation: explained,
    },
  };
}

async function apply(effects: VerifyEffect[], call: Call, facts: Loaded): Promise<Say[]> {
  const { ports } = call;
  const { tableId } = facts.scoring;
  const says: Say[] = [];
  for (const effect of effects) {
    const sheet = facts.sheets.find(one => one.sheetId === effect.sheetId);
    const verifier = sheet && verifiesFor(call, facts.scoring, sheet.unitId);
    if (!sheet || !verifier) throw new Error('a verdict without its sheet');
    const ref = { id: sheet.sheetId, tableId };
    const subject = { subject: 'sheet', subjectId: sheet.sheetId } as const;
    if (effect.kind === 'judge') {
      const stage = sheet.stage === 'verifying' ? ('verified' as const) : ('final' as const);
      const verdicts = effect.verdicts.map(({ key, ...one }) => ({
        ...{ ...one, criterionKey: key, stage, appealId: null },
      }));
      await ports.scoring.judge(ref, verdicts, verifier.id);
      for (const { key, version, ruling } of effect.verdicts)
        ports.audit({
          action: 'score.judged',
          ...subject,
          detail: { criterion: key, version, kind: ruling.kind },
        });
    } else {
      await ports.scoring.move(ref, { seq: effect.seq, kind: effect.move }, verifier.id);
      ports.audit({ action: 'sheet.moved', ...subject, detail: { kind: effect.move, seq: effect.seq } });
      if (effect.move === 'returned') await ports.scoring.reopen(sheet.sheetId);
      says.push(tellUnit(effect.move, sheet, verifier.name, call));
    }
  }
  return says;
}

function tellUnit(
  move: 'returned' | 'verified' | 'settled',
  sheet: VerifySheet,
  by: string,
  call: Call,
): Say {
  const { unitName: unit, unitId, rows } = sheet;
  const tell = (say: Say) => call.ports.tell({ kind: 'unit', unitId }, say);
  const { notice, done } = verifyText;
  switch (move) {
    case 'verified': {
      const changed = rows.filter(row => row.verdict?.kind === 'changed').length;
      const choices = [[{ id: 'giai_trinh', label: notice.button.explain, tone: 'primary' as const }]];
      tell({ lines: notice.verified(unit, by, changed), choices });
      return { lines: done.verified(unit) };
    }
    case 'returned': {
      const returned = rows.filter(row => row.verdict?.kind === 'returned');
      const choices = [[{ id: 'cham_diem', label: notice.button.fix, tone: 'primary' as const }]];
      tell({ lines: notice.returned(unit, by, returned.map(reasonShown)), choices });
      return { lines: done.returned(unit, returned.length) };
    }
    case 'settled':
      tell({ lines: notice.settled(unit, by) });
      return { lines: done.settled(unit) };
  }
}

const reasonShown = ({ no, name, verdict }: VerifyRow) => ({
  ...{ no, name },
  reason: verdict?.kind === 'returned' ? verdict.reason : '',
});

export const thamDinh = defineCommand({
  name: 'tham_dinh',
  says: ['thẩm định', 'chấm chéo'],
  summary: 'Thẩm định bản chấm của đơn vị, từng tiêu chí; trả lại kèm lý do',
  example: '/tham_dinh Phòng Kinh tế',
  roles: 'contact',
  where: 'private',
  year: 'anywhere',
  args: z.string(),
  conversation: bindConversation({ machine: verifyDialogue, load, apply }),
  run: async words => ({ kind: 'begin', words }),
});
