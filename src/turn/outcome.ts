import type { ClaimedMessage, SendResult } from '../../db/outbox.ts';
import type { SendOutcome } from '../chat/port.ts';
import type { Message } from '../core/message.ts';

/** Pauses between attempts that certainly failed: 1 s, 2 s and never more than this: what is back is noticed within 5 s. */
const LONGEST_PAUSE_MS = 3_000;

/**
 * What becomes of a message after an attempt. Unknown outcomes are repeated once, never twice (decision 15).
 * `rest`: what is still to be said where only a part was sent.
 */
export function afterSend(
  message: Pick<ClaimedMessage, 'id' | 'attempts' | 'unknowns'>,
  outcome: SendOutcome,
  rest: Message | null,
): SendResult {
  const { id } = message;
  const none = { id, messageId: null, error: null, afterMs: 0, unknown: false, chatId: null, rest: null };
  switch (outcome.kind) {
    case 'sent':
      return { ...none, state: rest ? 'waiting' : 'sent', messageId: outcome.messageId, rest };
    case 'later': {
      const pause = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** Math.min(message.attempts, 10));
      return { ...none, state: 'waiting', afterMs: Math.max(outcome.afterMs, pause), error: outcome.because };
    }
    case 'unknown':
      return {
        ...none,
        state: message.unknowns === 0 ? 'waiting' : 'unknown',
        afterMs: 1_000,
        unknown: true,
        error: outcome.because,
      };
    case 'moved':
      return { ...none, state: 'waiting', chatId: outcome.toChatId, error: 'chat moved' };
    case 'gone':
      return { ...none, state: 'gone', error: outcome.because };
    case 'refused':
    case 'needless':
      return { ...none, state: 'refused', error: outcome.because };
  }
}
