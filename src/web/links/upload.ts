import type { Context } from 'hono';
import { addLinkFile, handOverFiles, linkFiles, removeLinkFile } from '../../../db/link-files.ts';
import { findLink, useLink } from '../../../db/links.ts';
import type { Tx } from '../../../db/tx.ts';
import { linkStanding } from '../../core/link.ts';
import { linkText, type UploadProblemCode, uploadProblems } from '../../text/links.ts';
import { rawUploaded } from '../../turn/uploaded.ts';
import type { LinkDeps, LinkHandler, OpenLink } from './link.ts';
import { linkProblem } from './page.ts';
import { receiveFile } from './receive-file.ts';
import { uploadPage } from './upload-page.ts';

const MOST_FILES = 10;

type Upload = OpenLink<'upload'>;

const statuses: Record<UploadProblemCode, 400 | 413 | 415 | 422 | 503> = {
  'too-large': 413,
  'too-many': 422,
  empty: 400,
  kind: 415,
  secret: 422,
  'not-in-time': 503,
  'nothing-yet': 400,
};
const refuse = (c: Context, code: UploadProblemCode) =>
  c.json({ error: { code, message: uploadProblems[code] } }, statuses[code]);

/**
 * Files for a conversation, one request each, kept behind the link until its bearer hands them over; only then is it
 * used up. A browser that a camera pushed out of memory finds what it had sent already.
 */
export const upload: LinkHandler<'upload'> = async (c, link, { method, rest }, deps) => {
  const does = `${method} ${rest.replace(/\d+$/, 'n')}`;
  switch (does) {
    case 'GET ':
      return uploadPage(c, link, await deps.db.transaction(tx => filesOf(tx, link)));
    case 'POST files':
      return take(c, link, deps);
    case 'DELETE files/n':
      return within(c, link, deps, async tx => {
        await removeLinkFile(tx, link, Number(/\d+$/.exec(rest)?.[0]));
        return c.json({ files: await linkFiles(tx, link) });
      });
    case 'POST done':
      return within(c, link, deps, tx => handOver(c, link, deps, tx));
    default:
      return null;
  }
};

async function filesOf(tx: Tx, link: Upload) {
  await findLink(tx, link.token, false);
  return linkFiles(tx, link);
}

async function take(c: Context, link: Upload, deps: LinkDeps): Promise<Response> {
  const file = await receiveFile(c, deps);
  if (typeof file === 'string') return refuse(c, file);
  return within(c, link, deps, async tx => {
    const before = await linkFiles(tx, link);
    if (before.length >= MOST_FILES) return refuse(c, 'too-many');
    await addLinkFile(tx, link, file);
    return c.json({ files: await linkFiles(tx, link) }, 201);
  });
}

/** In a transaction that holds the link, if it is still good. */
function within(
  c: Context,
  link: Upload,
  { db, now }: LinkDeps,
  task: (tx: Tx) => Promise<Response>,
): Promise<Response> {
  return db.transaction(async tx => {
    const held = await findLink(tx, link.token, true);
    const standing = held ? linkStanding('upload', held, now()) : 'unknown';
    return standing === 'good' ? task(tx) : linkProblem(c, standing);
  });
}

/** In one transaction: the link is used, the files are an event of the chat, which goes on by itself. */
async function handOver(c: Context, link: Upload, { now }: LinkDeps, tx: Tx): Promise<Response> {
  if ((await linkFiles(tx, link)).length === 0) return refuse(c, 'nothing-yet');
  const { chat, from, conversation, topic } = link.subject;
  const at = now();
  await useLink(tx, link.tokenHash, at);
  await handOverFiles(tx, link, {
    ...chat,
    eventKey: `link:${link.tokenHash}`,
    chatKind: 'private',
    userId: from.userId,
    raw: rawUploaded({ blocId: link.blocId, from, conversation, topic, at }),
  });
  return c.json({ message: linkText.done });
}
