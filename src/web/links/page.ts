import type { Context } from 'hono';
import { html } from 'hono/html';
import { linkProblems, linkText } from '../../text/links.ts';

type Html = ReturnType<typeof html>;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface Page {
  head: string;
  body: Html | Promise<Html>;
  /** Files of `page/` that bring it to life. */
  scripts?: readonly string[];
}

/** A page behind a link: phone first, nothing from elsewhere, and nothing of the bloc in what a preview shows. */
export function linkPage(c: Context, { head, body, scripts = [] }: Page, status: 200 | 404 | 410 = 200) {
  c.header('Content-Security-Policy', POLICY);
  c.header('X-Robots-Tag', 'noindex, nofollow, noarchive');
  return c.html(
    html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${linkText.pageTitle}</title>
<link rel="icon" href="/l/-/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/l/-/links.css">
${scripts.map(script => html`<script src="/l/-/${script}" defer></script>`)}
</head>
<body>
<main>
<h1>${head}</h1>
${body}
</main>
</body>
</html>
`,
    status,
  );
}

const statuses = { unknown: 404, expired: 410, used: 410, gone: 410 } as const;

/** A page for a person, JSON for the page's script. */
export function linkProblem(c: Context, code: keyof typeof linkProblems) {
  const message = linkProblems[code];
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
    return c.json({ error: { code, message } }, statuses[code]);
  return linkPage(c, { head: linkText.pageTitle, body: html`<p>${message}</p>` }, statuses[code]);
}
