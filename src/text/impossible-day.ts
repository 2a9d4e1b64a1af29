const PARTS = String.raw`(\d{1,2})\s*(?:[/.-]|th[áa]ng)\s*(\d{1,2})(?:\s*(?:[/.-]|n[ăa]m)\s*(\d{4}))?(?![\d/-])`;
/** Where a day is sure to be meant: 5/6 may be votes, 31/11 without its word or year anything. */
const SAID = new RegExp(String.raw`(?:(?<=ng[àa]y\s*)|(?<![\d/.-])(?=\d+[/.-]\d+[/.-]\d{4}))${PARTS}`, 'giu');
const ANY = new RegExp(String.raw`(?<![\d/.-])${PARTS}`, 'giu');

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Why there is no such day: "31/11: tháng 11 chỉ có 30 ngày"; null where the text has none that is impossible. */
export function impossibleDay(text: string, meant: 'every date' | 'after its word'): string | null {
  for (const [typed, date, month, year] of text
    .normalize('NFC')
    .matchAll(meant === 'every date' ? ANY : SAID)) {
    const why = whyNot(Number(date), Number(month), year ? Number(year) : null);
    if (why) return `${typed.trim()}: ${why}`;
  }
  return null;
}

function whyNot(date: number, month: number, year: number | null): string | null {
  const longest = LONGEST[month - 1];
  if (longest === undefined) return `không có tháng ${month}`;
  if (date < 1) return 'không có ngày 0';
  if (date > longest) return `tháng ${month} chỉ có ${longest} ngày`;
  const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return month === 2 && date === 29 && !leap ? `tháng 2 năm ${year} chỉ có 28 ngày` : null;
}
