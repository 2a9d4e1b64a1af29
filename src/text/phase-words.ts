import type { SeasonPhase } from '../core/season-phase.ts';
import { fold } from './fold.ts';

export const phaseName: Record<SeasonPhase, string> = {
  launch: 'Phát động',
  registration: 'Đăng ký thi đua, ký giao ước',
  running: 'Thực hiện',
  mid_year: 'Sơ kết',
  self_scoring: 'Tự chấm điểm',
  verification: 'Thẩm định',
  meeting: 'Họp bình xét, tổng kết',
  awards: 'Khen thưởng',
  closed: 'Kết thúc năm',
};

/** In the order in which they are tried: the first that is found is meant. */
const WORDS: readonly [RegExp, SeasonPhase][] = [
  [/\bphat dong\b/, 'launch'],
  [/\b(?:dang ky|giao uoc)\b/, 'registration'],
  [/\bso ket\b|\bgiua nam\b/, 'mid_year'],
  [/\btu cham\b|\bcham diem\b/, 'self_scoring'],
  [/\btham dinh\b|\bcham cheo\b/, 'verification'],
  [/\bkhen thuong\b|\btrinh khen\b/, 'awards'],
  [/\bhop\b|\bbinh xet\b|\btong ket\b/, 'meeting'],
  [/\bket thuc\b|\bkhep\b|\bdong nam\b/, 'closed'],
  [/\bthuc hien\b/, 'running'],
];

/** "chuyển sang tự chấm", "thẩm định từ 1/12": which phase is meant, and the words around it. */
export function readPhase(text: string): SeasonPhase | null {
  const words = fold(text);
  return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
