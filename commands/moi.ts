import { addDays } from 'date-fns/addDays';
import { z } from 'zod';
import type { PersonRole } from '../src/core/bloc.ts';
import { blocWords } from '../src/text/bloc-words.ts';
import { fold } from '../src/text/fold.ts';
import { type Invitation, invitationText } from '../src/text/invitations.ts';
import { type Call, defineCommand } from './command.ts';
import type { BlocMember, UnitFacts } from './ports.ts';

/** Long enough for a holiday, short enough that a lost code is soon worthless. */
const DAYS_VALID = 7;
/** Contacts of one unit that can be asked for at once. */
const MOST_CONTACTS = 5;

const ROLE_WORDS: readonly [RegExp, PersonRole][] = [
  [/\bthu ky\b/, 'clerk'],
  [/\b(thanh vien|can bo)\b/, 'member'],
  [/\b(dau moi)\b/, 'contact'],
];

interface Wanted {
  unit: UnitFacts;
  codes: number;
}

/** `2 thành viên`, `phòng kinh tế`: which unit, and in which capacity (by default as contact). */
function readOne(asked: string, role: PersonRole, units: readonly UnitFacts[]): Wanted[] {
  const once = (unit: UnitFacts) => ({ unit, codes: 1 });
  if (role === 'clerk') return units.filter(unit => unit.role === 'lead').map(once);
  const byNumber = /^\d+$/.test(asked) ? units[Number(asked) - 1] : undefined;
  if (byNumber) return [once(byNumber)];
  const named = asked === '' ? [] : units.filter(unit => fold(unit.name).includes(asked));
  return named.length === 1 ? named.map(once) : [];
}

/** So many codes for each unit that it has `each` contacts once all are used. */
function missingContacts(each: number, units: readonly UnitFacts[], people: readonly BlocMember[]): Wanted[] {
  return units.flatMap(unit => {
    const held = people.filter(one => one.unitId === unit.id && one.role === 'contact').length;
    return held < each ? [{ unit, codes: each - held }] : [];
  });
}

async function invite(
  call: Call,
  { unit, codes }: Wanted,
  role: PersonRole,
  expiresAt: Date,
): Promise<Invitation> {
  const made: Invitation['codes'] = [];
  for (let n = 0; n < codes; n++) {
    made.push(await call.ports.newPairing(unit.id, role, expiresAt));
    call.ports.audit({ action: 'pairing.created', subject: 'unit', subjectId: unit.id, detail: { role } });
  }
  return { unitName: unit.name, role, codes: made };
}

export const moi = defineCommand({
  name: 'moi',
  says: ['mời', 'mã mời', 'mã ghép nối', 'cấp mã'],
  summary: 'Cấp mã ghép nối một lần cho người của đơn vị',
  example: '/moi 2 thành viên',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  run: async (words, call) => {
    const { ports, bloc, now } = call;
    const units = await ports.units();
    const [pattern, role] = ROLE_WORDS.find(([one]) => one.test(fold(words))) ?? [/$^/, 'contact' as const];
    const asked = fold(words).replace(pattern, '').trim();
    const [all, each] = /^tat ca(?: don vi)?(?: (\d))?$/.exec(asked) ?? [];
    const wantedEach = Math.min(Math.max(Number(each ?? 1), 1), MOST_CONTACTS);
    const wanted =
      all === undefined || role === 'clerk'
        ? readOne(asked, role, units)
        : role === 'member'
          ? units.map(unit => ({ unit, codes: wantedEach }))
          : missingContacts(wantedEach, units, await ports.people());
    if (wanted.length === 0) {
      const label = (await ports.setup.bloc())?.sheet.label ?? 'khối';
      const say =
        all !== undefined
          ? invitationText.nobodyMissing(wantedEach)
          : invitationText.whom(units, words, blocWords(label));
      return { kind: 'say', says: [say] };
    }
    const expiresAt = addDays(now, DAYS_VALID);
    const invitations: Invitation[] = [];
    for (const one of wanted) invitations.push(await invite(call, one, role, expiresAt));
    const forwarded =
      all === undefined
        ? []
        : invitations.map(one => invitationText.forUnit(one, bloc?.name ?? '', expiresAt));
    return { kind: 'say', says: [...forwarded, invitationText.list(invitations, expiresAt)] };
  },
});
