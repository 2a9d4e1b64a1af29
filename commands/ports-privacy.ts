import type { PersonalData } from '../src/core/personal-data.ts';

/** A person and what is kept of him; over all blocs, whichever is current. */
export interface PrivacyPorts {
  data(): Promise<PersonalData>;
  /** Kept with the current bloc's files for as long as it takes to send it; its SHA-256. Null where there is no bloc. */
  keep(content: string): Promise<string | null>;
  /** Units that nobody would act for any more, by bloc. */
  soleContactOf(): Promise<{ blocName: string; unitName: string; leads: boolean }[]>;
  erase(): Promise<void>;
}
