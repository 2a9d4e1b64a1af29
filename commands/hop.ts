import { z } from 'zod';
import { unitsActedFor } from '../src/core/bloc.ts';
import { type Meeting, meetingStanding, quorumOf } from '../src/core/meeting.ts';
import type { Choice } from '../src/dialogues/dialogue.ts';
import { fold } from '../src/text/fold.ts';
import { readMeetingAct } from '../src/text/meeting-line.ts';
import { meetingText } from '../src/text/meetings.ts';
import { readNumbered } from '../src/text/numbered.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { meetingConversation, refOf } from './meeting-talk.ts';
import { isLead, saying } from './reply.ts';

const SHOWN = 6;

const unitsOf = (one: Meeting, call: Call) => {
  const mine = unitsActedFor(call.actor?.posts ?? []);
  return one.units.filter(unit => mine.includes(unit.unitId));
};

function list(all: readonly Meeting[], call: Call): Reply {
  const shown = all.slice(0, SHOWN);
  const lines = meetingText.list(call.bloc?.name ?? '', shown, call.now, isLead(call));
  const make: Choice[][] = isLead(call) ? [[meetingText.make]] : [];
  return saying(lines, [...shown.map(one => [meetingText.open(one)]), ...make]);
}

function open(one: Meeting, call: Call): Reply {
  const threshold = call.ports.ballots.settings().quorum;
  const standing = meetingStanding(one, call.now);
  const lines = meetingText.shown(call.bloc?.name ?? '', one, call.now, quorumOf(one, threshold), threshold);
  const answers: Choice[] =
    standing === 'planned' && unitsOf(one, call).length > 0
      ? [meetingText.come(one), meetingText.stayAway(one)]
      : [];
  return saying(
    lines,
    [answers, leadActs(one, call)].filter(row => row.length > 0),
  );
}

function leadActs(one: Meeting, call: Call): Choice[] {
  if (!isLead(call)) return [];
  switch (meetingStanding(one, call.now)) {
    case 'planned':
      return [meetingText.cancelIt(one)];
    case 'over':
      return [meetingText.attendance(one), meetingText.cancelIt(one)];
    case 'held':
      return [meetingText.decision(one), meetingText.attendance(one), meetingText.minutes(one)];
    case 'cancelled':
      return [];
  }
}

/** Whoever acts for several units answers for all of them; who stays away is told to the lead. */
async function answer(one: Meeting, come: boolean, call: Call): Promise<Reply> {
  const { ports } = call;
  const standing = meetingStanding(one, call.now);
  if (standing !== 'planned') return saying(meetingText.tooLate(one, standing));
  const units = unitsOf(one, call);
  if (units.length === 0) return saying(meetingText.notForYou(one));
  const said = come ? 'yes' : 'no';
  await ports.year.meetings.answer(
    one.id,
    units.map(unit => unit.unitId),
    said,
  );
  for (const { unitId: unit } of units)
    ports.audit({
      action: 'meeting.answered',
      subject: 'meeting',
      subjectId: one.id,
      detail: { no: one.number, unit, come },
    });
  const names = units.map(unit => unit.unitName);
  if (!come && !isLead(call))
    ports.tell({ kind: 'lead' }, { lines: meetingText.toldAbsent(call.bloc?.name ?? '', one, names) });
  return saying(meetingText.noted(one, names, said));
}

/** Sent as soon as it is made. */
async function minutes(one: Meeting, call: Call): Promise<Reply> {
  if (!isLead(call)) return saying(meetingText.leadOnly());
  const standing = meetingStanding(one, call.now);
  if (standing !== 'held') return saying(meetingText.notNow(one, standing));
  await call.ports.year.meetings.minutes(one.id, call.chat.address);
  const detail = { no: one.number };
  call.ports.audit({ action: 'meeting.exported', subject: 'meeting', subjectId: one.id, detail });
  return saying(meetingText.making());
}

const verbs = { attendance: 'diem_danh', decision: 'ket_luan', cancel: 'huy' } as const;

/** `hop 2` or `m_…` opens one, a verb with it acts; other words are a new one that the lead calls. */
export const hop = defineCommand({
  name: 'hop',
  says: ['họp', 'mời họp', 'lịch họp', 'cuộc họp', 'dự họp'],
  summary: 'Các cuộc họp: mời, ai dự, điểm danh và đủ số, kết luận, dự thảo biên bản',
  example: '/hop Họp sơ kết 6 tháng; 14:00 ngày 20/6; tại Hội trường; nội dung: kết quả 6 tháng',
  roles: 'member',
  where: 'private',
  args: z.string(),
  conversation: meetingConversation,
  run: async (words, call) => {
    const all = await call.ports.year.meetings.list();
    const said = fold(words);
    if (said === '') return list(all, call);
    const [, verb, ref] =
      /^(?:(du|vang|diem_danh|ket_luan|bien_ban|huy) )?(m_[a-z\d]{12})$/.exec(words) ?? [];
    const { number, rest = '' } = ref ? {} : (readNumbered(words) ?? {});
    if (!ref && (number === undefined || /^\d/.test(rest))) {
      if (!isLead(call)) return saying(meetingText.leadOnly());
      return { kind: 'begin', words: said === 'moi' ? '' : words };
    }
    const one = all.find(found => (ref ? refOf(found) === ref : String(found.number) === number));
    if (!one) return saying(meetingText.unknown(number ?? ''));
    if (verb === 'du' || verb === 'vang') return answer(one, verb === 'du', call);
    const act = readMeetingAct(rest);
    if (verb === 'bien_ban' || act?.act === 'minutes') return minutes(one, call);
    const doing = verb ?? (act && verbs[act.act]);
    if (!doing) return open(one, call);
    return { kind: 'begin', words: `${doing} ${refOf(one)} ${act?.line ?? ''}`.trim() };
  },
});
