/** Everything that is read from the environment; src/config.ts reads it, src/text/problems-config.ts explains it. */
export const settings = [
  'DATABASE_URL',
  'DATA_DIR',
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'ROOM',
  'LOG_LEVEL',
  'CLOCK',
  'ALERT_URL',
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_API_ROOT',
  'TELEGRAM_WEBHOOK_SECRET',
  'ZALO_BOT_TOKEN',
  'ZALO_API_ROOT',
  'ZALO_WEBHOOK_SECRET',
] as const;

export type Setting = (typeof settings)[number];

export type ConfigFault =
  /** `found` is null where even a wrong value may hold a password. */
  | { code: 'invalid'; setting: Setting; found: string | null }
  /** The clock of real blocs is not moved (decision 11). */
  | { code: 'clock_with_platform'; token: string }
  /** `setting` cannot work without `needs`. */
  | { code: 'needs'; setting: Setting; needs: Setting }
  /** `found`, where Telegram is to call us, is not what it calls: https at a few ports. */
  | { code: 'never_called'; found: string }
  /** Set, but no setting of ours: most likely `meant` was meant. */
  | { code: 'misspelt'; name: string; meant: string };

/** All that is wrong with the settings, not just the first. */
export class ConfigProblem extends Error {
  readonly faults: readonly ConfigFault[];

  constructor(faults: readonly ConfigFault[]) {
    super(JSON.stringify(faults));
    this.name = 'ConfigProblem';
    this.faults = faults;
  }
}
