/** A small generator, so that a seed tells what was tried. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Mutation = (text: string, random: () => number) => string;

const at = (text: string, random: () => number) => Math.floor(random() * text.length);

function stretch(text: string, random: () => number, most: number): [number, number] {
  const from = at(text, random);
  return [from, Math.min(text.length, from + Math.floor(random() * most))];
}

const mutations: readonly Mutation[] = [
  text => text.normalize('NFD'),
  text => text.normalize('NFD').replace(/\p{M}/gu, ''),
  text => text.toUpperCase(),
  text => text.replaceAll('\n', ' '),
  text => text.replace(/\n+/g, '\n'),
  text => text.replaceAll(' ', '  '),
  text => text.replace(/[.;:]/g, ''),
  (text, random) => text.slice(0, at(text, random)),
  (text, random) => text.slice(at(text, random)),
  (text, random) => {
    const [from, to] = stretch(text, random, 400);
    return text.slice(0, from) + text.slice(to);
  },
  (text, random) => {
    const [from, to] = stretch(text, random, 2000);
    return text.slice(0, to) + text.slice(from);
  },
  (text, random) => text.replace(/\S+/g, word => (random() < 0.05 ? `${word}\n\n` : word)),
  (text, random) =>
    text.replace(/./gsu, letter => (random() < 0.02 ? String.fromCharCode(random() * 0xffff) : letter)),
  (text, random) => text.replace(/\d/g, () => String(Math.floor(random() * 10))),
  (text, random) =>
    text
      .split('\n')
      .toSorted(() => random() - 0.5)
      .join('\n'),
];

/** One to three mishaps, one after another. */
export function mutated(text: string, random: () => number): string {
  let result = text;
  for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1)
    result = (mutations[Math.floor(random() * mutations.length)] ?? (same => same))(result, random);
  return result.slice(0, 120_000);
}
