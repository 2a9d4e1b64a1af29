import type { Lane } from './lane.ts';
import type { Pool } from './pool.ts';
import { withStrands } from './strand.ts';
import type { Tx } from './tx.ts';

/** Runs one statement. */
export type Run = (query: string, parameters: unknown[], values: boolean) => Promise<unknown>;
type Task = (client: object) => Promise<unknown>;

/**
 * The client of postgres.js as drizzle sees it, with statements and transactions over our own pool. A
 * transaction that lost its connection is over: nothing of it is ever said on another one. `strand` makes drizzle
 * over the client of one of its strands.
 */
export function pooled<Client extends object>(
  client: Client,
  pool: Pool,
  strand: (client: Client) => Tx,
): Client {
  const run: Run = async (query, parameters, values) => {
    const lane = await pool.take();
    return lane.run(query, parameters, values).finally(() => pool.giveBack(lane));
  };
  const begin = async (task: Task) => {
    const lane = await pool.take();
    return transaction(client, lane, task, strand).finally(() => pool.giveBack(lane));
  };
  return dressed(client, { unsafe: unsafe(run), begin, options: ownParsers(client) });
}

/** The statements of one transaction or savepoint: refused once it is over, and remembering what failed. */
function scope(lane: Lane) {
  let failure: { error: unknown } | null = null;
  let open = true;
  const run: Run = async (query, parameters, values) => {
    if (!open) throw new Error('a statement after the end of its transaction');
    return lane.run(query, parameters, values).catch((error: unknown) => {
      failure ??= { error };
      throw error;
    });
  };
  return {
    run,
    /** @throws what a statement threw, though somebody caught it: nothing of this can be kept. */
    check: () => {
      if (failure) throw failure.error;
    },
    close: () => {
      open = false;
    },
  };
}

async function transaction<Client extends object>(
  client: Client,
  lane: Lane,
  task: Task,
  strand: (client: Client) => Tx,
): Promise<unknown> {
  const { run, check, close } = scope(lane);
  // Not waited for: it travels with the first statement, and fails with the connection only.
  const begun = lane.run('begin', [], false);
  begun.catch(() => undefined);
  try {
    const result = await task(
      withStrands(nested(client, lane, run, 1), run, own => strand(strandClient(client, own))),
    );
    check();
    close();
    const done = await lane.run('commit', [], false);
    if (commandOf(done) !== 'COMMIT') throw new Error('the transaction was rolled back');
    return result;
  } catch (error) {
    close();
    if (lane.alive()) await lane.run('rollback', [], false).catch(() => undefined);
    throw error;
  }
}

function nested(client: object, lane: Lane, run: Run, depth: number): object {
  let count = 0;
  const savepoint = async (task: Task) => {
    count += 1;
    const name = `s${depth}_${count}`;
    await run(`savepoint ${name}`, [], false);
    const inner = scope(lane);
    try {
      const result = await task(nested(client, lane, inner.run, depth + 1));
      inner.check();
      inner.close();
      await run(`release savepoint ${name}`, [], false);
      return result;
    } catch (error) {
      inner.close();
      if (lane.alive()) await run(`rollback to savepoint ${name}`, [], false);
      throw error;
    }
  };
  return dressed(client, { unsafe: unsafe(run), savepoint });
}

/** What drizzle is given for a strand: a transaction in it would be one of all strands. */
function strandClient<Client extends object>(client: Client, run: Run): Client {
  const begin = () => {
    throw new Error('a strand has no transaction of its own');
  };
  return dressed(client, { unsafe: unsafe(run), begin, options: ownParsers(client) });
}

/** `client.unsafe(…)`, or `client.unsafe(…).values()` for rows as arrays: known before it starts. */
function unsafe(run: Run) {
  return (query: string, parameters: unknown[] = []) => {
    let values = false;
    const result = Promise.resolve().then(() => run(query, parameters, values));
    return Object.assign(result, {
      values: () => {
        values = true;
        return result;
      },
    });
  };
}

function dressed<Client extends object>(client: Client, own: Record<string, unknown>): Client {
  return new Proxy(client, {
    get: (target, key) => (typeof key === 'string' && key in own ? own[key] : Reflect.get(target, key)),
  });
}

function commandOf(result: unknown): unknown {
  return typeof result === 'object' && result !== null ? Reflect.get(result, 'command') : null;
}

/** drizzle writes its own date parsers into the client's options: it gets a copy, so that ours stay. */
function ownParsers(client: object): object {
  const options: unknown = Reflect.get(client, 'options');
  return { ...(typeof options === 'object' ? options : {}), parsers: {}, serializers: {} };
}
