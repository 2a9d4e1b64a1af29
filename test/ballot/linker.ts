import { seededRandom } from '../support/shuffle.ts';

/** A row as a full dump has it, with where it lies and what wrote it. */
export interface DumpedRow {
  table: string;
  /** Whose row it is, where it says so. */
  bloc: number | null;
  place: string;
  transaction: string;
  text: string;
}

export interface Traces {
  /** By voter, in the order in which they voted: everything that names one of them. */
  names: string[][];
  /** By choice: everything that would give it away. */
  choices: string[][];
  rows: DumpedRow[];
  log: string;
}

/** Who chose what, as one way of looking says; null where it says nothing. */
type Guess = (number | null)[];

/** What a bloc is known by: its mark in names, and ids of its people. */
const SIGN = /zq\d{3}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * What of a dump or a log is of which bloc: what is under its id, what holds a sign of it, and what holds no sign of
 * any. In the order of the blocs.
 */
export function apartByBloc<T extends { bloc: number | null; text: string }>(
  blocs: readonly { id: number; signs: readonly string[] }[],
  all: readonly T[],
): T[][] {
  const owner = new Map(blocs.flatMap(({ id, signs }) => signs.map(sign => [sign, id] as const)));
  const owners = all.map(({ bloc, text }) =>
    bloc === null
      ? new Set((text.match(SIGN) ?? []).flatMap(sign => owner.get(sign) ?? []))
      : new Set([bloc]),
  );
  return blocs.map(({ id }) => all.filter((_, n) => owners[n]?.has(id) || owners[n]?.size === 0));
}

const found = (text: string, signs: readonly string[][]): number[] =>
  signs.flatMap((some, n) => (some.some(sign => text.includes(sign)) ? [n] : []));

/** A voter and just one choice in the same row, or line of the log. */
function byContent({ names, choices, rows, log }: Traces): Guess {
  const texts = [...rows.map(row => row.text), ...log.split('\n')];
  return names.map(signs => {
    const near = texts.filter(text => signs.some(sign => text.includes(sign)));
    const single = near.map(text => found(text, choices)).filter(one => one.length === 1);
    return single.at(-1)?.[0] ?? null;
  });
}

/** One voter and just one choice among all that the same transaction wrote. */
function byTransaction({ names, choices, rows }: Traces): Guess {
  const guess: Guess = names.map(() => null);
  for (const id of new Set(rows.map(row => row.transaction))) {
    const text = rows
      .filter(row => row.transaction === id)
      .map(row => row.text)
      .join('\n');
    const [voter, another] = found(text, names);
    const [choice, other] = found(text, choices);
    if (voter !== undefined && another === undefined && choice !== undefined && other === undefined)
      guess[voter] = choice;
  }
  return guess;
}

/** Choices in the order in which they lie, against voters in the order in which they came. */
function byOrder({ choices, rows }: Traces, order: 'as it lies' | 'backwards'): Guess {
  const signs = choices.flatMap((some, n) => some.map(sign => ({ sign, n })));
  const lying = rows
    .filter(row => row.table === 'ballot_box')
    .flatMap(row =>
      signs.flatMap(({ sign, n }) => {
        const at = row.text.indexOf(sign);
        return at < 0 ? [] : [{ at, n }];
      }),
    )
    .toSorted((a, b) => a.at - b.at)
    .map(one => one.n);
  const once = [...new Set(lying)];
  return order === 'backwards' ? once.toReversed() : once;
}

export const looks: Record<string, (traces: Traces) => Guess> = {
  'what stands in one row': byContent,
  'what one transaction wrote': byTransaction,
  'the order in the urn': traces => byOrder(traces, 'as it lies'),
  'the order in the urn, backwards': traces => byOrder(traces, 'backwards'),
};

/** How many voters a guess has right; where it says nothing, chance is asked. */
export function rightOnes(guess: Guess, truth: readonly number[], seed: number): number {
  const random = seededRandom(seed);
  return truth.filter((choice, n) => (guess[n] ?? Math.floor(random() * truth.length)) === choice).length;
}
