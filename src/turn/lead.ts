import type { Call } from '../../commands/command.ts';
import { blocPeople } from '../../db/bloc-context.ts';
import { privateChats } from '../../db/people.ts';
import { enterBloc, type Tx } from '../../db/tx.ts';
import type { Line } from '../core/message.ts';
import type { Speech } from './messages.ts';

/** Private word to whoever acts for the lead; the actor knows already. */
export async function tellLead(
  tx: Tx,
  blocId: number,
  told: Line[][],
  call: Call,
  speech: Speech,
): Promise<void> {
  await enterBloc(tx, blocId);
  const people = await blocPeople(tx, call.today);
  const side = people.filter(one => one.unitRole === 'lead' && one.role !== 'member');
  const others = side.map(one => one.personId).filter(id => id !== call.actor?.personId);
  for (const { platform, botId, chatId } of await privateChats(tx, [...new Set(others)]))
    for (const lines of told) {
      const to = {
        address: { platform, botId, chatId },
        kind: 'private',
        replyTo: null,
        asks: null,
      } as const;
      speech.tell(to, { lines });
    }
}
