const INVISIBLE = /[\p{Cf}\p{Cs}\u115f\u1160\u3164]/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const TONED_VOWELS = /(?:[aeiouy]\p{M}*)+/gu;

/** One spelling for quotes and dashes; (soft) line breaks and runs of spaces become one space. */
function plainSigns(s: string): string {
  return s
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛ʼ`´′]/g, "'")
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Digits, letters and signs as wide as a Chinese character, which some keyboards give, as the plain ones. */
export const plainWidth = (s: string): string =>
  s.replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** Lower case without any marks, `đ` as `d`; punctuation stays, also `-` and `_`: for reading dates and numbers. */
export function withoutMarks(s: string): string {
  const bare = plainWidth(s).replace(INVISIBLE, '').normalize('NFD').replace(/\p{M}/gu, '');
  return plainSigns(bare.toLowerCase().replace(/[đɖð]/g, 'd'));
}

/** For matching only: `withoutMarks` with hyphens and underscores as spaces. `Nộp_báo-cáo` → `nop bao cao`. */
export function fold(s: string): string {
  return withoutMarks(s.normalize('NFKC'))
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** Within a syllable the tone mark may stand on either vowel (oà, òa); there is only one, so it goes last. */
function toneLast(vowels: string): string {
  return vowels.replace(TONES, '') + (vowels.match(TONES) ?? []).join('');
}

function accentKey(s: string): string {
  const lower = plainSigns(s.replace(INVISIBLE, '').toLowerCase());
  return lower.normalize('NFD').replace(TONED_VOWELS, toneLast).normalize('NFC');
}

/** The same words with the same accents, whatever the case, the Unicode form and the tone's place (hoà, hòa). */
export function sameText(a: string, b: string): boolean {
  return accentKey(a) === accentKey(b);
}

/** What is fit to be stored of typed words: NFC, on one line, nothing invisible. */
export function clean(s: string): string {
  return s
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** The same where lines matter: at most one blank line between two. */
export function cleanText(s: string): string {
  const lines = s.replace(/\r\n?|[\u2028\u2029]/g, '\n').split('\n');
  return lines
    .map(clean)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
/** With a capital, as it is read at the head of a line. */
export const capitalised = (s: string): string => s.charAt(0).toLocaleUpperCase('vi') + s.slice(1);

const characters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** At most `units` UTF-16 units, with "…" where something was cut; never half a character. */
export function clip(s: string, units: number): string {
  if (s.length <= units) return s;
  let end = 0;
  for (const { index, segment } of characters.segment(s)) {
    if (index + segment.length > units - 1) break;
    end = index + segment.length;
  }
  return units < 1 ? '' : `${s.slice(0, end).trimEnd()}…`;
}
