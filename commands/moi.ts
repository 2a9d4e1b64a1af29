import { addDays } from 'date-fns';
import { z } from 'zod';
import type { PersonRole } from '../src/core/bloc.ts';
import { fold } from '../src/text/fold.ts';
import { peopleText } from '../src/text/people.ts';
import { type Call, defineCommand } from './command.ts';
import type { UnitFacts } from './ports.ts';

/** Long enough for a holiday, short enough that a lost code is soon worthless. */
const DAYS_VALID = 7;

const ROLE_WORDS: readonly [RegExp, PersonRole][] = [
  [/\bthu ky\b/, 'clerk'],
  [/\b(thanh vien|can bo)\b/, 'member'],
  [/\b(dau moi)\b/, 'contact'],
];

/** `2 thành viên`, `phòng kinh tế`, `tất cả`: which units, and in which capacity (by default as contact). */
function read(words: string, units: readonly UnitFacts[]): { units: UnitFacts[]; role: PersonRole } {
  let asked = fold(words);
  let role: PersonRole = 'contact';
  for (const [pattern, named] of ROLE_WORDS)
    if (pattern.test(asked)) {
      role = named;
      asked = asked.replace(pattern, '').trim();
    }
  if (role === 'clerk') return { units: units.filter(unit => unit.role === 'lead'), role };
  if (/^tat ca( don vi)?$/.test(asked)) return { units: [...units], role };
  const byNumber = /^\d+$/.test(asked) ? units[Number(asked) - 1] : undefined;
  if (byNumber) return { units: [byNumber], role };
  const named = asked === '' ? [] : units.filter(unit => fold(unit.name).includes(asked));
  return { units: named.length === 1 ? named : [], role };
}

async function invite(call: Call, unit: UnitFacts, role: PersonRole, expiresAt: Date) {
  const { code, link } = await call.ports.newPairing(unit.id, role, expiresAt);
  call.ports.audit({ action: 'pairing.created', subject: 'unit', subjectId: unit.id, detail: { role } });
  return { unitName: unit.name, role, code, link };
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
    const units = await call.ports.units();
    const wanted = read(words, units);
    if (wanted.units.length === 0) return { kind: 'say', says: [peopleText.whomToInvite(units, words)] };
    const expiresAt = addDays(call.now, DAYS_VALID);
    const invitations = [];
    for (const unit of wanted.units) invitations.push(await invite(call, unit, wanted.role, expiresAt));
    return { kind: 'say', says: [peopleText.invitations(invitations, expiresAt)] };
  },
});
