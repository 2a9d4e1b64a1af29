import type { Figure } from '../core/plan-draft.ts';
import { fold, withoutMarks } from './fold.ts';

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`;
const RANGE = new RegExp(`^(?:tu )?(${NUMBER})\\s*(?:-|den|toi)\\s*(${NUMBER})`);
const ONE = new RegExp(`^(${NUMBER})`);
const BOUNDS: readonly [RegExp, Figure['operator']][] = [
  [/^(?:it nhat|toi thieu|tro len|tu|>=|≥)\s*/, '>='],
  [/^(?:toi da|nhieu nhat|khong qua|<=|≤)\s*/, '<='],
  [/^(?:tren|hon|>)\s*/, '>'],
  [/^(?:duoi|<)\s*/, '<'],
  [/^(?:khoang|chung)\s*/, 'approx'],
  [/^(?:dat|la|bang|=)\s*/, '='],
];

/** `12,5`, `1.090`, `ít nhất 95%`, `8.200 - 8.700 USD`; null where it begins with no figure. Ranges come low first. */
export function readFigure(text: string): Figure | null {
  const words = withoutMarks(text);
  const [, from, to] = RANGE.exec(words) ?? [];
  if (from && to) {
    const [low, high] = [numberOf(from), numberOf(to)].toSorted((a, b) => a - b);
    return { operator: 'between', low: low ?? 0, high: high ?? 0 };
  }
  const bound = BOUNDS.find(([pattern]) => pattern.test(words));
  const rest = bound ? words.replace(bound[0], '') : words;
  const [, figure] = ONE.exec(rest) ?? [];
  if (!figure) return null;
  const above = /tro len/.test(rest) && !bound;
  return { operator: above ? '>=' : (bound?.[1] ?? '='), low: numberOf(figure), high: null };
}

/** A dot before three digits parts thousands: `1.090` is 1090, `9.5` is 9,5. */
const numberOf = (figure: string): number =>
  Number(
    /^\d{1,3}(?:\.\d{3})+/.test(figure)
      ? figure.replaceAll('.', '').replace(',', '.')
      : figure.replace(',', '.'),
  );

const shown = (value: number) =>
  value.toLocaleString('vi-VN', { maximumFractionDigits: 6, useGrouping: value >= 1000 });

const SIGNS: Record<Figure['operator'], string> = {
  '=': '',
  '>=': '≥ ',
  '<=': '≤ ',
  '>': '> ',
  '<': '< ',
  between: '',
  approx: 'khoảng ',
  done: '',
};

/** `≥ 95 %`, `8.200 – 8.700 USD`, `hoàn thành`. */
export function formatFigure({ operator, low, high }: Figure, measure: string | null): string {
  if (operator === 'done' || low === null) return 'hoàn thành';
  const number = high === null ? shown(low) : `${shown(low)} – ${shown(high)}`;
  return `${SIGNS[operator]}${number}${measureWords(measure)}`;
}

/** What is to be reached, as it is printed; null where the name of what is to be done says it all. */
export function aimWords(
  aim: Figure & { metric: string; measure: string | null; raw: string },
): string | null {
  if (aim.operator !== 'done' && aim.low !== null) return formatFigure(aim, aim.measure);
  const bare = (text: string) => fold(text).replace(/[\s.,;:]+$/, '');
  return bare(aim.raw) === bare(aim.metric) ? null : aim.raw;
}

const measureWords = (measure: string | null) => {
  if (!measure) return '';
  return measure.startsWith('%') ? measure : ` ${measure}`;
};
