import { day } from '../../src/core/day.ts';
import type { Duty, HandedIn } from '../../src/core/duty.ts';

const at = new Date('2026-06-01T02:00:00Z');
const handedIn: HandedIn = {
  submissionId: 's1',
  version: 1,
  receiptNo: 1,
  sentAt: at,
  receivedAt: at,
  channel: 'chat',
  documentNumber: null,
  accepted: false,
};

/** An open duty; `unitId` null: the bloc's own. */
export const obligationOf = Object.assign(
  (obligationId: string, deadlineId: string, unitId: string | null, dueOn: string | null): Duty => ({
    obligationId,
    deadlineId,
    kind: 'report',
    title: deadlineId,
    ruleText: '',
    recipient: null,
    party: unitId === null ? { kind: 'bloc' } : { kind: 'unit', unitId, unitName: unitId },
    dueOn: dueOn === null ? null : day(dueOn),
    dueBefore: null,
    extended: false,
    since: at,
    handedIn: null,
    sentBack: null,
    withdrawn: null,
  }),
  { handedIn },
);
