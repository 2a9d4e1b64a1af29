import type { SendOutcome } from '../port.ts';
import { ZaloApiError, ZaloTransportError } from './errors.ts';

type Failure = Exclude<SendOutcome, { kind: 'sent' } | { kind: 'moved' }>;

/** Milliseconds until a failure that is known to be one is tried again; more failures, longer pauses (turn/outcome.ts). */
const SOON = 1_000;
/** A token that is refused waits for somebody to set a good one. */
const NO_TOKEN = 60_000;

/**
 * What a failed sending comes to. There is no idempotency key and no way to look a message up: whatever may have
 * arrived is unknown. Code 403 is documented as the platform's own inner error, and 429 stands for its rate and its
 * monthly number alike, hence the long pause.
 */
export function outcomeOf(error: unknown, quotaPause: () => number): Failure {
  if (error instanceof ZaloTransportError) {
    const because = error.message;
    return error.trouble === 'unreached'
      ? { kind: 'later', afterMs: SOON, because }
      : { kind: 'unknown', because };
  }
  if (!(error instanceof ZaloApiError)) return { kind: 'unknown', because: 'unexpected' };
  const because = error.message;
  switch (error.code) {
    case 401:
      return { kind: 'later', afterMs: NO_TOKEN, because };
    case 408:
      return { kind: 'unknown', because };
    case 426:
    case 429:
      return { kind: 'later', afterMs: quotaPause(), because };
    case 400:
    case 404:
      return { kind: 'refused', because };
    default:
      return { kind: 'later', afterMs: SOON, because };
  }
}
