import { verifyAudit as firstTampering } from '../../db/audit.ts';
import { everyBloc, type KnownBloc } from '../../db/every-bloc.ts';
import { enterBloc, type Tx } from '../../db/tx.ts';
import type { Config } from '../config.ts';
import { cliText } from '../text/cli.ts';
import { besideBot } from './database.ts';
import type { Outcome } from './run.ts';

/** `verify-audit [BLOC]`: whether the log is as it was written, of one bloc or of all. */
export function verifyAudit(config: Config, only: number | null): Promise<Outcome> {
  return besideBot(config, ({ app }) => verifyChains(app, only));
}

export function verifyChains(app: Tx, only: number | null): Promise<Outcome> {
  return app.transaction(async (tx): Promise<Outcome> => {
    const blocs = await everyBloc(tx);
    const wanted = only === null ? blocs : blocs.filter(({ blocId }) => blocId === only);
    if (only !== null && wanted.length === 0) return { code: 1, lines: [cliText.noSuchBloc(only)] };
    if (wanted.length === 0) return { code: 0, lines: [cliText.noBlocs()] };
    const lines: string[] = [];
    let whole = true;
    for (const bloc of wanted) {
      const checked = await check(tx, bloc);
      lines.push(checked.line);
      whole &&= checked.whole;
    }
    return { code: whole ? 0 : 1, lines };
  });
}

async function check(tx: Tx, { blocId, name }: KnownBloc): Promise<{ line: string; whole: boolean }> {
  await enterBloc(tx, blocId);
  const bad = await firstTampering(tx);
  return bad
    ? { line: cliText.auditBroken(blocId, name, bad.seq, bad.why), whole: false }
    : { line: cliText.auditWhole(blocId, name), whole: true };
}
