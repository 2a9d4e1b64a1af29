import { type Day, day } from '../core/day.ts';

/** Events of the nation that plans look forward to; folded words, and the day on which each was over. */
export const nationalEvents: readonly { words: RegExp; over: Day }[] = [
  { words: /dai hoi (?:dai bieu )?(?:dang )?toan quoc lan thu xiv/, over: day('2026-01-23') },
  {
    words: /bau cu (?:dai bieu )?(?:quoc hoi|hoi dong nhan dan|dbqh)(?! khoa xv\b)/,
    over: day('2026-03-15'),
  },
  { words: /dai hoi thi dua yeu nuoc toan quoc lan thu xi\b/, over: day('2025-12-27') },
];
