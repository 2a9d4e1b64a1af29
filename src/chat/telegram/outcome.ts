import { GrammyError, HttpError } from 'grammy';
import { z } from 'zod';
import type { SendOutcome } from '../port.ts';

/** Until the next try where Telegram could not be reached or has a fault of its own. */
const RETRY_MS = 1_000;
/** A token that is not taken is an operator's matter: nothing is lost, nothing is hurried. */
const BAD_TOKEN_MS = 60_000;

/** Errors of a connection that never came about: certainly nothing was delivered. */
const NEVER_CONNECTED = [
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'],
  ...['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'],
  ...['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_TLS_CERT_ALTNAME_INVALID'],
];
const coded = z.object({ code: z.string() });

/** 400s that mean the chat itself. */
const GONE =
  /chat not found|peer_id_invalid|group chat was deactivated|user is deactivated|group is deactivated/i;

/** What became of a call that failed. */
export function outcomeOf(error: unknown): Exclude<SendOutcome, { kind: 'sent' }> {
  if (error instanceof GrammyError) return refusalOf(error);
  const cause = error instanceof HttpError ? error.error : error;
  const code = coded.safeParse(cause).data?.code;
  const because = [error instanceof Error ? error.message : String(error), code].filter(Boolean).join(' ');
  return code !== undefined && NEVER_CONNECTED.includes(code)
    ? { kind: 'later', afterMs: RETRY_MS, because }
    : { kind: 'unknown', because };
}

function refusalOf({
  error_code,
  description,
  parameters,
}: GrammyError): Exclude<SendOutcome, { kind: 'sent' }> {
  const because = `${error_code} ${description}`;
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: 'moved', toChatId: String(parameters.migrate_to_chat_id) };
  }
  if (error_code === 429) return { kind: 'later', afterMs: (parameters.retry_after ?? 1) * 1_000, because };
  if (error_code === 401 || error_code === 404) return { kind: 'later', afterMs: BAD_TOKEN_MS, because };
  if (error_code >= 500) return { kind: 'later', afterMs: RETRY_MS, because };
  if (error_code === 403 || GONE.test(description)) return { kind: 'gone', because };
  return { kind: 'refused', because };
}

const says = (error: unknown, words: RegExp): error is GrammyError =>
  error instanceof GrammyError && error.error_code === 400 && words.test(error.description);

/** An edit that changes nothing has been made before. */
export const isUnchanged = (error: unknown) => says(error, /message is not modified/i);
/** The press is no longer waited on. */
export const isTooLate = (error: unknown) =>
  says(error, /query is too old|query_id_invalid|query ID is invalid/i);
/** Beyond what Telegram hands to bots, however small it says the file is. */
export const isTooBig = (error: unknown) => says(error, /file is too big/i);
/** Then it is said anew. */
export const cannotBeEdited = (error: unknown) =>
  says(
    error,
    /message to edit not found|message can't be edited|message_id_invalid|there is no text in the message/i,
  );
/** The topic was deleted: the general one remains. */
export const topicIsGone = (error: unknown) =>
  says(error, /message thread not found|topic_deleted|topic_closed/i);
