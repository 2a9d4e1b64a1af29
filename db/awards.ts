import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { type AwardProposal, type AwardStep, awardStepKinds } from '../src/core/award.ts';
import { nextNumber } from './counter.ts';
import { awardProposal, awardStep } from './schema/year-end.ts';
import { instantText, rows, type Tx } from './tx.ts';

const proposalSchema = z.object({
  id: z.string(),
  number: z.number(),
  award: z.string(),
  quotaId: z.string().nullable(),
  unitId: z.string(),
  unitName: z.string(),
  subject: z.string().nullable(),
  basis: z.enum(['ranking', 'ballot', 'meeting', 'lead']),
  steps: z.array(
    z.object({
      kind: z.enum(awardStepKinds),
      said: z.string(),
      file: z.object({ sha256: z.string(), name: z.string(), mime: z.string() }).nullable(),
      at: instantText,
    }),
  ),
});

/** The season's proposals with what became of them, in their order. */
export function awardProposals(tx: Tx, seasonId: string): Promise<AwardProposal[]> {
  return rows(
    tx,
    proposalSchema,
    sql`
    select a.id, a.number, a.award, a.quota_id as "quotaId", u.id as "unitId", u.name as "unitName", a.subject,
      a.basis,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'said', s.said, 'at', s.made_at,
          'file', case when s.file_sha256 is not null then jsonb_build_object('sha256', s.file_sha256,
            'name', s.file_name, 'mime', s.file_mime) end) order by s.no), '[]')
        from award_step s where s.bloc_id = a.bloc_id and s.proposal_id = a.id) as steps
    from award_proposal a join unit u on u.bloc_id = a.bloc_id and u.id = a.unit_id
    where a.season_id = ${seasonId}::uuid order by a.number`,
  );
}

interface Made {
  blocId: number;
  by: string;
  at: Date;
}

export async function propose(
  tx: Tx,
  given: Pick<AwardProposal, 'award' | 'unitId' | 'subject' | 'basis'> & {
    seasonId: string;
    quota: { id: string; no: number } | null;
  },
  { blocId, by: madeBy, at: madeAt }: Made,
): Promise<{ id: string; number: number }> {
  const { quota, ...facts } = given;
  const id = uuidv7();
  const number = await nextNumber(tx, blocId, 'award_proposal');
  const counted = { quotaId: quota?.id ?? null, quotaNo: quota?.no ?? null };
  await tx.insert(awardProposal).values({ ...facts, ...counted, blocId, id, number, madeBy, madeAt });
  return { id, number };
}

export async function addAwardStep(
  tx: Tx,
  proposalId: string,
  { file, kind, said }: Omit<AwardStep, 'at'>,
  { blocId, by: madeBy, at: madeAt }: Made,
): Promise<void> {
  const attached = file && { fileSha256: file.sha256, fileName: file.name, fileMime: file.mime };
  const no = sql<number>`(select coalesce(max(s.no), 0) + 1 from award_step s
    where s.bloc_id = ${blocId} and s.proposal_id = ${proposalId}::uuid)`;
  await tx.insert(awardStep).values({ kind, said, ...attached, blocId, proposalId, no, madeBy, madeAt });
}
