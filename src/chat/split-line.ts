import type { Inline, Line } from '../core/message.ts';
import { inlineText, lineText } from './plain.ts';

const characters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Words shorter than this share of a part are not worth a part of their own. */
const LEAST_SHARE = 1 / 4;

/** Cuts a line that is longer than `units`: behind a word where there is one, never inside a character. */
export function splitLine(line: Line, units: number): [Line, Line] {
  const at = cutAt(lineText(line), units);
  const atom = atomAround(line, at);
  if (atom === null) return slices(line, at);
  // What must stay in one piece goes with the next part, unless it is too long for any.
  if (atom.start > 0) return slices(line, atom.start);
  const opened = line.map((inline, index) => (index === atom.index ? inlineText(inline) : inline));
  return slices(opened, at);
}

/** Where to cut, between 1 and `units`. */
function cutAt(text: string, units: number): number {
  const segments = characters.segment(text);
  const whole = (at: number) => segments.containing(at)?.index === at;
  const least = Math.floor(units * LEAST_SHARE);
  for (let at = units; at > least; at -= 1) {
    if (/\s/.test(text.charAt(at - 1)) && whole(at)) return at;
  }
  const start = segments.containing(units)?.index ?? units;
  if (start > 0) return start;
  // One character of more units than fit: then at least no half of a surrogate pair.
  return /[\ud800-\udbff]/.test(text.charAt(units - 1)) && units > 1 ? units - 1 : units;
}

/** The mention or link that a cut there would go through. */
function atomAround(line: Line, at: number): { index: number; start: number } | null {
  let start = 0;
  for (const [index, inline] of line.entries()) {
    const end = start + inlineText(inline).length;
    const whole = typeof inline !== 'string' && ('mention' in inline || 'link' in inline);
    if (whole && start < at && at < end) return { index, start };
    start = end;
  }
  return null;
}

function slices(line: Line, at: number): [Line, Line] {
  const head: Line = [];
  const tail: Line = [];
  let start = 0;
  for (const inline of line) {
    const text = inlineText(inline);
    const cut = at - start;
    if (cut >= text.length) head.push(inline);
    else if (cut <= 0) tail.push(inline);
    else {
      head.push(alike(inline, text.slice(0, cut)));
      tail.push(alike(inline, text.slice(cut)));
    }
    start += text.length;
  }
  return [head, tail];
}

function alike(inline: Inline, text: string): Inline {
  if (typeof inline === 'string') return text;
  if ('bold' in inline) return { bold: text };
  if ('italic' in inline) return { italic: text };
  return 'code' in inline ? { code: text } : text;
}
