import { html } from 'hono/html';
import { readFile } from '../../../db/inbox-files.ts';
import { enterBloc } from '../../../db/tx.ts';
import { linkText } from '../../text/links.ts';
import { asDownload } from '../file-name.ts';
import type { LinkHandler } from './link.ts';
import { linkPage, linkProblem } from './page.ts';

/** Pictures may be shown where they are; a messenger fetches what it is to show by this very address. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/webp']);

/** A page that names the file, and the file under its own name: a preview of the link fetches the page alone. */
export const download: LinkHandler<'download'> = async (c, link, { method, rest }, { db }) => {
  if (method !== 'GET') return null;
  const { sha256, name, mime } = link.subject;
  const path = `/l/${link.token}/${encodeURIComponent(name)}`;
  if (rest === '')
    return linkPage(c, {
      head: linkText.downloadHead,
      body: html`<p class="file">${name}</p>
<p><a class="button" href="${path}" download>${linkText.downloadButton}</a></p>
<p class="small">${linkText.until(link.expiresAt)} ${linkText.downloadHint}</p>`,
    });
  if (rest !== name) return null;
  const bytes = await db.transaction(async tx => {
    await enterBloc(tx, link.blocId);
    return readFile(tx, sha256);
  });
  if (!bytes) return linkProblem(c, 'gone');
  c.header('Content-Disposition', SHOWN.has(mime) ? 'inline' : asDownload(name));
  return c.body(new Uint8Array(bytes), 200, { 'Content-Type': mime });
};
