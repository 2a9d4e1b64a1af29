import { createCalendar } from '../../src/core/calendar.ts';
import { type Day, day, dayOf } from '../../src/core/day.ts';
import type { LiveDeadline } from '../../src/core/deadline-change.ts';
import type { Duty, HandedIn } from '../../src/core/duty.ts';
import { defaultReminderPolicy } from '../../src/core/reminder-policy.ts';
import type { NamedUnit } from '../../src/text/who-words.ts';

/** The units of the sample bloc, u1 … u6. */
export const units: NamedUnit[] = [
  { id: 'u1', names: ['Văn phòng HĐND và UBND xã', 'Văn phòng', 'VP HĐND&UBND'] },
  { id: 'u2', names: ['Phòng Kinh tế', 'PKT'] },
  { id: 'u3', names: ['Phòng Văn hóa - Xã hội', 'Phòng VHXH'] },
  { id: 'u4', names: ['Trung tâm Phục vụ hành chính công', 'Trung tâm HCC', 'Một cửa'] },
  { id: 'u5', names: ['Trạm Y tế xã', 'Trạm Y tế'] },
  { id: 'u6', names: ['Trường THCS Đông Sơn Hạ', 'Trường THCS'] },
];

/** A Monday, 07:55. */
const now = new Date('2026-06-08T00:55:00Z');
export const calendar = createCalendar([], new Map());
export const around = { now, today: dayOf(now), calendar, policy: defaultReminderPolicy };

function handedIn(sentAt: string): HandedIn {
  const at = new Date(sentAt);
  return {
    submissionId: 's',
    version: 1,
    receiptNo: 1,
    sentAt: at,
    receivedAt: at,
    channel: 'chat',
    documentNumber: null,
    accepted: false,
  };
}

/** A report owed by the given units on a day. */
export function reportFor(
  unitIds: readonly string[],
  dueOn: string | null,
  changes: Partial<LiveDeadline> = {},
  sent: Record<string, string> = {},
): LiveDeadline {
  const id = changes.deadlineId ?? 'd1';
  const title = changes.title ?? 'Báo cáo 6 tháng';
  const common = dueOn === null ? null : day(dueOn);
  const extensions = changes.extensions ?? new Map<string, Day>();
  const duties = unitIds.map((unitId): Duty => {
    const obligationId = `${id}-${unitId}`;
    const longer = extensions.get(obligationId);
    const extended = common !== null && longer !== undefined && longer > common;
    const at = sent[unitId];
    return {
      obligationId,
      deadlineId: id,
      kind: 'report',
      title,
      ruleText: '',
      recipient: null,
      party: { kind: 'unit', unitId, unitName: units.find(one => one.id === unitId)?.names[0] ?? unitId },
      dueOn: extended ? longer : common,
      dueBefore: null,
      extended,
      since: new Date('2026-01-05T00:00:00Z'),
      handedIn: at ? handedIn(at) : null,
      sentBack: null,
      withdrawn: null,
    };
  });
  return {
    deadlineId: id,
    revision: 1,
    kind: 'report',
    title,
    dueOn: common,
    dueBefore: null,
    window: null,
    precision: 'day',
    ruleText: '',
    recipient: null,
    recurrence: null,
    duties,
    extensions,
    ...changes,
  };
}
