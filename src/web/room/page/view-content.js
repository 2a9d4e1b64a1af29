import { api } from './api.js';
import { h, shown } from './dom.js';
import { sizeOf } from './format.js';
import { icon } from './icons.js';
import { emit, store } from './store.js';
import { words } from './words.js';

/** @import { Inline, RoomFile, Table } from './types.js' */

/** Other people's words become text nodes here; nothing in them is ever read as markup. */

/** @param {Inline[]} line */
export function lineView(line) {
  const [first, ...rest] = line;
  if (first === undefined) return h('div', { class: 'line blank' });
  const start = typeof first === 'string' ? first : '';
  // Indents by spaces, which would not hold where a line wraps.
  const bare = start.trimStart();
  const isEntry = typeof first === 'object' && 'code' in first && rest.length > 0;
  const classes = ['line', bare !== start && 'inset', /^[•–-] /.test(bare) && 'item', isEntry && 'entry']
    .filter(Boolean)
    .join(' ');
  return h('div', { class: classes }, ...[bare || first, ...rest].map(inlineView));
}

/** @param {Inline} inline @returns {Node | string} */
function inlineView(inline) {
  if (typeof inline === 'string') return shown(inline);
  if ('bold' in inline) return h('strong', {}, shown(inline.bold));
  if ('italic' in inline) return h('em', {}, shown(inline.italic));
  if ('code' in inline) return codeView(inline.code);
  if ('mention' in inline) {
    const me = inline.userId === store.me;
    return h('span', { class: `mention${me ? ' mention-me' : ''}` }, shown(inline.mention));
  }
  return linkView(inline.link, inline.url);
}

/** A command can be taken over into the composer. @param {string} code */
function codeView(code) {
  const [, name] = /^\/(\w+)/.exec(code) ?? [];
  if (!store.room.commands.some(command => command.name === name)) return h('code', {}, shown(code));
  return h(
    'button',
    {
      type: 'button',
      class: 'command',
      'aria-label': words.useCommand(code),
      onclick: () => emit('insert', `${code} `),
    },
    h('code', {}, shown(code)),
  );
}

/** @param {string} label @param {string} url */
function linkView(label, url) {
  // A `javascript:` address must stay words.
  if (!/^(https?:|mailto:|tel:)/i.test(url)) return shown(label);
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, shown(label));
}

/** @param {Table} table */
export function tableView({ columns, rows }) {
  const cell = (/** @type {'th' | 'td'} */ tag, /** @type {string} */ text, /** @type {number} */ at) =>
    h(tag, { class: `align-${columns[at]?.align ?? 'left'}`, scope: tag === 'th' && 'col' }, shown(text));
  const head = h('tr', {}, ...columns.map((column, at) => cell('th', column.title, at)));
  const body = rows.map(row => h('tr', {}, ...row.map((text, at) => cell('td', text, at))));
  return h(
    'div',
    { class: 'table-box', role: 'region', 'aria-label': words.table, tabindex: '0' },
    h('table', {}, h('thead', {}, head), h('tbody', {}, ...body)),
  );
}

/** Kinds people know by sight, by ending. @type {Record<string, string>} */
const kinds = {
  pdf: 'pdf',
  doc: 'doc',
  docx: 'doc',
  xls: 'xls',
  xlsx: 'xls',
  csv: 'xls',
  ppt: 'ppt',
  pptx: 'ppt',
};

/** @param {RoomFile} file */
export function fileView(file) {
  const photo = /^image\/(png|jpeg|gif|webp)$/.test(file.mime);
  const ending = /\.([\p{L}\p{N}]{1,4})$/u.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const name = shown(file.name);
  const stem = ending === '' ? name : name.slice(0, -ending.length - 1);
  const card = h(
    'a',
    {
      class: 'file',
      href: api.fileUrl(file.ref),
      download: file.name,
      'aria-label': `${words.download(name)}, ${sizeOf(file.size)}`,
      'data-testid': 'file',
    },
    h(
      'span',
      { class: `file-kind kind-${kinds[ending] ?? 'any'}` },
      ending ? ending.toUpperCase() : icon('file'),
    ),
    h(
      'span',
      { class: 'file-text' },
      // The ending stays in sight, however long the name.
      h(
        'span',
        { class: 'file-name' },
        h('span', { class: 'file-stem' }, stem),
        ending && h('span', {}, `.${ending}`),
      ),
      h('span', { class: 'file-size' }, sizeOf(file.size)),
    ),
    icon('download'),
  );
  if (!photo) return card;
  const picture = h('img', {
    class: 'photo',
    src: api.fileUrl(file.ref),
    alt: words.photo,
    loading: 'lazy',
    onerror: () => picture.remove(),
  });
  return h('div', { class: 'photo-box' }, picture, card);
}
