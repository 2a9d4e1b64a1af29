/** The platform said no. */
export class ZaloApiError extends Error {
  readonly code: number;
  readonly description: string;
  constructor(method: string, code: number, description: string) {
    super(`Zalo ${method}: ${code} ${description}`);
    this.name = 'ZaloApiError';
    this.code = code;
    this.description = description;
  }
}

/**
 * No answer that could be read. `unreached`: certainly nothing was sent; `silent`: no answer in time or a broken
 * connection; `garbled`: a gateway's page instead of an answer.
 */
export type TransportTrouble = 'unreached' | 'silent' | 'garbled';

/** Says nothing of the address, which holds the token. */
export class ZaloTransportError extends Error {
  readonly trouble: TransportTrouble;
  constructor(method: string, trouble: TransportTrouble, detail: string) {
    super(`Zalo ${method}: ${trouble} (${detail})`);
    this.name = 'ZaloTransportError';
    this.trouble = trouble;
  }
}
