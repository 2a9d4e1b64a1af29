import { clean } from './fold.ts';

export interface TypedEvidence {
  kind: 'link' | 'document';
  text: string;
}

const LINK = /^https?:\/\/\S+$/i;

/** Whatever is written where evidence is asked for: an address, else a document as it is called. */
export function asEvidence(text: string): TypedEvidence | null {
  const words = clean(text);
  if (words === '') return null;
  return { kind: LINK.test(words) ? 'link' : 'document', text: words };
}

/** An address, or a document's number: a word of digits and letters with a slash (`12/BC-UBND`), no `80/100`. */
export function evidenceIn(text: string): TypedEvidence | null {
  const words = text.trim();
  const link = LINK.exec(words)?.[0];
  if (link) return { kind: 'link', text: link };
  return /(?:^|\s)\d+[a-z]?\/\S*\p{L}{2}/iu.test(words) ? { kind: 'document', text: words } : null;
}
