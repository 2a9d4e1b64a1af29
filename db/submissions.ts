import { uuidv7 } from 'uuidv7';
import type { Channel } from '../src/core/duty.ts';
import { nextNumber } from './counter.ts';
import { submission, submissionFile } from './schema/submission.ts';
import type { Tx } from './tx.ts';

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
