import { foldLetters } from './fold-letters.ts';

const ANSWER = /^(?:tra loi|tl|phan hoi|bo sung)(?=$|[\s:,])[\s:,]*/;
const CLOSE = /^(?:dong(?: lai)?|khep(?: lai)?|xong|da xong)[.! ]*$/;

/** "trả lời: đồng ý gia hạn", "khép lại": what is to be done with feedback behind its number; null for other words. */
export function readFeedbackAct(typed: string): { act: 'answer' | 'close'; said: string } | null {
  const words = typed.normalize('NFC').trim();
  const folded = foldLetters(words).toLowerCase();
  const answer = ANSWER.exec(folded);
  if (answer) return { act: 'answer', said: words.slice(answer[0].length) };
  return CLOSE.test(folded) ? { act: 'close', said: '' } : null;
}
