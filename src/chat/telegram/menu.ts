import type { BotCommand } from 'grammy/types';

/** What the menus need of a command. */
export interface MenuCommand {
  name: string;
  summary: string;
  where: 'both' | 'private';
}

/** Telegram's limits. */
const NAME = /^[a-z0-9_]{1,32}$/;
const DESCRIPTION_UNITS = 256;
const MOST = 100;

const listed = (commands: readonly MenuCommand[]): BotCommand[] =>
  commands
    .filter(({ name }) => NAME.test(name))
    .slice(0, MOST)
    .map(({ name, summary }) => ({ command: name, description: summary.slice(0, DESCRIPTION_UNITS) }));

/** The menus that Telegram shows: in private everything, in groups what is done there. */
export function menus(commands: readonly MenuCommand[]) {
  const inGroups = listed(commands.filter(command => command.where === 'both'));
  return [
    { scope: { type: 'all_private_chats' as const }, commands: listed(commands) },
    { scope: { type: 'all_group_chats' as const }, commands: inGroups },
    { scope: { type: 'all_chat_administrators' as const }, commands: inGroups },
    { scope: { type: 'default' as const }, commands: inGroups },
  ];
}
