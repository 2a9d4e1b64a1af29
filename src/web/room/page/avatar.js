import { h } from './dom.js';
import { initialsOf } from './format.js';
import { icon } from './icons.js';

const HUES = 8;

/** The same person has the same colour everywhere. @param {string} id */
function hueOf(id) {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return sum % HUES;
}

/** @param {{id: string, name: string}} person */
export const personAvatar = ({ id, name }) =>
  h('span', { class: `avatar hue-${hueOf(id)}`, 'aria-hidden': 'true' }, initialsOf(name));

export const botAvatar = () => h('span', { class: 'avatar avatar-bot', 'aria-hidden': 'true' }, icon('star'));

export const groupAvatar = () =>
  h('span', { class: 'avatar avatar-group', 'aria-hidden': 'true' }, icon('people'));
