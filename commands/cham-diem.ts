import { z } from 'zod';
import type { Post } from '../src/core/bloc.ts';
import { ownSheet } from '../src/core/own-sheet.ts';
import { lastVersion } from '../src/core/report-state.ts';
import { returnedSheet } from '../src/core/returned-sheet.ts';
import { stageOf } from '../src/core/scoring.ts';
import { shortRef } from '../src/core/short-ref.ts';
import type { Input, Say } from '../src/dialogues/dialogue.ts';
import { scoreSheetDialogue } from '../src/dialogues/score-sheet.ts';
import type {
  GivenEvidence,
  ScoreEffect,
  ScoreFacts,
  ScoreState,
} from '../src/dialogues/score-sheet-state.ts';
import { formatInstant } from '../src/text/days.ts';
import { scoreText } from '../src/text/score.ts';
import { formText } from '../src/text/score-form.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { bindConversation } from './conversation.ts';
import { actedFor, FILE_WORD, orderIn, whichUnit } from './score-order.ts';

interface Scored {
  sheetId: string;
  tableId: string;
  unitId: string;
  moves: number;
  /** The version of an entry that the dialogue's own count begins at: not 0 where a criterion was sent back. */
  baseOf(key: string): number;
  /** The whole sheet as it stands, of which perhaps only a part is asked. */
  whole: Pick<ScoreFacts, 'table' | 'entries'>;
}
type Loaded = ScoreFacts & Scored;

/** The unit's sheet is held from here to the end of the turn, so that what was read is what is written upon. */
async function load(
  call: Call,
  words: string,
  saved: ScoreState | null,
  input: Input | null,
): Promise<{ facts: Loaded } | { refusal: Say }> {
  const { ports, actor, now } = call;
  const { unit: named, mode } = orderIn(words, call);
  const units = actedFor(call);
  const unit = units.find(one => one.unitId === (saved?.unitId ?? named?.unitId)) ?? units[0];
  if (!actor || !unit) throw new Error('scoring without acting for a unit');
  // Whoever acts for that unit no more does not go on with another's in its place.
  if (saved?.unitId !== undefined && saved.unitId !== unit.unitId)
    return { refusal: { lines: scoreText.notThatUnit() } };
  const { unitId } = unit;
  const scoring = await ports.scoring.own(unitId);
  if (!scoring) return { refusal: { lines: scoreText.noCriteria() } };
  const { tableId, standing, table, sheet } = scoring;
  const stage = stageOf(sheet);
  if (standing.published)
    return { refusal: { lines: scoreText.published(formatInstant(standing.published.at)) } };
  if (standing.selfClosed && stage === 'self') return { refusal: { lines: scoreText.selfClosed() } };
  if (!sheet) {
    await ports.lockSheet(tableId, unitId);
    return load(call, words, saved, input);
  }
  const { id: sheetId, entries, evidence, moves } = sheet;
  const filled = input?.kind === 'files' ? ((await ports.tables.filled(table))[0] ?? null) : null;
  const shared = {
    ...{ evidence, me: actor.personId, now, sheetId, tableId, unitId, moves: moves.length },
    newIds: ports.tables.newIds(input?.kind === 'files' ? input.files.length : 1),
    ...{ filled: filled && { name: filled.file.name, read: filled.read }, byFile: mode === 'file' },
    whole: { table, entries },
  };
  if (stage === 'returned') {
    const again = returnedSheet(table, sheet, scoreText.sentBackName);
    return {
      facts: {
        ...{ ...shared, unitName: scoreText.sentBackUnit(unit.unitName), sheet: { state: 'draft' } },
        ...again,
        partOnly: true,
      },
    };
  }
  return {
    facts: {
      ...{ ...shared, unitName: unit.unitName, table, entries },
      sheet: sheet.submittedAt
        ? { state: 'submitted', byName: sheet.submittedByName ?? '', at: sheet.submittedAt }
        : { state: 'draft' },
      baseOf: () => 0,
      partOnly: false,
    },
  };
}

/** A sheet handed in is what the self-score deadline asks for, so nobody has to file it a second time. */
async function fulfil(call: Call, unitId: string, summary: string): Promise<void> {
  const { ports, sentAt } = call;
  const owed = (await ports.duties()).filter(
    ({ kind, party, handedIn }) =>
      kind === 'self_score' && party.kind === 'unit' && party.unitId === unitId && handedIn === null,
  );
  for (const duty of owed) {
    const { obligationId } = duty;
    const replaces = lastVersion(duty);
    const none = { documentNumber: null, documentDate: null, files: [] };
    const { id, receiptNo } = await ports.submit({ obligationId, replaces, ...none, summary, sentAt });
    const detail = { obligation: obligationId, version: replaces + 1, receipt: receiptNo, files: 0 };
    ports.audit({ action: 'submission.recorded', subject: 'submission', subjectId: id, detail });
  }
  if (owed.length > 0) ports.replan();
}

