import { z } from 'zod';
import type { WireMessage } from './world.ts';

/** A message as a client shows it. */
export interface Readable {
  text: string;
  buttons: { label: string; token: string }[][];
  fileName: string | null;
}

interface Rich {
  text?: unknown;
  type?: unknown;
  cells?: unknown;
}

const isRich = (value: unknown): value is Rich => typeof value === 'object' && value !== null;

function richText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(richText).join('');
  return isRich(value) ? richText(value.text ?? '') : '';
}

function blockText(block: unknown): string {
  if (!isRich(block)) return '';
  if (block.type !== 'table' || !Array.isArray(block.cells)) return richText(block.text);
  return block.cells
    .map(row =>
      Array.isArray(row) ? row.map(cell => richText(isRich(cell) ? cell.text : '')).join(' | ') : '',
    )
    .join('\n');
}

const shownSchema = z.looseObject({
  text: z.string().optional(),
  caption: z.string().optional(),
  rich_message: z.looseObject({ blocks: z.array(z.unknown()) }).optional(),
  document: z.looseObject({ file_name: z.string() }).optional(),
  reply_markup: z
    .looseObject({
      inline_keyboard: z
        .array(z.array(z.looseObject({ text: z.string(), callback_data: z.string().optional() })))
        .optional(),
    })
    .optional(),
});

export function readable(wire: WireMessage): Readable {
  const { text, caption, rich_message: rich, document, reply_markup: markup } = shownSchema.parse(wire);
  return {
    text: text ?? caption ?? rich?.blocks.map(blockText).join('\n') ?? '',
    buttons: (markup?.inline_keyboard ?? []).map(row =>
      row.map(button => ({ label: button.text, token: button.callback_data ?? '' })),
    ),
    fileName: document?.file_name ?? null,
  };
}
