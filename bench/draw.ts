import { groupBy, type Spread } from './stats.ts';

export interface Bar {
  group: string;
  label: string;
  value: Spread;
  /** Behind the figure. */
  note: string;
  ours: boolean;
}

const WIDTH = 720;
const LEFT = 190;
/** For the longest bar; what is beyond holds figure and note. */
const LONGEST = 340;
const BAR = 20;
const STEP = 30;
const HEAD = 44;

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .title { font-weight: 600; font-size: 15px } .group { font-weight: 600 }
  .peer { fill: #8c959f } .ours { fill: #0969da } .range { stroke: #1f2328; stroke-width: 1.5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .peer { fill: #6e7681 } .ours { fill: #4493f8 } .range { stroke: #e6edf3 }
  }`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const text = (x: number, y: number, kind: string, words: string) =>
  `<text x="${x}" y="${y}" class="${kind}">${escaped(words)}</text>`;

/** Bars in groups, each with its median and the range of its rounds, on a transparent ground. */
export function bars(title: string, given: readonly Bar[]): string {
  const scale = LONGEST / Math.max(...given.map(bar => bar.value.max));
  const drawn: string[] = [text(12, 24, 'title', title)];
  let y = HEAD;
  for (const [group, members] of groupBy(given, bar => bar.group)) {
    drawn.push(text(12, y + 15, 'group', group));
    y += STEP - 6;
    for (const bar of members) {
      drawn.push(...oneBar(bar, y, scale));
      y += STEP;
    }
    y += 8;
  }
  const box = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}"`;
  return `<svg ${box} role="img" aria-label="${escaped(title)}">\n<style>${STYLE}\n</style>\n${drawn.join('\n')}\n</svg>\n`;
}

function oneBar({ label, value, note, ours }: Bar, y: number, scale: number): string[] {
  const [median, min, max] = [value.median, value.min, value.max].map(one => Math.round(one * scale));
  const middle = y + BAR / 2;
  const figure = `${Math.round(value.median).toLocaleString('en')}${note && ` · ${note}`}`;
  return [
    text(24, y + 15, 'label', label),
    `<rect x="${LEFT}" y="${y}" width="${median}" height="${BAR}" rx="2" class="${ours ? 'ours' : 'peer'}"/>`,
    `<path d="M${LEFT + (min ?? 0)} ${middle}H${LEFT + (max ?? 0)}" class="range"/>`,
    text(LEFT + (max ?? 0) + 8, y + 15, 'figure', figure),
  ];
}
