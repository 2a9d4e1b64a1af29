import { documentOf } from './document/document.ts';
import { evidenceOf } from './evidence.ts';
import { type Citation, citationsOf } from './extract/citations.ts';
import { deadlinesIn } from './extract/deadlines.ts';
import { type Identity, identityOf } from './extract/identity.ts';
import { type Leads, leadsOf } from './extract/lead.ts';
import { levelAcross } from './extract/level.ts';
import { type Members, membersOf } from './extract/members.ts';
import { knownUnits } from './extract/obliged.ts';
import { awardsIn, campaignsIn, milestonesIn } from './extract/observances.ts';
import { formationOf, parentsOf } from './extract/parents.ts';
import { type Period, periodOf } from './extract/period.ts';
import { quotasIn } from './extract/quotas.ts';
import { responsibilitiesIn } from './extract/responsibilities.ts';
import { targetsIn } from './extract/targets.ts';
import { unresolvedIn } from './extract/unresolved.ts';
import { identityFields } from './identity-fields.ts';
import { memberFields } from './member-fields.ts';
import { questionsFor } from './questions.ts';
import { type PlanRecord, planRecordSchema } from './record.ts';
import { warningsIn } from './warn/warnings.ts';

/** All that was read of a document, before it becomes a record. */
export interface Reading {
  document: ReturnType<typeof documentOf>;
  citations: Citation[];
  identity: Identity;
  members: Members;
  leads: Leads;
  period: Period;
  deadlines: ReturnType<typeof deadlinesIn>;
  unresolved: PlanRecord['unresolved_deadlines'];
  targets: ReturnType<typeof targetsIn>;
  quotas: PlanRecord['quota_requirements'];
}

/** Reads the text of a plan document. Never throws; what is not in the text stays null or is asked. */
export function readPlan(text: string): PlanRecord {
  const reading = readingOf(text);
  const { document, citations, identity, members, leads, period, deadlines, unresolved, targets, quotas } =
    reading;
  const isPlan = identity.scope !== 'not_a_plan' && identity.scope !== 'other_plan';
  const anomalies = warningsIn(reading);
  const questions = questionsFor(reading, anomalies);
  const record: PlanRecord = {
    ...identityFields(identity),
    ...memberFields(identity, members, leads),
    parent_documents: parentsOf(document, citations, identity),
    formation: formationOf(citations, identity),
    addressed_to: addressed(reading),
    period_start: isPlan ? period.start : null,
    period_end: isPlan ? period.end : null,
    period_note: isPlan ? period.note : null,
    multi_year: period.multiYear ?? undefined,
    deadlines: isPlan ? deadlines.dated : [],
    unresolved_deadlines: isPlan ? [...deadlines.unread, ...unresolved] : [],
    targets: isPlan ? targets.map(({ target }) => target) : [],
    unquantified_targets: [],
    quota_requirements: isPlan ? quotas : [],
    awards: awardsIn(document),
    milestones: milestonesIn(document, identity.year),
    campaigns: campaignsIn(document),
    responsibilities: responsibilitiesIn(document),
    ...evidence(reading),
    anomalies,
    importer_must_ask: questions.map(question => question.ask),
    questions,
  };
  return planRecordSchema.parse(record);
}

function readingOf(text: string): Reading {
  const document = documentOf(text);
  const citations = citationsOf(document);
  const read = identityOf(document, citations);
  const { year } = read;
  const members = membersOf(document, year);
  const identity = { ...read, level: levelAcross(read, members.units) };
  const units = knownUnits(members.units);
  const deadlines = deadlinesIn(document, year, units);
  const targets = targetsIn(document, year);
  return {
    ...{ document, citations, identity, members, deadlines, targets },
    leads: leadsOf(members, identity),
    period: periodOf(document, identity.title, year),
    unresolved: unresolvedIn(document, deadlines.dated, units),
    quotas: quotasIn(document, targets, members.list?.units.length ?? 0, year),
  };
}

/** To whom an authority's plan gives its tasks. */
function addressed({ document, identity }: Reading): string[] {
  if (identity.scope !== 'authority_plan') return [];
  return responsibilitiesIn(document)
    .filter(one => /^C\u00e1c\s/u.test(one.who))
    .flatMap(one => one.who.split(';').map(who => who.trim()));
}

function evidence({ identity, members, leads, period, deadlines, targets }: Reading) {
  const { number, issued, signature, title, bloc, issuer, lowerBound } = identity;
  const printed = <T>(found: { from: T } | null) =>
    found && { value: null, from: found.from, confidence: 'certain' as const };
  const [deadline] = deadlines.dated;
  const [target] = targets;
  return evidenceOf({
    document_number: printed(number),
    title: printed(title),
    issue_date: printed(issued),
    issuing_body: issuer,
    bloc_name: bloc && { value: bloc.name, from: bloc.mention.from, confidence: 'certain' },
    signer: printed(signature),
    members: members.evidence,
    ...leads.facts,
    period: period.said,
    lower_bound: lowerBound && { value: null, from: lowerBound.citation.from, confidence: 'likely' },
    deadline: deadline?.line
      ? {
          value: null,
          from: { quote: deadline.rule_text, line: deadline.line, last: deadline.line },
          confidence: deadline.confidence ?? 'certain',
        }
      : null,
    target: target?.target.line
      ? {
          value: null,
          from: { quote: target.target.text, line: target.target.line, last: target.target.line },
          confidence: 'certain',
        }
      : null,
  });
}
