import type { Context } from 'hono';
import { html } from 'hono/html';
import type { SheetValue } from '../../core/sheet-value.ts';
import { uploadProblems } from '../../text/links.ts';
import { formatDecimal } from '../../text/numbers.ts';
import { formatPoints } from '../../text/points.ts';
import { formText } from '../../text/score-form.ts';
import type { OpenLink } from './link.ts';
import { linkPage } from './page.ts';
import { proofsOf } from './score-evidence.ts';
import type { FormRow, FormSheet } from './score-sheet.ts';
import { ACCEPT } from './upload-page.ts';

/** An answer as it stands in its field. */
export function fieldText(value: SheetValue | null): string {
  switch (value?.kind) {
    case 'points':
      return formatPoints(value.points);
    case 'yes_no':
      return value.yes ? formText.yes : formText.no;
    case 'level':
      return value.level;
    case 'number':
      return formatDecimal(value.number);
    case 'count':
      return String(value.count);
    case 'ratio':
      return value.target === null
        ? formatDecimal(value.actual)
        : `${formatDecimal(value.actual)}/${formatDecimal(value.target)}`;
    default:
      return '';
  }
}

/** Every criterion on one page; `page/score.js` saves each as it is filled. */
export function scorePage(c: Context, link: OpenLink<'score'>, sheet: FormSheet) {
  const { saving, saved, offline, overwrite, notSent, remove } = formText;
  const tooLarge = uploadProblems['too-large'];
  const words = JSON.stringify({ saving, saved, offline, overwrite, notSent, remove, tooLarge });
  const { left, points, of } = sheet.total();
  const groups = [...new Set(sheet.rows.map(row => row.group))];
  return linkPage(c, {
    head: formText.head,
    scripts: ['score.js', 'proof.js'],
    body: html`<p class="about">${formText.about(link.subject.unitName, sheet.table.name)}</p>
<noscript><p class="problem">${formText.needsScript}</p></noscript>
<p class="small">${sheet.writable ? formText.how : formText.closed}</p>
<form id="score" data-at="/l/${link.token}" data-words="${words}" autocomplete="off">
${groups.map(
  group => html`<fieldset><legend>${group}</legend>
${sheet.rows.filter(row => row.group === group).map(rowShown)}</fieldset>`,
)}
</form>
<p class="small">${formText.finish}</p>
<p class="small">${formText.until(link.expiresAt)}</p>
<p id="standing" class="standing" role="status">${formText.standing(left, points, of)}</p>`,
  });
}

function rowShown(row: FormRow) {
  const { key, no, name, asked, entry, open, returned } = row;
  return html`<div class="criterion" data-key="${key}" data-saw="${entry?.version ?? 0}">
<label for="c-${key}"><strong>${no}.</strong> ${name} <span class="max">${formText.max(asked.max)}</span></label>
${returned ? html`<p class="problem">${formText.returned(returned)}</p>` : ''}
${control(row, fieldText(entry?.value ?? null), open)}
<p class="state" aria-live="polite"></p>
${proof(row)}
</div>`;
}

/** A sheet that is closed shows what was given. */
function proof(row: FormRow) {
  const proofs = proofsOf(row);
  if (!row.open && proofs.length === 0) return '';
  return html`<details class="proof" data-evidence="${JSON.stringify(proofs)}">
<summary>${formText.proof}<span class="count"></span></summary>
<ul></ul>
${
  row.open
    ? html`<input type="text" aria-label="${formText.proofText}" placeholder="${formText.proofText}" maxlength="300">
<button type="button" class="add">${formText.add}</button>
<label class="pick">${formText.pick}<input type="file" multiple accept="${ACCEPT}"></label>`
    : ''
}
<p class="told" role="status"></p>
</details>`;
}

function control({ key, asked }: FormRow, value: string, open: boolean) {
  const off = open ? '' : 'disabled';
  switch (asked.kind) {
    case 'yes_no':
      return html`<select class="answer" id="c-${key}" ${off}>
<option value=""></option>
${[formText.yes, formText.no].map(one => html`<option value="${one}" ${value === one ? 'selected' : ''}>${one}</option>`)}
</select>`;
    case 'level':
      return html`<select class="answer" id="c-${key}" ${off}>
<option value="">${formText.choose}</option>
${asked.levels.map(
  level =>
    html`<option value="${level.name}" ${value === level.key ? 'selected' : ''}>${level.name}</option>`,
)}
</select>`;
    default:
      return html`<input class="answer" id="c-${key}" type="text" inputmode="${asked.kind === 'ratio' ? 'text' : 'decimal'}" value="${value}" placeholder="${formText.placeholder[asked.kind]}" maxlength="60" ${off}>`;
  }
}
