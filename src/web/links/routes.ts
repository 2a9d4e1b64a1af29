import { type Context, Hono } from 'hono';
import { findLink } from '../../../db/links.ts';
import { linkStanding } from '../../core/link.ts';
import { asset, pageFolder } from '../assets.ts';
import { calendar } from './calendar.ts';
import { download } from './download.ts';
import type { Asked, LinkDeps } from './link.ts';
import { linkProblem } from './page.ts';
import { scoreForm } from './score.ts';
import { upload } from './upload.ts';

/** `/l/<token>` and what lies below it, to be mounted at `/`; each purpose answers for itself. */
export function linkRoutes(deps: LinkDeps): Hono {
  const folder = pageFolder('links');
  const app = new Hono();
  app.get('/l/-/:file', async c => {
    const found = await asset(folder, c.req.param('file'));
    return found ? c.body(new Uint8Array(found.bytes), 200, { 'Content-Type': found.type }) : c.notFound();
  });
  app.all('/l/:token', c => answer(c, ''));
  app.all('/l/:token/:rest{.+}', c => answer(c, c.req.param('rest')));

  async function answer(c: Context, rest: string): Promise<Response> {
    const token = c.req.param('token') ?? '';
    const found = await deps.db.transaction(tx => findLink(tx, token, false));
    if (!found) return linkProblem(c, 'unknown');
    const { subject, ...link } = found;
    const standing = linkStanding(subject.purpose, found, deps.now());
    if (standing !== 'good') return linkProblem(c, standing);
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
    return (await serve({ method, rest })) ?? linkProblem(c, 'unknown');

    function serve(asked: Asked): Promise<Response | null> {
      switch (subject.purpose) {
        case 'download':
          return download(c, { ...link, token, subject }, asked, deps);
        case 'calendar':
          return calendar(c, { ...link, token, subject }, asked, deps);
        case 'upload':
          return upload(c, { ...link, token, subject }, asked, deps);
        case 'score':
          return scoreForm(c, { ...link, token, subject }, asked, deps);
      }
    }
  }
  return app;
}
