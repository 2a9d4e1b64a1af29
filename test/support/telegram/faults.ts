/** What goes wrong, and how often. */
export type Fault =
  /** An answer of Telegram's own. */
  | { kind: 'answer'; code: number; description: string; parameters?: Record<string, number> }
  /** A gateway's page. */
  | { kind: 'html'; code: number }
  /** The connection breaks before or after the call took effect. */
  | { kind: 'reset'; accepted: boolean }
  /** It takes effect, the answer comes so many ms later. */
  | { kind: 'slow'; ms: number }
  /** Nobody ever answers; `accepted`: it takes effect all the same. */
  | { kind: 'silent'; accepted: boolean };

export interface FaultRule {
  method?: string;
  chatId?: number;
  /** By default once. */
  times?: number;
  fault: Fault;
}

export function createFaults() {
  let rules: (FaultRule & { left: number })[] = [];
  return {
    add: (rule: FaultRule) => {
      rules.push({ ...rule, left: rule.times ?? 1 });
    },
    clear: () => {
      rules = [];
    },
    /** The fault that this call meets, which is used up by it. */
    meet(method: string, chatId: unknown): Fault | null {
      const met = rules.find(
        rule =>
          rule.left > 0 &&
          (rule.method === undefined || rule.method === method) &&
          (rule.chatId === undefined || rule.chatId === Number(chatId)),
      );
      if (!met) return null;
      met.left -= 1;
      return met.fault;
    },
  };
}

export const faults = {
  tooMany: (seconds: number): Fault => ({
    kind: 'answer',
    code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  }),
  internal: { kind: 'answer', code: 500, description: 'Internal Server Error' },
  gateway: { kind: 'html', code: 502 },
  resetBefore: { kind: 'reset', accepted: false },
  resetAfter: { kind: 'reset', accepted: true },
  silent: { kind: 'silent', accepted: true },
} as const satisfies Record<string, Fault | ((seconds: number) => Fault)>;
