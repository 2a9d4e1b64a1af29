import { z } from 'zod';

/** What we read of a Telegram update, and all that is kept of it: everything else is dropped before it is stored. */
const userSchema = z.object({
  id: z.int(),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: z.string().optional(),
});
export type TelegramUser = z.infer<typeof userSchema>;

const chatSchema = z.object({
  id: z.int(),
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: z.string().optional(),
});

const fileSchema = z.object({
  file_id: z.string(),
  file_unique_id: z.string(),
  file_size: z.int().nonnegative().optional(),
});

const entitySchema = z.object({
  type: z.string(),
  offset: z.int(),
  length: z.int(),
  user: z.object({ id: z.int() }).optional(),
});

/** Present or not is all that counts, and all that is kept. */
const present = z.union([z.literal(true), z.looseObject({}).transform(() => true as const)]);

/** What there is no use for here, but whose sender expects an answer. */
const unsupportedSchema = z
  .object({
    video: present,
    audio: present,
    voice: present,
    video_note: present,
    sticker: present,
    animation: present,
    location: present,
    venue: present,
    contact: present,
    poll: present,
    dice: present,
    story: present,
    checklist: present,
  })
  .partial();
export const unsupportedContents = Object.keys(unsupportedSchema.shape);

const messageSchema = z.object({
  message_id: z.int(),
  message_thread_id: z.int().optional(),
  is_topic_message: z.boolean().optional(),
  from: userSchema.optional(),
  sender_chat: z.object({ id: z.int() }).optional(),
  chat: chatSchema,
  date: z.int(),
  edit_date: z.int().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entitySchema).optional(),
  caption_entities: z.array(entitySchema).optional(),
  reply_to_message: z
    .object({
      message_id: z.int(),
      from: z.object({ id: z.int() }).optional(),
      forum_topic_created: present.optional(),
    })
    .optional(),
  document: fileSchema
    .extend({ file_name: z.string().optional(), mime_type: z.string().optional() })
    .optional(),
  photo: z.array(fileSchema).optional(),
  new_chat_members: z.array(userSchema).optional(),
  left_chat_member: userSchema.optional(),
  migrate_to_chat_id: z.int().optional(),
  migrate_from_chat_id: z.int().optional(),
  ...unsupportedSchema.shape,
});
export type TelegramMessage = z.infer<typeof messageSchema>;

const memberSchema = z.object({ status: z.string(), is_member: z.boolean().optional() });

export const updateSchema = z.object({
  update_id: z.int(),
  message: messageSchema.optional(),
  edited_message: messageSchema.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: userSchema,
      /** Its date is 0 where the message is too old to be had. */
      message: messageSchema
        .pick({ message_id: true, message_thread_id: true, is_topic_message: true, chat: true })
        .optional(),
      data: z.string().optional(),
    })
    .optional(),
  my_chat_member: z
    .object({
      chat: chatSchema,
      from: userSchema,
      date: z.int(),
      old_chat_member: memberSchema,
      new_chat_member: memberSchema,
    })
    .optional(),
});

/** Asked for by name on every start, since Telegram remembers what was asked for last. */
export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/**
 * What lies in the inbox: the update with what its reading depends on, so that reading stays the same whenever it
 * happens. `at`: when it came, for presses of buttons, which have no date of their own.
 */
export const rawSchema = z.object({
  /** Its name goes into patterns. */
  bot: z.object({ id: z.int(), username: z.string().regex(/^\w*$/) }),
  at: z.iso.datetime(),
  update: updateSchema,
});
export type RawTelegram = z.infer<typeof rawSchema>;
