import { fold } from './fold.ts';

export type Marking = 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT';

export interface Token {
  /** NFC, as written. */
  text: string;
  folded: string;
  /** Written in capitals throughout. */
  caps: boolean;
  /** What stands between the token before and this one. */
  gap: string;
}

/** Where a marking's words stand among a segment's tokens: from `from` up to, not including, `to`. */
export interface Candidate {
  level: Marking;
  from: number;
  to: number;
  caps: boolean;
  /** With its own accents; without them `mat` may be mất, mặt, mắt, mát. */
  accented: boolean;
}

const LEVELS: Record<string, Marking> = { toi: 'TỐI MẬT', tuyet: 'TUYỆT MẬT' };
/** `mât`: the dot below is what scanners lose. */
const SECRET = new Set(['mật', 'mat', 'mât']);
const JOINED = /^(tối|toi|tuyệt|tuyet)(mật|mat)$/;
const FIRST = new Set(['tối', 'toi', 'tuyệt', 'tuyet']);

const set = (words: string) => new Set(words.split(' '));
/** Ordinary words with mật: bảo mật, bí mật, cơ mật, thân mật, giải mật, độ mật itself … and honey's. */
const BEFORE = set(
  'bảo bí cơ thân trăng túi trái đường ống sỏi rút quay lấy nuôi vắt nước độ giải lộ không phi',
);
const AFTER = set('độ khẩu mã thiết ong nghị vụ thám mía gấu hoa ngữ ước vịt ngọt đàm nhà');
/** The same without accents, where mất, mặt, mắt come in: ra mắt, gặp mặt, Mặt trận, mất đoàn kết … */
const BEFORE_BARE = set(
  'bao bi co than trang tui trai duong ong rut nuoc do giai lo khong phi ra be gap vang tien truoc khuon doi ' +
    'chu mo bo kham ngoai noi rua mau chong ngan chia dau le guong',
);
const AFTER_BARE = set(
  'do khau ma thiet ong nghi vu tham mia gau tran hang bang dat troi nuoc duong tich kinh vien nap can mat an ' +
    'doan rung chat dien hoa ngu nha',
);
const DOCUMENTS = set(
  'van vb ban cao trinh hoach dinh bao lieu so luc thao tu thi quyet dien cv bc kh qd tb ttr',
);
export const isDocument = (token: Token | undefined): boolean =>
  token !== undefined && DOCUMENTS.has(token.folded);

export function tokensOf(segment: string): Token[] {
  let end = 0;
  return [...segment.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: text, index }) => {
    const gap = segment.slice(end, index);
    end = index + text.length;
    return { text, folded: fold(text), caps: text === text.toUpperCase() && /\p{L}/u.test(text), gap };
  });
}

/** Everything that reads like a marking and is no part of an ordinary word. */
export function candidatesIn(tokens: readonly Token[]): Candidate[] {
  return tokens.flatMap((token, i): Candidate[] => {
    const found = candidateAt(tokens, token, i);
    return found && !isOrdinary(tokens, found) ? [found] : [];
  });
}

function candidateAt(tokens: readonly Token[], token: Token, i: number): Candidate | null {
  const word = token.text.toLowerCase();
  const joined = JOINED.exec(word);
  const to = i + 1;
  if (joined) {
    const level = LEVELS[fold(joined[1] ?? '')];
    return level ? { level, from: i, to, caps: token.caps, accented: joined[2] === 'mật' } : null;
  }
  if (!SECRET.has(word)) return null;
  const before = tokens[i - 1];
  const level = before && isFirstOf(before, token) && LEVELS[before.folded];
  const accented = word === 'mật';
  if (!level || !before) return { level: 'MẬT', from: i, to, caps: token.caps, accented };
  return { level, from: i - 1, to, caps: token.caps, accented };
}

/** In "của toi MẬT" the small letters before belong to the sentence, and the marking is MẬT alone. */
const isFirstOf = (before: Token, token: Token) =>
  FIRST.has(before.text.toLowerCase()) &&
  isJoint(token.gap) &&
  (before.caps || !token.caps || before.text.toLowerCase() !== before.folded);

/** TỐI-MẬT, but also what a scanner pulled apart. */
const isJoint = (gap: string) => /^[\s_.-]{1,3}$/.test(gap);
/** One word's two syllables; in "MẬT - Báo cáo" they are not. */
const isOneWord = (gap: string) => /^(?:\s+|[_.-])$/.test(gap);

function isOrdinary(tokens: readonly Token[], { level, from, to, accented }: Candidate): boolean {
  const before = tokens[from - 1];
  const after = tokens[to];
  const word = (token: Token) => (accented ? token.text.toLowerCase() : token.folded);
  const single = level === 'MẬT';
  if (single && before && isOneWord(tokens[from]?.gap ?? '')) {
    if ((accented ? BEFORE : BEFORE_BARE).has(word(before))) return true;
  }
  return after !== undefined && isOneWord(after.gap) && (accented ? AFTER : AFTER_BARE).has(word(after));
}
