import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { type BlocDocument, type BoardFile, type DocumentFacts, documentKinds } from '../src/core/board.ts';
import { day } from '../src/core/day.ts';
import { nextNumber } from './counter.ts';
import { document } from './schema/board.ts';
import { rows, type Tx } from './tx.ts';

const documentSchema = z.object({
  id: z.string(),
  no: z.number(),
  kind: z.enum(documentKinds),
  title: z.string(),
  number: z.string().nullable(),
  issuedOn: z
    .string()
    .transform(text => day(text))
    .nullable(),
  file: z.object({ sha256: z.string(), name: z.string(), mime: z.string() }),
});

/** All that stands on the entered bloc's shelf, of every season, newest first. */
export function documents(tx: Tx): Promise<BlocDocument[]> {
  return rows(
    tx,
    documentSchema,
    sql`select id, no, kind, title, number, issued_on::text as "issuedOn",
        jsonb_build_object('sha256', file_sha256, 'name', file_name, 'mime', file_mime) as file
      from document where removed_at is null order by no desc`,
  );
}

export async function addDocument(
  tx: Tx,
  given: DocumentFacts & { blocId: number; seasonId: string; file: BoardFile; madeBy: string; madeAt: Date },
): Promise<{ id: string; no: number }> {
  const { file, ...facts } = given;
  const id = uuidv7();
  const no = await nextNumber(tx, given.blocId, 'document');
  const attached = { fileSha256: file.sha256, fileName: file.name, fileMime: file.mime };
  await tx.insert(document).values({ ...facts, ...attached, id, no });
  return { id, no };
}

export async function removeDocument(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  await tx.execute(sql`update document set removed_by = ${by}::uuid, removed_at = ${at.toISOString()}::timestamptz
    where id = ${id}::uuid and removed_at is null`);
}
