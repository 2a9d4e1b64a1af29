/** What can be chosen under a message, as its reader sees it, and what is typed for it. */
export function choicesIn(text: string): { label: string; typed: string }[] {
  const lines = text.split('\n');
  const words = /^Hoặc gõ: (.*)$/.exec(lines.at(-1) ?? '')?.[1]?.split(' · ') ?? [];
  const said = words.map(label => ({ label, typed: label }));
  const single = lines.map(line => /“1” để chọn: (.*)$/.exec(line)?.[1]).find(Boolean);
  if (single) return [{ label: single, typed: '1' }, ...said];
  const head = lines.findLastIndex(line => line.endsWith(' bằng số hoặc chữ:'));
  const listed = head < 0 ? [] : lines.slice(head + 1).flatMap(line => numberedIn(line));
  return [...listed, ...said];
}

function numberedIn(line: string): { label: string; typed: string }[] {
  const [, typed, label] = /^(\d+)\. (.*)$/.exec(line) ?? [];
  return typed && label ? [{ label, typed }] : [];
}
