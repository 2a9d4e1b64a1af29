import { parseArgs } from 'node:util';
import { z } from 'zod';

const whole = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().positive());
const optionsSchema = z.object({
  rounds: whole,
  seconds: whole,
  blocs: z
    .string()
    .transform(list => list.split(','))
    .pipe(z.array(whole)),
  profile: z.boolean(),
  soak: z
    .string()
    .regex(/^\d+m$/)
    .transform(text => Number(text.slice(0, -1)))
    .nullable(),
});

/** `soak` in minutes, null for none. */
export type Options = z.infer<typeof optionsSchema>;

export function readOptions(argv: string[]): { names: string[]; options: Options } {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '3' },
      blocs: { type: 'string', default: '10,10000' },
      profile: { type: 'boolean', default: false },
      soak: { type: 'string' },
    },
  });
  return { names: positionals, options: optionsSchema.parse({ ...values, soak: values.soak ?? null }) };
}
