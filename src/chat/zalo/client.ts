import { z } from 'zod';
import { type TransportTrouble, ZaloApiError, ZaloTransportError } from './errors.ts';

export interface ZaloCall<Result> {
  method: string;
  body: object;
  /** Of `result`; unknown fields are let be. */
  result: z.ZodType<Result>;
  timeoutMs: number;
  /** Ends the call before its time. */
  signal?: AbortSignal;
}

export interface ZaloClient {
  /** @throws ZaloApiError where the platform refuses, ZaloTransportError where nobody can tell */
  call<Result>(call: ZaloCall<Result>): Promise<Result>;
}

const envelopeSchema = z.looseObject({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  /** As testWebhook spells it. */
  errorCode: z.number().optional(),
  description: z.string().optional(),
});

/** Failures before a connection was there: nothing has reached anybody. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** POST with JSON; the body decides, since the HTTP status of an answer is not reliable. */
export function createZaloClient({ apiRoot, token }: { apiRoot: string; token: string }): ZaloClient {
  const withoutToken = (text: string) => text.replaceAll(token, '…');
  return {
    async call({ method, body, result, timeoutMs, signal }) {
      const broken = (trouble: TransportTrouble, detail: string) =>
        new ZaloTransportError(method, trouble, withoutToken(detail));
      const patience = AbortSignal.timeout(timeoutMs);
      let status: number;
      let text: string;
      try {
        const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
          signal: signal ? AbortSignal.any([signal, patience]) : patience,
          redirect: 'error',
        });
        status = response.status;
        text = await response.text();
      } catch (error) {
        const why = codeOf(error);
        throw broken(UNREACHED.has(why) ? 'unreached' : 'silent', why);
      }
      const envelope = envelopeSchema.safeParse(parseJson(text)).data;
      if (!envelope) throw broken('garbled', `HTTP ${status}`);
      if (!envelope.ok) {
        const code = envelope.error_code ?? envelope.errorCode ?? status;
        throw new ZaloApiError(method, code, withoutToken(envelope.description ?? ''));
      }
      const read = result.safeParse(envelope.result);
      if (!read.success) throw broken('garbled', 'ok, but of another shape');
      return read.data;
    },
  };
}

/** The code of what went wrong below fetch, whose own message names the address. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (typeof cause === 'object' && cause !== null) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
    if ('name' in cause && typeof cause.name === 'string') return cause.name;
  }
  return 'unknown';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
