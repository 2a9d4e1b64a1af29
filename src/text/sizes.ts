const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** `512 B`, `340 KB`, `1,2 MB`: in steps of 1024, one decimal from MB on. */
export function formatBytes(bytes: number): string {
  const shown = (step: number) => {
    const value = bytes / 1024 ** step;
    return step < 2 ? Math.round(value) : Math.round(value * 10) / 10;
  };
  let step = 0;
  while (step < UNITS.length - 1 && shown(step) >= 1024) step++;
  return `${String(shown(step)).replace('.', ',')} ${UNITS[step]}`;
}

/** Enough of a SHA-256 for people to compare. */
export function shortHash(sha256: string): string {
  return sha256.slice(0, 8).toLowerCase();
}

/** A dot each where a line holds them. */
const MOST_DOTS = 15;

/** `●●●○○○`: one dot each up to 15, beyond that by share. Full only when all is done, never empty once something is. */
export function progressBar(done: number, of: number, width = of > 0 && of <= MOST_DOTS ? of : 10): string {
  const share = of > 0 ? Math.min(Math.max(done / of, 0), 1) : 0;
  const some = share > 0 && width > 1 ? 1 : 0;
  const filled = Math.max(Math.floor(share * width + 1e-9), some);
  return '●'.repeat(filled) + '○'.repeat(width - filled);
}

/** `A, B và C`; where an item has a comma of its own: `A, B; C và D`. */
export function joinVi(items: readonly string[]): string {
  const separator = items.some(item => item.includes(',')) ? '; ' : ', ';
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(separator)} và ${last}`;
}
