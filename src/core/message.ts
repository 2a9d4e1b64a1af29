import { z } from 'zod';

/**
 * What the assistant says, before any platform has shaped it. Names and other people's words travel as
 * plain strings inside inlines: an adapter never reads markup out of them.
 */
export const inlineSchema = z.union([
  z.string(),
  z.object({ bold: z.string() }),
  z.object({ italic: z.string() }),
  z.object({ code: z.string() }),
  /** A person of the same chat; adapters without mentions print the name. */
  z.object({ mention: z.string(), userId: z.string() }),
  z.object({ link: z.string(), url: z.url() }),
]);
export type Inline = z.infer<typeof inlineSchema>;

/** One line of text; an empty array is a blank line. */
export type Line = Inline[];

export const tableSchema = z.object({
  columns: z.array(z.object({ title: z.string(), align: z.enum(['left', 'right', 'center']) })).min(1),
  rows: z.array(z.array(z.string())),
});
export type Table = z.infer<typeof tableSchema>;

/** `token` comes back in a choice event; ≤ 64 bytes, since Telegram allows no more. */
export const optionSchema = z.object({
  token: z.string().min(1).max(64),
  label: z.string().min(1),
  tone: z.enum(['primary', 'danger']).optional(),
});
export type Option = z.infer<typeof optionSchema>;

export const messageSchema = z.object({
  lines: z.array(z.array(inlineSchema)),
  table: tableSchema.optional(),
  /** Rows of buttons; a platform without buttons numbers them through. */
  options: z.array(z.array(optionSchema)).optional(),
  /** A stored file of the bloc, by its SHA-256. */
  file: z.object({ sha256: z.string(), name: z.string(), mime: z.string() }).optional(),
  /** The platform's id of the message this one answers. */
  replyTo: z.string().optional(),
  /** Typed numbers answer the question itself: options that have no buttons are then no numbered list. */
  wants: z.literal('number').optional(),
  /** Said even where a platform's number for the month is all but used up. */
  urgent: z.literal(true).optional(),
  /** In a group: whose answer is awaited. */
  asks: z.string().optional(),
  /** Dedupe key of an earlier message to replace, where the platform can edit. */
  edits: z.string().optional(),
  /** In a group, a question that words answer too: those of whom. `ways`: what can be typed for its options, which say no more. */
  typed: z.object({ by: z.string(), ways: z.array(z.string()).optional() }).optional(),
  /** The press that it answers, where a messenger shows a sign until it is told. */
  press: z.string().optional(),
  /** Shown in passing to whoever pressed, and to nobody else; said in the chat only where it comes too late for that. */
  toast: z.literal(true).optional(),
  /** Code of the conversation whose question it is: one that arrives nowhere waits for no answer. */
  question: z.string().optional(),
  /** Where it cannot be delivered: said in the chat from which its reader was led here, for what was said there. */
  ifGone: z
    .object({
      chatId: z.string(),
      lines: z.array(z.array(inlineSchema)),
      replyTo: z.string().optional(),
      edits: z.string(),
    })
    .optional(),
  /** Kept at the top of its group; where the bot may not do that, it is not said at all. */
  pinned: z.literal(true).optional(),
});
export type Message = z.infer<typeof messageSchema>;
