import { cutOff, type Lateness } from '../src/core/deadline.ts';
import { byDeadline, type Duty } from '../src/core/duty.ts';
import { dutyLateness } from '../src/core/progress.ts';
import { shortRef } from '../src/core/short-ref.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { receipt, submissionNotice } from '../src/text/receipt.ts';
import { receivedText } from '../src/text/reports-received.ts';
import type { Call } from './command.ts';
import type { SubmissionFacts } from './ports.ts';

/** The first of several versions, where the one before this was sent back. */
async function firstOf(duty: Duty, call: Call, judge: (sentAt: Date) => Lateness | null) {
  if (!duty.sentBack) return null;
  const first = (await call.ports.reports.versions(duty.obligationId)).at(-1);
  return first ? { first: { sentAt: first.sentAt, lateness: judge(first.sentAt) } } : null;
}

/** The lead's side, and the deputy of the lead's own report. */
export async function tellLead(duty: Duty, say: Say, call: Call): Promise<void> {
  call.ports.tell({ kind: 'lead' }, say);
  const units = await call.ports.units();
  const { party } = duty;
  if (!units.some(({ id, role }) => role === 'lead' && party.kind === 'unit' && party.unitId === id)) return;
  for (const { id, role } of units) if (role === 'deputy') call.ports.tell({ kind: 'unit', unitId: id }, say);
}

/**
 * Records what was handed in for a duty, tells the lead's side and gives the receipt. Two who replace the same version
 * collide in the database. `duties`: the season's, for how many of them are done.
 */
export async function handIn(
  given: Omit<SubmissionFacts, 'obligationId' | 'sentAt'>,
  duty: Duty,
  duties: readonly Duty[],
  call: Call,
): Promise<Say> {
  const { ports, sentAt } = call;
  const { obligationId } = duty;
  // What was taken back is numbered on, though nothing is replaced.
  const what = duty.withdrawn ? { ...given, replaces: duty.withdrawn.version } : given;
  const done = await ports.submit({ ...what, obligationId, sentAt });
  const version = what.replaces + 1;
  ports.audit({
    action: version > 1 ? 'submission.replaced' : 'submission.recorded',
    subject: 'submission',
    subjectId: done.id,
    detail: { obligation: obligationId, version, receipt: done.receiptNo, files: what.files.length },
  });
  ports.replan();

  const calendar = await ports.calendar();
  const ends = duty.dueOn && cutOff(duty.dueOn, ports.policy, calendar);
  const judge = (at: Date) => duty.dueOn && dutyLateness(duty, at, ports.policy, calendar);
  const receiptFacts = {
    receiptNo: done.receiptNo,
    title: duty.title,
    unitName: duty.party.kind === 'unit' ? duty.party.unitName : (call.bloc?.name ?? ''),
    sentAt,
    lateness: judge(sentAt),
    again: await firstOf(duty, call, judge),
    files: what.files,
    documentNumber: what.documentNumber,
    documentDate: what.documentDate,
    version,
    replaceUntil: ends && ends > call.now ? ends : null,
  };
  const group = byDeadline(duties).find(one => one.deadlineId === duty.deadlineId);
  const count = { done: (group?.done ?? 0) + (duty.handedIn ? 0 : 1), of: group?.of ?? 1 };
  const byName = call.actor?.displayName ?? '';
  const choices = [[{ id: `bao_cao ${shortRef('o', obligationId)}`, label: receivedText.open }]];
  await tellLead(duty, { lines: submissionNotice({ ...receiptFacts, ...count, byName }), choices }, call);
  return { lines: receipt(receiptFacts) };
}
