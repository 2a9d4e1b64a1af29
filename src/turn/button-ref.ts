import type { Say } from '../dialogues/dialogue.ts';
import { plainText } from '../text/plain-text.ts';

/** `o_3f9ad36f3da9`, `f39ad36f3da9`: what a button's line names something by. */
const REFERENCE = /(?:^|\s)(?:[a-z]_)?([a-z\d]{12})(?=\s|$)/g;

/** Says that would read a button's reference to the person, since nothing answers to it any more. */
export function readsOut(says: readonly Say[], words: string): boolean {
  const references = [...words.matchAll(REFERENCE)].flatMap(([, id]) => (id && /\d/.test(id) ? [id] : []));
  return says.some(({ lines }) =>
    lines.some(line => references.some(reference => plainText(line).includes(reference))),
  );
}
