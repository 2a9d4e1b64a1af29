import { type MinutesShown, minutesText } from '../text/minutes.ts';
import { officialPaper, signatures, type Writer } from './official-paper.ts';

/** The minutes as a document ready to be completed by hand and signed. */
export function minutesDocument(shown: MinutesShown): Promise<Uint8Array> {
  const { attendance, results, discussion, vote, number, state, motto } = minutesText;
  const { councilName, blocName } = shown;
  const head = { councilName, blocName, number, state, motto, placeAndDay: minutesText.placeAndDay(shown) };
  const title = `${minutesText.title} ${minutesText.subject(shown.year)}`;
  return officialPaper({ ...head, title }, write => [
    write.line(minutesText.title, { bold: true, center: true, after: 0 }),
    write.line(minutesText.subject(shown.year), { bold: true, center: true, after: 240 }),
    ...minutesText.opening(shown).map(write.paragraph),
    write.heading(attendance.title),
    ...attendance.lines(shown.units.length, shown.leadName).map(write.paragraph),
    write.heading(results.title),
    write.line(results.basis(shown), { indent: true, keep: true }),
    write.grid(
      results.columns,
      shown.units.map(one => [one.rank, one.name, one.self, one.verified, one.final, one.note]),
      [0.1, 0.3, 0.13, 0.14, 0.13, 0.2],
    ),
    write.line('', { after: 60 }),
    ...shown.decided.map(write.paragraph),
    write.line(results.verifiers, { indent: true, keep: true }),
    ...shown.units.map(one => write.paragraph(results.verifier(one.name, one.verifiedBy))),
    ...write.list(results.notConsidered, shown.notConsidered),
    ...changes(write, shown),
    ...write.list(results.appeals, shown.appeals),
    write.heading(discussion.title),
    ...discussion.lines.map(write.paragraph),
    write.heading(vote.title),
    ...(shown.ballots.length > 0 ? shown.ballots.flat() : [vote.counts]).map(write.paragraph),
    ...vote.lines.map(write.paragraph),
    write.line(vote.caution, { italic: true, indent: true }),
    write.paragraph(minutesText.closing),
    write.line('', { after: 120 }),
    signatures(write, minutesText),
  ]);
}

function changes(write: Writer, { changes }: MinutesShown) {
  const { results } = minutesText;
  if (changes.length === 0) return [write.paragraph(results.noChanges)];
  const rows = changes.map(one => [one.unit, one.criterion, one.from, one.to, one.reason]);
  return [
    write.line(results.changes, { indent: true, keep: true }),
    write.grid(results.changeColumns, rows, [0.22, 0.28, 0.11, 0.11, 0.28]),
    write.line('', { after: 60 }),
  ];
}
