import { z } from 'zod';

/** Longest message, in UTF-16 units, as on Telegram. */
const TEXT_UNITS = 4096;

/** PostgreSQL's jsonb takes neither U+0000 nor half a surrogate pair; a person's words may hold both. */
const clean = (text: string) => Buffer.from(text.replaceAll('\0', ''), 'utf8').toString('utf8');

const id = z.string().regex(/^[\w-]{1,64}$/);
const text = z.string().max(TEXT_UNITS).transform(clean);
const someText = text.refine(words => words.trim() !== '');
const key = z.string().regex(/^[\x21-\x7e]{1,128}$/);
const token = z.string().min(1).max(64).transform(clean);

const common = { person: id, key: key.optional() };

const textInput = z.strictObject({ ...common, text: someText, replyTo: id.optional() });
const chooseInput = z.strictObject({ ...common, choose: token, message: id });
const filesInput = z.strictObject({
  ...common,
  files: z.array(id).min(1).max(10),
  caption: text.default(''),
});
const editInput = z.strictObject({ ...common, edit: id, text: someText });

/** Told apart by the field that only one of them has. */
export const eventInput = z.union([textInput, chooseInput, filesInput, editInput]);
export type EventInput = z.infer<typeof eventInput>;
export type MessageInput = z.infer<typeof textInput> | z.infer<typeof filesInput>;
export type ChooseInput = z.infer<typeof chooseInput>;
export type EditInput = z.infer<typeof editInput>;

export const personInput = z.strictObject({
  name: z
    .string()
    .max(100)
    .transform(name => clean(name).replace(/\s+/g, ' ').trim())
    .refine(name => name !== ''),
});

export const groupInput = z.strictObject({
  title: personInput.shape.name,
  persons: z.array(id).min(1).max(200),
});

export const readInput = z.strictObject({ person: id, upTo: z.int().nonnegative() });

export const clockInput = z.union([
  z.strictObject({ by: z.number(), jump: z.boolean().default(false) }),
  z.strictObject({ to: z.iso.datetime({ offset: true }), jump: z.boolean().default(false) }),
  z.strictObject({ next: z.literal(true), jump: z.boolean().default(false) }),
]);

export const pathId = id;

const count = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

export const listenQuery = z.object({
  person: id,
  after: count.default(0),
  /** Seconds. */
  wait: count.transform(seconds => Math.min(seconds, 25)).default(0),
});

export const fileQuery = z.object({ name: z.string().max(1_000).transform(clean) });
