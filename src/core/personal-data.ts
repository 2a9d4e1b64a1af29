type Rows = { table: string; rows: Record<string, unknown>[] }[];
interface Kept {
  at: string;
  body: unknown;
}

/** All that is kept of one person. */
export interface PersonalData {
  about: Rows;
  blocs: { name: string; records: Rows }[];
  messages: { received: Kept[]; sent: Kept[] };
}

/** Rows by table, over all blocs. */
export function recordCounts({ blocs }: PersonalData): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { records } of blocs)
    for (const { table, rows } of records) counts.set(table, (counts.get(table) ?? 0) + rows.length);
  return counts;
}
