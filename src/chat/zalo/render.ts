import type { Line } from '../../core/message.ts';
import { inlineText, lineText } from '../plain.ts';
import type { TextStyle } from './methods.ts';

export interface Rendered {
  text: string;
  styles: TextStyle[];
}

/** Text with styles by place, never as markup: what people are called cannot be taken for any. */
export function render(lines: readonly Line[]): Rendered {
  const styles: TextStyle[] = [];
  let start = 0;
  for (const line of lines) {
    for (const inline of line) {
      const { length } = inlineText(inline);
      const st = typeof inline === 'string' ? null : 'bold' in inline ? 'b' : 'italic' in inline ? 'i' : null;
      if (st && length > 0) styles.push({ start, len: length, st: [st] });
      start += length;
    }
    start += 1;
  }
  return { text: lines.map(lineText).join('\n'), styles };
}
