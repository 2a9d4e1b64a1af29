import { z } from 'zod';

/**
 * A backup is gzip over lines: the header, then for each table a line that names it, its rows as COPY writes
 * them (text: the same from PostgreSQL 15 to 18), the line `\.` and a line of counts; at last the footer,
 * without which the file is not whole.
 */
export const headerSchema = z.object({
  format: z.literal('tro-ly-khoi'),
  version: z.literal(1),
  /** The database's clock, and its server's version. */
  madeAt: z.string(),
  server: z.string(),
  /** Hashes of the migrations that were applied, oldest first. */
  migrations: z.array(z.string()).min(1),
  /** SHA-256 of the described schema; null where something foreign in it cannot be described. */
  schema: z.string().nullable(),
});
export type Header = z.infer<typeof headerSchema>;

export const tableHeadSchema = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
export type TableHead = z.infer<typeof tableHeadSchema>;

export const tableEndSchema = z.object({ rows: z.number(), sha256: z.string() });
export type TableEnd = z.infer<typeof tableEndSchema>;

export const footerSchema = z.object({
  tables: z.number(),
  /** Where identity columns go on counting: numbers are never given twice, also those of purged rows. */
  counters: z.array(
    z.object({ table: z.string(), column: z.string(), last: z.number(), called: z.boolean() }),
  ),
});
export type Footer = z.infer<typeof footerSchema>;

export const END_OF_ROWS = '\\.\n';
