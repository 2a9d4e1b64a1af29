import type { PrivacyPorts } from '../../commands/ports-privacy.ts';
import { appendAudit } from '../../db/audit.ts';
import { blocPeople } from '../../db/bloc-context.ts';
import { blocNames } from '../../db/blocs.ts';
import { forgetPerson, leaveBlocFor } from '../../db/erase.ts';
import { keepFile } from '../../db/inbox-files.ts';
import { messagesOf, rowsNaming } from '../../db/personal-data.ts';
import { enterBloc } from '../../db/tx.ts';
import { replan } from '../scheduler/replan.ts';
import { privacyText } from '../text/privacy.ts';
import type { PortScope } from './port-scope.ts';

export function createPrivacyPorts(scope: PortScope): PrivacyPorts {
  const { tx, now, today, actor, context, me, deferred } = scope;

  /** Goes through the person's blocs, and back to the turn's own. */
  const inEach = async <T>(act: (blocId: number, name: string) => Promise<T>): Promise<T[]> => {
    const done: T[] = [];
    for (const blocId of actor?.blocIds ?? []) {
      await enterBloc(tx, blocId);
      const name = (await blocNames(tx, [blocId], blocId)).get(blocId) ?? '';
      done.push(await act(blocId, name));
    }
    if (context) await enterBloc(tx, context.blocId);
    return done;
  };

  const orphaned = async () => {
    const people = (await blocPeople(tx, today)).filter(one => one.role !== 'member');
    const mine = people.filter(one => one.personId === me());
    return mine.filter(post => !people.some(one => one.unitId === post.unitId && one.personId !== me()));
  };

  return {
    data: async () => ({
      about: await rowsNaming(tx, me(), false),
      blocs: await inEach(async (_, name) => ({ name, records: await rowsNaming(tx, me(), true) })),
      messages: await messagesOf(tx, me()),
    }),
    keep: async content =>
      context ? keepFile(tx, context.blocId, new TextEncoder().encode(content), now) : null,
    soleContactOf: async () =>
      (
        await inEach(async (_, blocName) =>
          (
            await orphaned()
          ).map(({ unitName, unitRole }) => ({ blocName, unitName, leads: unitRole === 'lead' })),
        )
      ).flat(),
    erase: async () => {
      const personId = me();
      await inEach(async blocId => {
        for (const { unitName } of await orphaned())
          deferred.tell.push({
            to: { kind: 'lead', blocId },
            say: { lines: privacyText.orphaned(unitName) },
          });
        await leaveBlocFor(tx, personId, today, now);
        await replan(tx, blocId, now);
        const subject = { subject: 'person', subjectId: personId };
        await appendAudit(tx, [
          { blocId, at: now, actor: personId, action: 'person.erased', ...subject, detail: {} },
        ]);
      });
      await forgetPerson(tx, personId, privacyText.erasedName, now);
    },
  };
}
