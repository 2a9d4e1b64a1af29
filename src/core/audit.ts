/** What is written down of an act: internal ids and numbers only, never names or texts (decision 10). */
export interface AuditFacts {
  action:
    | 'bloc.loaded'
    | 'pairing.created'
    | 'pairing.used'
    | 'submission.recorded'
    | 'submission.replaced'
    | 'score.entered'
    | 'sheet.submitted'
    | 'reminder.sent';
  subject: 'bloc' | 'unit' | 'obligation' | 'submission' | 'sheet' | 'pairing_code';
  subjectId: string;
  detail: Record<string, string | number | boolean | null>;
}
