import { upload } from './api.js';
import { h, randomKey, shown } from './dom.js';
import { sizeOf } from './format.js';
import { icon } from './icons.js';
import { words } from './words.js';

/** @import { Draft, Upload } from './types.js' */

/** Bytes, as the room allows. */
const LARGEST = 20 * 1024 * 1024;
const MOST = 10;

/**
 * Begins to upload files for a draft.
 * @param {Draft} draft
 * @param {File[]} files
 * @param {() => void} changed
 */
export function attach(draft, files, changed) {
  const problems = [];
  for (const file of files) {
    if (draft.uploads.length >= MOST) problems.push(words.tooManyFiles);
    else if (file.size > LARGEST) problems.push(words.fileTooLarge(shown(file.name)));
    else if (file.size === 0) problems.push(words.fileEmpty(shown(file.name)));
    else draft.uploads.push(begin(file, changed));
  }
  draft.error = [...new Set(problems)].join(' ');
  changed();
}

/** @param {File} file @param {() => void} changed @returns {Upload} */
function begin(file, changed) {
  /** @type {Upload} */
  const item = {
    id: randomKey(),
    file,
    state: 'going',
    progress: 0,
    ref: null,
    error: '',
    stop: () => {},
    over: Promise.resolve(),
  };
  run(item, changed);
  return item;
}

/** @param {Upload} item @param {() => void} changed */
function run(item, changed) {
  const { done, stop } = upload(item.file, share => {
    item.progress = share;
    changed();
  });
  Object.assign(item, { state: 'going', progress: 0, error: '', stop });
  item.over = done.then(
    ({ ref }) => {
      Object.assign(item, { state: 'done', ref });
      changed();
    },
    error => {
      Object.assign(item, { state: 'failed', error: error.message });
      changed();
    },
  );
}

/** Chips of a draft's files. @param {() => Draft | null} current @param {() => void} changed */
export function chipRow(current, changed) {
  const row = h('ul', { class: 'chips', hidden: true, 'data-testid': 'chips' });
  /** Chips stay the same elements while they load, so that focus stays too. @type {Map<string, ReturnType<typeof chip>>} */
  let chips = new Map();

  /** @param {Upload} item */
  function chip(item) {
    const name = shown(item.file.name);
    const state = h('span', { class: 'chip-state' });
    const bar = h('progress', { class: 'chip-bar', max: '1', 'aria-label': name });
    const again = h(
      'button',
      {
        type: 'button',
        class: 'chip-button',
        'aria-label': words.tryUploadAgain(name),
        onclick: () => run(item, changed),
      },
      icon('retry'),
    );
    const remove = h(
      'button',
      { type: 'button', class: 'chip-button', 'aria-label': words.remove(name), onclick: drop },
      icon('close'),
    );
    const node = h(
      'li',
      { class: 'chip' },
      h('span', { class: 'chip-text' }, h('span', { class: 'chip-name' }, name), state),
      again,
      remove,
      bar,
    );

    function drop() {
      const draft = current();
      item.stop();
      if (draft && !draft.busy) draft.uploads = draft.uploads.filter(other => other !== item);
      changed();
    }
    function update() {
      node.className = `chip chip-${item.state}`;
      bar.value = item.progress;
      bar.hidden = item.state !== 'going';
      again.hidden = item.state !== 'failed';
      state.textContent = {
        going: words.uploading(Math.round(item.progress * 100)),
        done: sizeOf(item.file.size),
        failed: item.error || words.uploadFailed,
      }[item.state];
    }
    return { node, update };
  }

  function show() {
    const items = current()?.uploads ?? [];
    const before = [...chips.keys()].join();
    chips = new Map(items.map(item => [item.id, chips.get(item.id) ?? chip(item)]));
    for (const { update } of chips.values()) update();
    row.hidden = items.length === 0;
    if ([...chips.keys()].join() !== before)
      row.replaceChildren(...[...chips.values()].map(({ node }) => node));
  }
  return { row, show };
}

/** Pictures pasted have no name worth keeping. @param {File} file */
export function named(file) {
  if (!/^image\.\w+$/.test(file.name)) return file;
  return new File([file], words.pastedPhoto(file.type.split('/')[1] ?? 'png'), { type: file.type });
}

/** @param {HTMLElement} area @param {(files: File[]) => void} add */
export function acceptDrops(area, add) {
  const veil = h('div', { class: 'drop-veil', hidden: true }, icon('attach'), words.dropHere);
  area.append(veil);
  const holdsFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') ?? false;
  area.addEventListener('dragover', event => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    veil.hidden = false;
  });
  area.addEventListener('dragleave', event => {
    if (!(event.relatedTarget instanceof Node && area.contains(event.relatedTarget))) veil.hidden = true;
  });
  area.addEventListener('drop', event => {
    veil.hidden = true;
    if (!holdsFiles(event)) return;
    event.preventDefault();
    add([...(event.dataTransfer?.files ?? [])]);
  });
}
