/** Characters that no file name may have on one system or another, and marks that turn writing round. */
const FORBIDDEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/gu;
const LONGEST = 120;

/** Without dots and blanks at either end. */
const bare = (name: string) => name.replace(/^[.\s]+|[.\s]+$/gu, '');

/** A name that is safe to save under: no path, no hidden file, not too long, its extension kept. */
export function safeFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const name = bare(last.replace(FORBIDDEN, '').normalize('NFC'));
  if (name === '') return 'tep';
  const letters = [...name];
  if (letters.length <= LONGEST) return name;
  const [extension = ''] = /\.[^.]{1,10}$/.exec(name) ?? [];
  return bare(letters.slice(0, LONGEST - extension.length).join('') + extension);
}

/** `type/subtype` of a Content-Type header, or the type that says nothing. */
export function safeMime(header: string | undefined): string {
  const [mime] =
    /^[a-z0-9][\w.+-]{0,60}\/[a-z0-9][\w.+-]{0,80}/.exec((header ?? '').trim().toLowerCase()) ?? [];
  return mime ?? 'application/octet-stream';
}
