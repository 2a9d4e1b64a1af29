import type { BlocLevel } from '../core/bloc-sheet.ts';
import { type Day, dayIn } from '../core/day.ts';
import { clean, fold } from './fold.ts';
import { capitalised } from './proper-name.ts';
import { NATIONWIDE } from './setup.ts';

/** Values of a bloc's sheet as people type them. */

/** "ko biết", "chưa rõ": no answer. */
export const isUnknown = (text: string): boolean =>
  /^(?:(?:toi|minh|em|anh|chi|da|cai nay|hien)\s+)*(?:k|ko|kg|hok|hong|khong|chua|chang)\s+(?:biet|ro|nho|nam|co|chac|xac dinh)(?:\s.*)?$|^\?+$|^(?:khong|ko|k|chiu|)$/.test(
    fold(text).replace(/[ .!?]+$/, ''),
  );

/** The order to read a plan, typed where a name is asked for. */
export const meansPlan = (text: string): boolean =>
  /^\/?(?:nap|doc|gui|nhap|tai)[ _](?:van ban |file |tep )?ke[ _]hoach(?: len)?$/.test(fold(text).trim());

export function readTitle(text: string): string | null {
  const title = clean(text).replace(/[.;,]+$/, '');
  return title.length >= 3 && title.length <= 200 && /\p{L}/u.test(title) ? title : null;
}

/** "PKT", "VP HĐND": fits a column. */
export function readShortName(text: string): string | null {
  const name = clean(text).replace(/[.;,]+$/, '');
  return name.length >= 2 && name.length <= 24 && /\p{L}/u.test(name) ? name : null;
}

/** Last year to next: what is typed otherwise is a slip. */
export function readYear(text: string, today: Day): number | null {
  const now = Number(today.slice(0, 4));
  const found = /(?<!\d)(20\d\d)(?!\d)/.exec(text)?.[1];
  const year = Number(found);
  return found && Math.abs(year - now) <= 1 ? year : null;
}

export const seasonDays = (year: number) => ({ startsOn: dayIn(year, 1, 1), endsOn: dayIn(year, 12, 31) });

export interface ReadCouncil {
  councilName: string;
  /** Null where the name does not show it. */
  level: BlocLevel | null;
  area: string | null;
}

const COUNCIL = 'Hội đồng Thi đua - Khen thưởng';
/** "HĐTĐKT", "hội đồng TĐKT", "hoi dong thi dua khen thuong". */
const SHORT_COUNCIL =
  /^(?:hđ\s*tđ\s*kt|hdtdkt|(?:hội đồng|hoi dong)\s+(?:tđkt|tdkt|(?:thi đua|thi dua)\s*[-–,]?\s*(?:khen thưởng|khen thuong)))(?![\p{L}])/iu;
const PLACE = /^(?:xã|phường|đặc khu|thị trấn|tỉnh|thành phố)\s/iu;

/** "Hội đồng … xã Hà Bắc, thành phố Hải Phòng"; a place alone is its council. */
export function readCouncil(text: string): ReadCouncil | null {
  const title = readTitle(text);
  if (!title) return null;
  const [, name = title, place = null] =
    /^(.{3,}?),\s*((?:tỉnh|tinh|thành phố|thanh pho|tp\.?)\s.+)$/iu.exec(title) ?? [];
  const full = PLACE.test(name) ? `${COUNCIL} ${name}` : name.replace(SHORT_COUNCIL, COUNCIL);
  const councilName = capitalised(full);
  const level = levelOf(councilName);
  return { councilName, level, area: cityOf(place) ?? areaOf(councilName, level) };
}

/** "TP. Hải Phòng" → "thành phố Hải Phòng". */
const cityOf = (place: string | null) => place?.replace(/^(?:tp\.?|thanh pho)\s+/iu, 'thành phố ') ?? null;

function levelOf(name: string): BlocLevel | null {
  const words = fold(name).replaceAll('xa hoi', '');
  if (/\btrung uong\b/.test(words)) return 'trung ương';
  if (/\b(?:xa|phuong|dac khu|thi tran)\b/.test(words)) return 'xã';
  if (/\b(?:tinh|thanh pho)\b/.test(words)) return 'tỉnh';
  return /\bbo\b/.test(words) ? 'bộ' : null;
}

function areaOf(name: string, level: BlocLevel | null): string | null {
  if (level === 'bộ' || level === 'trung ương') return NATIONWIDE;
  return level === 'tỉnh' ? (/((?:tỉnh|thành phố)\s.+)$/iu.exec(name)?.[1] ?? null) : null;
}

/** A level by any of its words; null where none is named. */
export function readLevel(text: string): BlocLevel | null {
  const words = fold(text);
  if (/\blien tinh\b/.test(words)) return 'liên tỉnh';
  return levelOf(words);
}
