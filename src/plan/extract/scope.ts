import { foldLetters } from '../../text/fold-letters.ts';
import type { Document } from '../document/document.ts';
import type { PlanRecord } from '../record.ts';
import type { BlocMention } from './blocs.ts';
import type { Signature } from './signature.ts';

export type Scope = NonNullable<PlanRecord['scope']>;

const PLAN = /^(?:ke hoach|chuong trinh|phuong an)$/;
const EMULATION = /thi dua/g;
const OF_BLOC = /(?:khoi|cum)(?:\s+thi\s+dua|\s+so\s+\d)/;
const ACTS_FOR_BLOC =
  /^(?:t\/?m|thay mat)[./]?\s+(?:khoi|cum)|^(?:k\/?t[./]?\s+)?(?:pho )?(?:truong (?:khoi|cum)|(?:khoi|cum) (?:truong|pho))/;
const UNIT_OF_BLOC =
  /(?:huong ung|thuc hien|can cu|trien khai)[^.;]{0,80}(?:khoi|cum)\s+thi\s+dua|thanh vien (?:cua )?(?:khoi|cum) thi dua/;

export interface ScopeClues {
  document: Document;
  title: string;
  symbol: string | null;
  letterhead: readonly string[];
  subject: string | null;
  signature: Signature | null;
  blocs: readonly BlocMention[];
}

/** Whose plan it is: a bloc's, a member's, an authority's, or none that concerns us. */
export function scopeOf(clues: ScopeClues): Scope {
  const { document, title, symbol, letterhead, subject, signature, blocs } = clues;
  const text = document.body.map(section => section.folded).join('\n');
  const head = document.header.map(line => line.folded).join('\n');
  const emulation = (`${head}\n${title}\n${text}`.match(EMULATION) ?? []).length;
  if (document.kind !== null && !PLAN.test(document.kind)) return 'not_a_plan';
  const structured = document.body.filter(section => section.heading).length >= 2;
  if (document.kind === null && !(structured && emulation >= 3)) return 'not_a_plan';
  if (emulation < 2) return 'other_plan';
  const issuer = letterhead.at(-1) ?? '';
  const ofBloc = (words: string) => /^(?:khoi|cum)\s/.test(foldLetters(words));
  if (signature?.offices.some(office => ACTS_FOR_BLOC.test(office))) return 'bloc_plan';
  if (ofBloc(issuer) || (subject !== null && ofBloc(subject))) return 'bloc_plan';
  if (symbol !== null && /ktd|ctd|khoi|cum/.test(foldLetters(symbol))) return 'bloc_plan';
  if (OF_BLOC.test(title) && !/huong ung|cac khoi|cac cum|khoi, cum|cum, khoi/.test(title))
    return 'bloc_plan';
  const acting = new Set(blocs.filter(one => one.acts && one.place === 'text').map(one => one.key));
  const authority = /^(?:uy ban nhan dan|ubnd|hoi dong)/.test(foldLetters(issuer || (subject ?? '')));
  if (acting.size > 0 && !authority) return 'bloc_plan';
  const own = blocs.filter(
    one => one.place === 'citation' || one.place === 'text' || one.place === 'recipients',
  );
  const intro = document.intro.map(section => section.folded).join('\n');
  const one =
    new Set(own.map(mention => mention.key)).size === 1 || own.some(mention => mention.place === 'citation');
  if (own.length > 0 && one && (own.some(one => one.place === 'citation') || UNIT_OF_BLOC.test(intro)))
    return 'member_unit_plan';
  return 'authority_plan';
}
