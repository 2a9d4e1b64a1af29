import type { Reach } from '../../commands/ports.ts';
import { away } from '../../db/absences.ts';
import { blocPeople } from '../../db/bloc-context.ts';
import { privateChats } from '../../db/people.ts';
import type { Tx } from '../../db/tx.ts';
import { recipients } from '../core/recipients.ts';

/** Who of the entered bloc can be written to in private, stand-ins counted. */
export async function reach(tx: Tx, today: string): Promise<Reach> {
  const people = await blocPeople(tx, today);
  const absent = await away(tx, today);
  const chats = await privateChats(tx, [...new Set(people.map(one => one.personId))]);
  const persons = new Set(chats.flatMap(chat => chat.personId ?? []));
  const acting = new Set(people.filter(one => one.role !== 'member').map(one => one.unitId));
  const units = [...acting].filter(unitId =>
    recipients({ kind: 'unit', unitId }, people, absent).some(id => persons.has(id)),
  );
  return { persons, units: new Set(units) };
}
