/**
 * Who and where, in the address: `#p=person&c=chat`. Two tabs may hold two persons, and a reload keeps both.
 * @typedef {{person: string | null, chat: string | null}} Route
 */

/** @returns {Route} */
export function readRoute() {
  const query = new URLSearchParams(location.hash.slice(1));
  return { person: query.get('p'), chat: query.get('c') };
}

/**
 * @param {Route} route
 * @param {'push' | 'replace'} how
 */
export function writeRoute(route, how) {
  const query = new URLSearchParams();
  if (route.person) query.set('p', route.person);
  if (route.chat) query.set('c', route.chat);
  const hash = `#${query}`;
  if (how === 'push') history.pushState({ room: true, below: true }, '', hash);
  else history.replaceState({ room: true, below: history.state?.below === true }, '', hash);
}

/** The entry below is the page's own, so that going back stays on it. */
export const canGoBack = () => history.state?.below === true;

/** An entry the page wrote itself; else somebody typed an address or followed a link. */
export const isOurEntry = () => history.state?.room === true;
