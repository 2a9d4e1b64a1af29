import { capitalised, sentenceCase } from '../../text/plan-names.ts';
import type { Document } from '../document/document.ts';
import { isBlank, isCapitals } from '../document/lines.ts';
import type { Quote } from '../evidence.ts';

export interface Title {
  text: string;
  folded: string;
  from: Quote;
}

const ASIDE = /^\s*\(|^\s*[-_—–=.*]{2,}\s*$/;

/** What the plan is about, without the word that names its kind. */
export function titleOf({ title, kind }: Pick<Document, 'title' | 'kind'>): Title | null {
  const lines = title.filter(line => !isBlank(line) && !ASIDE.test(line.text));
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last || kind === null) return null;
  const all = lines.map(line => line.text.trim().replace(/\s+/g, ' ')).join(' ');
  const folded = lines.map(line => line.folded.trim().replace(/\s+/g, ' ')).join(' ');
  const cut = folded.indexOf(kind) + kind.length;
  const skip = /^[\s:.\-"']*/.exec(folded.slice(cut))?.[0].length ?? 0;
  const text = all.slice(cut + skip).replace(/[.\s]+$/, '');
  const said = capitalised(isCapitals(text) ? sentenceCase(text) : text);
  return {
    text: said,
    folded: folded.slice(cut + skip),
    from: { quote: all, line: first.no, last: last.no },
  };
}
