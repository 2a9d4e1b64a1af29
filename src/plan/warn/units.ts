import { foldLetters } from '../../text/fold-letters.ts';
import { unitMeant, unitName } from '../extract/unit-names.ts';
import type { Reading } from '../read-plan.ts';
import { type Anomaly, warning, whereOf } from './warning.ts';

/** Whose plan it is, who belongs to the bloc, and names that do not agree. */
export function unitWarnings(reading: Reading): Anomaly[] {
  const { identity, members } = reading;
  switch (identity.scope) {
    case 'bloc_plan':
      return blocWarnings(reading);
    case 'member_unit_plan':
      return [warning('unit_level_not_bloc', 'whole', identity.issuer?.from ?? null), ...spellings(reading)];
    case 'authority_plan': {
      const generic = reading.document.body.find(section =>
        /cum, khoi|khoi, cum|cac khoi|cac cum/.test(section.folded),
      );
      const several =
        members.several.length > 1
          ? [warning('several_blocs', 'whole', null, String(members.several.length))]
          : [];
      return [warning(generic ? 'not_a_bloc_plan' : 'no_bloc', 'whole', null), ...several];
    }
    default:
      return [];
  }
}

function blocWarnings(reading: Reading): Anomaly[] {
  const { members, leads } = reading;
  const found: Anomaly[] = [];
  if (members.several.length > 1)
    return [
      warning('several_blocs', 'whole', members.several[1]?.from ?? null, String(members.several.length)),
    ];
  const { list } = members;
  if (!list) found.push(warning('no_member_list', 'whole', null));
  if (!leads.leader) found.push(warning('no_lead', 'whole', null));
  if (members.boundary)
    found.push(
      warning(
        'name_boundary',
        list ? whereOf(list.where) : 'whole',
        members.boundary.quote,
        members.boundary.name,
      ),
    );
  if (list) {
    if (list.count !== null && list.count !== list.units.length && list.groups.length === 0)
      found.push(
        warning(
          'member_count_mismatch',
          whereOf(list.where),
          list.from,
          `${list.count} / ${list.units.length}`,
        ),
      );
    for (const { name, slip, unusual, from } of list.units) {
      if (slip)
        found.push(
          warning(
            'unit_name_slip',
            whereOf(list.where),
            { ...from, quote: slipQuote(from.quote, slip) },
            name,
          ),
        );
      else if (unusual) found.push(warning('unusual_unit_name', whereOf(list.where), from, name));
    }
    for (const group of list.groups)
      found.push(
        warning(
          'incomplete_member_list',
          whereOf(list.where),
          { quote: group, line: list.from.line, last: list.from.last },
          group,
        ),
      );
    for (const unit of members.units.filter(one => !one.listed && !isBeside(reading, one.name)))
      found.push(warning('lead_not_in_list', 'whole', unit.from, unit.name));
  }
  return [...found, ...variants(reading), ...spellings(reading), ...guests(reading)];
}

/** "Cụm trưởng: A" above "Thành viên: B, C": one list in several paragraphs. */
function isBeside({ document, members }: Reading, name: string): boolean {
  const parent = members.list?.where.parent ?? -1;
  const folded = foldLetters(name);
  return document.body.some(
    section => parent >= 0 && section.parent === parent && section.folded.includes(folded),
  );
}

/** The printed name, where the quotation has it as it stands. */
const slipQuote = (quote: string, slip: string): string => (quote.includes(slip) ? slip : quote);

function variants({ members, document }: Reading): Anomaly[] {
  return members.units.flatMap(unit => {
    const printed = document.recipients.flatMap(line => {
      const bare = line.text.replace(/^[\s\-–+•.]+|\s*\([^)]*\)|[\s.;,:]+$/g, '').trim();
      const same =
        unitMeant(foldLetters(bare), members.units) === unit &&
        bare.toLowerCase() !== unit.name.toLowerCase();
      return same ? [{ bare, line }] : [];
    });
    const names = [
      ...new Set([
        unit.name,
        ...unit.aliases.filter(name => unitName(name) !== unit.name),
        ...printed.map(one => one.bare),
      ]),
    ];
    const first = printed[0];
    if (names.length < 2) return [];
    const at = first
      ? { quote: first.line.text.trim(), line: first.line.no, last: first.line.no }
      : (unit.roleFrom ?? unit.from);
    return [warning('unit_name_variant', first ? 'recipients' : 'whole', at, names.join(' / '))];
  });
}

/** "Khôi Thi đua số 1" beside "Khối thi đua số 1". */
function spellings({ identity }: Reading): Anomaly[] {
  const slip = identity.bloc?.mentions.find(one => /^kh\u00f4i(?=\s)/iu.test(one.raw));
  return slip ? [warning('ocr', 'whole', slip.from, identity.bloc?.name ?? '')] : [];
}

/** Councils among the recipients belong to no bloc. */
function guests({ document, members }: Reading): Anomaly[] {
  const line = document.recipients.find(one => /^[\s\-–+•]*(?:hoi dong|hdtd)/.test(one.folded));
  if (!line || !members.list) return [];
  const name = line.text.replace(/^[\s\-–+•]+/, '').replace(/[;.,\s]+$/, '');
  return [warning('member_vs_recipient', 'recipients', { quote: name, line: line.no, last: line.no }, name)];
}
