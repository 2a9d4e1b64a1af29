import { z } from 'zod';
import { unitsActedFor } from '../src/core/bloc.ts';
import type { ScoredSheet } from '../src/core/scoring.ts';
import type { Scoring } from '../src/core/scoring-facts.ts';
import type { SheetValue } from '../src/core/sheet-value.ts';
import { type Affected, affected } from '../src/core/tally-diff.ts';
import {
  type AppealEffect,
  type AppealFacts,
  type AppealLine,
  appealDialogue,
  type OpenAppeal,
} from '../src/dialogues/appeal.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { appealText } from '../src/text/appeal.ts';
import { formatDay } from '../src/text/days.ts';
import { rankingText } from '../src/text/ranking.ts';
import { scoreText } from '../src/text/score.ts';
import { scoreEffectText } from '../src/text/score-effect.ts';
import { type Call, defineCommand } from './command.ts';
import { bindConversation } from './conversation.ts';
import {
  appealDay,
  askedOf,
  correctedOf,
  leavesBy,
  leavesOf,
  newestVersion,
  numbersIn,
  pathOf,
  tallyNow,
  unitName,
  verifierUnit,
  verifiesFor,
} from './score-desk.ts';

type Loaded = AppealFacts & { scoring: Scoring; unitId: string | null };

async function load(call: Call, words: string): Promise<{ facts: Loaded } | { refusal: Say }> {
  const scoring = await call.ports.scoring.load('alone');
  if (!scoring) return { refusal: { lines: scoreText.noCriteria() } };
  const until = appealDay(scoring);
  const [unitId = null] = unitsActedFor(call.actor?.posts ?? []);
  const open = openAppeals(call, scoring);
  const may = until !== null && call.today <= until && unitId !== null;
  const refusal =
    until === null
      ? appealText.notPublished()
      : call.today > until
        ? appealText.over(formatDay(until))
        : null;
  const lines = may ? linesOf(scoring, unitId) : null;
  return {
    facts: {
      ...{ words, lines, refusal, until: until ? formatDay(until) : '', open, scoring, unitId },
      effect: (appealId, value) => scoreEffectText.units(effectOf(scoring, appealId, value)),
    },
  };
}

function linesOf(scoring: Scoring, unitId: string): AppealLine[] {
  const tallied = leavesBy(tallyNow(scoring), unitId);
  const waiting = scoring.appeals.filter(one => one.unitId === unitId && one.decision === null);
  const numbers = numbersIn(scoring);
  return leavesOf(scoring).map(bound => {
    const { key, no, name } = bound.leaf;
    return {
      ...{
        key,
        no: numbers.get(key) ?? no,
        printed: no,
        name,
        asked: askedOf(bound),
        groups: pathOf(scoring, key),
      },
      points: tallied.get(key)?.points ?? null,
      pending: waiting.some(one => one.criterionKey === key),
    };
  });
}

/** Who would be moved if an appeal were accepted with that value. */
function effectOf(scoring: Scoring, appealId: string, value: SheetValue): Affected[] {
  const asked = scoring.appeals.find(one => one.id === appealId);
  if (!asked) return [];
  const { criterionKey, unitId, by, byName, at } = asked;
  const said = { unitId, by, byName, at, reason: null, explanation: null };
  const sheets = scoring.sheets.map(sheet => {
    if (sheet.id !== asked.sheetId) return sheet;
    return { ...sheet, verdicts: [...sheet.verdicts, { ...granted(sheet, criterionKey, value), ...said }] };
  });
  return affected(tallyNow(scoring), tallyNow({ ...scoring, sheets }));
}

/** The word on one line that an accepted appeal comes to. */
const granted = (sheet: ScoredSheet, criterionKey: string, value: SheetValue) => ({
  ...{ criterionKey, version: newestVersion(sheet, criterionKey) + 1 },
  ...{ stage: 'appeal' as const, ruling: { kind: 'changed' as const, value } },
  entryVersion: sheet.entries.find(one => one.criterionKey === criterionKey)?.version ?? 0,
});

function openAppeals(call: Call, scoring: Scoring): OpenAppeal[] {
  const tally = tallyNow(scoring);
  return scoring.appeals.flatMap(({ id, unitId, criterionKey, text, decision }) => {
    const bound = leavesOf(scoring).find(one => one.leaf.key === criterionKey);
    if (decision !== null || !bound || !verifiesFor(call, scoring, unitId)) return [];
    const { key, no, name } = bound.leaf;
    const points = leavesBy(tally, unitId).get(key)?.points ?? null;
    const number = numbersIn(scoring).get(key) ?? no;
    const derived = bound.rule.asks === null;
    const unit = { id, unitName: unitName(scoring, unitId), text };
    return [{ ...unit, key, no: number, name, asked: correctedOf(bound), derived, points }];
  });
}

