const YEAR_FIRST = /^\W*(?:\d{1,2}[.)]\s*)?(?:trong\s|ket qua\s|so voi\s)?nam(?:\s+hoc)?\s(20\d\d)/;
const BEFORE = /^\W*(?:trong\s)?(?:nam(?:\s+hoc)? (?:truoc|qua|vua qua)|thoi gian qua|nhung nam qua)/;
const TURN = /phan dau|muc tieu|nam nay|trong thoi gian toi/;

/** "Năm 2025, … đạt 98%" in a plan of 2026 tells of what has been reached, not of what is to be. */
function isPast(clause: string, year: number | null): boolean {
  if (BEFORE.test(clause)) return true;
  const said = YEAR_FIRST.exec(clause)?.[1];
  return said !== undefined && year !== null && Number(said) < year;
}

const YEAR_OPENS = /(?:^|[,;:(]\s*)(?:trong |den het |den cuoi |tinh den )?nam(?:\s+hoc)? (20\d\d)(?!\s*-)/g;

/** Further back a year says nothing of a figure. */
const NEAR = 400;

/** "…, năm 2025 nộp 87 tỷ đồng, đạt 109%": what stands behind an earlier year has been reached, until something new begins. */
export function isReached(before: string, year: number | null): boolean {
  const near = before.slice(-NEAR);
  const said = [...near.matchAll(YEAR_OPENS)].at(-1);
  if (said === undefined || year === null || Number(said[1]) >= year) return false;
  const since = near.slice(said.index + said[0].length);
  return !TURN.test(since) && !since.includes(`nam ${year}`) && !/[()]/.test(since);
}

/** Sentences of a paragraph that tell of the past: what follows such a one does too, until the plan's own year is said. */
export function pastFrom(clauses: readonly string[], year: number | null): boolean[] {
  let past = false;
  return clauses.map(clause => {
    // "Năm 2025 đạt 85%, năm 2026 phấn đấu đạt 92%": the sentence itself turns.
    if (TURN.test(clause) || (year !== null && clause.includes(`nam ${year}`))) past = false;
    else if (isPast(clause, year)) past = true;
    return past;
  });
}
