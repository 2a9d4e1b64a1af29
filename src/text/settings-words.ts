import { isTimeOfDay, type TimeOfDay } from '../core/day.ts';
import type { RollPolicy } from '../core/deadline.ts';
import type { PolicyPatch } from '../core/reminder-change.ts';
import type { ReadSetting, SettingItem } from '../core/settings.ts';
import { fold } from './fold.ts';

const TIME = String.raw`(\d{1,2})(?: ?(?::|h|g(?:io)?) ?(\d{2})?)?(?!\d)`;
const OFF = /\b(?:khong|tat|bo|thoi)\b/;
const ON = /\b(?:co|bat)\b/;
const WEEKDAYS: Record<string, number> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 };
const WEEKDAY = /\b(?:(?:thu |t)(hai|ba|tu|nam|sau|bay|[2-7])|(chu nhat|cn))\b/;

type Part = PolicyPatch | 'unclear' | { badTime: string };

/** Which setting the words are about, by what only they would say; the first that fits has them. */
const ABOUT: readonly [RegExp, SettingItem, (words: string) => Part][] = [
  [/\byen lang\b/, 'quiet', quiet],
  [/\btruoc han\b(?=.*\btong hop\b)|\btong hop (?:nhom )?truoc\b/, 'before', before],
  [/\btong hop\b/, 'weekly', weekly],
  [/\bneu ten\b/, 'naming', words => yesNoPatch(words, on => ({ nameBeforeDue: on }))],
  [/\b(?:ngay nghi|roi vao)\b/, 'roll', roll],
  [/\b(?:cuoi ngay|het ngay)\b/, 'day_end', dayEnd],
  [/\bgio nhac\b|\bnhac luc\b/, 'morning', words => timePatch(words, morning => ({ morning }))],
  [/\bqua han\b/, 'days', words => yesNoPatch(words, on => ({ overdueOnce: on }))],
  [/\b(?:ngay han|dung ngay|ngay cuoi)\b/, 'days', words => yesNoPatch(words, on => ({ onTheDay: on }))],
  [/\b(?:nhac|ngay)\b/, 'days', days],
];

/** `nhắc trước 10, 5, 2 ngày`, `giờ nhắc 7:30`, `không tổng hợp`: one setting and its new value. */
export function readSetting(typed: string): ReadSetting {
  const words = fold(typed).replaceAll(/[.;!?"']+(?= |$)/g, '');
  const found = ABOUT.find(([about]) => about.test(words));
  if (!found) return { kind: 'unclear' };
  const [, item, read] = found;
  const part = read(words);
  if (part === 'unclear') return { kind: 'item', item };
  return 'badTime' in part
    ? { kind: 'bad_time', typed: part.badTime }
    : { kind: 'change', item, patch: part };
}

/** A change as words that `readSetting` takes and a button can carry: without marks, short. */
export function settingWords(patch: PolicyPatch): string {
  const list = (days: readonly number[]) => (days.length > 0 ? days.join(',') : 'khong');
  const yes = (on: boolean) => (on ? 'co' : 'khong');
  const { digest } = patch;
  if (patch.quiet) return `yen lang ${patch.quiet.from} ${patch.quiet.to}`;
  if (patch.digestBeforeDeadline) return `tong hop truoc han ${list(patch.digestBeforeDeadline)}`;
  if (digest?.enabled === false) return 'tong hop khong';
  if (digest) {
    const weekday = digest.weekday && (digest.weekday === 7 ? ' cn' : ` thu ${digest.weekday + 1}`);
    return `tong hop co${weekday ?? ''}${digest.time ? ` ${digest.time}` : ''}`;
  }
  if (patch.nameBeforeDue !== undefined) return `neu ten ${yes(patch.nameBeforeDue)}`;
  if (patch.roll) return `ngay nghi ${ROLL_WORDS[patch.roll]}`;
  if (patch.endOfDay !== undefined) return patch.endOfDay ? `cuoi ngay ${patch.endOfDay}` : 'het ngay';
  if (patch.morning) return `gio nhac ${patch.morning}`;
  if (patch.overdueOnce !== undefined) return `qua han ${yes(patch.overdueOnce)}`;
  if (patch.onTheDay !== undefined) return `ngay han ${yes(patch.onTheDay)}`;
  return `ngay ${list(patch.workingDaysBefore ?? [])}`;
}

const ROLL_WORDS: Record<RollPolicy, string> = {
  next_working_day: 'sau',
  strict: 'giu nguyen',
  previous_working_day: 'truoc',
};

function yesNoPatch(words: string, patch: (on: boolean) => PolicyPatch): Part {
  if (OFF.test(words)) return patch(false);
  return ON.test(words) ? patch(true) : 'unclear';
}

/** Every time of day in the words. */
function times(words: string): (TimeOfDay | { badTime: string })[] {
  return [...words.matchAll(new RegExp(TIME, 'g'))].map(([typed, hour = '', minute = '00']) => {
    const time = `${hour.padStart(2, '0')}:${minute}`;
    return isTimeOfDay(time) ? time : { badTime: typed.trim() };
  });
}

function timePatch(words: string, patch: (time: TimeOfDay) => PolicyPatch): Part {
  const [first, ...more] = times(words);
  if (first === undefined || more.length > 0) return 'unclear';
  return typeof first === 'string' ? patch(first) : first;
}

function quiet(words: string): Part {
  const [from, to, ...more] = times(words);
  if (from === undefined || to === undefined || more.length > 0) return 'unclear';
  if (typeof from !== 'string') return from;
  return typeof to === 'string' ? { quiet: { from, to } } : to;
}

function weekly(words: string): Part {
  if (OFF.test(words)) return { digest: { enabled: false } };
  const [said, word, sunday] = WEEKDAY.exec(words) ?? [];
  const time = times(words.replace(said ?? '', ''));
  const [first] = time;
  if (time.length > 1) return 'unclear';
  if (first !== undefined && typeof first !== 'string') return first;
  if (!said && first === undefined) return ON.test(words) ? { digest: { enabled: true } } : 'unclear';
  const weekday = sunday ? 7 : (WEEKDAYS[word ?? ''] ?? Number(word) - 1);
  return {
    digest: { enabled: true, ...(said ? { weekday } : {}), ...(first === undefined ? {} : { time: first }) },
  };
}

const numbers = (words: string) => [...words.matchAll(/\d+/g)].map(([digits]) => Number(digits));

function days(words: string): Part {
  const workingDaysBefore = numbers(words);
  return workingDaysBefore.length > 0 || OFF.test(words) ? { workingDaysBefore } : 'unclear';
}

function before(words: string): Part {
  const digestBeforeDeadline = numbers(words);
  return digestBeforeDeadline.length > 0 || OFF.test(words) ? { digestBeforeDeadline } : 'unclear';
}

function roll(words: string): Part {
  if (/\b(?:giu nguyen|khong lui|khong doi|van tinh)\b/.test(words)) return { roll: 'strict' };
  if (/\b(?:len truoc|truoc|som)\b/.test(words)) return { roll: 'previous_working_day' };
  return /\b(?:sau|lui)\b/.test(words) ? { roll: 'next_working_day' } : 'unclear';
}

function dayEnd(words: string): Part {
  if (/\bhet ngay\b|(?<![\d:])(?:24h?|24:00|23:59)(?![\d:])/.test(words)) return { endOfDay: null };
  return timePatch(words, endOfDay => ({ endOfDay }));
}
