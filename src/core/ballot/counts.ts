import { z } from 'zod';

const optionCountSchema = z.object({
  option: z.string(),
  yes: z.int().nonnegative(),
  no: z.int().nonnegative(),
  blank: z.int().nonnegative(),
});
type OptionCount = z.infer<typeof optionCountSchema>;

/** A counted ballot. */
export const countsSchema = z.object({
  /** All who may vote. */
  electors: z.int().nonnegative(),
  present: z.int().nonnegative(),
  /** Papers handed out, come back, and of these good and bad. */
  issued: z.int().nonnegative(),
  returned: z.int().nonnegative(),
  valid: z.int().nonnegative(),
  invalid: z.int().nonnegative(),
  options: z.array(optionCountSchema),
});
export type Counts = z.infer<typeof countsSchema>;

/** An answer to each option, in their order: `ynb`. */
export type Paper = string;
export const ANSWERS = { y: 'yes', n: 'no', b: 'blank' } as const;
export type Answer = keyof typeof ANSWERS;

/** What lies in an urn, counted. */
export function countPapers(options: readonly string[], papers: readonly Paper[], electors: number): Counts {
  const cast = papers.length;
  return {
    electors,
    present: cast,
    issued: cast,
    returned: cast,
    valid: cast,
    invalid: 0,
    options: options.map((option, n) => {
      const given = (answer: Answer) => papers.filter(paper => paper[n] === answer).length;
      return { option, yes: given('y'), no: given('n'), blank: given('b') };
    }),
  };
}

export type TallyFault =
  | 'present_over_electors'
  | 'issued_over_present'
  | 'returned_over_issued'
  | 'valid_and_invalid'
  | { option: string };

/** What cannot be true of a tally that was typed in. */
export function tallyFaults(
  tally: Omit<Counts, 'options'> & { options: Omit<OptionCount, 'blank'>[] },
): TallyFault[] {
  const { electors, present, issued, returned, valid, invalid, options } = tally;
  return [
    ...(present > electors ? (['present_over_electors'] as const) : []),
    ...(issued > present ? (['issued_over_present'] as const) : []),
    ...(returned > issued ? (['returned_over_issued'] as const) : []),
    ...(valid + invalid !== returned ? (['valid_and_invalid'] as const) : []),
    ...options.filter(({ yes, no }) => yes + no > valid).map(({ option }) => ({ option })),
  ];
}

export type CountField = 'electors' | 'present' | 'issued' | 'returned' | 'valid' | 'invalid';
export const countFields = ['electors', 'present', 'issued', 'returned', 'valid', 'invalid'] as const;

/** Where two people read different numbers off the same papers; empty: they agree. */
export function tallyDifferences(a: Counts, b: Counts): (CountField | { option: string })[] {
  const fields = countFields.filter(field => a[field] !== b[field]);
  const options = a.options.filter(one => {
    const other = b.options.find(({ option }) => option === one.option);
    return !other || one.yes !== other.yes || one.no !== other.no;
  });
  return [...fields, ...options.map(({ option }) => ({ option }))];
}
