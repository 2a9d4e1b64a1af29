/** Words of two syllables, and a place with its kind. */
const TOGETHER = /THI ĐUA|KHEN THƯỞNG|(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU) .{1,16}$/g;

/** A body's name as it heads its papers: in capitals, its lines ending where words do. */
export const letterheadName = (name: string): string =>
  name
    .normalize('NFC')
    .toUpperCase()
    .replace(TOGETHER, words => words.replaceAll(' ', '\u00a0'));
