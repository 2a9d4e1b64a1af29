import type { Sql } from '../client.ts';
import { functions, triggers } from './code.ts';
import { grants } from './grants.ts';
import { type Client, refuseUnknownKinds } from './kinds.ts';
import { constraints, enums, indexes, policies, schemas, sequences, tables } from './tables.ts';

const parts = [
  schemas,
  enums,
  sequences,
  tables,
  constraints,
  indexes,
  functions,
  triggers,
  policies,
  grants,
];

/**
 * The schema as SQL from the catalogue, the same text on PostgreSQL 15 to 18 (pg_dump is not in the embedded
 * package, and its text changes between versions). Owners, comments and drizzle's own table are left out.
 */
export function describeSchema(sql: Sql): Promise<string> {
  return sql.begin('read only', describeWithin);
}

/** The same inside a transaction that is open already; changes its search path. */
export async function describeWithin(tx: Client): Promise<string> {
  // Names in the text depend on it: those of our own schema stay short.
  await tx`set local search_path to public, pg_catalog`;
  await refuseUnknownKinds(tx);
  const lines: string[] = [];
  for (const part of parts) lines.push(...(await part(tx)));
  return `${lines.join('\n\n')}\n`;
}
