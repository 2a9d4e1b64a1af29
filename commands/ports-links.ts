import type { LinkSubject } from '../src/core/link.ts';

export interface MadeLink {
  url: string;
  expiresAt: Date;
}

export interface LinkPorts {
  /** For the person who acts. Null where nobody has said at what address we are reached (PUBLIC_URL). */
  make(subject: LinkSubject): Promise<MadeLink | null>;
}
