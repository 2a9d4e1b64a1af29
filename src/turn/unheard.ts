import { parkUnheard } from '../../db/dialogues.ts';
import { type ClaimedMessage, enqueue } from '../../db/outbox.ts';
import { forgetChat } from '../../db/people.ts';
import { enterBloc, type Tx } from '../../db/tx.ts';

interface UnheardDeps {
  db: Tx;
  /** Like `db`, in the blocs' rows. */
  blocs: Tx;
  clock: { now(): Date };
}

/**
 * What follows where a chat is gone for us: it is written to no more, the question that arrived nowhere waits for no
 * answer, and who was led there from a group reads in the group how to come. The same again changes nothing.
 */
export async function unheard({ db, blocs, clock }: UnheardDeps, message: ClaimedMessage): Promise<void> {
  const { id, platform, botId, chatId, blocId, body } = message;
  const { question, ifGone } = body;
  await forgetChat(db, { platform, botId, chatId }, clock.now());
  if (question !== undefined && blocId !== null)
    await blocs.transaction(async tx => {
      await enterBloc(tx, blocId);
      await parkUnheard(tx, blocId, question, clock.now());
    });
  if (!ifGone) return;
  const { chatId: groupId, ...said } = ifGone;
  const group = { platform, botId, chatId: groupId, chatKind: 'group', class: 'reply' } as const;
  await enqueue(db, [{ ...group, dedupeKey: `unheard:${id}`, blocId, body: said }]);
}
