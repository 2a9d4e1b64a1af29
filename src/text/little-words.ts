/** Words of grammar as they are written; without accents they are parts of names too: "đỏ", "Cổ phần", "y dược". */
const LITTLE: Record<string, string> = {
  do: 'do',
  la: 'là',
  tai: 'tại',
  ve: 'về',
  da: 'đã',
  se: 'sẽ',
  co: 'có',
  de: 'để',
  ky: 'ký',
  ma: 'mà',
  voi: 'với',
  trong: 'trong',
  tren: 'trên',
  phai: 'phải',
  duoc: 'được',
  khong: 'không',
  giao: 'giao',
  cung: 'cùng',
  theo: 'theo',
};

const ACCENTS = /[^\0-\x7f]/;

/**
 * Whether `text` begins with the little word that `folded` could be. In a text without accents it is taken for one, as
 * is whatever is longer than a word.
 */
export function isLittleWord(text: string, folded: string): boolean {
  const word = folded.trim();
  const written = LITTLE[word];
  if (written === undefined || !ACCENTS.test(text)) return true;
  const at = folded.indexOf(word);
  return text.slice(at, at + word.length).toLowerCase() === written;
}
