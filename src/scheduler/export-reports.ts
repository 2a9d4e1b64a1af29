import { duties as seasonDuties } from '../../db/duties.ts';
import { keepFile } from '../../db/inbox-files.ts';
import { auditEnd, reportVersions } from '../../db/reports.ts';
import type { Tx } from '../../db/tx.ts';
import type { ReportsExport } from '../core/export-item.ts';
import type { Message } from '../core/message.ts';
import { reportRows } from '../core/report-rows.ts';
import { reportWorkbook } from '../documents/report-workbook.ts';
import { XLSX } from '../documents/workbook.ts';
import { exportText } from '../text/report-sheet.ts';
import { loadFacts } from './facts.ts';

/** Who has handed in what, as a workbook: of one deadline, or of the whole year. */
export async function exportReports(
  tx: Tx,
  blocId: number,
  item: ReportsExport,
  now: Date,
): Promise<Message> {
  const facts = await loadFacts(tx, blocId, now);
  if (!facts) return exportText.nothing();
  const duties = (await seasonDuties(tx, item.seasonId)).filter(
    duty => item.deadlineId === null || duty.deadlineId === item.deadlineId,
  );
  const versions = await reportVersions(tx, { seasonId: item.seasonId });
  const rows = reportRows(duties, versions, facts.plan.policy, facts.calendar);
  if (rows.length === 0) return exportText.nothing();
  const head = { bloc: facts.name, title: item.deadlineId ? (duties[0]?.title ?? '') : null, now };
  const bytes = await reportWorkbook(rows, { ...head, audit: await auditEnd(tx) });
  const sha256 = await keepFile(tx, blocId, bytes, now);
  const name = exportText.fileName(head.title, now);
  return { lines: exportText.done(head.title, rows), file: { sha256, name, mime: XLSX } };
}
