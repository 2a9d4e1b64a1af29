import { groupBy, type Spread, spread } from '../stats.ts';

export interface Round {
  contender: string;
  inFlight: number;
  round: number;
  /** Answers per second. */
  rate: number;
  /** Milliseconds from the update's first byte to the answer's arrival at the fake API. */
  p50: number;
  p99: number;
}

export interface Row {
  contender: string;
  inFlight: number;
  rate: Spread;
  p50: Spread;
  p99: Spread;
  /** Of the first contender's rate in the same round. */
  ratio: Spread;
}

export function summarise(rounds: readonly Round[]): Row[] {
  const floor = rounds[0]?.contender;
  const groups = groupBy(rounds, one => `${one.inFlight}|${one.contender}`);
  return [...groups.values()].flatMap(group => {
    const [first] = group;
    if (!first) return [];
    const { contender, inFlight } = first;
    const ratios = group.map(one => {
      const peer = rounds.find(
        other => other.contender === floor && other.inFlight === inFlight && other.round === one.round,
      );
      return one.rate / (peer?.rate ?? Number.NaN);
    });
    return [
      {
        contender,
        inFlight,
        rate: spread(group.map(one => one.rate)),
        p50: spread(group.map(one => one.p50)),
        p99: spread(group.map(one => one.p99)),
        ratio: spread(ratios),
      },
    ];
  });
}

const shown = ({ median, min, max }: Spread, digits: number) =>
  `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;

export function printed(rows: readonly Row[]): string {
  const lines = rows.map(row => [
    row.contender,
    String(row.inFlight),
    shown(row.rate, 0),
    shown(row.ratio, 2),
    shown(row.p50, 1),
    shown(row.p99, 1),
  ]);
  const head = ['', 'in flight', 'answers/s', 'of the floor', 'p50 ms', 'p99 ms'];
  const table = [head, head.map(() => '---'), ...lines];
  return table.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}
