import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { BackupProblem } from '../../src/core/backup-problem.ts';
import { errorCode } from '../embedded/error-code.ts';
import { counted } from './counted.ts';
import {
  END_OF_ROWS,
  type Footer,
  footerSchema,
  type Header,
  headerSchema,
  type TableEnd,
  type TableHead,
  tableEndSchema,
  tableHeadSchema,
} from './format.ts';

/** What is done with the parts of a backup, in their order. `rows` are read to their end. */
export interface BackupVisitor {
  header?(header: Header): Promise<void>;
  table(head: TableHead, rows: AsyncIterable<Buffer>): Promise<void>;
  tableDone?(head: TableHead, end: TableEnd): Promise<void>;
  footer?(footer: Footer): Promise<void>;
}

/** Reads the file once from end to end; whatever is not as it was written stops it. @throws BackupProblem */
export async function readBackup(file: string, visitor: BackupVisitor): Promise<Header> {
  const lines = linesOf(unpacked(file));
  const next = async (): Promise<Buffer | null> => (await lines.next()).value ?? null;
  const damaged = (table: string | null) => new BackupProblem({ code: 'damaged', file, table });

  const header = parse(headerSchema, await next());
  if (!header) throw new BackupProblem({ code: 'not_a_backup', file });
  await visitor.header?.(header);
  let tables = 0;
  for (;;) {
    const text = await next();
    const head = parse(tableHeadSchema, text);
    if (!head) {
      const footer = parse(footerSchema, text);
      if (!footer || footer.tables !== tables || (await next()) !== null) throw damaged(null);
      await visitor.footer?.(footer);
      return header;
    }
    tables += 1;
    const passed = counted(untilEnd(next, () => damaged(head.table)));
    await visitor.table(head, passed.rows);
    const end = parse(tableEndSchema, await next());
    const found = passed.end();
    if (end?.rows !== found.rows || end.sha256 !== found.sha256) throw damaged(head.table);
    await visitor.tableDone?.(head, end);
  }
}

/** True to the file or an error: reads it without doing anything with it. @throws BackupProblem */
export async function checkBackup(file: string): Promise<{ header: Header; rows: number }> {
  let rows = 0;
  const header = await readBackup(file, {
    table: async (_, pieces) => {
      for await (const _ of pieces);
    },
    tableDone: async (_, end) => {
      rows += end.rows;
    },
  });
  return { header, rows };
}

/** The lines up to the one that ends a table. */
async function* untilEnd(next: () => Promise<Buffer | null>, cut: () => Error): AsyncGenerator<Buffer> {
  for (;;) {
    const row = await next();
    if (row === null) throw cut();
    if (row.length === END_OF_ROWS.length && row.toString() === END_OF_ROWS) return;
    yield row;
  }
}

function parse<T>(schema: z.ZodType<T>, line: Buffer | null): T | null {
  // Rows may be large, our own lines are not.
  if (line === null || line.length > 1_000_000) return null;
  try {
    return schema.safeParse(JSON.parse(line.toString())).data ?? null;
  } catch {
    return null;
  }
}

/** @throws BackupProblem, also for what gzip itself finds */
async function* unpacked(file: string): AsyncGenerator<Buffer> {
  const packed = createReadStream(file);
  const gunzip = createGunzip();
  packed.once('error', error => gunzip.destroy(error));
  let begun = false;
  try {
    for await (const piece of packed.pipe(gunzip)) {
      begun = true;
      yield piece;
    }
  } catch (cause) {
    const code = errorCode(cause);
    if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR')
      throw new BackupProblem(
        begun ? { code: 'damaged', file, table: null } : { code: 'not_a_backup', file },
        { cause },
      );
    throw code.startsWith('E')
      ? new BackupProblem({ code: 'file_failed', file, why: code }, { cause })
      : cause;
  } finally {
    packed.destroy();
  }
}

/** Each with its line feed; the last one without it, where the file was cut. */
async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer, null> {
  let open: Buffer[] = [];
  for await (const piece of pieces) {
    let from = 0;
    for (let to = piece.indexOf(10); to >= 0; to = piece.indexOf(10, from)) {
      const rest = piece.subarray(from, to + 1);
      yield open.length > 0 ? Buffer.concat([...open, rest]) : rest;
      open = [];
      from = to + 1;
    }
    if (from < piece.length) open.push(piece.subarray(from));
  }
  if (open.length > 0) yield Buffer.concat(open);
  return null;
}
