import { z } from 'zod';
import { instantText } from './tx.ts';

/** Who acts, for which unit, in which bloc. */
export interface Acting {
  blocId: number;
  unitId: string;
  by: string;
  at: Date;
}

/** The columns that say so. */
export const acted = ({ blocId, unitId, by, at }: Acting) => ({ blocId, unitId, madeBy: by, madeAt: at });

/** The same of a row that is read, joined with `person p`. */
export const actor = { unitId: z.string(), by: z.string(), byName: z.string(), at: instantText };
