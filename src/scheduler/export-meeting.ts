import { ballots } from '../../db/ballots.ts';
import { blocSettingsSchema } from '../../db/bloc-context.ts';
import { blocHead, enteredBloc, units } from '../../db/blocs.ts';
import { keepFile } from '../../db/inbox-files.ts';
import { meetings } from '../../db/meetings.ts';
import type { Tx } from '../../db/tx.ts';
import { enterBloc } from '../../db/tx.ts';
import { dayOf } from '../core/day.ts';
import type { MeetingExport } from '../core/export-item.ts';
import { ballotsOf, quorumOf } from '../core/meeting.ts';
import type { Message } from '../core/message.ts';
import { meetingMinutes } from '../documents/meeting-minutes.ts';
import { DOCX } from '../documents/official-paper.ts';
import { ballotMinutes } from '../text/ballot-result.ts';
import { meetingMinutesText } from '../text/meeting-minutes.ts';
import { quorumWords } from '../text/meeting-words.ts';

/** The draft of a meeting's minutes: what is known of it, and blanks for the rest. */
export async function exportMeeting(
  tx: Tx,
  blocId: number,
  { seasonId, meetingId }: MeetingExport,
  now: Date,
): Promise<Message> {
  await enterBloc(tx, blocId);
  const today = dayOf(now);
  const head = await blocHead(tx, seasonId);
  const bloc = await enteredBloc(tx, today);
  const [one] = await meetings(tx, { id: meetingId });
  if (!head || !bloc || !one) return meetingMinutesText.nothing();
  const { quorum: threshold } = blocSettingsSchema.parse(bloc.settings).ballot;
  const lead = (await units(tx, today)).find(unit => unit.role === 'lead');
  const present = one.units.filter(unit => unit.attended === true).map(unit => unit.unitName);
  const absent = one.units.filter(unit => unit.attended === false);
  const year = { seasonIds: [seasonId] };
  const voted = ballotsOf(one, await meetings(tx, year), await ballots(tx, year));
  const { number, title, startsAt, decisions } = one;
  const bytes = await meetingMinutes({
    ...{ councilName: head.councilName, blocName: head.name, place: head.councilArea, day: today },
    ...{ number, title, startsAt, decisions, where: one.place, agenda: one.agenda?.split('\n') ?? [] },
    ...{ leadName: lead?.name ?? '', called: one.units.length, present, absent },
    ballots: voted.map(ballotMinutes),
    quorum: quorumWords(quorumOf(one, threshold), threshold),
  });
  const sha256 = await keepFile(tx, blocId, bytes, now);
  const name = meetingMinutesText.fileName(one);
  return { lines: meetingMinutesText.done(number), file: { sha256, name, mime: DOCX } };
}
