import type { ConfigFault, Setting } from './config-problem.ts';

export const TELEGRAM = 'https://api.telegram.org';
/** Empty: https's own, 443. */
const CALLED_PORTS = ['', '80', '88', '8443'];

type Given = Readonly<Partial<Record<Setting, string | undefined>>>;

/** What settings of webhooks lack together, each being right by itself. */
export const webhookFaults = (given: Given): ConfigFault[] => [
  ...(['TELEGRAM', 'ZALO'] as const).flatMap(platform =>
    given[`${platform}_WEBHOOK_SECRET`] ? unmet(platform, given) : [],
  ),
  ...neverCalled(given),
];

/** Nothing but scheme, host and port: links and the room live at the root. */
export function isOrigin(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const { pathname, search, hash, username } = new URL(text);
  return pathname === '/' && search === '' && hash === '' && username === '';
}

/** Where Telegram itself calls; a Bot API server of one's own, in the same house, also takes others. */
function neverCalled(given: Given): ConfigFault[] {
  const { PUBLIC_URL: found, TELEGRAM_API_ROOT: apiRoot = TELEGRAM, TELEGRAM_WEBHOOK_SECRET: secret } = given;
  if (!secret || !found || !isOrigin(found) || !URL.canParse(apiRoot)) return [];
  const { protocol, port, origin } = new URL(found);
  const called = protocol === 'https:' && CALLED_PORTS.includes(port);
  return called || new URL(apiRoot).origin !== TELEGRAM ? [] : [{ code: 'never_called', found: origin }];
}

/** A webhook is called at our own address, for a bot that there is. */
const unmet = (platform: 'TELEGRAM' | 'ZALO', given: Given): ConfigFault[] =>
  (['PUBLIC_URL', `${platform}_BOT_TOKEN`] as const).flatMap(needs =>
    given[needs] ? [] : [{ code: 'needs', setting: `${platform}_WEBHOOK_SECRET`, needs }],
  );
