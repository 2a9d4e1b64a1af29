import { clean, plainWidth } from './fold.ts';

const CRITERION = /^(?:(?:tiêu chí|tieu chi|tc)\s*)?([\p{L}\d]+(?:\.[\p{L}\d]+)*)\.?\s*[:,–-]?\s*(.*)$/su;

/** `3.2`, `tiêu chí 3.2`, `II.1.g: nội dung`: the criterion's number and what stands behind it. */
export function criterionWords(text: string): { no: string; behind: string } {
  const [, no = '', behind = ''] = CRITERION.exec(clean(plainWidth(text))) ?? [];
  return { no, behind: clean(behind) };
}

const NAMED = /^(?:ti[êe]u ch[íi]|tc)\s*(?:s[ốo]\s+)?([\p{L}\d].*)$/iu;

/** The number where a criterion is called one: `tiêu chí 3.2`, `tc II.1.g`. */
export const criterionNamed = (text: string): string | null =>
  NAMED.exec(clean(plainWidth(text)))?.[1] ?? null;

/** `8,5 điểm` says plain points where a rule asks for something else. */
export const withoutPointWord = (text: string): string => text.replace(/\s*(?:điểm|diem)$/iu, '');
