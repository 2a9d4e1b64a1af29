import { foldLetters } from '../../text/fold-letters.ts';
import { planNotes } from '../../text/plan-notes.ts';
import type { Fact } from '../evidence.ts';
import type { PlanRecord } from '../record.ts';
import type { Identity } from './identity.ts';
import type { Member, Members } from './members.ts';
import { unitOfOffice } from './office-unit.ts';
import type { Role } from './roles.ts';
import { unitKey, unitMeant } from './unit-names.ts';

type Named = NonNullable<PlanRecord['leader']>;

export interface Leads {
  leader: Named | null;
  deputy: Named | null;
  /** The members with what the signature tells. */
  units: Member[];
  facts: { leader: Fact<string> | null; deputy: Fact<string> | null };
}

/** Lead and deputy as the text names them; failing that, as the signature lets conclude. */
export function leadsOf(members: Members, identity: Identity): Leads {
  const units = [...members.units];
  const said = (role: Role) => units.find(unit => unit.role === role) ?? null;
  const signed = identity.scope === 'bloc_plan' ? fromSignature(identity) : null;
  if (signed && said(signed.role) === null) {
    const known = unitMeant(foldLetters(signed.name), units);
    if (known) {
      const at = units.indexOf(known);
      units[at] = { ...known, role: signed.role, roleFrom: signed.from, inferred: true };
    } else
      units.push({
        ...{ key: unitKey(foldLetters(signed.name)), name: signed.name, role: signed.role, aliases: [] },
        ...{ from: signed.from, roleFrom: signed.from, listed: false, inferred: true },
      });
  }
  const because = signed
    ? planNotes.signedAs(identity.signature?.capacity ?? '', identity.signature?.position ?? '')
    : '';
  const lead = said('trưởng khối');
  const deputy = said('phó trưởng khối');
  return {
    leader: lead && named(lead, because),
    deputy: deputy && named(deputy, because),
    units,
    facts: { leader: factOf(lead, because), deputy: factOf(deputy, because) },
  };
}

function named(unit: Member, because: string): Named {
  return unit.inferred
    ? { name: unit.name, inferred: true, confidence: 'likely', because }
    : { name: unit.name };
}

function factOf(unit: Member | null, because: string): Fact<string> | null {
  if (!unit?.roleFrom) return null;
  return {
    value: unit.name,
    from: unit.roleFrom,
    confidence: unit.inferred ? 'likely' : 'certain',
    ...(unit.inferred ? { because } : {}),
  };
}

const LEAD = /(?:truong (?:khoi|cum)|(?:khoi|cum) truong)/;
const DEPUTY = /pho (?:truong )?(?:khoi|cum)|(?:khoi|cum) pho/;

/** Who signs as the bloc's head stands for the lead unit; "KT." signs for it and is the deputy. */
function fromSignature({ signature, ...identity }: Identity) {
  if (!signature?.position) return null;
  const acting = signature.offices.join(' ');
  const own = signature.offices.findLast(office => DEPUTY.test(office));
  const role: Role | null = own ? 'phó trưởng khối' : LEAD.test(acting) ? 'trưởng khối' : null;
  const name = unitOfOffice(signature.position, identity);
  return role && name ? { role, name, from: signature.from } : null;
}
