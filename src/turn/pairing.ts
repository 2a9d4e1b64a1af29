import { randomInt } from 'node:crypto';
import type { PairingOutcome } from '../../commands/ports.ts';
import { appendAudit } from '../../db/audit.ts';
import { blocNames } from '../../db/blocs.ts';
import { noteNotice } from '../../db/erase.ts';
import { addMembership, findPairingCode, unitsWithContact, usePairingCode } from '../../db/pairing.ts';
import { claimPrivateChat, knownPerson, noteBlocOf, personOf, rememberChat } from '../../db/people.ts';
import { enterBloc, type Tx } from '../../db/tx.ts';
import type { Person } from '../chat/port.ts';
import { dayOf } from '../core/day.ts';

/** Without 0 and O, 1, I and L, which look alike on a phone. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const SECRET = 8;

/** `7QMA-X3PD`: about 40 bits that nobody guesses. */
export function newSecret(): string {
  const secret = Array.from({ length: SECRET }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${secret.slice(0, 4)}-${secret.slice(4)}`;
}

/** `K12-7QMA-X3PD`: the bloc, so that it can be found, and the secret. */
export const newPairingCode = (blocId: number) => `K${blocId}-${newSecret()}`;

/** The bloc that a typed code names; null where it is no code at all. */
export function blocOfCode(code: string): number | null {
  const [, bloc] = /^K(\d{1,12})[2-9A-HJKMNP-Z]{8}$/.exec(bare(code)) ?? [];
  return bloc ? Number(bloc) : null;
}

const bare = (code: string) => code.toUpperCase().replaceAll(/[\s-]/g, '');

interface Bringer {
  tx: Tx;
  now: Date;
  sender: Person & { platform: string; botId: string; privateChatId: string | null };
}

/** `N12-7QMA-X3PD` binds a group to a bloc. */
export const newGroupCode = (blocId: number) => `N${blocId}-${newSecret()}`;

/** The bloc that a typed group code names; null where it is no such code. */
export function blocOfGroupCode(code: string): number | null {
  const [, bloc] = /^N(\d{1,12})[2-9A-HJKMNP-Z]{8}$/.exec(bare(code)) ?? [];
  return bloc ? Number(bloc) : null;
}

/** `LK-7QMA-X3PD` brings another account to the same person. */
export const newAccountCode = () => `LK-${newSecret()}`;
export const isAccountCode = (words: string): boolean => /^LK[2-9A-HJKMNP-Z]{8}$/.test(bare(words));

/** `TL-7QMA-X3PD`, as the operator prints it. */
export const isSetupCode = (words: string): boolean => /^TL[2-9A-HJKMNP-Z]{8}$/.test(bare(words));

/** The person behind the sender, made where the account is new; his private chat is known from now on. */
export async function introduce({ tx, now, sender }: Bringer): Promise<string> {
  const { platform, botId, userId, displayName, privateChatId } = sender;
  const personId = await personOf(tx, { platform, botId, userId, displayName }, now);
  await noteNotice(tx, personId, now);
  if (privateChatId) {
    const chat = { platform, botId, chatId: privateChatId };
    await rememberChat(tx, { ...chat, kind: 'private', title: displayName, personId }, now);
    await claimPrivateChat(tx, chat, personId);
  }
  return personId;
}

/** Whoever brings a good code first becomes that unit's person; the account is made where it is new. */
export async function pair({ tx, now, sender }: Bringer, code: string): Promise<PairingOutcome> {
  const blocId = blocOfCode(code);
  if (blocId === null) return { kind: 'unknown' };
  await enterBloc(tx, blocId);
  const found = await findPairingCode(tx, code);
  if (!found) return { kind: 'unknown' };
  if (found.usedAt) {
    const own = found.usedBy !== null && found.usedBy === (await knownPerson(tx, sender));
    return own ? { kind: 'own_used', unitName: found.unitName } : { kind: 'used' };
  }
  if (found.expiresAt <= now) return { kind: 'expired' };

  const personId = await introduce({ tx, now, sender });
  const { unitId, unitName, role } = found;
  const added = await addMembership(tx, { blocId, unitId, personId, role, validFrom: dayOf(now) });
  const blocName = (await blocNames(tx, [blocId], blocId)).get(blocId) ?? '';
  if (!added) return { kind: 'already', blocName, unitName };
  await usePairingCode(tx, found.id, personId, now);
  await noteBlocOf(tx, personId, blocId, true);
  const detail = { unit: unitId, person: personId, role };
  await appendAudit(tx, [
    {
      blocId,
      at: now,
      actor: personId,
      action: 'pairing.used',
      subject: 'pairing_code',
      subjectId: found.id,
      detail,
    },
  ]);
  const contacts = role === 'contact' ? await unitsWithContact(tx, dayOf(now)) : null;
  const first = contacts?.own(unitId) === 1 ? { done: contacts.done, of: contacts.of } : null;
  return { kind: 'paired', blocId, blocName, unitName, role, personName: sender.displayName, first };
}
