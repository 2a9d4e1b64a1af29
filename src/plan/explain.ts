import { planPage as page } from '../text/plan-explain.ts';
import type { PlanRecord } from './record.ts';

const part = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map(line => `  ${line}`)];

/** A page for people: what was read, from which line, what is doubtful and what is to be asked. */
export function explainPlan(record: PlanRecord): string {
  return [
    ...(record.source_file ? [record.source_file] : []),
    ...part(page.head.document, documentLines(record)),
    ...part(
      page.head.members,
      record.member_units.map(
        unit =>
          `${unit.name} – ${unit.role}${unit.inferred ? page.inferred(undefined) : ''}${page.line(unit.line)}`,
      ),
    ),
    ...part(page.head.deadlines, record.deadlines.flatMap(deadlineLines)),
    ...part(
      page.head.unresolved,
      record.unresolved_deadlines.map(one => `${one.what}: “${one.rule_text}”${page.line(one.line)}`),
    ),
    ...part(page.head.targets, record.targets.map(targetLine)),
    ...part(
      page.head.quotas,
      record.quota_requirements.map(
        one => `${page.figure(one.operator, one.value, one.unit)}: “${one.text}”${page.line(one.line)}`,
      ),
    ),
    ...part(
      page.head.parents,
      record.parent_documents.map(
        one => `${[one.number, one.body].filter(known => known).join(', ')}${page.line(one.line)}`,
      ),
    ),
    ...part(
      page.head.responsibilities,
      record.responsibilities.flatMap(one => [
        `${one.who}${page.line(one.line)}`,
        ...one.tasks.map(task => `  - ${task.text}`),
      ]),
    ),
    ...part(
      page.head.milestones,
      record.milestones.map(one => `${one.what}: ${page.day(one.date)}${page.line(one.line)}`),
    ),
    ...part(
      page.head.campaigns,
      record.campaigns.map(one => `${one.name}${page.line(one.line)}`),
    ),
    ...part(
      page.head.warnings,
      record.anomalies.map(
        one =>
          `${page.severity(one.severity)}: ${one.note}${one.quote ? ` “${one.quote}”` : ''}${page.line(one.line)}`,
      ),
    ),
    ...part(
      page.head.questions,
      record.questions.map((one, n) => `${n + 1}. ${one.ask}${page.line(one.line)}`),
    ),
  ].join('\n');
}

function documentLines(record: PlanRecord): string[] {
  const { field } = page;
  const said = (name: string, value: string | number | null, key?: string) => {
    const at = key ? record.evidence_at[key] : undefined;
    const inferred = at?.because ? page.inferred(at.because) : '';
    return `${name}: ${value ?? page.absent}${inferred}${page.line(at?.line ?? null)}`;
  };
  const issued = record.issue_date
    ? page.day(record.issue_date)
    : record.issue_month
      ? page.month(record.issue_month)
      : null;
  const bound = record.issue_date_lower_bound ? ` (${field.notBefore(record.issue_date_lower_bound)})` : '';
  const symbol =
    record.document_symbol && !record.document_number ? ` (${field.symbol} ${record.document_symbol})` : '';
  const signer = record.signer ? [record.signer.capacity, record.signer.position, record.signer.name] : [];
  return [
    ...(record.scope ? [said(field.scope, page.scope(record.scope))] : []),
    said(field.number, `${record.document_number ?? page.absent}${symbol}`, 'document_number'),
    said(field.title, record.title, 'title'),
    said(
      field.issued,
      `${[record.issue_place, issued ?? page.absent].filter(one => one).join(', ')}${bound}`,
      'issue_date',
    ),
    said(field.body, record.issuing_body, 'issuing_body'),
    said(field.bloc, record.bloc_name, 'bloc_name'),
    said(field.level, record.level),
    said(field.signer, signer.filter(one => one).join(' / ') || null, 'signer'),
    said(field.year, record.year),
    `${said(field.period, page.range(record.period_start, record.period_end), 'period')}${record.period_note ? ` – ${record.period_note}` : ''}`,
  ];
}

function deadlineLines(one: PlanRecord['deadlines'][number]): string[] {
  const when = one.due_date
    ? `${page.day(one.due_date)}${one.practical_due && one.practical_due !== one.due_date ? page.practical(one.practical_due) : ''}`
    : one.recurrence
      ? page.recurring(one.recurrence)
      : page.offset(one.offset_days ?? 0);
  const to = one.to ? page.to(one.to, one.via) : '';
  return [
    `${one.what} (${page.kind(one.kind)})${partyOf(one)}: ${when}${one.due_time ? page.at(one.due_time) : ''}${to}${one.needs_review ? page.review : ''}${page.line(one.line)}`,
    `  “${one.rule_text}”`,
  ];
}

const partyOf = ({ only, except }: PlanRecord['deadlines'][number]): string =>
  only ? page.only(only) : except ? page.except(except) : '';

function targetLine(one: PlanRecord['targets'][number]): string {
  return `${one.metric}: ${page.figure(one.operator, one.value, one.unit)}${one.period ? ` (${one.period})` : ''}${one.needs_review ? page.review : ''}${page.line(one.line)}`;
}
