/**
 * What a button carries of an id: its random end, so that a button never changes its meaning and fits into 64
 * bytes. Unique within any list we show (48 bits).
 */
export function shortRef(
  kind: 'o' | 'd' | 'a' | 'f' | 'v' | 'b' | 't' | 'i' | 'm' | 'k' | 'e' | 'p' | 'u',
  id: string,
): string {
  return `${kind}_${id
    .toLowerCase()
    .replace(/[^a-z\d]/g, '')
    .slice(-12)}`;
}
