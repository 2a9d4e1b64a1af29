/** Causes below causes that are still shown. */
const DEEPEST = 4;

interface Described {
  type: string;
  message: string;
  code?: string;
  constraint?: string;
  stack?: string;
  cause?: Described;
}

/**
 * An error for the log, as a plain object: never the values that a query was given (drizzle puts them into
 * the message, postgres.js beside it), since they may be codes, names or whole messages of people.
 */
export function describeError(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutParams(String(error)) };
  const described: Described = { type: error.name, message: withoutParams(error.message) };
  if ('code' in error && typeof error.code === 'string') described.code = error.code;
  if ('constraint_name' in error && typeof error.constraint_name === 'string')
    described.constraint = error.constraint_name;
  if (error.stack) described.stack = frames(error.stack);
  if (error.cause !== undefined && depth < DEEPEST) described.cause = describeError(error.cause, depth + 1);
  return described;
}

const withoutParams = (message: string) => message.replace(/\nparams: [\s\S]*/, '');

/** The frames alone: the message above them has been said, and may hold values. */
const frames = (stack: string) =>
  stack
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .join('\n');
