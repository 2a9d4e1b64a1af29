import type { Threshold } from '../src/core/ballot/threshold.ts';
import { addDays, at, dayOf } from '../src/core/day.ts';
import { type Meeting, meetingStanding, quorumOf } from '../src/core/meeting.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { composeText } from '../src/text/compose.ts';
import { readMeeting, saysAll } from '../src/text/meeting-line.ts';
import { meetingText } from '../src/text/meetings.ts';
import { readWho } from '../src/text/who-words.ts';
import type { Call } from './command.ts';
import { bindConversation } from './conversation.ts';
import { answer, namesOf, refOf, unitsOf } from './meeting-answer.ts';
import { isLead } from './reply.ts';

/** Characters. */
const MOST = 2_000;

type Doing = 'new' | 'diem_danh' | 'ket_luan' | 'huy' | 'ly_do';
interface Facts extends ComposeFacts {
  doing: Doing;
  about: Meeting | null;
}
type Asking = Pick<Facts, 'question' | 'preview'>;

async function load(
  call: Call,
  words: string,
  saved: { target: string | null } | null,
): Promise<{ facts: Facts } | { refusal: Say }> {
  const [, away] = /^ly_do (m_[a-z\d]{12})$/.exec(saved ? (saved.target ?? '') : words) ?? [];
  if (away) return explaining(away, call);
  if (!isLead(call)) return { refusal: { lines: meetingText.leadOnly() } };
  const [, verb, ref, line = ''] =
    /^(diem_danh|ket_luan|huy) (m_[a-z\d]{12})(?:\s+([\s\S]*))?$/.exec(
      saved ? (saved.target ?? '') : words,
    ) ?? [];
  if (verb !== 'diem_danh' && verb !== 'ket_luan' && verb !== 'huy')
    return {
      facts: { words: saved ? '' : words, target: null, doing: 'new', about: null, ...(await calling(call)) },
    };
  const about = (await call.ports.year.meetings.list()).find(one => refOf(one) === ref);
  if (!about) return { refusal: { lines: meetingText.unknown('') } };
  const standing = meetingStanding(about, call.now);
  if (standing === 'cancelled' || (verb === 'huy' && standing === 'held'))
    return { refusal: { lines: meetingText.notNow(about, standing) } };
  if (verb !== 'huy' && standing === 'planned') return { refusal: { lines: meetingText.tooEarly(about) } };
  // What is cancelled needs no words of its own.
  const said = verb === 'huy' ? meetingText.cancelWay : line;
  const common = { words: saved ? '' : said, target: `${verb} ${ref}`, doing: verb, about } as const;
  if (verb === 'huy') return { facts: { ...common, ...cancelling(about) } };
  return { facts: { ...common, ...(verb === 'diem_danh' ? await attending(about, call) : deciding(about)) } };
}

/** Why the units stay away, which is already noted. */
async function explaining(ref: string, call: Call): Promise<{ facts: Facts } | { refusal: Say }> {
  const about = (await call.ports.year.meetings.list()).find(one => refOf(one) === ref);
  if (!about) return { refusal: { lines: meetingText.unknown('') } };
  const standing = meetingStanding(about, call.now);
  if (standing !== 'planned') return { refusal: { lines: meetingText.tooLate(about, standing) } };
  const question = () => meetingText.askReason(about, namesOf(unitsOf(about, call)));
  const aside = { way: 'why', leave: meetingText.noReason, left: meetingText.withoutReason(about) };
  const common = { words: '', target: `ly_do ${ref}`, doing: 'ly_do', about } as const;
  return { facts: { ...common, question, preview: () => ({ lines: question(), ways: [] }), aside } };
}

async function calling(call: Call): Promise<Asking> {
  const { ports, now, today } = call;
  const units = await ports.units();
  const calendar = await ports.calendar();
  const groups = await ports.reminders.hasGroup();
  return {
    question: meetingText.question,
    preview: ({ text, file }) => {
      const { title, startsAt, badTime, place, agenda } = readMeeting(text, today);
      if (title === null) return { lines: meetingText.noTitle(), ways: [] };
      if (!startsAt) return { lines: meetingText.noTime(badTime), ways: [] };
      if (startsAt <= now) return { lines: meetingText.past(startsAt), ways: [] };
      const dayOff = !calendar.isWorkingDay(dayOf(startsAt));
      const given = { units: units.length, groups, file: file?.name ?? null, dayOff };
      const lines = meetingText.preview({ title, startsAt, place, agenda }, given);
      return { lines, ways: [{ id: 'call', label: meetingText.call }] };
    },
  };
}

/** The units named, as long as they were called; null where a name is nobody's. */
async function namedUnits(about: Meeting, text: string, call: Call): Promise<string[] | null> {
  const all = about.units.map(one => one.unitId);
  if (saysAll(text)) return all;
  const who = readWho(text, await call.ports.deadlines.units(), true);
  if (who?.kind === 'all' || who?.kind === 'both') return all;
  if (who?.kind !== 'units') return null;
  return all.filter(id => who.unitIds.includes(id));
}

const withAttendance = (about: Meeting, present: readonly string[]): Meeting => ({
  ...about,
  units: about.units.map(one => ({ ...one, attended: present.includes(one.unitId) })),
});

