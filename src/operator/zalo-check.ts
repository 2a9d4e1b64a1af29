import { checkBot } from '../chat/zalo/check.ts';
import { createZaloClient } from '../chat/zalo/client.ts';
import { botIdOf } from '../chat/zalo/identity.ts';
import { zaloMethods } from '../chat/zalo/methods.ts';
import { webhookAddress } from '../chat/zalo/webhook-address.ts';
import type { Config } from '../config.ts';
import { zaloCheckText } from '../text/zalo-check.ts';
import { webhookPath } from '../zalo-bots.ts';
import type { Outcome } from './run.ts';

/** `zalo-check [CHAT]`: what is in doubt about the platform, asked of it with the bots that are configured. */
export async function zaloCheck({ zalo, publicUrl }: Config, chatId: string | null): Promise<Outcome> {
  if (!zalo) return { code: 1, lines: [zaloCheckText.notConfigured] };
  const { tokens, apiRoot, webhookSecret } = zalo;
  const lines: string[] = [];
  let bad = false;
  for (const [n, token] of tokens.entries()) {
    const methods = zaloMethods(createZaloClient({ apiRoot, token }));
    const webhookUrl =
      webhookSecret !== null && publicUrl !== null
        ? webhookAddress({ publicUrl, path: webhookPath(n), secret: webhookSecret }, token)
        : null;
    const rows = await checkBot({ methods, webhookUrl, chatId });
    bad ||= rows.some(row => row.result === 'bad');
    lines.push(...zaloCheckText.table(botIdOf(token), rows));
  }
  if (chatId === null) lines.push('', zaloCheckText.unsent);
  return { code: bad ? 1 : 0, lines: [...lines, ...zaloCheckText.byHand()] };
}
