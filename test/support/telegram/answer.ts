/** What the Bot API answers. */
export type Answer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: Record<string, number> };

/** An error of the Bot API, thrown by a method. */
export class ApiProblem extends Error {
  readonly answer: Extract<Answer, { ok: false }>;

  constructor(error_code: number, description: string, parameters?: Record<string, number>) {
    super(description);
    this.answer = { ok: false, error_code, description, ...(parameters && { parameters }) };
  }
}

export const badRequest = (what: string, parameters?: Record<string, number>) =>
  new ApiProblem(400, `Bad Request: ${what}`, parameters);
export const forbidden = (what: string) => new ApiProblem(403, `Forbidden: ${what}`);
