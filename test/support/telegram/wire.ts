import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { z } from 'zod';
import { projectRoot } from '../../../db/project-root.ts';

const file = join(projectRoot(), 'test/support/telegram/schema.json');
const { definitions } = z
  .object({ definitions: z.record(z.string(), z.record(z.string(), z.unknown())) })
  .parse(JSON.parse(await readFile(file, 'utf8')));

/** Lengths count as Telegram counts them: in UTF-16 units, or in bytes. */
const ajv = new Ajv({ strict: false, unicode: false, allErrors: true, logger: false, allowUnionTypes: true });
ajv.addKeyword({
  keyword: 'maxBytes',
  type: 'string',
  schemaType: 'number',
  validate: (most: number, text: string) => Buffer.byteLength(text) <= most,
});
ajv.addSchema({ $id: 'bot-api', definitions });

const methods = z.record(z.string(), z.object({ $ref: z.string() })).parse(definitions.Methods?.properties);
export const methodNames: readonly string[] = Object.keys(methods);

const compiled = new Map<string, ValidateFunction>();

function problemsIn(ref: string, value: unknown): string[] {
  const check = compiled.get(ref) ?? ajv.compile({ $ref: `bot-api${ref}` });
  compiled.set(ref, check);
  if (check(value)) return [];
  return (check.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath || '/', message, JSON.stringify(params)].join(' '),
  );
}

/** Methods without parameters have no types. */
const WITHOUT_PARAMETERS = ['getMe', 'getWebhookInfo', 'logOut', 'close'];

/** What is wrong with a call by the Bot API's own types and lengths; null for a method that it does not have. */
export function callProblems(method: string, payload: Record<string, unknown>): string[] | null {
  const known = methods[method];
  if (known) return problemsIn(known.$ref, payload);
  if (!WITHOUT_PARAMETERS.includes(method)) return null;
  return Object.keys(payload).map(name => `/${name} is no parameter`);
}

export const updateProblems = (update: unknown): string[] => problemsIn('#/definitions/Update', update);
