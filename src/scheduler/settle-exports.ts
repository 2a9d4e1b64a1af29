import { finishDue } from '../../db/due.ts';
import { enqueue } from '../../db/outbox.ts';
import type { Tx } from '../../db/tx.ts';
import { type ExportItem, exportItemSchema } from '../core/export-item.ts';
import type { Message } from '../core/message.ts';
import { exportText } from '../text/report-sheet.ts';
import { exportArchive } from './export-archive.ts';
import { exportMeeting } from './export-meeting.ts';
import { exportReports } from './export-reports.ts';
import { exportScores } from './export-scores.ts';
import type { DueWork } from './kinds.ts';

function make(tx: Tx, blocId: number, asked: ExportItem, now: Date): Promise<Message> {
  if (asked.what === 'reports') return exportReports(tx, blocId, asked, now);
  if (asked.what === 'meeting_minutes') return exportMeeting(tx, blocId, asked, now);
  if (asked.what === 'season_archive') return exportArchive(tx, blocId, asked, now);
  return exportScores(tx, blocId, asked, now);
}

/** Sheets that were asked for: made one by one, kept as the bloc's files and sent to who asked. */
export async function settleExports({ tx, blocId, rows, now, log }: DueWork): Promise<void> {
  for (const { id, item } of rows) {
    const asked = exportItemSchema.parse(item);
    let body: Message;
    try {
      // In a savepoint: what goes wrong with one is told to its asker, and not tried for ever.
      body = await tx.transaction(inner => make(inner, blocId, asked, now));
    } catch (error) {
      const code = `X${id}`;
      log.error({ err: error, bloc: blocId, code }, 'export failed');
      body = exportText.failed(code);
    }
    const dedupeKey = `due:${id}:${asked.chat.platform}:${asked.chat.chatId}`;
    const { kind: chatKind, ...chat } = asked.chat;
    await enqueue(tx, [{ ...chat, chatKind, class: 'reply', dedupeKey, blocId, body }]);
    await finishDue(tx, [id], now);
  }
}
