/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with attributes, `on…` listeners and children. Strings become text nodes, never markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} [props] `true` sets an empty attribute; false, null, undefined set none
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') {
      node.addEventListener(name.slice(2), event => value(event));
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, String(value));
    }
  }
  node.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

/**
 * Data for the eye: composed letters, because many fonts misplace the marks of decomposed ones.
 * @param {string} data
 */
export const shown = data => data.normalize('NFC');

/** A finger instead of a mouse: Enter makes a new line, and focus does not raise the keyboard unasked. */
export const isTouch = () => matchMedia('(pointer: coarse)').matches;

/** Two columns; the same width as in list.css. */
export const isWide = () => matchMedia('(min-width: 760px)').matches;

/** @returns {ScrollBehavior} */
export const scrolling = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

/** Unique keys also where the page is not served over https. */
export function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `p-${Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * What survives a reload; a browser that refuses storage only forgets.
 * @param {string} key
 */
export function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {string} value an empty one is removed
 */
export function remember(key, value) {
  try {
    if (value === '') localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Nothing to be done, and nothing is lost in this tab.
  }
}
