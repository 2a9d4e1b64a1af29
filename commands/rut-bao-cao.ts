import { z } from 'zod';
import { cutOff } from '../src/core/deadline.ts';
import type { Duty } from '../src/core/duty.ts';
import type { Line } from '../src/core/message.ts';
import { isMine } from '../src/core/progress.ts';
import { isWithdrawn } from '../src/core/report-state.ts';
import { scoreEffect } from '../src/core/score-effect.ts';
import type { Scoring } from '../src/core/scoring-facts.ts';
import { matchObligations } from '../src/dialogues/report-choices.ts';
import { scoreEffectText } from '../src/text/score-effect.ts';
import { type NotWithdrawn, withdrawText } from '../src/text/withdraw-report.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { tellLead } from './hand-in.ts';
import { saying } from './reply.ts';
import { changedReply, type Desk, decisionDetail, refOf, reportDesk } from './report-desk.ts';
import { isSentSheet } from './score-desk.ts';
import { movedScores, unitNews } from './score-news.ts';

/** Buttons in a list. */
const SHOWN = 8;

interface Withdrawable {
  duty: Duty;
  /** Why it cannot be taken back; null: it can. */
  refusal: NotWithdrawn | null;
  /** Handed in again by then it is on time still; null: undated. */
  until: Date | null;
}

/** What the person's units have handed in. */
async function handedIn(call: Call, desk: Desk, scoring: Scoring | null): Promise<Withdrawable[]> {
  const calendar = await call.ports.calendar();
  return desk.received.flatMap((duty): Withdrawable[] => {
    if (!duty.handedIn || !isMine(duty, call.actor?.posts ?? [])) return [];
    const until = duty.dueOn && cutOff(duty.dueOn, call.ports.policy, calendar);
    return [{ duty, until, refusal: refusalOf(duty, until, call.now, scoring) }];
  });
}

function refusalOf(duty: Duty, until: Date | null, now: Date, scoring: Scoring | null): NotWithdrawn | null {
  if (isSentSheet(duty, scoring)) return 'sheet';
  if (duty.handedIn?.channel === 'document_system') return 'recorded';
  if (duty.handedIn?.accepted) return 'accepted';
  return until !== null && now > until ? 'over' : null;
}

/** Before: what it would come to for the unit itself. */
async function foreseen(duty: Duty, call: Call, scoring: Scoring | null): Promise<Line[]> {
  if (!scoring || duty.party.kind !== 'unit') return [];
  const { unitId } = duty.party;
  const { obligationId } = duty;
  const left = (await call.ports.reports.versions(obligationId)).filter(
    one => one.version !== duty.handedIn?.version && !isWithdrawn(one),
  );
  const change = { sentAt: null, firstSentAt: left.at(-1)?.sentAt ?? null };
  const { locked, affected } = scoreEffect(scoring, new Map([[obligationId, change]]));
  const own = affected.find(one => one.unitId === unitId);
  if (!own) return [];
  return locked ? [scoreEffectText.locked()] : scoreEffectText.toUnit(own, scoring.standing.open);
}

async function preview(
  { duty, until, refusal }: Withdrawable,
  call: Call,
  desk: Desk,
  scoring: Scoring | null,
): Promise<Reply> {
  const shown = desk.show(duty);
  if (refusal) return saying(withdrawText.refused(shown, refusal));
  const ref = refOf(duty);
  return saying(withdrawText.confirm(shown, until, await foreseen(duty, call, scoring)), [
    [
      {
        id: `rut_bao_cao rut ${ref} ${duty.handedIn?.version ?? 0}`,
        label: withdrawText.ok,
        tone: 'danger',
      },
    ],
    [
      { id: `nop_bao_cao ${ref}`, label: withdrawText.replace },
      { id: 'rut_bao_cao thoi', label: withdrawText.keep },
    ],
  ]);
}

/** The lead's side may have decided meanwhile, or the unit have replaced it: then nothing is done. */
async function withdraw(
  { duty, refusal }: Withdrawable,
  version: number,
  call: Call,
  desk: Desk,
  scoring: Scoring | null,
): Promise<Reply> {
  const { ports } = call;
  const { obligationId, handedIn: newest, party } = duty;
  const shown = desk.show(duty);
  if (refusal) return saying(withdrawText.refused(shown, refusal));
  const seen = { obligationId, version, standing: 'received' } as const;
  if (newest?.version !== version || (await ports.reports.decide(seen, 'withdrawn', null)) === 'changed')
    return { kind: 'say', says: [await changedReply(call, duty, shown)] };
  ports.audit({
    action: 'submission.withdrawn',
    subject: 'submission',
    subjectId: newest.submissionId,
    detail: decisionDetail(call, duty, version),
  });
  ports.replan();
  const moved = await movedScores(scoring, call);
  const news = unitNews(moved, scoring);
  const by = call.actor?.displayName ?? '';
  const effect = scoreEffectText.lines({ locked: false, affected: moved });
  await tellLead(duty, { lines: withdrawText.notice(shown, by, effect) }, call);
  const own = party.kind === 'unit' ? news.get(party.unitId) : undefined;
  // The unit's other contacts, and other units whose points hang on it.
  if (party.kind === 'unit')
    ports.tell({ kind: 'unit', unitId: party.unitId }, { lines: withdrawText.ownNotice(shown, by) });
  for (const [unitId, lines] of news)
    if (party.kind !== 'unit' || unitId !== party.unitId) ports.tell({ kind: 'unit', unitId }, { lines });
  return saying(withdrawText.done(shown, own ?? []), [
    [{ id: `nop_bao_cao ${refOf(duty)}`, label: withdrawText.handIn }],
  ]);
}

export const rutBaoCao = defineCommand({
  name: 'rut_bao_cao',
  says: ['rút báo cáo', 'rút lại báo cáo', 'rút báo cáo đã nộp', 'thu hồi báo cáo'],
  summary: 'Rút báo cáo đã nộp, khi còn hạn và chưa được tiếp nhận',
  example: '/rut_bao_cao 6 tháng',
  roles: 'contact',
  where: 'private',
  args: z.string(),
  run: async (words, call) => {
    if (words === 'thoi') return saying(withdrawText.kept());
    const [desk, scoring] = [await reportDesk(call), await call.ports.scoring.load('shared')];
    const all = await handedIn(call, desk, scoring);
    const [, verb, ref, version] = /^(?:(rut) )?(o_[a-z\d]{12})(?: (\d+))?$/.exec(words) ?? [];
    if (ref) {
      const one = all.find(({ duty }) => refOf(duty) === ref);
      if (!one) return saying(withdrawText.nothing());
      return verb ? withdraw(one, Number(version), call, desk, scoring) : preview(one, call, desk, scoring);
    }
    const named = all.map(one => ({
      ...{ one, title: one.duty.title, unitName: desk.show(one.duty).party },
    }));
    const found = words === '' ? all : matchObligations(words, named).map(({ one }) => one);
    const open = found.filter(one => one.refusal === null);
    // Where none may be taken back, the only one says why.
    const [first, second] = open.length > 0 ? open : found;
    if (!first || (second && open.length === 0))
      return saying(words === '' ? withdrawText.nothing() : withdrawText.noMatch(words));
    if (!second) return preview(first, call, desk, scoring);
    const choices = open
      .slice(0, SHOWN)
      .map(({ duty }) => [
        { id: `rut_bao_cao ${refOf(duty)}`, label: withdrawText.label(desk.show(duty), call.today) },
      ]);
    return saying(withdrawText.choose(), choices);
  },
});
