import { fold } from './fold.ts';

/** What people say to what they were told, and expect no answer to; folded. */
const PHRASES = [
  ...['xin cam on', 'cam on', 'cam on nhieu', 'tran trong cam on', 'thank you', 'thanks', 'tks', 'thank'],
  ...['da ro', 'ro roi', 'ro', 'da biet', 'da xem', 'da doc', 'da nam', 'nam roi', 'hieu roi', 'da hieu'],
  ...[
    'ok',
    'oke',
    'okay',
    'oki',
    'vang',
    'da',
    'da vang',
    'nhat tri',
    'dong y',
    'tot',
    'tot qua',
    'hay qua',
    'tuyet voi',
  ],
];
/** To whom and how politely. */
const AROUND =
  /^(?:em|toi|minh|chung toi|chung em|a|nhe|nha|nhieu|lam|roi|rat|qua|dong chi|cac dong chi|anh|chi|ad|admin|bot|he thong|truong khoi|tro ly|tro ly khoi)$/;
const MOST_WORDS = 8;

const UNDERSTOOD = /\b(?:ro|da (?:biet|xem|doc|nam|hieu)|(?:nam|hieu) roi)\b/;
const ACCEPTS = /\b(?:ok|oke|okay|oki|da vang|vang|nhat tri|dong y|tot)\b/;
const THANKS = /\b(?:cam on|thank|thanks|tks)\b/;

/** Thanks and nods that answer no question, as "vâng" and "tốt" may: never what somebody wants written down. */
export function isOnlyThanks(text: string): boolean {
  if (!isThanks(text)) return false;
  const folded = fold(text);
  if (!/[\p{L}\p{N}]/u.test(folded) || THANKS.test(folded)) return true;
  return UNDERSTOOD.test(folded) && !ACCEPTS.test(folded);
}

/** "Đã rõ ạ", "Cảm ơn đồng chí", "👍": thanks and nods, and nothing besides. */
export function isThanks(text: string): boolean {
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');
  if (words.length === 0) return /\p{Extended_Pictographic}/u.test(text);
  if (words.length > MOST_WORDS) return false;
  let thanked = false;
  for (let at = 0; at < words.length; ) {
    const lengths = [4, 3, 2, 1];
    const fits = (length: number, test: (said: string) => boolean) =>
      at + length <= words.length && test(words.slice(at, at + length).join(' '));
    const phrase = lengths.find(length => fits(length, said => PHRASES.includes(said)));
    const around = lengths.find(length => fits(length, said => AROUND.test(said)));
    thanked ||= phrase !== undefined;
    const taken = phrase ?? around;
    if (taken === undefined) return false;
    at += taken;
  }
  return thanked;
}
