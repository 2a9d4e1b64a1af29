import { z } from 'zod';
import { cutOff, isHandedIn } from '../src/core/deadline.ts';
import type { Duty } from '../src/core/duty.ts';
import { dutyLateness, isMine } from '../src/core/progress.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { reportDialogue } from '../src/dialogues/report.ts';
import type {
  OpenObligation,
  ReportEffect,
  ReportFacts,
  ReturnedReport,
} from '../src/dialogues/report-state.ts';
import { type Call, defineCommand } from './command.ts';
import { bindConversation } from './conversation.ts';
import { handIn } from './hand-in.ts';

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

async function submit(effect: ReportEffect, call: Call, { duties, open }: Loaded): Promise<Say> {
  const { obligationId, replaces, kind: _, ...what } = effect;
  const duty = duties.find(one => one.obligationId === obligationId);
  if (!duty || !open.some(one => one.id === obligationId))
    throw new Error('submitting for an obligation that is not open');
  return handIn({ ...what, replaces: replaces ?? 0 }, duty, duties, call);
}

export const nopBaoCao = defineCommand({
  name: 'nop_bao_cao',
  says: [
    'nộp báo cáo',
    'nộp',
    'gửi báo cáo',
    'nộp bc',
    'gửi lại',
    'nộp lại',
    'gửi lại báo cáo',
    'nộp lại báo cáo',
  ],
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
