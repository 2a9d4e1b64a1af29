import { foldLetters } from '../text/fold-letters.ts';
import type { Identity } from './extract/identity.ts';
import type { Leads } from './extract/lead.ts';
import type { Members } from './extract/members.ts';
import type { PlanRecord } from './record.ts';

type MemberFields = Pick<PlanRecord, 'member_units' | 'leader' | 'deputy'>;

/** Only a bloc's own plan has members; a member's own tells of itself alone. */
export function memberFields(identity: Identity, members: Members, leads: Leads): MemberFields {
  if (identity.scope === 'member_unit_plan')
    return { member_units: issuerAlone(identity), leader: null, deputy: null };
  if (identity.scope !== 'bloc_plan' || members.several.length > 0)
    return { member_units: [], leader: null, deputy: null };
  return {
    member_units: leads.units.map(unit => ({
      name: unit.name,
      role: unit.role ?? ('thành viên' as const),
      ...(unit.inferred && !unit.listed ? { inferred: true, confidence: 'likely' as const } : {}),
      ...(unit.aliases.length > 0 ? { aliases: unit.aliases } : {}),
      line: unit.from.line,
    })),
    leader: leads.leader,
    deputy: leads.deputy,
  };
}

function issuerAlone({ issuer, province, commune }: Identity): PlanRecord['member_units'] {
  if (!issuer) return [];
  // Within its bloc the unit is named without the place that all have in common.
  const places = [province, commune].flatMap(area =>
    area ? [foldLetters(area).split(' ').slice(1).join(' ')] : [],
  );
  const folded = foldLetters(issuer.value);
  const place = places.find(name => folded.endsWith(`uy ${name}`));
  const name = place ? issuer.value.slice(0, -place.length).trim() : issuer.value;
  return [{ name, role: 'thành viên', inferred: true, line: issuer.from.line }];
}
