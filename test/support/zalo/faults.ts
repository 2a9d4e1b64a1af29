import type { ServerResponse } from 'node:http';

/** How one call goes wrong. */
export type Fault =
  /** Nothing comes of it. */
  | 'reset'
  | 'html502'
  | 'hang'
  | 'code403'
  | 'code500'
  | 'code504'
  | 'quota'
  | 'refused'
  /** It is carried out, and its answer never arrives. */
  | 'reset-after'
  | 'html502-after'
  | 'code408-after'
  | 'hang-after';

const isAfter = (fault: Fault) => fault.endsWith('-after');

/** Faults lie in wait for the next calls of a method; `always`: until they are taken away. */
export function createFaults() {
  const next = new Map<string, Fault[]>();
  let always: Fault | null = null;
  return {
    add: (method: string, ...faults: Fault[]) => {
      next.set(method, [...(next.get(method) ?? []), ...faults]);
    },
    always: (fault: Fault | null) => {
      always = fault;
    },
    clear: () => {
      next.clear();
      always = null;
    },
    take: (method: string): Fault | null => next.get(method)?.shift() ?? always,
  };
}

export const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
};

const CODES = {
  code403: [403, 'Internal server error'],
  code500: [500, 'Internal server error'],
  code504: [504, 'Gateway timeout'],
  quota: [429, 'Quota exceeded'],
  refused: [400, 'Bad request'],
  'code408-after': [408, 'Request timeout'],
} as const;

/** The broken answer; hanging, there is none until whoever called gives up. */
export function breakDown(fault: Fault, response: ServerResponse): void {
  switch (fault) {
    case 'reset':
    case 'reset-after':
      response.destroy();
      return;
    case 'html502':
    case 'html502-after':
      response.writeHead(502, { 'Content-Type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1></html>');
      return;
    case 'hang':
    case 'hang-after':
      return;
    default: {
      const [error_code, description] = CODES[fault];
      json(response, error_code, { ok: false, error_code, description });
    }
  }
}

export const carriesOut = (fault: Fault | null): boolean => fault === null || isAfter(fault);
