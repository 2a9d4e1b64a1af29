import type { Context } from 'hono';
import { html } from 'hono/html';
import type { LinkFile } from '../../../db/link-files.ts';
import { linkText, uploadProblems } from '../../text/links.ts';
import type { OpenLink } from './link.ts';
import { linkPage } from './page.ts';

/** Pictures are named so that a phone offers its gallery too. */
export const ACCEPT = '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp,.rtf,.txt,.csv,image/*';

/** No line begins with a dot. */
const together = (title: string) => title.replaceAll(' · ', '\u00a0· ');

/** The form; `page/upload.js` sends the files one by one and shows how far each is. */
export function uploadPage(c: Context, link: OpenLink<'upload'>, files: readonly LinkFile[]) {
  const { remove, again, connection } = linkText;
  const words = JSON.stringify({ remove, again, connection, tooLarge: uploadProblems['too-large'] });
  return linkPage(c, {
    head: linkText.uploadHead,
    scripts: ['upload.js'],
    body: html`<p class="about">${together(link.subject.title)}</p>
<noscript><p class="problem">${linkText.needsScript}</p></noscript>
<form id="upload" data-at="/l/${link.token}" data-files="${JSON.stringify(files)}" data-words="${words}">
<ul id="files" aria-live="polite"></ul>
<label class="button pick">${linkText.choose}<input id="pick" type="file" multiple accept="${ACCEPT}"></label>
<label class="button pick second">${linkText.camera}<input id="camera" type="file" accept="image/*" capture="environment"></label>
<p class="small">${linkText.limits} <strong>${linkText.noSecrets}</strong></p>
<p id="problem" class="problem" role="alert" hidden></p>
<button id="send" class="button main" type="submit" disabled>${linkText.send}</button>
</form>
<p id="done" class="done" role="status" hidden></p>
<p id="until" class="small">${linkText.until(link.expiresAt)}</p>`,
  });
}