const thresholdOf = (call: Call): Threshold => call.ports.ballots.settings().quorum;

async function attending(about: Meeting, call: Call): Promise<Asking> {
  const units = await call.ports.deadlines.units();
  const all = about.units.map(one => one.unitId);
  return {
    question: () => meetingText.askAttendance(about),
    preview: ({ text }) => {
      const who = saysAll(text) ? ({ kind: 'all' } as const) : readWho(text, units, true);
      if (!who || who.kind === 'bloc') return { lines: meetingText.noUnits(text), ways: [] };
      const present = who.kind === 'units' ? all.filter(id => who.unitIds.includes(id)) : all;
      const held = withAttendance(about, present);
      const absent = held.units.filter(one => !one.attended).map(one => one.unitName);
      const threshold = thresholdOf(call);
      return {
        lines: meetingText.previewAttendance(about, quorumOf(held, threshold), threshold, absent),
        ways: [{ id: 'save', label: meetingText.save }],
      };
    },
  };
}

const deciding = (about: Meeting): Asking => ({
  question: () => meetingText.askDecision(about),
  preview: ({ text }) => ({
    lines: meetingText.previewDecision(about, text),
    ways: [{ id: 'save', label: meetingText.save }],
  }),
});

const cancelling = (about: Meeting): Asking => ({
  question: () => meetingText.previewCancel(about),
  preview: () => ({
    lines: meetingText.previewCancel(about),
    ways: [{ id: 'cancel_it', label: meetingText.cancelWay }],
  }),
});

/** The working morning before it, where that is still to come. */
async function reminderOf(startsAt: Date, call: Call): Promise<Date | null> {
  const { ports, now } = call;
  const calendar = await ports.calendar();
  const before = calendar.workingDayOnOrBefore(addDays(dayOf(startsAt), -1));
  const morning = at(before, ports.policy.morning);
  return morning > now ? morning : null;
}

async function callAll({ text, file }: ComposeEffect, call: Call): Promise<Say> {
  const { ports, today } = call;
  const { title, startsAt, place, agenda } = readMeeting(text, today);
  if (title === null || !startsAt) return { lines: meetingText.noTime(null) };
  const facts = { title, startsAt, place, agenda };
  const unitIds = (await ports.units()).map(unit => unit.id);
  const remindAt = await reminderOf(startsAt, call);
  const { id, number } = await ports.year.meetings.call({ ...facts, unitIds, remindAt });
  const detail = { no: number, units: unitIds.length, file: file !== null };
  ports.audit({ action: 'meeting.called', subject: 'meeting', subjectId: id, detail });
  const attached = file && { sha256: file.sha256, name: file.name, mime: file.mime };
  if (attached)
    await ports.board.documents.add({ kind: 'other', title, number: null, issuedOn: null, file: attached });
  const invitation = {
    lines: meetingText.invitation(call.bloc?.name ?? '', { number, ...facts }),
    choices: [[meetingText.come({ id }), meetingText.stayAway({ id })]],
    ...(attached ? { file: attached } : {}),
  };
  ports.tell({ kind: 'units' }, invitation);
  ports.tell({ kind: 'groups' }, invitation);
  return { lines: meetingText.called(number, unitIds.length) };
}

async function carryOut(effect: ComposeEffect, about: Meeting, doing: Doing, call: Call): Promise<Say> {
  const { ports } = call;
  if (doing === 'ly_do') return { lines: await answer(about, { answer: 'no', reason: effect.text }, call) };
  const subject = { subject: 'meeting', subjectId: about.id } as const;
  if (doing === 'huy') {
    await ports.year.meetings.cancel(about.id);
    ports.audit({ action: 'meeting.cancelled', ...subject, detail: { no: about.number } });
    const lines = meetingText.toldCancelled(call.bloc?.name ?? '', about);
    ports.tell({ kind: 'units' }, { lines });
    ports.tell({ kind: 'groups' }, { lines });
    return { lines: meetingText.cancelled(about) };
  }
  if (doing === 'ket_luan') {
    await ports.year.meetings.decide(about.id, effect.text);
    const detail = { no: about.number, decision: about.decisions.length + 1 };
    ports.audit({ action: 'meeting.decided', ...subject, detail });
    return { lines: meetingText.decided(about) };
  }
  const present = await namedUnits(about, effect.text, call);
  if (!present) return { lines: meetingText.noUnits(effect.text) };
  await ports.year.meetings.attend(about.id, present);
  const detail = { no: about.number, present: present.length, of: about.units.length };
  ports.audit({ action: 'meeting.held', ...subject, detail });
  const threshold = thresholdOf(call);
  const quorum = quorumOf(withAttendance(about, present), threshold);
  return { lines: meetingText.attended(about, quorum, threshold) };
}

export const meetingConversation = bindConversation({
  machine: composeDialogue({
    kind: 'hop',
    file: 'optional',
    fileTitle: composeText.fileTitles.hop,
    most: MOST,
  }),
  load,
  apply: async (effects: ComposeEffect[], call, { about, doing }: Facts) => {
    const says: Say[] = [];
    for (const effect of effects)
      says.push(await (about ? carryOut(effect, about, doing, call) : callAll(effect, call)));
    return says;
  },
});
