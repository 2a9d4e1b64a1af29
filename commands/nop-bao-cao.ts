import { z } from 'zod';
import { cutOff, isHandedIn, type Lateness } from '../src/core/deadline.ts';
import { byDeadline, type Duty } from '../src/core/duty.ts';
import { dutyLateness, isMine } from '../src/core/progress.ts';
import { shortRef } from '../src/core/short-ref.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { reportDialogue } from '../src/dialogues/report.ts';
import type {
  OpenObligation,
  ReportEffect,
  ReportFacts,
  ReturnedReport,
} from '../src/dialogues/report-state.ts';
import { receipt, submissionNotice } from '../src/text/receipt.ts';
import { receivedText } from '../src/text/reports-received.ts';
import { type Call, defineCommand } from './command.ts';
import { bindConversation } from './conversation.ts';

const MAX_FILES = 10;

type Loaded = ReportFacts & { duties: Duty[] };

async function load(call: Call, words: string): Promise<{ facts: Loaded }> {
  const { ports, now, today } = call;
  const [duties, calendar] = await Promise.all([ports.duties(), ports.calendar()]);
  const posts = call.actor?.posts ?? [];
  const mine = duties.filter(duty => isMine(duty, posts) && isHandedIn(duty.kind));
  const returned = await returnedReports(mine, call);
  const open = mine.map((duty): OpenObligation => {
    const ends = duty.dueOn && cutOff(duty.dueOn, ports.policy, calendar);
    const late = dutyLateness(duty, now, ports.policy, calendar);
    const { handedIn } = duty;
    return {
      id: duty.obligationId,
      title: duty.title,
      unitId: duty.party.kind === 'unit' ? duty.party.unitId : null,
      unitName: duty.party.kind === 'unit' ? duty.party.unitName : (call.bloc?.name ?? ''),
      dueOn: duty.dueOn,
      overdueDays: late.kind === 'late' ? late.calendarDays : 0,
      submitted: handedIn && {
        version: handedIn.version,
        receiptNo: handedIn.receiptNo,
        at: handedIn.sentAt,
        channel: handedIn.channel,
        mayReplace: ends === null || now <= ends,
      },
      returned: returned.get(duty.obligationId) ?? null,
    };
  });
  return { facts: { now, today, open, maxFiles: MAX_FILES, words, duties } };
}

/** What was sent back, with all it held. */
async function returnedReports(mine: readonly Duty[], call: Call): Promise<Map<string, ReturnedReport>> {
  const found = new Map<string, ReturnedReport>();
  for (const { obligationId, sentBack } of mine) {
    if (!sentBack) continue;
    const [newest] = await call.ports.reports.versions(obligationId);
    if (!newest) continue;
    const { version, files, documentNumber, documentDate, summary } = newest;
    const { reason } = sentBack;
    found.set(obligationId, { version, reason, files, documentNumber, documentDate, summary });
  }
  return found;
}

/** The first of several versions, where the one before this was sent back. */
async function firstOf(duty: Duty, call: Call, judge: (sentAt: Date) => Lateness | null) {
  if (!duty.sentBack) return null;
  const first = (await call.ports.reports.versions(duty.obligationId)).at(-1);
  return first ? { first: { sentAt: first.sentAt, lateness: judge(first.sentAt) } } : null;
}

/** The lead's own report is looked at by the deputy. */
async function tellLead(duty: Duty, say: Say, call: Call): Promise<void> {
  call.ports.tell({ kind: 'lead' }, say);
  const units = await call.ports.units();
  const { party } = duty;
  if (!units.some(({ id, role }) => role === 'lead' && party.kind === 'unit' && party.unitId === id)) return;
  for (const { id, role } of units) if (role === 'deputy') call.ports.tell({ kind: 'unit', unitId: id }, say);
}

/** Records it, tells the lead's side and gives the receipt. Two who replace the same version collide in the database. */
async function submit(effect: ReportEffect, call: Call, facts: Loaded): Promise<Say> {
  const { ports, sentAt } = call;
  const duty = facts.duties.find(one => one.obligationId === effect.obligationId);
  const shown = facts.open.find(one => one.id === effect.obligationId);
  if (!duty || !shown) throw new Error('submitting for an obligation that is not open');
  const { kind: _, replaces, ...what } = effect;
  const done = await ports.submit({ ...what, replaces: replaces ?? 0, sentAt });
  const version = (replaces ?? 0) + 1;
  ports.audit({
    action: version > 1 ? 'submission.replaced' : 'submission.recorded',
    subject: 'submission',
    subjectId: done.id,
    detail: { obligation: effect.obligationId, version, receipt: done.receiptNo, files: effect.files.length },
  });
  ports.replan();

  const calendar = await ports.calendar();
  const ends = duty.dueOn && cutOff(duty.dueOn, ports.policy, calendar);
  const judge = (at: Date) => duty.dueOn && dutyLateness(duty, at, ports.policy, calendar);
  const receiptFacts = {
    receiptNo: done.receiptNo,
    title: duty.title,
    unitName: shown.unitName,
    sentAt,
    lateness: judge(sentAt),
    again: await firstOf(duty, call, judge),
    files: effect.files,
    documentNumber: effect.documentNumber,
    documentDate: effect.documentDate,
    version,
    replaceUntil: ends && ends > call.now ? ends : null,
  };
  const group = byDeadline(facts.duties).find(one => one.deadlineId === duty.deadlineId);
  const count = { done: (group?.done ?? 0) + (duty.handedIn ? 0 : 1), of: group?.of ?? 1 };
  const byName = call.actor?.displayName ?? '';
  const choices = [[{ id: `bao_cao ${shortRef('o', duty.obligationId)}`, label: receivedText.open }]];
  await tellLead(duty, { lines: submissionNotice({ ...receiptFacts, ...count, byName }), choices }, call);
  return { lines: receipt(receiptFacts) };
}

export const nopBaoCao = defineCommand({
  name: 'nop_bao_cao',
  says: ['nộp báo cáo', 'nộp', 'gửi báo cáo', 'nộp bc'],
  summary: 'Nộp báo cáo: tệp, hoặc số và ngày văn bản',
  example: '/nop_bao_cao 6 tháng',
  roles: 'contact',
  where: 'both',
  args: z.string(),
  takesFiles: true,
  conversation: bindConversation({
    machine: reportDialogue,
    load,
    apply: async (effects, call, facts) => {
      const says: Say[] = [];
      for (const effect of effects) says.push(await submit(effect, call, facts));
      return says;
    },
  }),
  run: async words => ({ kind: 'begin', words }),
});
