/** What is written down of an act: internal ids and numbers only, never names or texts (decision 10). */
export interface AuditFacts {
  action:
    | 'bloc.loaded'
    | 'bloc.created'
    | 'bloc.changed'
    | 'unit.renamed'
    | 'unit.merged'
    | 'unit.dissolved'
    | 'unit.added'
    | 'unit.role'
    | 'post.ended'
    | 'post.changed'
    | 'group.bound'
    | 'group.unbound'
    | 'pairing.created'
    | 'pairing.used'
    | 'submission.recorded'
    | 'submission.replaced'
    | 'submission.recorded_for'
    | 'submission.accepted'
    | 'submission.sent_back'
    | 'reports.exported'
    | 'score.entered'
    | 'sheet.submitted'
    | 'reminder.sent'
    | 'reminder.nudged'
    | 'settings.changed'
    | 'absence.begun'
    | 'absence.ended'
    | 'holiday.decided'
    | 'deadline.added'
    | 'deadline.recurred'
    | 'deadline.moved'
    | 'deadline.extended'
    | 'deadline.cancelled'
    | 'change.undone';
  subject: 'bloc' | 'person' | 'deadline' | 'unit' | 'obligation' | 'submission' | 'sheet' | 'pairing_code';
  subjectId: string;
  detail: Record<string, string | number | boolean | null>;
}
