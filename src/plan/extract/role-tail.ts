const ROLE_TAIL =
  /\s*(?:[([:,–-]|\b(?:la|lam|giu)\b)\s*(?:la\s+|lam\s+|don vi\s+|giu\s+(?:vai tro|chuc)\s+)*(?:pho\s+)?(?:truong|khoi truong|cum truong|khoi pho|cum pho|pho|thanh vien|don vi thanh vien|uy vien|thuong truc|thu ky)\b.*$|\s*\((?:thanh vien|don vi|\d)[^)]*\)\s*$/u;

/** A table's last cell, its rule lost: "Sở A Trưởng khối", "Sở B Thành viên"; a company "một thành viên" is none. */
const ROLE_CELL =
  /\s+(?:Ph\u00f3 )?(?:Tr\u01b0\u1edfng (?:[Kk]h\u1ed1i|[Cc]\u1ee5m)|(?:Kh\u1ed1i|C\u1ee5m) (?:tr\u01b0\u1edfng|ph\u00f3)|(?<!M\u1ed9t )Th\u00e0nh vi\u00ean)\s*$/u;

/** A unit's name without the role, the office or the short form behind it. */
export function withoutRole(text: string, folded: string): { name: string; folded: string } {
  const cut = Math.min(
    ROLE_TAIL.exec(folded)?.index ?? folded.length,
    ROLE_CELL.exec(text)?.index ?? folded.length,
  );
  const short = /\s*\([^)]*\)?\s*$/.exec(folded.slice(0, cut))?.index ?? cut;
  return { name: text.slice(0, short).trim(), folded: folded.slice(0, short).trim() };
}
