import { fileTypeFromBuffer } from 'file-type';

export interface KnownFile {
  mime: string;
  /** With its dot. */
  extension: string;
}

/** What people hand in, by what its bytes say. */
const TAKEN = new Set([
  ...['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'rtf'],
  ...['jpg', 'png', 'webp', 'heic', 'heif', 'tif'],
]);
/** Office files of before 2007 share one container; only the name tells them apart. */
const OLD_OFFICE: Record<string, string> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};
const PLAIN: Record<string, string> = { txt: 'text/plain', csv: 'text/csv' };

const extensionOf = (name: string) => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** A file of a kind that is taken, whatever its name and sender say it is; null for all others. */
export async function sniffFile(bytes: Uint8Array, name: string): Promise<KnownFile | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const said = extensionOf(name);
  if (!found) {
    const mime = PLAIN[said];
    return mime && isText(bytes) ? { mime, extension: `.${said}` } : null;
  }
  if (found.ext === 'cfb') {
    const mime = OLD_OFFICE[said];
    return mime ? { mime, extension: `.${said}` } : null;
  }
  return TAKEN.has(found.ext) ? { mime: found.mime, extension: `.${found.ext}` } : null;
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The name with the extension of what it is: a picture called `.pdf` opens nowhere. */
export function namedAs(name: string, { extension }: KnownFile): string {
  const said = `.${extensionOf(name)}`;
  const alike =
    said === extension ||
    (said === '.jpeg' && extension === '.jpg') ||
    (said === '.tiff' && extension === '.tif');
  return alike ? name : `${name}${extension}`;
}
