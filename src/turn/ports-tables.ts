import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { TablePorts } from '../../commands/ports-tables.ts';
import { keepFiles, readWorkbooks } from '../../db/inbox-files.ts';
import { seasonTable } from '../../db/scores.ts';
import { addDrafts, replaceTable, standingTable, tableDrafts } from '../../db/tables.ts';
import { gridSchema } from '../documents/grid.ts';
import { scoreTablesIn } from '../documents/score-table/read.ts';
import { scoreSheetIn } from '../documents/score-table/sheet-file.ts';
import type { PortScope } from './port-scope.ts';

const gridsSchema = z.array(gridSchema);

export function createTablePorts(scope: PortScope): TablePorts {
  const { tx, now, context, inboxId } = scope;
  const workbooks = async () =>
    (await readWorkbooks(tx, inboxId)).map(({ unread, grids, ...file }) => ({
      ...{ file, unread },
      grids: grids === null ? null : gridsSchema.parse(grids),
    }));
  const at = () => ({ blocId: scope.bloc().blocId, seasonId: scope.season().id, by: scope.me(), at: now });

  return {
    standing: async () => (context?.season ? standingTable(tx, context.season.id) : null),
    incoming: async () =>
      (await workbooks()).map(({ file, unread, grids }) => ({
        file,
        tables: grids && scoreTablesIn(grids, file.name.replace(/\.xlsx$/i, '')),
        problem: unread,
      })),
    filled: async table =>
      (await workbooks()).flatMap(({ file, grids }) =>
        grids ? [{ file, read: scoreSheetIn(grids, table) }] : [],
      ),
    newIds: count => Array.from({ length: count }, () => uuidv7()),
    drafts: ids => tableDrafts(tx, ids),
    keep: async drafts => {
      if (drafts.some(one => one.file !== null)) await keepFiles(tx, at().blocId, inboxId, now);
      await addDrafts(tx, drafts, at());
    },
    create: async (draftId, table) => {
      const before = await seasonTable(tx, at().seasonId);
      return replaceTable(tx, { before, draftId, table }, at());
    },
  };
}
