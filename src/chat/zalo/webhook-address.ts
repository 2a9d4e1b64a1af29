import { createHmac } from 'node:crypto';

export interface WebhookSettings {
  publicUrl: string;
  path: string;
  secret: string;
}

/** Hexadecimal digits: enough to tell the secrets of one bot apart. */
const MARK = 8;
export const MARK_PATTERN = `[0-9a-f]{${MARK}}`;

/**
 * Where Zalo calls a bot. Its end changes with the secret, since Zalo tells which address is registered, but not
 * with which secret; keyed with the token, it helps nobody to guess that.
 */
export function webhookAddress({ publicUrl, path, secret }: WebhookSettings, token: string): string {
  const mark = createHmac('sha256', token).update(secret).digest('hex').slice(0, MARK);
  return `${publicUrl}${path}/${mark}`;
}
