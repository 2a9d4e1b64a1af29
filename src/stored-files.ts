import { readFile } from '../db/inbox-files.ts';
import { enterBloc, type Tx } from '../db/tx.ts';

/** A bloc's stored file for a message to one of its chats. */
export function storedFiles(db: Tx) {
  return (sha256: string, blocId: number | null): Promise<Uint8Array | null> =>
    blocId === null
      ? Promise.resolve(null)
      : db.transaction(async tx => {
          await enterBloc(tx, blocId);
          return readFile(tx, sha256);
        });
}
