import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { loadHolidays } from '../../db/calendar.ts';
import { projectRoot } from '../../db/project-root.ts';
import { freshDatabase } from '../support/database.ts';
import type { Neighbourhood } from '../support/inhabitant.ts';
import { type Cast, loadTextOntoTelegram } from '../support/telegram/cast.ts';
import type { FakeTelegram } from '../support/telegram/fake-telegram.ts';

/** Working days until each of a bloc's reports is due. */
const DUE_IN = [2, 5, 8, 12, 16, 21, 27, 33];

const sampleSchema = z.looseObject({
  bloc: z.looseObject({}),
  room_group: z.looseObject({}),
  persons: z.array(z.looseObject({ role: z.string(), room: z.object({ user: z.string() }) })),
});

/** Many blocs like the sample, each with people, a group and deadlines of its own. */
export async function country(telegram: FakeTelegram, blocs: number, now: Date) {
  const { database, close } = await freshDatabase();
  await loadHolidays(database.system.db);
  const text = await readFile(join(projectRoot(), 'examples', 'khoi-mau.json'), 'utf8');
  const sample = sampleSchema.parse(JSON.parse(text));
  const made: Neighbourhood<number>[] = [];
  for (let n = 0; n < blocs; n += 1) {
    const name = `Khối thi đua số ${n + 1}`;
    const persons = sample.persons.map(one => ({ ...one, room: { user: `${one.room.user}-${n}` } }));
    const deadlines = DUE_IN.map((days, k) => ({
      ...{ title: `Báo cáo ${k + 1}`, kind: 'report', obliged: 'units', recipient: 'Trưởng khối' },
      due: { in_working_days: days + (n % 3) },
    }));
    const own = {
      bloc: { ...sample.bloc, name },
      room_group: { title: name, guests: [] },
      persons,
      deadlines,
    };
    const cast: Cast = { persons: new Map(), groups: new Map() };
    const blocId = await loadTextOntoTelegram(
      database,
      telegram,
      cast,
      JSON.stringify({ ...sample, ...own }),
      now,
    );
    const users = persons.map(({ role, room }) => ({ role, user: cast.persons.get(room.user)?.user ?? 0 }));
    made.push({
      blocId,
      group: [...cast.groups.values()][0]?.chat ?? 0,
      contacts: users.filter(one => one.role === 'contact').map(one => one.user),
      people: users.map(one => one.user),
    });
  }
  return { database, blocs: made, close };
}
