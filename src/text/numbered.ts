/** "3", "số 3 đã áp dụng": a number that people call something by, and the words behind it; null where there is none. */
export function readNumbered(words: string): { number: string; rest: string } | null {
  const [, number, rest = ''] =
    /^(?:s[ốo]\s*)?(\d{1,4})(?:[\s:.,]+([\s\S]*))?$/iu.exec(words.normalize('NFC').trim()) ?? [];
  return number === undefined ? null : { number, rest };
}
