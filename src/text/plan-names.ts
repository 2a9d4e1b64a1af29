import { foldLetters } from './fold-letters.ts';
import { ABBREVIATION, nameWords } from './plan-name-words.ts';

/** Names in a letterhead or under a signature are in capitals: how they are written elsewhere. */

const PHRASES = nameWords.map(phrase => [foldLetters(phrase).split(' '), phrase.split(' ')] as const);
const BY_FIRST = new Map<string, (typeof PHRASES)[number][]>();
for (const phrase of PHRASES.toSorted((a, b) => b[0].length - a[0].length))
  BY_FIRST.set(phrase[0][0] ?? '', [...(BY_FIRST.get(phrase[0][0] ?? '') ?? []), phrase]);

/** `UỶ BAN NHÂN DÂN XÃ HÀ BẮC` → `Ủy ban nhân dân xã Hà Bắc`: known words as known, the rest as proper names. */
export function properName(capitals: string): string {
  const words = capitals.trim().split(/\s+/);
  const cased: string[] = [];
  for (let at = 0; at < words.length; ) {
    const known = phraseAt(words, at);
    if (known) {
      cased.push(...words.slice(at, at + known.length).map((word, n) => likeModel(word, known[n] ?? word)));
      at += known.length;
    } else {
      const word = words[at] ?? '';
      cased.push(ABBREVIATION.test(word) ? word : capitalised(word.toLowerCase()));
      at += 1;
    }
  }
  return capitalised(cased.join(' '));
}

function phraseAt(words: readonly string[], at: number): readonly string[] | null {
  const fits = (BY_FIRST.get(foldLetters(words[at] ?? '')) ?? []).filter(([folded]) =>
    folded.every(
      (word, n) => foldLetters(words[at + n] ?? '').replace(/[,;.:]$/, '') === word.replace(/[,;]$/, ''),
    ),
  );
  // "SỐ" is no "SỞ": where several fit, the accents decide.
  const printed = (count: number) =>
    words
      .slice(at, at + count)
      .join(' ')
      .toLowerCase();
  const exact = fits.find(([, own]) => printed(own.length) === own.join(' ').toLowerCase());
  return (exact ?? fits[0])?.[1] ?? null;
}

/** The accents as printed, the case of the model. */
function likeModel(word: string, model: string): string {
  const small = word.toLowerCase();
  const first = model.charAt(0);
  if (model === model.toUpperCase() && model.length > 1) return word;
  return first !== first.toLowerCase() ? capitalised(small) : small;
}

/** A title in capitals as a sentence: only blocs, places and what comes in figures keep theirs. */
export const sentenceCase = (capitals: string): string =>
  capitals
    .toLowerCase()
    .replace(/khối thi đua|cụm thi đua/gu, capitalised)
    .replace(/(?<=(?:tỉnh|thành phố|xã|phường|đặc khu) )\p{L}+(?: \p{L}+)?/gu, place =>
      /^(?:năm|và|phát|trong)/u.test(place) ? place : place.split(' ').map(capitalised).join(' '),
    );

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const OLD_TONES: Record<string, string> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};
const OLD = new RegExp(`(?<![qQ])(${Object.keys(OLD_TONES).join('|')})(?![\\p{L}])`, 'giu');

/** The tone where today's spelling sets it: `hoá` → `hóa`, `Uỷ` → `Ủy`. */
export function todaysSpelling(text: string): string {
  return text.normalize('NFC').replace(OLD, found => {
    const today = OLD_TONES[found.toLowerCase()] ?? found;
    return found.charAt(0) === found.charAt(0).toUpperCase() &&
      found.charAt(0) !== found.charAt(0).toLowerCase()
      ? found === found.toUpperCase()
        ? today.toUpperCase()
        : capitalised(today)
      : today;
  });
}

/** `Khôi Thi đua` → `Khối thi đua`: within names of blocs slips of the scanner are mended. */
export function blocLabelled(name: string): string {
  return todaysSpelling(name)
    .replace(/^(?:kh[oôố]i|khốì|khoi)\s+thi\s+đua/iu, 'Khối thi đua')
    .replace(/^(?:c[uụ]m)\s+thi\s+đua/iu, 'Cụm thi đua')
    .replace(/\s+(?:thuộc|của)\s+(?=tỉnh|thành phố|xã|phường|đặc khu)/iu, ' ');
}

export const uyBan = (name: string): string =>
  name.replace(/^(?:UBND|Uỷ ban nhân dân|Ủy ban nhân dân|uỷ ban nhân dân)(?=\s|$)/u, 'Ủy ban nhân dân');
export const ubnd = (name: string): string => name.replace(/^[UuỦủ][ỷyỶY]?\s?ban nhân dân(?=\s|$)/u, 'UBND');

/** Words of units' names of which a scanner loses marks: two or more, so that nobody's own name is meant. */
const MENDABLE = PHRASES.filter(([folded]) => folded.length >= 2 && folded.join(' ') !== 'hoi dong');
const HEAD_SLIPS: readonly [RegExp, string][] = [
  [/^(?:tr(?:ư[oòô]|u[oòôờơ]|ừ[oô])ng)(?=\s)/iu, 'Trường'],
  [/^(?:tram|trậm|trạrn)(?=\s)/iu, 'Trạm'],
  [/^(?:phong|phóng|phỏng)(?=\s)/iu, 'Phòng'],
  [/^(?:trung tam|trung tậm|trụng tâm)(?=\s)/iu, 'Trung tâm'],
];

/** `Trưòng Mầm non`, `Trạm Y te` → `Trường Mầm non`, `Trạm Y tế`; a name without any marks stays. */
export function mendedUnitName(name: string): string {
  const words = name.normalize('NFC').split(' ');
  if (foldLetters(name) === name.toLowerCase()) return name;
  const bare = words.map(foldLetters);
  for (let at = 0; at < words.length; at += 1) {
    const known = MENDABLE.find(([folded]) => folded.every((word, n) => bare[at + n] === word))?.[1];
    if (
      !known ||
      words
        .slice(at, at + known.length)
        .join(' ')
        .toLowerCase() === known.join(' ').toLowerCase()
    )
      continue;
    known.forEach((word, n) => {
      const printed = words[at + n] ?? '';
      words[at + n] = /^\p{Lu}/u.test(printed) ? capitalised(word.toLowerCase()) : word.toLowerCase();
    });
  }
  const joined = words.join(' ');
  const slip = HEAD_SLIPS.find(([pattern, right]) => pattern.test(joined) && !joined.startsWith(right));
  return slip ? joined.replace(slip[0], slip[1]) : joined;
}
