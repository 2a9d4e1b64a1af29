import type { Duty } from '../src/core/duty.ts';
import { isMine } from '../src/core/progress.ts';
import { newestVersion, reportStanding } from '../src/core/report-state.ts';
import { shortRef } from '../src/core/short-ref.ts';
import type { Choice, Say } from '../src/dialogues/dialogue.ts';
import { receivedText } from '../src/text/reports-received.ts';
import type { Call, Reply } from './command.ts';
import { saying } from './reply.ts';
import {
  changedReply,
  type Desk,
  decisionDetail,
  partyAudience,
  refOf,
  sheetInstead,
} from './report-desk.ts';
import { isSentSheet } from './score-desk.ts';

/** @param filesOf the version whose files are wanted alone; null: all there is to see of the newest */
export async function open(duty: Duty, filesOf: number | null, call: Call, desk: Desk): Promise<Reply> {
  const shown = desk.show(duty);
  const versions = await call.ports.reports.versions(duty.obligationId);
  const [newest, ...earlier] = versions;
  if (!newest) return saying(receivedText.nothingThere(shown.title, shown.party));
  const wanted = versions.find(({ version }) => version === filesOf) ?? newest;
  const files = wanted.files.map(({ sha256, name, mime }, n): Say => {
    const lines = receivedText.file(shown, wanted.version, n + 1, wanted.files.length);
    return { lines, file: { sha256, name, mime } };
  });
  if (filesOf !== null)
    return { kind: 'say', says: files.length > 0 ? files : [{ lines: receivedText.gone() }] };
  const past = earlier.map(version => ({ version, lateness: desk.latenessOf(duty, version.sentAt) }));
  const pastFiles = earlier
    .filter(version => version.files.length > 0)
    .map(({ version }) => ({
      id: `bao_cao tep ${refOf(duty)} ${version}`,
      label: receivedText.filesOf(version),
    }));
  const list = { id: `bao_cao ${shortRef('d', duty.deadlineId)}`, label: receivedText.ofDeadline };
  const rows = [doable(duty, call, desk), pastFiles.slice(0, 3), [list]].filter(row => row.length > 0);
  return {
    kind: 'say',
    says: [...files, { lines: receivedText.report(shown, newest, past), choices: rows }],
  };
}

function doable(duty: Duty, call: Call, desk: Desk): Choice[] {
  const standing = reportStanding(duty);
  const { version } = newestVersion(duty) ?? { version: 0 };
  const again: Choice = {
    id: `nop_bao_cao ${refOf(duty)}`,
    label: receivedText.handInAgain,
    tone: 'primary',
  };
  const mine = standing === 'sent_back' && isMine(duty, call.actor?.posts ?? []) ? [again] : [];
  const withdraw: Choice = { id: `rut_bao_cao ${refOf(duty)}`, label: receivedText.withdraw };
  const own = standing === 'received' && isMine(duty, call.actor?.posts ?? []) ? [withdraw] : mine;
  if (!desk.mayDecide(duty)) return own;
  const accept: Choice = {
    id: `bao_cao nhan ${refOf(duty)} ${version}`,
    label: receivedText.accept,
    tone: 'primary',
  };
  const back: Choice = { id: `bao_cao tra ${refOf(duty)} ${version}`, label: receivedText.sendBack };
  return [...(standing === 'accepted' ? [] : [accept]), ...(standing === 'sent_back' ? mine : [back])];
}

/** Of two who accept or send back at once the second is told what became of it. */
export async function accept(duty: Duty, version: number, call: Call, desk: Desk): Promise<Reply> {
  if (!desk.mayDecide(duty)) return saying(receivedText.notYours());
  const shown = desk.show(duty);
  const { obligationId } = duty;
  const newest = newestVersion(duty);
  const standing = reportStanding(duty);
  const seen = newest && newest.version === version && standing !== 'missing' && standing !== 'accepted';
  if (
    !seen ||
    (await call.ports.reports.decide({ obligationId, version, standing }, 'accepted', null)) === 'changed'
  )
    return { kind: 'say', says: [await changedReply(call, duty, shown)] };
  call.ports.audit({
    action: 'submission.accepted',
    subject: 'submission',
    subjectId: newest.submissionId,
    detail: decisionDetail(call, duty, version),
  });
  call.ports.replan();
  call.ports.tell(partyAudience(duty), { lines: receivedText.acceptedNotice(shown) });
  const list = { id: `bao_cao ${shortRef('d', duty.deadlineId)}`, label: receivedText.ofDeadline };
  return saying(receivedText.accepted(shown), [[list]]);
}

/** The button's version is checked again by the conversation, which asks for the reason. */
export async function sendBack(duty: Duty, version: number, call: Call, desk: Desk): Promise<Reply> {
  if (!desk.mayDecide(duty)) return saying(receivedText.notYours());
  if (duty.handedIn?.version !== version)
    return { kind: 'say', says: [await changedReply(call, duty, desk.show(duty))] };
  const scoring = await call.ports.scoring.load();
  if (scoring && isSentSheet(duty, scoring))
    return { kind: 'say', says: [sheetInstead(desk.show(duty).party, scoring)] };
  return { kind: 'begin', words: `${refOf(duty)} ${version}` };
}
