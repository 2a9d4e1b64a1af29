import { words } from './words.js';

/** People's time zone, whatever the browser's. */
const ZONE = 'Asia/Ho_Chi_Minh';
const DAY_MS = 86_400_000;

const clockParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * The calendar in Vietnam at this instant.
 * @param {string} iso
 */
function partsOf(iso) {
  const found = Object.fromEntries(
    clockParts.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]),
  );
  const { year = '', month = '', day = '', hour = '', minute = '' } = found;
  const serial = Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY_MS;
  // 1 January 1970 was a Thursday; 0 is Monday.
  return { year, month, day, hour, minute, serial, weekday: (((serial + 3) % 7) + 7) % 7 };
}

/** @param {string} iso `07:55` */
export function timeOf(iso) {
  const { hour, minute } = partsOf(iso);
  return `${hour}:${minute}`;
}

/** @param {string} iso `thứ Sáu, 29/5/2026` */
export function dayLine(iso) {
  const { year, month, day, weekday } = partsOf(iso);
  return `${words.weekdays[weekday]}, ${Number(day)}/${Number(month)}/${year}`;
}

/** @param {string} iso `T2 08/06/2026` and `07:55` */
export function clockLine(iso) {
  const { year, month, day, weekday } = partsOf(iso);
  return { day: `${words.weekdaysShort[weekday]} ${day}/${month}/${year}`, time: timeOf(iso) };
}

/** @param {string} iso `08:00 T3`; the date stands in the clock */
export const momentLine = iso => `${timeOf(iso)} ${words.weekdaysShort[partsOf(iso).weekday]}`;

/**
 * For the chat list: the time today, the weekday within a week, else the date.
 * @param {string} iso
 * @param {string} now
 */
export function briefTime(iso, now) {
  const then = partsOf(iso);
  const today = partsOf(now);
  const days = today.serial - then.serial;
  if (days === 0) return timeOf(iso);
  if (days > 0 && days < 7) return words.weekdaysShort[then.weekday] ?? '';
  return `${then.day}/${then.month}${then.year === today.year ? '' : `/${then.year}`}`;
}

/** @param {string} a @param {string} b */
export const sameDay = (a, b) => partsOf(a).serial === partsOf(b).serial;

const decimal = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** @param {number} bytes `512 B`, `340 KB`, `1,2 MB` */
export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${decimal.format(bytes / 1024 / 1024)} MB`;
}

/**
 * For matching only: lower case, no marks, `đ` as `d`.
 * @param {string} text
 */
export const fold = text =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[\s_-]+/g, ' ')
    .trim();

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** @param {string} name `Nguyễn Thị Hoa` → `NH` */
export function initialsOf(name) {
  const parts = name.normalize('NFC').trim().split(/\s+/);
  const first = (/** @type {string | undefined} */ word) =>
    word ? (letters.segment(word)[Symbol.iterator]().next().value?.segment ?? '') : '';
  const ends = parts.length > 1 ? first(parts[0]) + first(parts.at(-1)) : first(parts[0]);
  return ends.toLocaleUpperCase('vi');
}

/** Unit and role, as far as the bot knows them. @param {import('./types.js').Person} person */
export const postOf = ({ unit, role }) =>
  [unit, role].filter(Boolean).join(' · ').normalize('NFC') || words.noUnit;

/** @param {number} count */
export const badge = count => (count > 99 ? '99+' : String(count));
