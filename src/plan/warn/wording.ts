import { doubledWord, knownAbbreviations, newTones, oldTones, slips } from '../../text/plan-slips.ts';
import type { Reading } from '../read-plan.ts';
import { type Anomaly, warnAt, warning } from './warning.ts';

/** Slips of spelling and punctuation. */
export function wordingWarnings(reading: Reading): Anomaly[] {
  const { document } = reading;
  return [
    ...document.body.flatMap(section =>
      slips.flatMap(({ wrong, right, grave }) => {
        const found = wrong.exec(section.text);
        return found
          ? [
              warnAt(
                grave ? 'meaning_slip' : 'ocr',
                section,
                found.index,
                found.index + found[0].length,
                right,
              ),
            ]
          : [];
      }),
    ),
    ...document.body.flatMap(section => {
      const found = doubledWord.exec(section.text);
      return found ? [warnAt('repeated_word', section, found.index, found.index + found[0].length)] : [];
    }),
    ...punctuation(reading),
    ...quotes(reading),
    ...tones(reading),
    ...abbreviations(reading),
    ...closing(reading),
  ];
}

function punctuation({ document }: Reading): Anomaly[] {
  const doubled = document.body.flatMap(section => {
    const found = /[^.\s](?:\.\.(?=\s|$)|,,|;;|\.;)/.exec(section.text);
    const from = found ? section.text.lastIndexOf(' ', found.index) + 1 : 0;
    return found ? [warnAt('double_punct', section, from, found.index + found[0].length)] : [];
  });
  const last = document.body.at(-1);
  const bad =
    last && /[^.]\.\/$|[^.]\/\.$/.test(last.text)
      ? [warnAt('bad_terminator', last, Math.max(0, last.text.lastIndexOf(' ')), last.text.length)]
      : [];
  return [...doubled, ...bad];
}

function quotes({ document }: Reading): Anomaly[] {
  const mixed = document.body.flatMap(section => {
    const found = /\u201c[^"\u201c\u201d]{2,200}"/u.exec(section.text);
    return found ? [warnAt('quote_mismatch', section, found.index, found.index + found[0].length)] : [];
  });
  const straight = document.body.find(section => /"[^"\u201c\u201d]{3,}"/u.test(section.text));
  const curved = document.body.some(section => /\u201c[^"\u201c\u201d]+\u201d/u.test(section.text));
  const at = straight ? /"[^"\u201c\u201d]{3,}"/u.exec(straight.text) : null;
  const mix =
    straight && at && curved ? [warnAt('quote_style_mix', straight, at.index, at.index + at[0].length)] : [];
  return [...mixed.slice(0, 1), ...mix];
}

function tones({ document }: Reading): Anomaly[] {
  const old = document.body.find(section => oldTones.test(section.text));
  const today = document.body.find(section => newTones.test(section.text));
  const found = old ? oldTones.exec(old.text) : null;
  const other = today ? newTones.exec(today.text) : null;
  if (!old || !found || !other) return [];
  return [
    warnAt('orthography', old, found.index, found.index + found[0].length, `${found[0]} / ${other[0]}`),
  ];
}

function abbreviations({ document }: Reading): Anomaly[] {
  const words = document.recipients.flatMap(line =>
    [...line.text.matchAll(/(?<![\p{L}\d])\p{Lu}{3,}(?![\p{L}\d])/gu)].flatMap(([word]) =>
      knownAbbreviations.has(word) ? [] : [{ word, line }],
    ),
  );
  const first = words[0];
  if (!first) return [];
  const at = { quote: first.word, line: first.line.no, last: first.line.no };
  return [warning('abbreviations', 'recipients', at, [...new Set(words.map(one => one.word))].join(', '))];
}

/** "Trên đây là Kế hoạch …" under another name than the title's. */
function closing({ document, identity }: Reading): Anomaly[] {
  const title = identity.title?.folded ?? '';
  const last = document.body.findLast(section => /^\W*tren day la/.test(section.folded));
  const found = last
    ? /ke hoach\s+([^.]{6,160}?)(?=\s(?:cua|de nghi|yeu cau|thuoc)\s|[,;.]\s|\.\/|$)/.exec(last.folded)
    : null;
  if (!last || !found?.[1] || title === '') return [];
  const words = (text: string) => new Set(text.match(/[\p{L}\d]+/gu) ?? []);
  const [said, own] = [words(found[1]), words(title)];
  const shared = [...said].filter(word => own.has(word)).length;
  if (shared >= 0.7 * said.size) return [];
  return [warnAt('title_closing_mismatch', last, found.index, found.index + found[0].length)];
}
