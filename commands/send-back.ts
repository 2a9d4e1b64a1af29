import { newestVersion } from '../src/core/report-state.ts';
import type { Scoring } from '../src/core/scoring-facts.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { sendBackDialogue } from '../src/dialogues/send-back.ts';
import {
  isLocked,
  type ReturnableReport,
  type SendBackEffect,
  type SendBackFacts,
} from '../src/dialogues/send-back-state.ts';
import { findUnits, type NamedUnit } from '../src/text/find-units.ts';
import { fold } from '../src/text/fold.ts';
import { receivedText } from '../src/text/reports-received.ts';
import { scoreEffectText } from '../src/text/score-effect.ts';
import type { Call } from './command.ts';
import { bindConversation } from './conversation.ts';
import {
  changedReply,
  type Desk,
  decisionDetail,
  partyAudience,
  refOf,
  reportDesk,
  sheetInstead,
} from './report-desk.ts';
import { isSentSheet, unitName } from './score-desk.ts';
import { movedScores, unitNews } from './score-news.ts';

type Loaded = SendBackFacts & { desk: Desk; scoring: Scoring | null };

async function load(call: Call, words: string): Promise<{ facts: Loaded } | { refusal: Say }> {
  const [desk, units, scoring] = await Promise.all([
    reportDesk(call),
    call.ports.reports.unitNames(),
    call.ports.scoring.load('shared'),
  ]);
  const sheet = scoring && namedSheet(words, units, scoring);
  if (sheet) return { refusal: sheetInstead(sheet, scoring) };
  const reports = desk.received.flatMap((duty): ReturnableReport[] => {
    const { handedIn, party } = duty;
    if (!handedIn || !desk.mayDecide(duty) || isSentSheet(duty, scoring)) return [];
    const shown = desk.show(duty);
    const late = desk.latenessOf(duty, call.now);
    return [
      {
        id: duty.obligationId,
        unitId: party.kind === 'unit' ? party.unitId : null,
        unitName: shown.party,
        title: duty.title,
        version: handedIn.version,
        standing: handedIn.accepted ? 'accepted' : 'received',
        shown,
        overdueDays: late?.kind === 'late' ? late.calendarDays : 0,
      },
    ];
  });
  return { facts: { today: call.today, words, units, reports, desk, scoring } };
}

/** "Bản tự chấm của Trạm Y tế": whose sent sheet is meant, by words that can mean no report. */
function namedSheet(words: string, units: readonly NamedUnit[], scoring: Scoring): string | null {
  if (!/\b(?:tu|ban|phieu) cham\b/.test(fold(words))) return null;
  const named = findUnits(words, units).map(unit => unit.id);
  const sent = scoring.sheets.filter(
    ({ unitId, moves }) => moves.length > 0 && (named.length === 0 || named.includes(unitId)),
  );
  const [only, ...others] = sent;
  return only && others.length === 0 ? unitName(scoring, only.unitId) : null;
}

/** The unit hears of it at once; of two who decide, the second is told what became of it. */
async function sendBack(effect: SendBackEffect, call: Call, { desk, scoring }: Loaded): Promise<Say> {
  const { obligationId, version, standing, reason } = effect;
  const duty = desk.received.find(one => one.obligationId === obligationId);
  const newest = duty && newestVersion(duty);
  if (!duty || !newest) throw new Error('sending back what did not come in');
  const shown = desk.show(duty);
  const { ports } = call;
  const seen = { obligationId, version, standing };
  if ((await ports.reports.decide(seen, 'sent_back', reason)) === 'changed')
    return changedReply(call, duty, shown);
  ports.audit({
    action: 'submission.sent_back',
    subject: 'submission',
    subjectId: newest.submissionId,
    detail: decisionDetail(call, duty, version),
  });
  ports.replan();
  const again = {
    id: `nop_bao_cao ${refOf(duty)}`,
    label: receivedText.handInAgain,
    tone: 'primary' as const,
  };
  const audience = partyAudience(duty);
  const moved = await movedScores(scoring, call);
  const own = audience.kind === 'unit' ? unitNews(moved, scoring).get(audience.unitId) : undefined;
  const locked = isLocked(obligationId, scoring) ? [scoreEffectText.locked()] : [];
  const notice = [...receivedText.sentBackNotice(shown, reason), ...(own ?? locked)];
  ports.tell(audience, { lines: notice, choices: [[again]] });
  if (audience.kind === 'unit' && !desk.isLeads(duty)) {
    const by = call.actor?.displayName ?? '';
    ports.tell({ kind: 'lead' }, { lines: receivedText.sentBackTold(shown, reason, by) });
  }
  const moves = scoreEffectText.lines({ locked: false, affected: moved });
  return { lines: [...receivedText.sentBack(shown, reason), ...moves, ...locked] };
}

/** Begun by `/tra_lai`, and from a report that is open, there also by the deputy for the lead's own unit. */
export const sendBackConversation = bindConversation({
  machine: sendBackDialogue,
  load,
  apply: async (effects: SendBackEffect[], call, facts: Loaded) => {
    const says: Say[] = [];
    for (const effect of effects) says.push(await sendBack(effect, call, facts));
    return says;
  },
});
