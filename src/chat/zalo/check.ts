import { ZaloApiError } from './errors.ts';
import type { ZaloMethods } from './methods.ts';

/** What is looked at with a real bot before people use it; each point says which of the doubtful facts holds. */
export type CheckPoint =
  | 'token'
  | 'name'
  | 'groups'
  | 'webhook'
  | 'reached'
  | 'empty_poll'
  | 'plain'
  | 'styles'
  | 'longest'
  | 'too_long'
  | 'unknown_chat';

export interface CheckRow {
  point: CheckPoint;
  result: 'good' | 'bad' | 'skipped';
  /** What the platform said, for a person to read. */
  found: string;
}

interface CheckFacts {
  methods: ZaloMethods;
  /** The address that the bot is to be called at; null: it polls. */
  webhookUrl: string | null;
  /** A chat to write three messages to; null: none is written. */
  chatId: string | null;
}

/** UTF-16 units that the documents allow. */
const LIMIT = 2_000;

/** Asks the platform one thing after the other; nothing that is set up is changed. */
export async function checkBot({ methods, webhookUrl, chatId }: CheckFacts): Promise<CheckRow[]> {
  const rows: CheckRow[] = [];
  const add = (point: CheckPoint, result: CheckRow['result'], found = '') =>
    rows.push({ point, result, found });
  /** Null where it failed, which is written down. */
  const ask = async <T>(point: CheckPoint, task: () => Promise<T>): Promise<T | null> => {
    try {
      return await task();
    } catch (error) {
      add(point, 'bad', error instanceof Error ? error.message : String(error));
      return null;
    }
  };

  const me = await ask('token', methods.getMe);
  if (!me) return rows;
  add('token', 'good', me.id);
  add('name', me.display_name ? 'good' : 'bad', me.display_name ?? '');
  add('groups', me.can_join_groups ? 'good' : 'bad', String(me.can_join_groups));

  const set = await ask('webhook', async () => ({ url: await methods.webhookUrl() }));
  if (set) add('webhook', set.url === webhookUrl ? 'good' : 'bad', set.url ?? '–');
  if (set?.url) {
    const tested = await ask('reached', methods.testWebhook);
    if (tested)
      add('reached', tested.ok ? 'good' : 'bad', [tested.outcome, tested.hint].filter(Boolean).join(' · '));
    add('empty_poll', 'skipped');
  } else {
    add('reached', 'skipped');
    const got = await ask('empty_poll', () => methods.getUpdates(1, AbortSignal.timeout(20_000)));
    if (got) add('empty_poll', 'good', String(got.length));
  }
  await checkSends(methods, chatId, add);
  return rows;
}

async function checkSends(
  methods: ZaloMethods,
  chatId: string | null,
  add: (point: CheckPoint, result: CheckRow['result'], found?: string) => void,
): Promise<void> {
  const send = async (point: CheckPoint, wanted: boolean, task: () => Promise<string>) => {
    try {
      add(point, wanted ? 'good' : 'bad', await task());
    } catch (error) {
      const refused = error instanceof ZaloApiError && error.code < 500;
      add(point, !wanted && refused ? 'good' : 'bad', error instanceof Error ? error.message : String(error));
    }
  };
  if (chatId === null) {
    for (const point of ['plain', 'styles', 'longest', 'too_long', 'unknown_chat'] as const)
      add(point, 'skipped');
    return;
  }
  await send('plain', true, () => methods.sendMessage(chatId, '1/3', []));
  await send('styles', true, () => methods.sendMessage(chatId, '2/3', [{ start: 0, len: 3, st: ['b'] }]));
  await send('longest', true, () => methods.sendMessage(chatId, `3/3 ${'😀'.repeat((LIMIT - 4) / 2)}`, []));
  await send('too_long', false, () => methods.sendMessage(chatId, 'x'.repeat(LIMIT + 1), []));
  await send('unknown_chat', false, () => methods.sendMessage('zgr-00000000000000000000', '1', []));
}