const evidenceRow = (given: GivenEvidence) =>
  given.kind === 'file'
    ? { kind: given.kind, text: given.file.name, sha256: given.file.sha256, mime: given.file.mime }
    : { ...given, sha256: null, mime: null };

async function apply(effects: ScoreEffect[], call: Call, facts: Loaded): Promise<Say[]> {
  const { ports } = call;
  const { sheetId: id, tableId } = facts;
  const says: Say[] = [];
  for (const effect of effects) {
    if (effect.kind === 'enter') {
      const { criterionKey, expectVersion, value } = effect;
      const saw = expectVersion + facts.baseOf(criterionKey);
      ports.enter({ id, tableId }, criterionKey, saw, value);
      const detail = { criterion: criterionKey, version: saw + 1 };
      ports.audit({ action: 'score.entered', subject: 'sheet', subjectId: id, detail });
    } else if (effect.kind === 'evidence') {
      const { criterionKey, evidence } = effect;
      await ports.scoring.addEvidence(
        { id, tableId },
        { id: effect.id, criterionKey, ...evidenceRow(evidence) },
        facts.unitId,
      );
      ports.audit({
        action: 'evidence.added',
        ...{ subject: 'sheet', subjectId: id, detail: { criterion: criterionKey, kind: evidence.kind } },
      });
    } else if (effect.kind === 'withdraw') {
      const { criterionKey: criterion, evidenceId } = effect;
      await ports.scoring.takeBackEvidence(evidenceId);
      const subject = { subject: 'sheet', subjectId: id } as const;
      ports.audit({ action: 'evidence.withdrawn', ...subject, detail: { criterion } });
    } else if (effect.kind === 'send_file') {
      await ports.scoring.export({ what: 'score_sheet', unitId: facts.unitId }, call.chat.address);
    } else {
      await ports.submitSheet(id);
      await ports.scoring.move({ id, tableId }, { seq: facts.moves + 1, kind: 'sent' }, facts.unitId);
      ports.audit({ action: 'sheet.submitted', subject: 'sheet', subjectId: id, detail: {} });
      const { table, entries } = facts.whole;
      const { points, max } = ownSheet(table, entries, call.now);
      const at = formatInstant(call.now);
      ports.tell(
        { kind: 'lead' },
        { lines: scoreText.sheetNotice(facts.unitName, call.actor?.displayName ?? '', at) },
      );
      says.push({ lines: scoreText.submitted(facts.unitName, points, max, at) });
      await fulfil(call, facts.unitId, scoreText.sheetSummary(points, max));
    }
  }
  return says;
}

/** The sheet on one page, for whoever asks. */
async function page(unit: Post, { ports, bloc }: Call): Promise<Reply> {
  const seasonId = bloc?.season?.id;
  if (!seasonId || !(await ports.table())) return { kind: 'say', says: [{ lines: scoreText.noCriteria() }] };
  const { unitName } = unit;
  const link = await ports.links.make({ purpose: 'score', seasonId, unitId: unit.unitId, unitName });
  const lines = link ? formText.offer(link.url, link.expiresAt) : scoreText.noPage();
  return { kind: 'say', says: [{ lines }] };
}

export const chamDiem = defineCommand({
  name: 'cham_diem',
  says: ['chấm điểm', 'tự chấm', 'tự chấm điểm', 'nhập điểm'],
  summary: 'Tự chấm điểm của đơn vị, từng tiêu chí một',
  example: '/cham_diem',
  roles: 'contact',
  where: 'private',
  year: 'anywhere',
  args: z.string(),
  conversation: bindConversation({ machine: scoreSheetDialogue, load, apply }),
  run: async (words, call) => {
    const { mode, rest, units, unit } = orderIn(words, call);
    const chosen = unit ?? (units.length === 1 && rest === '' ? units[0] : null);
    if (!chosen)
      return rest === '' ? whichUnit(mode, units) : whichUnit(mode, units, scoreText.notThatUnit());
    if (mode === 'page') return page(chosen, call);
    const ref = units.length > 1 ? shortRef('u', chosen.unitId) : '';
    return { kind: 'begin', words: [...(mode === 'file' ? [FILE_WORD] : []), ref].join(' ').trim() };
  },
});
