import { voidAccountCode } from '../../db/accounts.ts';
import { appendAudit } from '../../db/audit.ts';
import { voidPairingCode } from '../../db/pairing.ts';
import { voidSetupCode } from '../../db/setup-code.ts';
import { enterBloc, leaveBloc } from '../../db/tx.ts';
import type { Answering } from './answering.ts';
import { blocOfCode, isAccountCode, isSetupCode } from './pairing.ts';

/** A code that everybody in a group has read is good for nothing any more; null where none that was good was said. */
export async function voidExposed(
  { tx, call, context }: Pick<Answering, 'tx' | 'call' | 'context'>,
  words: string,
): Promise<'pairing' | 'account' | 'setup' | null> {
  const { now, actor } = call;
  if (isAccountCode(words)) return (await voidAccountCode(tx, words, now)) ? 'account' : null;
  if (isSetupCode(words)) return (await voidSetupCode(tx, words, now)) ? 'setup' : null;
  const blocId = blocOfCode(words);
  if (blocId === null) return null;
  await enterBloc(tx, blocId);
  const subjectId = await voidPairingCode(tx, words, now);
  if (subjectId !== null) {
    const subject = { subject: 'pairing_code', subjectId, detail: {} } as const;
    await appendAudit(tx, [
      { blocId, at: now, actor: actor?.personId ?? null, action: 'pairing.voided', ...subject },
    ]);
  }
  if (context) await enterBloc(tx, context.blocId);
  else await leaveBloc(tx);
  return subjectId === null ? null : 'pairing';
}
