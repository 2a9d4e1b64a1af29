import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Channel } from '../src/core/duty.ts';
import { submission, submissionFile } from './schema/submission.ts';
import { rows, type Tx } from './tx.ts';

/** The next number of a bloc's series, gapless: the row stays locked until the commit. */
async function nextNumber(tx: Tx, blocId: number, name: string): Promise<number> {
  const [row] = await rows(
    tx,
    z.object({ value: z.number() }),
    sql`insert into counter (bloc_id, name, value) values (${blocId}, ${name}, 1)
      on conflict (bloc_id, name) do update set value = counter.value + 1 returning value`,
  );
  if (!row) throw new Error('counter gave no number');
  return row.value;
}

export interface NewSubmission {
  blocId: number;
  seasonId: string;
  obligationId: string;
  /** The version this one replaces; 0 for the first. Two that replace the same one collide. */
  replaces: number;
  documentNumber: string | null;
  documentDate: string | null;
  summary: string | null;
  files: { sha256: string; name: string; mime: string }[];
  sentAt: Date;
  receivedAt: Date;
  submittedBy: string;
  channel?: Channel;
}

/** Writes the next version; the files must be the bloc's already. Returns the receipt's number. */
export async function recordSubmission(
  tx: Tx,
  given: NewSubmission,
): Promise<{ id: string; receiptNo: number }> {
  const { files, replaces, ...facts } = given;
  const id = uuidv7();
  const receiptNo = await nextNumber(tx, given.blocId, 'receipt');
  await tx.insert(submission).values({ ...facts, id, version: replaces + 1, receiptNo });
  if (files.length > 0)
    await tx
      .insert(submissionFile)
      .values(files.map((file, position) => ({ blocId: given.blocId, submissionId: id, position, ...file })));
  return { id, receiptNo };
}
