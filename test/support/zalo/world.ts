import { randomBytes, randomInt } from 'node:crypto';

/** What the documents leave open and live reports contradict each other on: an assistant must take all of it. */
export interface ZaloSwitches {
  /** Of pushed bodies. */
  shape: 'flat' | 'wrapped';
  photoField: 'photo_url' | 'photo';
  /** HTTP status of refusals: the code, or always 200. */
  refusals: 'status' | '200';
  updates: 'object' | 'array';
  /** Consumed updates are gone, or come again on every poll, at once. */
  delivery: 'pop' | 'replay';
  /** `error_code: 0` beside `ok: true`. */
  zeroCode: boolean;
  selfEcho: boolean;
  /** Times each update is pushed. */
  pushes: number;
  /** How often, and after how many ms, an update is pushed again that was not answered 200. */
  patience: { tries: number; everyMs: number };
  displayName: boolean;
  canJoinGroups: boolean;
  /** Whether the probe carries the secret, and whether setWebhook tells of it. */
  probeSigned: boolean;
  verification: boolean;
  /** The unsupported event without a message in it. */
  unsupportedBare: boolean;
  /** Whether an answer to the bot still has the mention in front. */
  replyMentions: boolean;
}

export const usual: ZaloSwitches = {
  shape: 'flat',
  photoField: 'photo_url',
  refusals: 'status',
  updates: 'object',
  delivery: 'pop',
  zeroCode: false,
  selfEcho: false,
  pushes: 1,
  patience: { tries: 3, everyMs: 0 },
  displayName: true,
  canJoinGroups: true,
  probeSigned: false,
  verification: true,
  unsupportedBare: false,
  replyMentions: false,
};

/** Everything the other way round. */
export const contrary: ZaloSwitches = {
  shape: 'wrapped',
  photoField: 'photo',
  refusals: '200',
  updates: 'array',
  delivery: 'replay',
  zeroCode: true,
  selfEcho: true,
  pushes: 3,
  patience: { tries: 3, everyMs: 0 },
  displayName: true,
  canJoinGroups: true,
  probeSigned: true,
  verification: false,
  unsupportedBare: false,
  replyMentions: true,
};

export interface SentByBot {
  chatId: string;
  messageId: string;
  text: string;
  styles: unknown;
  photo: string | null;
}

export interface FakeBot {
  token: string;
  id: string;
  displayName: string;
  webhook: { url: string; secret: string } | null;
  queue: unknown[];
  sent: SentByBot[];
  /** People who have written to it: it may write to them. */
  met: Set<string>;
  calls: Map<string, number>;
}

export interface ZaloWorld {
  switches: ZaloSwitches;
  bots: FakeBot[];
  people: Map<string, string>;
  groups: Map<string, { title: string; members: Set<string> }>;
  pictures: Map<string, Uint8Array>;
  /** Texts that ask for what there is not here. */
  problems: string[];
  /** Milliseconds; what messages are dated by. */
  now(): number;
}

export const hexId = () => randomBytes(10).toString('hex');

/** The platform's own id of a bot is not the number in its token. */
export function newBot(name: string): FakeBot {
  return {
    token: `${randomInt(10 ** 7, 10 ** 8)}:${randomBytes(18).toString('base64url')}`,
    id: `1459232${String(randomInt(10 ** 11, 10 ** 12))}`,
    displayName: name,
    webhook: null,
    queue: [],
    sent: [],
    met: new Set(),
    calls: new Map(),
  };
}
