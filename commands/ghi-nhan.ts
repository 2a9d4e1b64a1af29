import { z } from 'zod';
import { at, timeOfDay } from '../src/core/day.ts';
import { isHandedIn } from '../src/core/deadline.ts';
import { byDeadline, type Duty } from '../src/core/duty.ts';
import type { Line } from '../src/core/message.ts';
import { dutyLateness } from '../src/core/progress.ts';
import { lastVersion } from '../src/core/report-state.ts';
import { scoreEffect } from '../src/core/score-effect.ts';
import type { Scoring } from '../src/core/scoring-facts.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { recordDialogue } from '../src/dialogues/record.ts';
import { shownEntries } from '../src/dialogues/record-prompts.ts';
import type { RecordEffect, RecordFacts, RecordParty } from '../src/dialogues/record-state.ts';
import { recordText } from '../src/text/record.ts';
import { scoreEffectText } from '../src/text/score-effect.ts';
import { type Call, defineCommand } from './command.ts';
import { bindConversation } from './conversation.ts';
import { movedScores, unitNews } from './score-news.ts';

/** A document has a day and no hour: whatever hour the bloc's day ends at, its first moment is in time. */
const START_OF_DAY = timeOfDay('00:00');

function stateOf(duty: Duty): RecordParty['state'] {
  if (duty.sentBack) return 'sent_back';
  if (!duty.handedIn) return 'open';
  return duty.handedIn.channel === 'document_system' ? 'recorded' : 'handed_in';
}

type Loaded = RecordFacts & { scoring: Scoring | null };

async function load(call: Call, words: string): Promise<{ facts: Loaded }> {
  const { ports, today } = call;
  const scoring = await ports.scoring.load('shared');
  const [duties, calendar, units] = await Promise.all([
    ports.duties(),
    ports.calendar(),
    ports.reports.unitNames(),
  ]);
  const owed = duties.filter(duty => isHandedIn(duty.kind) && duty.party.kind === 'unit');
  const groups = byDeadline(owed).map(({ deadlineId, title, dueOn, duties: ofGroup }) => ({
    deadlineId,
    title,
    dueOn,
    parties: ofGroup.flatMap((duty): RecordParty[] => {
      const { obligationId, party } = duty;
      if (party.kind !== 'unit') return [];
      const version = lastVersion(duty);
      const { unitId, unitName } = party;
      const extendedTo = duty.extended ? duty.dueOn : null;
      return [{ obligationId, unitId, unitName, version, state: stateOf(duty), extendedTo }];
    }),
  }));
  const judge: RecordFacts['judge'] = (obligationId, sentOn) => {
    const duty = owed.find(one => one.obligationId === obligationId);
    if (!duty || duty.dueOn === null) return null;
    return dutyLateness(duty, at(sentOn, START_OF_DAY), ports.policy, calendar);
  };
  const effect: RecordFacts['effect'] = sent => {
    const changes = [...sent].map(([id, on]) => {
      const sentAt = at(on, START_OF_DAY);
      const known = scoring?.records.duties.find(duty => duty.obligationId === id)?.firstSentAt;
      return [id, { sentAt, firstSentAt: known ?? sentAt }] as const;
    });
    return scoring && scoreEffect(scoring, new Map(changes));
  };
  return { facts: { today, words, units, groups, judge, effect, scoring } };
}

/** Each for its unit, which is told; two who record the same collide in the database. */
async function record({ deadlineId, entries }: RecordEffect, call: Call, facts: Loaded): Promise<Say> {
  const { ports, actor } = call;
  const group = facts.groups.find(one => one.deadlineId === deadlineId) ?? null;
  const given = [];
  const notices: { unitId: string; lines: Line[] }[] = [];
  for (const { obligationId, unitId, replaces, number, date } of entries) {
    const { id, receiptNo } = await ports.submit({
      obligationId,
      replaces,
      documentNumber: number,
      documentDate: date,
      summary: null,
      files: [],
      sentAt: at(date, START_OF_DAY),
      channel: 'document_system',
    });
    const detail = { obligation: obligationId, version: replaces + 1, receipt: receiptNo };
    ports.audit({ action: 'submission.recorded_for', subject: 'submission', subjectId: id, detail });
    const [shown] = shownEntries([{ unitId, number, date }], group, facts);
    if (!shown || !group) continue;
    given.push({ ...shown, receiptNo });
    const by = actor?.displayName ?? '';
    notices.push({ unitId, lines: recordText.notice(group.title, group.dueOn, { ...shown, receiptNo }, by) });
  }
  ports.replan();
  const affected = await movedScores(facts.scoring, call);
  const news = unitNews(affected, facts.scoring);
  for (const { unitId, lines } of notices)
    ports.tell({ kind: 'unit', unitId }, { lines: [...lines, ...(news.get(unitId) ?? [])] });
  for (const [unitId, lines] of news)
    if (!notices.some(one => one.unitId === unitId)) ports.tell({ kind: 'unit', unitId }, { lines });
  const report = recordText.report(group?.title ?? '', group?.dueOn ?? null);
  return {
    lines: [...recordText.done(report, given), ...scoreEffectText.lines({ locked: false, affected })],
  };
}

export const ghiNhan = defineCommand({
  name: 'ghi_nhan',
  says: ['ghi nhận', 'ghi nhận báo cáo', 'ghi nhận hộ'],
  summary: 'Ghi nhận báo cáo đơn vị đã gửi qua hệ thống văn bản',
  example: '/ghi_nhan Phòng Kinh tế 123/BC-KT 28/5/2026',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  conversation: bindConversation({
    machine: recordDialogue,
    load,
    apply: async (effects, call, facts) => {
      const says: Say[] = [];
      for (const effect of effects) says.push(await record(effect, call, facts));
      return says;
    },
  }),
  run: async words => ({ kind: 'begin', words }),
});
