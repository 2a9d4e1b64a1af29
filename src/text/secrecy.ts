import {
  type Candidate,
  candidatesIn,
  isDocument,
  type Marking,
  type Token,
  tokensOf,
} from './secrecy-words.ts';

export type { Marking } from './secrecy-words.ts';

const RANK: readonly Marking[] = ['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'];
const EXTENSION =
  /(?:\.(?:pdf|docx?|xlsx?|pptx?|od[ts]|rtf|txt|csv|zip|rar|7z|png|jpe?g|heic|tiff?|p7s|signed))+$/i;
/** `M Ậ T`, `T Ố I  M Ậ T`: single letters the same distance apart. */
const SPACED = /(?<!\p{L})\p{L}([ .]{1,3})\p{L}(?:\1\p{L})+(?!\p{L})/gu;
/** A whole line of single letters, whatever lies between them. */
const SPACED_LINE = /^\p{L}(?:\s+\p{L})+$/u;
/** A line's end within a word must not leave a "MẬT" alone. */
const WRAPPED = /(?<!\p{L})(bảo|bí|cơ)[ \t]*\r?\n\s*(mật)(?!\p{L})/giu;
/** Without accents "do mat mat" is an everyday loss, hence the colon. */
const DEGREE =
  /(?:độ mật[\s:.=–-]*|(?<!\p{L})do[ _]mat\s*[:=]\s*)(tuyệt mật|tuyet mat|tối mật|toi mat|mật|mat)(?!\p{L})/giu;

/** "Báo cáo mật, số 5/BC-KT", "“Tuyệt mật” 5/BC-KT": with its degree a document is named, whatever its letters. */
const NUMBERED_DOCUMENT =
  /(?:(?:báo cáo|công văn|văn bản|tờ trình|kế hoạch|thông báo|quyết định|biên bản|tài liệu|chỉ thị|bc|cv)\s+["'“”‘’«(]?|^\s*["'“”‘’«(]?|["“‘«])(tuyệt mật|tối mật|mật)["'“”‘’»)]?\s*[,.;:–-]?\s*(?:số\s*:?\s*)?\d{1,5}\s*\/\s*\p{L}/giu;

type Place = 'line' | 'brackets' | 'file' | 'inside';

/**
 * The highest official secrecy marking in a header, a file name or a caption. Lower-case words in a sentence
 * are talk about secrecy ("bảo mật", "tài liệu mật"); a marking is in capitals or stands where markings stand:
 * alone on its line, in brackets, after "Độ mật", as a part of a file name.
 */
export function secrecyMarking(text: string): Marking | null {
  const lines = text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(WRAPPED, '$1 $2')
    .split(/[\r\n\t\v\f\u2028\u2029|]+/);
  const found = lines.flatMap(line => markingsIn(line.replace(/\p{Zs}/gu, ' ').trim()));
  return RANK.findLast(level => found.includes(level)) ?? null;
}

/** Lines of a document's head: a marking stands at the top of its first page. */
const HEAD_LINES = 60;

/** The marking of a whole document, as its head bears it. */
export const documentMarking = (words: string): Marking | null =>
  secrecyMarking(words.split('\n').slice(0, HEAD_LINES).join('\n'));

/** Of a sheet's first rows: a cell is a line for itself. */
export const sheetMarking = (rows: readonly (readonly string[])[]): Marking | null =>
  secrecyMarking(
    rows
      .slice(0, HEAD_LINES)
      .flat()
      .filter(cell => cell !== '')
      .join('\n'),
  );

function markingsIn(line: string): Marking[] {
  const joined = SPACED_LINE.test(line)
    ? line.replace(/\s+/g, '')
    : line.replace(SPACED, letters => letters.replace(/[ .]/g, ''));
  if (!/m[aâậ]t/iu.test(joined)) return [];
  const name = joined.replace(EXTENSION, '');
  const isFile = name !== joined;
  // BaoCaoMat.docx
  const said = isFile ? name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2') : name;
  return [
    ...[...said.matchAll(DEGREE), ...said.matchAll(NUMBERED_DOCUMENT)].map(([, level = '']) =>
      levelNamed(level),
    ),
    ...segmentsOf(said, isFile).flatMap(({ words, place }) => {
      const tokens = tokensOf(words);
      return candidatesIn(tokens)
        .filter(one => isMarking(one, tokens, place))
        .map(one => one.level);
    }),
  ];
}

function levelNamed(words: string): Marking {
  if (/^tuy/i.test(words)) return 'TUYỆT MẬT';
  return /^t/i.test(words) ? 'TỐI MẬT' : 'MẬT';
}

/** Brackets set their content apart; in file names a dash between spaces does so too. */
function segmentsOf(line: string, isFile: boolean): { words: string; place: Place }[] {
  const parts = line.split(/([[({<][^[({<\])}>]*[\])}>])/);
  return parts.flatMap((part): { words: string; place: Place }[] => {
    if (/^[[({<]/.test(part)) return [{ words: part.slice(1, -1), place: 'brackets' }];
    if (isFile) return part.split(/\s[-–—]\s/).map(words => ({ words, place: 'file' }));
    return [{ words: part, place: parts.length === 1 ? 'line' : 'inside' }];
  });
}

function isMarking(one: Candidate, tokens: readonly Token[], place: Place): boolean {
  const alone = one.from === 0 && one.to === tokens.length;
  const distinct = one.accented || one.level === 'TUYỆT MẬT';
  if (alone && place !== 'inside') return distinct || one.caps || place === 'brackets';
  if (one.caps) return distinct || alone || stands(one, tokens);
  return place === 'file' && isNamePart(one, tokens);
}

/** Capitals without accents: no other capitals beside them, unless those name a kind of document. */
function stands({ from, to }: Candidate, tokens: readonly Token[]): boolean {
  const before = tokens[from - 1];
  const after = tokens[to];
  return !after?.caps && (!before?.caps || isDocument(before));
}

/** Small letters in a file name: a part by itself, at an end, or after a kind of document. */
function isNamePart({ level, accented, from, to }: Candidate, tokens: readonly Token[]): boolean {
  const atEnd = to === tokens.length;
  if (level !== 'MẬT') return accented || level === 'TUYỆT MẬT' || atEnd;
  if (!accented) return atEnd && isDocument(tokens[from - 1]);
  const apart = /[_.-]/.test(tokens[from]?.gap ?? '') && /[_.-]/.test(tokens[to]?.gap ?? '');
  return atEnd || from === 0 || apart;
}
