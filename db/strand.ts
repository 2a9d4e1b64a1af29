import type { Run } from './pooled.ts';
import { ENTER, LOOK_INTO, type Tx } from './tx.ts';

/** A strand was to write in another bloc than its own; its work is to be done in a transaction of its own. */
export class TakenTogether extends Error {
  override name = 'TakenTogether';
}

/** By the client that drizzle keeps for a transaction. */
const openers = new WeakMap<object, (home: string) => Tx>();

/**
 * One of several pieces of work that share a transaction and run side by side, each in a bloc of its own: their
 * statements travel together, so that a batch of turns waits as often as its longest turn and not as often as all
 * of them one after the other. Before a statement of one strand the session enters that strand's bloc, where the
 * statement before it was another's: no strand ever sees what is not its bloc's.
 *
 * Within a transaction no row is locked against another strand. So a strand may look into other blocs, but only
 * writes in its home.
 * @throws TakenTogether from a statement that would enter another bloc
 */
export function strandOf(tx: Tx, home: number | null): Tx {
  const open = openers.get(clientOf(tx));
  if (!open) throw new TypeError('strands are of a transaction');
  return open(String(home ?? ''));
}

/** drizzle keeps it in the session; there is no way to ask for it. */
function clientOf(tx: Tx): object {
  const session: unknown = Reflect.get(tx, 'session');
  const client: unknown = session instanceof Object ? Reflect.get(session, 'client') : null;
  return client instanceof Object ? client : tx;
}

/** Makes a transaction's client known as one that may have strands; `dress` gives drizzle one with that `run`. */
export function withStrands<Client extends object>(
  client: Client,
  send: Run,
  dress: (run: Run) => Tx,
): Client {
  /** Which bloc the session is in; of the transaction's own statements we do not know. */
  const entered: { bloc: string | null } = { bloc: null };
  openers.set(client, home => dress(strandRun(home, send, entered)));
  return client;
}

function strandRun(home: string, send: Run, entered: { bloc: string | null }): Run {
  let own = home;
  return async (query, parameters, values) => {
    if (query === ENTER || query === LOOK_INTO) {
      const bloc = String(parameters[0]);
      if (query === ENTER && bloc !== '' && bloc !== home)
        throw new TakenTogether(`bloc ${bloc} entered beside others`);
      // Nothing is sent: the next statement says it, if another strand's was in between.
      own = bloc;
      return [];
    }
    if (entered.bloc !== own) {
      entered.bloc = own;
      // Not waited for: the statement behind it fails with it.
      send(ENTER, [own], false).catch(() => undefined);
    }
    return send(query, parameters, values);
  };
}
