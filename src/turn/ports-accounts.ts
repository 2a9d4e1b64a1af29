import type { AccountPorts, BringingAccount } from '../../commands/ports-accounts.ts';
import {
  addAccountCode,
  findAccountCode,
  giveAccount,
  holderOf,
  platformsOf,
  useAccountCode,
} from '../../db/accounts.ts';
import { appendAudit } from '../../db/audit.ts';
import { claimPrivateChat, personFacts, rememberChat } from '../../db/people.ts';
import { enterBloc } from '../../db/tx.ts';
import { newAccountCode } from './pairing.ts';
import type { PortScope } from './port-scope.ts';

export function createAccountPorts({ tx, now, sender, actor, context, me }: PortScope): AccountPorts {
  const { platform, botId, userId, displayName, privateChatId } = sender;
  const account = { platform, botId, userId, displayName };

  const bring = async (code: string): Promise<BringingAccount> => {
    const found = await findAccountCode(tx, code);
    if (!found) return { kind: 'unknown' };
    const { personId } = found;
    const holder = await holderOf(tx, account);
    if (holder?.personId === personId) return { kind: 'same' };
    if (found.usedAt) return { kind: 'used' };
    if (found.expiresAt <= now) return { kind: 'expired' };
    // Two who both act for units are two people to us, until the lead takes one of them out.
    if (holder && holder.blocIds.length > 0) return { kind: 'taken' };
    await useAccountCode(tx, code, now);
    await giveAccount(tx, account, personId, now);
    if (privateChatId) {
      const chat = { platform, botId, chatId: privateChatId };
      await rememberChat(tx, { ...chat, kind: 'private', title: displayName, personId }, now);
      await claimPrivateChat(tx, chat, personId);
    }
    const { name, blocIds } = await personFacts(tx, personId);
    for (const blocId of blocIds) await note(blocId, personId);
    if (context) await enterBloc(tx, context.blocId);
    return { kind: 'linked', name };
  };

  /** Whoever has the account acts for the person from here on, in all his blocs. */
  const note = async (blocId: number, personId: string) => {
    await enterBloc(tx, blocId);
    const entry = { action: 'account.linked', subject: 'person', subjectId: personId } as const;
    await appendAudit(tx, [{ ...entry, blocId, at: now, actor: personId, detail: { platform } }]);
  };

  return {
    newCode: async expiresAt => {
      const code = newAccountCode();
      await addAccountCode(tx, { code, personId: me(), createdAt: now, expiresAt });
      return code;
    },
    bring,
    mine: async () => (actor ? platformsOf(tx, actor.personId) : []),
  };
}