async function apply(effects: AppealEffect[], call: Call, facts: Loaded): Promise<Say[]> {
  const says: Say[] = [];
  for (const effect of effects)
    says.push(effect.kind === 'appeal' ? await make(effect, call, facts) : await decide(effect, call, facts));
  return says;
}

async function make(
  { key, text }: Extract<AppealEffect, { kind: 'appeal' }>,
  { ports }: Call,
  { scoring, unitId, lines }: Loaded,
): Promise<Say> {
  const { tableId } = scoring;
  const line = lines?.find(one => one.key === key);
  if (!unitId || !line) throw new Error('an appeal without its line');
  const sheet = scoring.sheets.find(one => one.unitId === unitId);
  const sheetId = sheet?.id ?? (await ports.lockSheet(tableId, unitId));
  const id = await ports.scoring.appeal({ id: sheetId, tableId }, { criterionKey: key, text }, unitId);
  ports.audit({
    action: 'appeal.made',
    subject: 'sheet',
    subjectId: sheetId,
    detail: { appeal: id, criterion: key },
  });
  const verifier = verifierUnit(scoring, unitId);
  const choices = [[{ id: `kien_nghi k_${id.slice(-12)}`, label: appealText.button }]];
  if (verifier)
    ports.tell(
      { kind: 'unit', unitId: verifier.id },
      { lines: appealText.noticeSent(unitName(scoring, unitId), line.no, text), choices },
    );
  return { lines: appealText.sent(line.no) };
}

async function decide(
  { appealId, value, reason }: Extract<AppealEffect, { kind: 'decide' }>,
  call: Call,
  { scoring, open }: Loaded,
): Promise<Say> {
  const { ports } = call;
  const asked = scoring.appeals.find(one => one.id === appealId);
  const shown = open.find(one => one.id === appealId);
  const verifier = asked && verifiesFor(call, scoring, asked.unitId);
  const sheet = asked && scoring.sheets.find(one => one.id === asked.sheetId);
  if (!asked || !shown || !verifier || !sheet) throw new Error('an answer without its appeal');
  const kind = value === null ? ('rejected' as const) : ('accepted' as const);
  const before = tallyNow(scoring);
  if (value !== null) {
    const verdict = { ...granted(sheet, asked.criterionKey, value), reason, appealId };
    await ports.scoring.judge({ id: sheet.id, tableId: scoring.tableId }, [verdict], verifier.id);
  }
  await ports.scoring.decideAppeal({ appealId, kind, reason }, verifier.id);
  const detail = { appeal: appealId, kind, criterion: asked.criterionKey };
  ports.audit({ action: 'appeal.decided', subject: 'sheet', subjectId: sheet.id, detail });
  const after = value === null ? null : await ports.scoring.load();
  const moved = after ? affected(before, tallyNow(after)) : [];
  if (after) tellOthers(call, after, moved, { ...shown, unitId: asked.unitId });
  const own = moved.find(one => one.unitId === asked.unitId);
  const total = own ? scoreEffectText.total(own) : null;
  ports.tell(
    { kind: 'unit', unitId: asked.unitId },
    { lines: appealText.noticeDecided(shown.no, value !== null, reason, total) },
  );
  const decided = appealText.decided(shown.unitName, shown.no, value !== null);
  return { lines: [...decided, ...scoreEffectText.units(moved)] };
}

/** Official figures that change are told to whom they were told first. */
function tellOthers(
  { ports }: Call,
  after: Scoring,
  moved: readonly Affected[],
  { unitId, unitName: unit, no }: Pick<OpenAppeal, 'unitName' | 'no'> & { unitId: string },
): void {
  const table = rankingText.table(tallyNow(after), after.table);
  const say = (one?: Affected) => ({ lines: appealText.noticeOthers(unit, no, one), table });
  for (const { id } of after.units)
    if (id !== unitId) ports.tell({ kind: 'unit', unitId: id }, say(moved.find(one => one.unitId === id)));
  ports.tell({ kind: 'groups' }, say());
}

export const kienNghi = defineCommand({
  name: 'kien_nghi',
  says: ['kiến nghị', 'phúc tra', 'khiếu nại điểm'],
  summary: 'Kiến nghị một tiêu chí sau khi công bố; Trưởng khối trả lời',
  example: '/kien_nghi 3.2',
  roles: 'contact',
  where: 'private',
  args: z.string(),
  conversation: bindConversation({ machine: appealDialogue, load, apply }),
  run: async words => ({ kind: 'begin', words }),
});
