import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { announcements } from '../../db/announcements.ts';
import { awardProposals } from '../../db/awards.ts';
import { ballots } from '../../db/ballots.ts';
import { blocHead, units } from '../../db/blocs.ts';
import { exemplars } from '../../db/exemplars.ts';
import { feedbackOf } from '../../db/feedback.ts';
import { fileBytes, seasonFiles, wholeAudit } from '../../db/hand-over.ts';
import { keepFile } from '../../db/inbox-files.ts';
import { initiatives } from '../../db/initiatives.ts';
import { meetings } from '../../db/meetings.ts';
import { registrations } from '../../db/registrations.ts';
import { seasonTargets } from '../../db/targets.ts';
import { enterBloc, type Tx } from '../../db/tx.ts';
import { dayOf } from '../core/day.ts';
import type { ArchiveExport } from '../core/export-item.ts';
import type { Message } from '../core/message.ts';
import { type YearFacts, yearWorkbook } from '../documents/year-workbook.ts';
import { handOverText } from '../text/hand-over.ts';
import { yearSheetText } from '../text/year-sheets.ts';
import { exportMeeting } from './export-meeting.ts';
import { exportReports } from './export-reports.ts';
import { exportScores } from './export-scores.ts';

/** Bytes of files beside what is made: the archive must stay a file of the bloc. */
const MOST = 15 * 1024 * 1024;
const ZIP = 'application/zip';

/** A year in one file: what is made of it, what was given for it, and the log with its head. */
export async function exportArchive(
  tx: Tx,
  blocId: number,
  item: ArchiveExport,
  now: Date,
): Promise<Message> {
  await enterBloc(tx, blocId);
  const head = await blocHead(tx, item.seasonId);
  const year = head?.year ?? 0;
  const { folder } = handOverText;
  const entries: Zippable = {};
  const rows: string[] = [];
  const put = (name: string, bytes: Uint8Array, sha256: string) => {
    entries[name] = bytes;
    rows.push(`${name}\t${sha256}`);
  };
  for (const { file } of await made(tx, blocId, item, now))
    if (file) put(file.name, await fileBytes(tx, file.sha256), file.sha256);
  const done = await yearWorkbook(await yearFacts(tx, item.seasonId, now), {
    bloc: head?.name ?? '',
    year,
    now,
  });
  if (done) put(yearSheetText.fileName(year), done, createHash('sha256').update(done).digest('hex'));
  let size = 0;
  const left: string[] = [];
  for (const { sha256, name, size: bytes } of await seasonFiles(tx, item.seasonId)) {
    size += bytes;
    if (size > MOST) left.push(name);
    else put(`${folder.files}/${sha256.slice(0, 8)}-${name}`, await fileBytes(tx, sha256), sha256);
  }
  entries[folder.log] = strToU8(`${JSON.stringify(await wholeAudit(tx), null, 1)}\n`);
  entries[folder.contents] = strToU8(handOverText.contents(rows, left));
  const zip = zipSync(entries, { level: 6, mtime: now });
  const sha256 = await keepFile(tx, blocId, zip, now);
  return {
    lines: handOverText.archived(year, Object.keys(entries).length, left.length, zip.length),
    file: { sha256, name: handOverText.archiveName(year), mime: ZIP },
  };
}

async function yearFacts(tx: Tx, seasonId: string, now: Date): Promise<YearFacts> {
  const seasonIds = [seasonId];
  const living = (await units(tx, dayOf(now))).map(({ id: unitId, name: unitName }) => ({
    unitId,
    unitName,
  }));
  return {
    targets: await seasonTargets(tx, seasonId, living),
    registrations: await registrations(tx, seasonId),
    initiatives: await initiatives(tx, seasonId),
    exemplars: await exemplars(tx, seasonId),
    meetings: await meetings(tx, { seasonIds }),
    ballots: await ballots(tx, { seasonIds }),
    awards: await awardProposals(tx, seasonId),
    feedback: await feedbackOf(tx, seasonIds, null),
    announcements: await announcements(tx, { seasonIds }),
  };
}

/** The documents that the bot makes of a year; what there is nothing for has no file. */
async function made(tx: Tx, blocId: number, item: ArchiveExport, now: Date): Promise<Message[]> {
  const { kind, key, at, seasonId, personId, chat } = item;
  const asked = { kind, key, at, seasonId, personId, chat };
  const held = (await meetings(tx, { seasonIds: [seasonId] })).filter(one => one.heldAt);
  const messages = [
    await exportReports(tx, blocId, { ...asked, what: 'reports', deadlineId: null }, now),
    await exportScores(tx, blocId, { ...asked, what: 'score_workbook' }, now),
    await exportScores(tx, blocId, { ...asked, what: 'minutes' }, now),
  ];
  for (const { id: meetingId } of held)
    messages.push(await exportMeeting(tx, blocId, { ...asked, what: 'meeting_minutes', meetingId }, now));
  return messages;
}
