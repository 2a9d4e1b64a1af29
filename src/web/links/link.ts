import type { Context } from 'hono';
import type { FoundLink } from '../../../db/links.ts';
import type { Tx } from '../../../db/tx.ts';
import type { LinkPurpose, LinkSubject } from '../../core/link.ts';
import type { Looked } from '../../turn/read-files.ts';

export interface LinkDeps {
  /** Bound to blocs as turns are. */
  db: Tx;
  /** The domain's clock, by which links end. */
  now(): Date;
  /** For a secrecy marking, among a file's words. */
  lookThrough?(file: { name: string; mime: string; bytes: Uint8Array }): Promise<Looked>;
}

/** A link that is good now. */
export type OpenLink<Purpose extends LinkPurpose> = Omit<FoundLink, 'subject'> & {
  token: string;
  subject: Extract<LinkSubject, { purpose: Purpose }>;
};

export interface Asked {
  /** A HEAD is a GET whose body goes nowhere. */
  method: string;
  /** What follows the token in the path, '' for the page itself. */
  rest: string;
}

/**
 * What stands behind the links of one purpose; null: there is no such thing. A GET changes nothing: messengers open
 * what is sent through them to show a preview.
 */
export type LinkHandler<Purpose extends LinkPurpose> = (
  c: Context,
  link: OpenLink<Purpose>,
  asked: Asked,
  deps: LinkDeps,
) => Promise<Response | null>;
