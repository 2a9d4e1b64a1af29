/** Names of what is run rather than read. */
const PROGRAM =
  /\.(?:exe|msi|com|scr|pif|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|apk|ipa|dll|lnk|reg|sh|app|dmg|deb|rpm)$/i;
/** First bytes of Windows' and Linux' programs, whatever they are called. */
const PROGRAM_HEADS: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
];

/** Why a file can be no report, nor anything else that a bloc keeps; null where it can. */
export function unfitness({ name, bytes }: { name: string; bytes: Uint8Array }): 'empty' | 'program' | null {
  if (bytes.length === 0) return 'empty';
  const head = PROGRAM_HEADS.some(wanted => wanted.every((byte, n) => bytes[n] === byte));
  return head || PROGRAM.test(name.trim()) ? 'program' : null;
}
