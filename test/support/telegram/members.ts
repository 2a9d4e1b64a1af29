import type { World } from './world.ts';

/** What the bot is to a chat, as Telegram tells it. */
export function memberOf(world: World, status: string): Record<string, unknown> {
  const user = world.bot;
  if (status === 'administrator') return { status, user, ...RIGHTS };
  return status === 'kicked' ? { status, user, until_date: 0 } : { status, user };
}

const RIGHTS = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
  can_pin_messages: true,
};
