import { type MeetingMinutesShown, meetingMinutesText as text } from '../text/meeting-minutes.ts';
import { minutesText } from '../text/minutes.ts';
import { officialPaper, signatures } from './official-paper.ts';

/** The draft minutes of a meeting, to be completed by hand and signed. */
export function meetingMinutes(shown: MeetingMinutesShown): Promise<Uint8Array> {
  const { councilName, blocName, agenda, ballots, decisions } = shown;
  const { number, state, motto, discussion } = minutesText;
  const head = { councilName, blocName, number, state, motto, placeAndDay: minutesText.placeAndDay(shown) };
  const numbered = (lines: readonly string[]) => lines.map((line, n) => `${n + 1}. ${line}`);
  return officialPaper({ ...head, title: `${minutesText.title} ${text.subject(shown)}` }, write => [
    write.line(minutesText.title, { bold: true, center: true, after: 0 }),
    write.line(text.subject(shown), { bold: true, center: true, after: 240 }),
    ...text.opening(shown).map(write.paragraph),
    write.heading(text.attendance.title),
    ...text.attendance.lines(shown).map(write.paragraph),
    write.heading(text.agenda.title),
    ...(agenda.length > 0 ? numbered(agenda) : [text.decisions.none]).map(write.paragraph),
    write.heading(text.discussion.title),
    ...discussion.lines.map(write.paragraph),
    ...(ballots.length > 0 ? [write.heading(text.ballots.title)] : []),
    ...ballots.flat().map(write.paragraph),
    write.heading(text.decisions.title(ballots.length > 0)),
    ...(decisions.length > 0 ? numbered(decisions) : [text.decisions.none]).map(write.paragraph),
    write.line(text.caution, { italic: true, indent: true }),
    write.paragraph(minutesText.closing),
    write.line('', { after: 120 }),
    signatures(write, minutesText),
  ]);
}
