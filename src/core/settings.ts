import type { PolicyPatch } from './reminder-change.ts';

/** The settings as the lead sees them, each changed by itself. */
export const settingItems = [
  'days',
  'morning',
  'quiet',
  'weekly',
  'before',
  'naming',
  'roll',
  'day_end',
] as const;
export type SettingItem = (typeof settingItems)[number];

export interface SettingChange {
  item: SettingItem;
  patch: PolicyPatch;
}

/** What words about settings come to. */
export type ReadSetting =
  | ({ kind: 'change' } & SettingChange)
  /** Only the setting was named. */
  | { kind: 'item'; item: SettingItem }
  /** Something in it is no time of day. */
  | { kind: 'bad_time'; typed: string }
  | { kind: 'unclear' };
