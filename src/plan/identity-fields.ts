import { docTypeName } from '../text/plan-doc-types.ts';
import type { Identity } from './extract/identity.ts';
import type { PlanRecord } from './record.ts';

type IdentityFields = Pick<
  PlanRecord,
  | 'document_number'
  | 'document_number_raw'
  | 'document_symbol'
  | 'doc_type'
  | 'title'
  | 'issue_date'
  | 'issue_date_precision'
  | 'issue_month'
  | 'issue_date_lower_bound'
  | 'issue_place'
  | 'issuing_body'
  | 'signer'
  | 'bloc_name'
  | 'bloc_name_raw'
  | 'scope'
  | 'level'
  | 'parent_area'
  | 'year'
>;

export function identityFields(identity: Identity): IdentityFields {
  const { number, issued, title, signature, issuer, bloc, level, province } = identity;
  const raw = number?.raw && number.raw !== number.number ? number.raw : undefined;
  const printedName = bloc && bloc.mention.raw !== bloc.name ? bloc.mention.raw : undefined;
  return {
    document_number: number?.number ?? null,
    document_number_raw: raw,
    document_symbol: number?.symbol ?? null,
    doc_type: identity.documentKind === null ? null : docTypeName(identity.documentKind),
    title: title?.text ?? null,
    issue_date: issued?.date ?? null,
    issue_date_precision: precisionOf(identity),
    issue_month:
      issued && !issued.date && issued.month && issued.year
        ? `${issued.year}-${String(issued.month).padStart(2, '0')}`
        : undefined,
    issue_date_lower_bound: identity.lowerBound?.day ?? null,
    issue_place: issued?.place ?? null,
    issuing_body: issuer?.value ?? null,
    signer: signature && {
      name: signature.name,
      position: signature.position,
      capacity: signature.capacity,
    },
    bloc_name: bloc?.name ?? null,
    bloc_name_raw: printedName,
    scope: identity.scope,
    level,
    parent_area: level === 'xã' && province ? province : undefined,
    year: identity.year,
  };
}

function precisionOf({ issued }: Identity): PlanRecord['issue_date_precision'] {
  if (issued?.date) return 'day';
  if (issued?.month && issued.year) return 'month';
  return issued?.year ? 'year' : 'none';
}
