import type { PlanRecord } from '../../src/plan/record.ts';
import { fold } from '../../src/text/fold.ts';

/** How a record that was read compares with the one made by hand. */
export interface PlanScore {
  /** Fields that must be equal and are not. */
  wrongFields: string[];
  members: Counts;
  wrongRoles: string[];
  deadlines: Counts;
  targets: Counts;
  quotas: Counts;
  /** Anomalies found of those listed, by severity. */
  anomalies: Record<'high' | 'medium' | 'low', { found: number; of: number; missed: string[] }>;
  extraAnomalies: string[];
}

export interface Counts {
  right: number;
  missing: string[];
  extra: string[];
}

/** 1 where there was nothing to find and nothing was. */
export function f1({ right, missing, extra }: Counts): number {
  const all = 2 * right + missing.length + extra.length;
  return all === 0 ? 1 : (2 * right) / all;
}

const EXACT = [
  'document_number',
  'issue_date',
  'issue_date_precision',
  'level',
  'year',
  'period_start',
  'period_end',
] as const;

export function scorePlan(found: PlanRecord, expected: PlanRecord): PlanScore {
  const fields: string[] = EXACT.filter(name => found[name] !== expected[name]).map(
    name => `${name}: ${found[name]} instead of ${expected[name]}`,
  );
  if (words(found.bloc_name) !== words(expected.bloc_name))
    fields.push(`bloc_name: ${found.bloc_name} instead of ${expected.bloc_name}`);
  return {
    wrongFields: fields,
    members: compare(
      found.member_units,
      expected.member_units,
      (a, b) => words(a.name) === words(b.name),
      one => one.name,
    ),
    wrongRoles: rolesOf(found, expected),
    deadlines: compare(
      found.deadlines,
      expected.deadlines,
      sameDeadline,
      one =>
        `${one.kind} ${one.due_date ?? JSON.stringify(one.recurrence ?? one.offset_days)}: ${one.rule_text.slice(0, 70)}`,
    ),
    targets: compare(
      found.targets,
      expected.targets,
      sameTarget,
      one => `${one.metric} ${one.operator} ${JSON.stringify(one.value)} ${one.unit}`,
    ),
    quotas: compare(
      found.quota_requirements,
      expected.quota_requirements,
      sameQuota,
      one => `${one.operator} ${JSON.stringify(one.value)} ${one.unit} (${one.scope})`,
    ),
    ...anomaliesOf(found, expected),
  };
}

/** Names alike but for accents' places, abbreviations and a bare place at the end. */
function words(name: string | null): string {
  return fold(name ?? '')
    .replace(/\buy ban nhan dan\b/g, 'ubnd')
    .replace(/\bhoi dong nhan dan\b/g, 'hdnd')
    .replace(/[^a-z0-9 ]/g, ' ')
    .replace(/\b(?:va|thuoc|cua)\b/g, ' ')
    .replace(/\b0+(?=\d)/g, '')
    .replace(/\s(?:xa|phuong|tinh|thanh pho)\s*$/, '')
    .replace(/ +/g, ' ')
    .trim();
}

function compare<T>(
  found: readonly T[],
  expected: readonly T[],
  same: (a: T, b: T) => boolean,
  name: (one: T) => string,
): Counts {
  const left = [...found];
  const missing: string[] = [];
  for (const one of expected) {
    const at = left.findIndex(other => same(other, one));
    if (at < 0) missing.push(name(one));
    else left.splice(at, 1);
  }
  return { right: expected.length - missing.length, missing, extra: left.map(name) };
}

function rolesOf(found: PlanRecord, expected: PlanRecord): string[] {
  const wrong = (['leader', 'deputy'] as const)
    .filter(role => words(found[role]?.name ?? null) !== words(expected[role]?.name ?? null))
    .map(role => `${role}: ${found[role]?.name} instead of ${expected[role]?.name}`);
  const roles = expected.member_units.flatMap(unit => {
    const own = found.member_units.find(other => words(other.name) === words(unit.name));
    return own && own.role !== unit.role ? [`${unit.name}: ${own.role} instead of ${unit.role}`] : [];
  });
  return [...wrong, ...roles];
}

type Deadline = PlanRecord['deadlines'][number];
type Target = PlanRecord['targets'][number];
type Quota = PlanRecord['quota_requirements'][number];

const sameDeadline = (a: Deadline, b: Deadline) =>
  a.kind === b.kind &&
  a.due_date === b.due_date &&
  a.offset_days === b.offset_days &&
  units(a.only) === units(b.only) &&
  units(a.except) === units(b.except) &&
  (a.due_date !== null || JSON.stringify(sorted(a.recurrence)) === JSON.stringify(sorted(b.recurrence)));

const units = (names: readonly string[] | undefined) => (names ?? []).map(words).toSorted().join('; ');
const sorted = (of: object | undefined) => Object.entries(of ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));

const value = (of: Target['value']) => JSON.stringify(of);

function sameTarget(a: Target, b: Target): boolean {
  return (
    a.operator === b.operator &&
    value(a.value) === value(b.value) &&
    fold(a.unit) === fold(b.unit) &&
    alike(a, b)
  );
}

/** Metrics are named freely: half of the expected words must be there. */
function alike(a: Target, b: Target): boolean {
  const tokens = (text: string) => new Set(fold(text).match(/[a-z0-9]+/g) ?? []);
  const [said, wanted] = [tokens(`${a.metric} ${a.text}`), tokens(b.metric)];
  const shared = [...wanted].filter(word => said.has(word)).length;
  return wanted.size === 0 || shared / wanted.size >= 0.5;
}

const sameQuota = (a: Quota, b: Quota) =>
  a.operator === b.operator &&
  value(a.value) === value(b.value) &&
  fold(a.unit) === fold(b.unit) &&
  a.scope === b.scope;

function anomaliesOf(
  found: PlanRecord,
  expected: PlanRecord,
): Pick<PlanScore, 'anomalies' | 'extraAnomalies'> {
  const left = [...found.anomalies];
  const of = (severity: 'high' | 'medium' | 'low') => {
    const listed = expected.anomalies.filter(one => one.severity === severity);
    const missed: string[] = [];
    for (const one of listed) {
      const at = left.findIndex(other => other.code === one.code);
      if (at < 0) missed.push(`${one.code}: ${one.quote ?? ''}`);
      else left.splice(at, 1);
    }
    return { found: listed.length - missed.length, of: listed.length, missed };
  };
  const anomalies = { high: of('high'), medium: of('medium'), low: of('low') };
  return {
    anomalies,
    extraAnomalies: left.map(
      one =>
        `[${one.severity}] ${one.code} (${one.where}, line ${one.line}): ${one.quote ?? ''} — ${one.note}`,
    ),
  };
}
