import { fold } from './fold.ts';

/** Said of every report, so that they tell none from another. */
const COMMON: Record<string, string> = {
  bao: 'báo',
  cao: 'cáo',
  bc: 'bc',
  nop: 'nộp',
  gui: 'gửi',
  cua: 'của',
  ban: 'bản',
};

/** With its own accents or none: "bão" is no "báo". */
export function isCommonWord(word: string): boolean {
  const common = COMMON[fold(word)];
  return common !== undefined && (word === common || word === fold(word));
}
