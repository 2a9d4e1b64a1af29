const SVG = 'http://www.w3.org/2000/svg';

/** Drawn on a grid of 24, stroked. */
const paths = {
  attach: [
    'M20 11.5l-8.2 8.2a5.2 5.2 0 0 1-7.4-7.4l8.5-8.5a3.5 3.5 0 0 1 5 5l-8.4 8.4a1.8 1.8 0 0 1-2.6-2.5l7.8-7.8',
  ],
  back: ['M15 5l-7 7 7 7'],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  chevron: ['M7 10l5 5 5-5'],
  clock: ['M12 7.5V12l3 2', 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  copy: ['M9 9h10v11H9z', 'M5 15V4h10'],
  down: ['M12 5v14', 'M6 13l6 6 6-6'],
  download: ['M12 4v11', 'M7 10.5l5 5 5-5', 'M5 20h14'],
  edit: ['M4 20h4L19.5 8.5l-4-4L4 16z', 'M13 7l4 4'],
  file: ['M7 3h7l5 5v13H7z', 'M14 3v5h5'],
  go: ['M9 6l6 6-6 6'],
  newGroup: [
    'M9 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z',
    'M3 19c.4-3.3 2.8-5 6-5s5.6 1.7 6 5',
    'M18.5 7v6',
    'M15.5 10h6',
  ],
  people: [
    'M9 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z',
    'M3 19c.4-3.3 2.8-5 6-5s5.6 1.7 6 5',
    'M15.5 5.3a3 3 0 0 1 0 5.9',
    'M17.5 14.3c2 .6 3.2 2.2 3.5 4.7',
  ],
  plus: ['M12 5v14', 'M5 12h14'],
  reply: ['M9.5 5L4 10.5 9.5 16', 'M4.5 10.5H14c3.5 0 6 2.5 6 6V19'],
  retry: ['M19.5 12a7.5 7.5 0 1 1-2.3-5.4', 'M19.5 3.5V8H15'],
  search: ['M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z', 'M16 16l4.5 4.5'],
  send: ['M4 12L20 4.5 15.5 20l-4-6.5z', 'M11.5 13.5L20 4.5'],
  slash: ['M4 4h16v16H4z', 'M14.5 8l-5 8'],
  star: ['M12 3.8l2.5 5.3 5.8.7-4.3 4 1.2 5.8L12 16.7l-5.2 2.9L8 13.8l-4.3-4 5.8-.7z'],
};

/**
 * @param {keyof typeof paths} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon icon-${name}`);
  for (const d of paths[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
