import { scopeOf } from '../../db/dialogues.ts';
import type { ClaimedEvent } from '../../db/inbox.ts';
import { lookInto, type Tx } from '../../db/tx.ts';
import type { ChatEvent } from '../chat/port.ts';
import { readToken } from './messages.ts';

/** The name under which a conversation in this group is kept. */
export const groupScope = ({
  platform,
  botId,
  chatId,
}: {
  platform: string;
  botId: string;
  chatId: string;
}) => `${platform}|${botId}|${chatId}`;

/**
 * A button under a message from before the group moved is pressed in the old chat, which is nobody's any more: where the
 * presser's conversation has gone. Null where nothing of that is so.
 */
export async function movedPress(
  tx: Tx,
  { platform, botId, chatKind, blocId, personId, personBlocs }: ClaimedEvent,
  { body }: ChatEvent,
): Promise<{ blocId: number; chatId: string } | null> {
  if (chatKind !== 'group' || blocId !== null || personId === null || body.kind !== 'choice') return null;
  const token = readToken(body.token);
  if (token?.kind !== 'dialogue') return null;
  const bot = groupScope({ platform, botId, chatId: '' });
  for (const own of personBlocs ?? []) {
    await lookInto(tx, own);
    const scope = await scopeOf(tx, { blocId: own, personId }, token.code);
    if (scope?.startsWith(bot)) return { blocId: own, chatId: scope.slice(bot.length) };
  }
  return null;
}
