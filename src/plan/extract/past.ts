const YEAR_FIRST = /^\W*(?:\d{1,2}[.)]\s*)?(?:trong\s|ket qua\s)?nam\s(20\d\d)/;

/** "Năm 2025, … đạt 98%" in a plan of 2026 tells of what has been reached, not of what is to be. */
export function isPast(clause: string, year: number | null): boolean {
  const said = YEAR_FIRST.exec(clause)?.[1];
  return said !== undefined && year !== null && Number(said) < year;
}
