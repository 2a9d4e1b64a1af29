import type { IncomingMessage } from 'node:http';
import type { Upload } from './methods.ts';

export interface Request {
  payload: Record<string, unknown>;
  files: Upload[];
}

/** Fields of a form are text: numbers and JSON travel written out, words as they are. */
const WORDS = ['text', 'caption'];

function fieldValue(name: string, text: string): unknown {
  if (WORDS.includes(name)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The parameters of a call, sent as JSON or as a form with files. @throws for neither */
export async function readRequest(request: IncomingMessage): Promise<Request> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) {
    const payload: unknown = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
    if (typeof payload !== 'object' || payload === null) throw new Error('no object');
    return { payload: { ...payload }, files: [] };
  }
  const [, boundary] = /boundary="?([^";]+)/.exec(type) ?? [];
  if (boundary === undefined) throw new Error('no boundary');
  return readForm(body, boundary);
}

/** By hand, since the platform's own reader does not take grammY's headers, which leave out the blanks. */
function readForm(body: Buffer, boundary: string): Request {
  const payload: Record<string, unknown> = {};
  const files: Upload[] = [];
  for (const part of body.toString('latin1').split(`--${boundary}`).slice(1, -1)) {
    const end = part.indexOf('\r\n\r\n');
    const head = Buffer.from(part.slice(0, end), 'latin1').toString('utf8');
    const bytes = Buffer.from(part.slice(end + 4, -2), 'latin1');
    const [, name = ''] = /[; ]name="([^"]*)"/.exec(head) ?? [];
    const [, given, bare] = /; ?filename=(?:"([^"\r\n]*)"|([^;\s]*))/.exec(head) ?? [];
    const file = given ?? bare;
    const [, mime = ''] = /content-type: *([^\r\n]+)/i.exec(head) ?? [];
    if (file === undefined) payload[name] = fieldValue(name, bytes.toString('utf8'));
    else files.push({ name: file, mime, bytes });
  }
  return { payload, files };
}
