import type { Line } from '../core/message.ts';
import { isGroup, type RuleRef, type ScoreTable } from '../core/score-table.ts';
import { editedTable, nodeAt, placeOf, type TableEdit } from '../core/table-edit.ts';
import { ruleChange } from '../text/table-rules.ts';
import { tableSettingsText } from '../text/table-settings.ts';
import { tableTalk } from '../text/table-talk.ts';

/** What an edit of that table comes to, to be said. */
export function editNotes(edit: TableEdit, table: ScoreTable): Line[] {
  const { changed } = tableTalk;
  const no = 'key' in edit && edit.key !== null ? placeOf(table, edit.key) : '';
  switch (edit.kind) {
    case 'max':
      return [changed.max(no, edit.points)];
    case 'table_max':
      return [changed.table_max(edit.points)];
    case 'rename':
      return [changed.rename(no, edit.name)];
    case 'table_name':
      return [changed.table_name(edit.name)];
    case 'counts':
      return [changed.counts(no, edit.counts)];
    case 'rule':
      return [changed.rule(no, ruleChange(ruleAt(table, edit.key), edit.rule))];
    case 'drop':
      return [changed.drop(no)];
    case 'add':
    case 'add_group':
      return [changed.add(placeOf(editedTable(table, [edit]), edit.key), edit.name, edit.max)];
    case 'settings':
      return tableSettingsText.part(edit.part, editedTable(table, [edit]));
    case 'cap':
      return [tableSettingsText.cap(edit.key === null ? null : no, edit.of, edit.points)];
    case 'settle':
      return [changed.settle()];
  }
}

function ruleAt(table: ScoreTable, key: string): RuleRef | null {
  const node = nodeAt(table, key);
  return node && !isGroup(node) ? node.rule : null;
}
