import { foldLetters } from '../../text/fold-letters.ts';
import type { Document } from '../document/document.ts';
import { COUNTED } from '../extract/counted.ts';
import { quantitiesIn } from '../extract/quantities.ts';
import { quotedIn } from '../extract/quoted.ts';
import { topicOf } from '../extract/topics.ts';
import type { Reading } from '../read-plan.ts';
import { type Anomaly, warnAt, warning, whereOf } from './warning.ts';

/** Targets that cannot be used as they stand. */
export function targetWarnings({ targets, document }: Reading): Anomaly[] {
  const elsewhere = document.body.flatMap(section =>
    quantitiesIn(section.folded)
      .filter(one => one.reversed && !targets.some(known => known.reversed && known.section === section))
      .map(one => warnAt('reversed_range', section, one.at, one.end)),
  );
  const reversed = targets
    .filter(one => one.reversed)
    .map(({ target, section }) =>
      warning('reversed_range', whereOf(section), {
        quote: target.raw ?? target.text,
        line: target.line ?? 1,
        last: target.line ?? 1,
      }),
    );
  const plain = targets.filter(({ target, section }) => topicOf(section) === 'targets' && !target.per);
  const open = plain.filter(({ target }) => !target.period && !target.due_date && target.operator !== 'done');
  const first = open[0];
  const total = targets.find(
    ({ target }) =>
      /dong|usd/.test(foldLetters(target.unit)) &&
      /^\d{4}-\d{4}$/.test(target.period ?? '') &&
      !/nam$/.test(foldLetters(target.unit)) &&
      !/tong|binh quan|luy ke/.test(foldLetters(target.text)),
  );
  const verbless = targets.find(
    ({ target }) =>
      target.operator === 'done' &&
      /^du an/.test(foldLetters(target.text)) &&
      !/hoan thanh|ban giao|khoi cong|thong xe|dua vao/.test(foldLetters(target.text)),
  );
  const at = (one: (typeof targets)[number]) => ({
    quote: one.target.text,
    line: one.target.line ?? 1,
    last: one.target.line ?? 1,
  });
  const counts = document.body.flatMap(section =>
    quotedIn(section.text).flatMap(range => {
      const words = section.folded.slice(range.from + 1, range.to - 1);
      return /^0?\d{1,2}\s+(?:nhiem vu|dot pha|khau|no luc|chuong trinh|muc tieu)/.test(words)
        ? [warnAt('quoted_counts', section, range.from + 1, range.to - 1)]
        : [];
    }),
  );
  return [
    ...blanks(document),
    ...reversed,
    ...elsewhere,
    ...(first ? [warning('no_period', whereOf(first.section), at(first))] : []),
    ...(total ? [warning('ambiguous_total', whereOf(total.section), at(total))] : []),
    ...(verbless ? [warning('missing_verb', whereOf(verbless.section), at(verbless))] : []),
    ...counts.slice(0, 1),
  ];
}

const BLANK = new RegExp(
  String.raw`(?:\u2026+[.\u2026]*|\.{3,}|_{2,})\s*(?:%|(?:${COUNTED})(?![\p{L}]))`,
  'u',
);

function blanks(document: Document): Anomaly[] {
  return document.body.flatMap(section => {
    const found = BLANK.exec(section.folded);
    const from = found ? section.text.lastIndexOf(' ', Math.max(0, found.index - 1)) + 1 : 0;
    return found ? [warnAt('blank_figure', section, from, found.index + found[0].length)] : [];
  });
}
