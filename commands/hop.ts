import { z } from 'zod';
import { type Meeting, type MeetingStanding, meetingStanding, quorumOf } from '../src/core/meeting.ts';
import type { Choice } from '../src/dialogues/dialogue.ts';
import { fold } from '../src/text/fold.ts';
import { type MeetingAct, readMeetingAct } from '../src/text/meeting-line.ts';
import { meetingText } from '../src/text/meetings.ts';
import { notUnderstood } from '../src/text/not-understood.ts';
import { readNumbered } from '../src/text/numbered.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { answer, refOf, unitsOf } from './meeting-answer.ts';
import { meetingConversation } from './meeting-talk.ts';
import { isLead, saying, withLines } from './reply.ts';

const SHOWN = 6;

function list(all: readonly Meeting[], call: Call): Reply {
  const shown = all.slice(0, SHOWN);
  const lines = meetingText.list(call.bloc?.name ?? '', shown, call.now, isLead(call));
  const make: Choice[][] = isLead(call) ? [[meetingText.make]] : [];
  return saying(lines, [...shown.map(one => [meetingText.open(one)]), ...make]);
}

function open(one: Meeting, call: Call): Reply {
  const threshold = call.ports.ballots.settings().quorum;
  const lines = meetingText.shown(call.bloc?.name ?? '', one, call.now, quorumOf(one, threshold), threshold);
  const acts = actsOn(one, call);
  const answers = acts.filter(act => act === 'come' || act === 'stay_away');
  const others = acts.filter(act => act !== 'come' && act !== 'stay_away');
  return saying(
    lines,
    [answers, others].filter(row => row.length > 0).map(row => row.map(act => buttons[act](one))),
  );
}

/** Coming or not; who gives no reason for staying away is asked for one. */
async function respond(
  one: Meeting,
  given: { answer: 'yes' | 'no'; reason: string | null },
  call: Call,
): Promise<Reply> {
  const standing = meetingStanding(one, call.now);
  if (standing !== 'planned') return saying(meetingText.tooLate(one, standing));
  if (unitsOf(one, call).length === 0) return saying(meetingText.notForYou(one));
  const noted = await answer(one, given, call);
  if (given.answer === 'yes' || given.reason !== null) return saying(noted);
  return { kind: 'begin', words: `ly_do ${refOf(one)}` };
}

/** Words behind its number that are nothing to be done with it. */
function odd(one: Meeting, words: string, call: Call): Reply {
  const forms = actsOn(one, call).map(act => meetingText.forms[act]);
  return withLines(notUnderstood(words, `hop ${one.number}`, forms), open(one, call));
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

/** What the person may do with it now. */
function actsOn(one: Meeting, call: Call): MeetingAct[] {
  const standing = meetingStanding(one, call.now);
  const answers: MeetingAct[] =
    standing === 'planned' && unitsOf(one, call).length > 0 ? ['come', 'stay_away'] : [];
  return isLead(call) ? [...answers, ...leadActs[standing]] : answers;
}
const leadActs: Record<MeetingStanding, MeetingAct[]> = {
  planned: ['cancel'],
  over: ['attendance', 'cancel'],
  held: ['decision', 'attendance', 'minutes'],
  cancelled: [],
};

const buttons: Record<MeetingAct, (one: Meeting) => Choice> = {
  come: meetingText.come,
  stay_away: meetingText.stayAway,
  attendance: meetingText.attendance,
  decision: meetingText.decision,
  minutes: meetingText.minutes,
  cancel: meetingText.cancelIt,
};

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
    if (verb === 'du' || verb === 'vang')
      return respond(one, { answer: verb === 'du' ? 'yes' : 'no', reason: null }, call);
    if (verb === 'bien_ban') return minutes(one, call);
    if (verb) return { kind: 'begin', words: `${verb} ${refOf(one)}` };
    const read = readMeetingAct(rest);
    if (!read) return rest === '' ? open(one, call) : odd(one, rest, call);
    switch (read.act) {
      case 'come':
        return respond(one, { answer: 'yes', reason: null }, call);
      case 'stay_away':
        return respond(one, { answer: 'no', reason: read.line || null }, call);
      case 'minutes':
        return minutes(one, call);
      default:
        return { kind: 'begin', words: `${verbs[read.act]} ${refOf(one)} ${read.line}`.trim() };
    }
  },
});
