import type { Context } from 'hono';
import { html } from 'hono/html';
import { type WebProblemCode, webProblems, webTitle } from '../text/problems-web.ts';

const statuses = { 'not-found': 404, 'too-large': 413, internal: 500 } as const;

/** A page for a browser, JSON for everyone else; never what went wrong inside. */
export function problemPage(c: Context, code: WebProblemCode) {
  const message = webProblems[code];
  const status = statuses[code];
  if (!c.req.header('accept')?.includes('text/html')) return c.json({ error: { code, message } }, status);
  return c.html(
    html`<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${webTitle}</title>
<h1>${webTitle}</h1>
<p>${message}</p>
</html>
`,
    status,
  );
}
