/** Sizes of generated tests: small in `npm test`, full in `npm run gates`. */
export function size(small: number, full: number): number {
  return process.env.GATES === 'full' ? full : small;
}
