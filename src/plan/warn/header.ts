import type { Reading } from '../read-plan.ts';
import { type Anomaly, warning } from './warning.ts';

/** What a letterhead and a signature ought to have. */
export function headerWarnings({ document, identity }: Reading): Anomaly[] {
  const found: Anomaly[] = [];
  const { number, issued, signature, letterhead } = identity;
  if (!number) found.push(warning('missing_number', 'header', null));
  else if (number.blank) found.push(warning('blank_number', 'header', number.from));
  else if (number.raw !== null && number.raw !== number.number)
    found.push(warning('number_spacing', 'header', number.from));
  found.push(...dateWarnings(identity));
  const noHead = letterhead.names.length === 0;
  if (noHead && !signature) found.push(warning('missing_header_signature', 'whole', null));
  else if (noHead && !letterhead.motto) found.push(warning('missing_header', 'header', null));
  else if (!signature) found.push(warning('missing_signature', 'signature', null));
  const style = document.signature.find(line => /^\s*k\/t\s/.test(line.folded));
  if (style)
    found.push(
      warning('signature_style', 'signature', { quote: style.text.trim(), line: style.no, last: style.no }),
    );
  if (issued && !issued.date && issued.day && issued.month && issued.year)
    found.push(
      warning('impossible_date', 'header', issued.from, `${issued.day}/${issued.month}/${issued.year}`),
    );
  return found;
}

function dateWarnings({ issued }: Reading['identity']): Anomaly[] {
  if (!issued) return [warning('no_place_date', 'header', null)];
  const { day, month, year, from } = issued;
  if (!year) return [warning('blank_year', 'header', from)];
  if (!day && !month) return [warning('blank_day_month', 'header', from)];
  if (!day) return [warning('blank_day', 'header', from, `${month}/${year}`)];
  return month ? [] : [warning('blank_month', 'header', from)];
}
