import { solePoller } from '../db/sole-poller.ts';
import type { DatabaseTarget } from '../db/target.ts';
import { enterBloc, type Tx } from '../db/tx.ts';
import type { Connection } from './chat/connection.ts';
import type { Outgoing } from './chat/port.ts';
import { type ZaloPace, zaloConnection } from './chat/zalo/connection.ts';
import type { ZaloConfig } from './config.ts';
import type { Logger } from './log.ts';
import { makeLink } from './turn/make-link.ts';

interface ZaloBotsDeps {
  target: DatabaseTarget;
  /** Bound to blocs as turns are: links are rows of theirs. */
  app: Tx;
  publicUrl: string | null;
  /** The domain's clock. */
  now(): Date;
  answered(): void;
  pace?: Partial<ZaloPace>;
  log: Logger;
}

/** One connection for each bot: a Zalo bot serves three groups, so that several blocs take several bots. */
export function zaloBots({ tokens, apiRoot, webhookSecret }: ZaloConfig, deps: ZaloBotsDeps): Connection[] {
  const { target, app, publicUrl, now, answered, pace, log } = deps;
  return tokens.map((token, n) =>
    zaloConnection({
      token,
      apiRoot,
      webhook:
        webhookSecret !== null && publicUrl !== null
          ? { publicUrl, path: webhookPath(n), secret: webhookSecret }
          : null,
      fileLink: outgoing => fileLink(app, publicUrl, outgoing, now()),
      solePoller: botId => solePoller(target, botId),
      answered,
      pace,
      log,
    }),
  );
}

/** An update does not say which bot it is for: each has an address of its own. */
export const webhookPath = (n: number): string => (n === 0 ? '/zalo' : `/zalo/${n + 1}`);

/** Made when the message leaves, so that its time begins then; of a second sending it is another. */
async function fileLink(app: Tx, publicUrl: string | null, { message, blocId }: Outgoing, now: Date) {
  const { file } = message;
  if (!file || blocId === null) return null;
  const made = await app.transaction(async tx => {
    await enterBloc(tx, blocId);
    const subject = { purpose: 'download', ...file } as const;
    return makeLink(tx, publicUrl, { blocId, personId: null, subject }, now);
  });
  return made && { ...made, fileUrl: `${made.url}/${encodeURIComponent(file.name)}` };
}
