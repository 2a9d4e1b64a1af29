import { z } from 'zod';
import { unitsActedFor } from '../src/core/bloc.ts';
import { type Announcement, unreadUnits } from '../src/core/board.ts';
import { dayOf } from '../src/core/day.ts';
import { shortRef } from '../src/core/short-ref.ts';
import { postponedTo } from '../src/core/speaking-time.ts';
import type { Choice } from '../src/dialogues/dialogue.ts';
import { announcementText } from '../src/text/announcements.ts';
import { fold } from '../src/text/fold.ts';
import { announceConversation } from './announce.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { isLead, saying } from './reply.ts';

const SHOWN = 6;

const refOf = (one: Announcement) => shortRef('a', one.id);
/** The person's unit has not taken note of it. */
function owes(one: Announcement, call: Call): boolean {
  const mine = unitsActedFor(call.actor?.posts ?? []);
  return unreadUnits(one).some(unit => mine.includes(unit.unitId));
}

function list(all: readonly Announcement[], page: number, call: Call): Reply {
  const shown = all.slice(page * SHOWN, (page + 1) * SHOWN);
  const lead = isLead(call);
  const open = shown.map(one => [
    { id: `thong_bao ${refOf(one)}`, label: announcementText.openLabel(one) },
    ...(owes(one, call)
      ? [{ ...announcementText.mark(one.id), label: announcementText.markLabel(one.no) }]
      : []),
  ]);
  const more = all.length > (page + 1) * SHOWN;
  const last: Choice[] = [
    ...(lead ? [{ id: 'thong_bao soan', label: announcementText.compose }] : []),
    ...(more ? [{ id: `thong_bao trang ${page + 2}`, label: announcementText.more }] : []),
  ];
  const lines = announcementText.list(call.bloc?.name ?? '', shown, lead, all.length, one => owes(one, call));
  return saying(lines, last.length > 0 ? [...open, last] : open);
}

function open(one: Announcement, call: Call): Reply {
  const lead = isLead(call);
  const unread = unreadUnits(one);
  const choices: Choice[] = [
    ...(owes(one, call) ? [announcementText.mark(one.id)] : []),
    ...(lead && unread.length > 0
      ? [{ id: `thong_bao nhac ${refOf(one)}`, label: announcementText.remind(unread.length) }]
      : []),
  ];
  const lines = announcementText.open(call.bloc?.name ?? '', one, lead);
  const shown = { lines, ...(one.file ? { file: one.file } : {}) };
  return { kind: 'say', says: [{ ...shown, ...(choices.length > 0 ? { choices: [choices] } : {}) }] };
}

/** Whoever acts for several units takes note for all of them. */
async function note(one: Announcement, call: Call): Promise<Reply> {
  const { ports } = call;
  const mine = unitsActedFor(call.actor?.posts ?? []);
  if (mine.length === 0) return saying(announcementText.contactsOnly());
  const asked = one.units.filter(unit => mine.includes(unit.unitId));
  const [first] = asked;
  if (!first) return saying(announcementText.notForYou(one.no));
  const noted = await ports.board.announcements.read(
    one.id,
    asked.map(unit => unit.unitId),
  );
  if (noted.length === 0) {
    const { read } = first;
    return saying(announcementText.notedBefore(one.no, read?.byName ?? '', read?.at ?? call.now));
  }
  for (const unit of noted)
    ports.audit({
      action: 'announcement.read',
      subject: 'announcement',
      subjectId: one.id,
      detail: { unit },
    });
  const left = unreadUnits(one).filter(unit => !noted.includes(unit.unitId));
  if (left.length === 0)
    ports.tell({ kind: 'lead' }, { lines: announcementText.allRead(one.no, one.units.length) });
  const names = asked.filter(unit => noted.includes(unit.unitId)).map(unit => unit.unitName);
  return saying(announcementText.noted(one.no, names));
}

/** By the lead's hand, once a day and never in quiet hours. */
async function remind(one: Announcement, call: Call): Promise<Reply> {
  const { ports, now, today } = call;
  if (!isLead(call)) return saying(announcementText.leadOnly());
  if (one.sendAt > now) return saying(announcementText.notSent(one.no, one.sendAt));
  const unread = unreadUnits(one);
  if (unread.length === 0) return saying(announcementText.everybodyRead(one.no));
  if (postponedTo(ports.policy, now, await ports.calendar())) return saying(announcementText.quiet());
  const due = unread.filter(unit => unit.remindedAt === null || dayOf(unit.remindedAt) < today);
  if (due.length === 0) return saying(announcementText.remindedToday(one.no));
  const { units } = await ports.reach();
  const reached = due.filter(({ unitId }) => units.has(unitId));
  const lines = announcementText.again(call.bloc?.name ?? '', one);
  const told = { lines, choices: [[announcementText.mark(one.id)]], ...(one.file ? { file: one.file } : {}) };
  for (const { unitId } of reached) ports.tell({ kind: 'unit', unitId }, told);
  await ports.board.announcements.reminded(
    one.id,
    reached.map(unit => unit.unitId),
  );
  const detail = { units: reached.length };
  ports.audit({ action: 'announcement.again', subject: 'announcement', subjectId: one.id, detail });
  const [yes, no] = [reached, due.filter(unit => !reached.includes(unit))];
  return saying(
    announcementText.reminded(
      one.no,
      yes.map(unit => unit.unitName),
      no.map(unit => unit.unitName),
    ),
  );
}

/** `thong_bao 3` or `a_…` opens one, `nhan` and `nhac` with it act; other words are the lead's new announcement. */
export const thongBao = defineCommand({
  name: 'thong_bao',
  says: ['thông báo', 'gửi thông báo', 'danh sách thông báo', 'đã nhận'],
  summary: 'Thông báo của khối: gửi, xem, xác nhận đã nhận; ai chưa nhận',
  example: '/thong_bao Họp giao ban lúc 14:00 ngày 20/6',
  roles: 'member',
  where: 'private',
  args: z.string(),
  conversation: announceConversation,
  run: async (words, call) => {
    const all = (await call.ports.board.announcements.list()).filter(
      one => isLead(call) || one.sendAt <= call.now,
    );
    const said = fold(words);
    const [, page] = /^trang (\d{1,3})$/.exec(said) ?? [];
    if (said === '' || page) return list(all, Number(page ?? 1) - 1, call);
    const [, verb, ref] = /^(?:(nhan|nhac) )?(a_[a-z\d]{12})$/.exec(words) ?? [];
    const [, number, act] =
      /^(?:so )?(\d{1,4})(?: (?:da |xac nhan (?:da )?)?(nhan|nhac)(?: roi| lai)?)?$/.exec(said) ?? [];
    const doing = verb ?? act;
    if (ref || number) {
      const one = all.find(found => refOf(found) === ref || String(found.no) === number);
      if (!one) return saying(announcementText.unknown(number ?? words));
      if (doing === 'nhan') return note(one, call);
      return doing === 'nhac' ? remind(one, call) : open(one, call);
    }
    if (!isLead(call)) return saying(announcementText.leadOnly());
    return { kind: 'begin', words: said === 'soan' ? '' : words };
  },
});
