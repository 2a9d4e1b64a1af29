import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { FILE_LIMIT } from '../../../src/web/room/files.ts';
import { servedRoom } from './served-room.ts';

const room = await servedRoom({
  lookThrough: async ({ bytes }) => (Buffer.from(bytes).includes('MARKED') ? 'secret' : 'free'),
});
const { origin, get, post, store, inbox } = room;
await store.addPerson({ id: 'lan', name: 'Nguyễn Thị Lan' });

async function upload(name: string, bytes: Uint8Array | string, type = 'application/pdf') {
  const url = `${origin}/room/api/files?name=${encodeURIComponent(name)}`;
  const response = await fetch(url, { method: 'POST', body: bytes, headers: { 'Content-Type': type } });
  // biome-ignore lint/suspicious/noExplicitAny: an answer of either shape
  return { status: response.status, body: (await response.json()) as any };
}

describe('a file', () => {
  test('comes back byte for byte, as a download under its name, never as a page', async () => {
    const bytes = randomBytes(300_000);
    const { status, body } = await upload('Báo cáo (quý IV).pdf', bytes, 'text/html; charset=utf-8');
    expect([status, body.file]).toEqual([
      201,
      { ref: body.file.ref, name: 'Báo cáo (quý IV).pdf', mime: 'text/html', size: 300_000 },
    ]);
    const response = await fetch(`${origin}/room/api/files/${body.file.ref}`);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%28qu%C3%BD%20IV%29.pdf",
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('goes with a message to the bot, in the order given', async () => {
    const refs = [];
    for (const name of ['2.pdf', '1.pdf']) refs.push((await upload(name, name)).body.file.ref);
    const event = { person: 'lan', files: refs, caption: 'Báo cáo quý', key: 'files' };
    const { body } = await post('/chats/lan/events?settle=1', event);
    expect(body.messages).toMatchObject([{ lines: [['nghe: file']] }]);
    expect(inbox.get('files')?.raw).toMatchObject({
      what: { files: [{ name: '2.pdf' }, { name: '1.pdf' }] },
    });
    const { messages } = (await get('/chats/lan/messages?person=lan')).body;
    expect(messages[0]).toMatchObject({
      lines: [['Báo cáo quý']],
      files: [{ ref: refs[0] }, { ref: refs[1] }],
    });
  });

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\a\\b.docx', 'b.docx'],
    ['.htaccess', 'htaccess'],
    ['..', 'tep'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    ['gpj\u202efdp.exe', 'gpjfdp.exe'],
    ['báo cáo.pdf'.normalize('NFD'), 'báo cáo.pdf'],
    [`${'ă'.repeat(200)}.docx`, `${'ă'.repeat(115)}.docx`],
  ])('named %j is kept as %j', async (given, kept) => {
    expect((await upload(given, 'x')).body.file.name).toBe(kept);
  });

  test('of a strange type is of the type that says nothing', async () => {
    expect((await upload('x', 'x', 'nonsense')).body.file.mime).toBe('application/octet-stream');
  });

  test('without content, without a name or unknown is refused', async () => {
    expect((await upload('x.pdf', '')).body.error.code).toBe('empty-file');
    const nameless = await fetch(`${origin}/room/api/files`, { method: 'POST', body: 'x' });
    expect(nameless.status).toBe(400);
    for (const ref of ['f1', '%00', '..%2f..']) expect((await get(`/files/${ref}`)).status).toBe(404);
  });

  test('marked as a state secret, in its name or its content, is not kept', async () => {
    for (const [name, content] of [
      ['TỐI MẬT.pdf', 'x'],
      ['bao_cao-TUYỆT_MẬT.pdf', 'x'],
      ['x.pdf', 'a MARKED b'],
    ] as const) {
      expect([name, (await upload(name, content)).body.error?.code]).toEqual([name, 'marked-secret']);
    }
  });

  test('of the largest size is taken, one byte more is not', async () => {
    expect((await upload('x.bin', new Uint8Array(FILE_LIMIT))).body.file.size).toBe(FILE_LIMIT);
    const over = await upload('x.bin', new Uint8Array(FILE_LIMIT + 1));
    expect([over.status, over.body.error.code]).toEqual([413, 'file-too-large']);
  });

  test('that does not tell its size is read no further than the limit', async () => {
    let sent = 0;
    const chunk = Buffer.alloc(1024 * 1024);
    const status = await new Promise<number>((resolve, reject) => {
      const asked = request(`${origin}/room/api/files?name=x`, { method: 'POST' }, response => {
        response.resume();
        resolve(response.statusCode ?? 0);
        asked.destroy();
      });
      const more = () => {
        if (asked.destroyed || sent >= 200) return;
        sent += 1;
        asked.write(chunk, more);
      };
      asked.on('error', reject);
      more();
    });
    expect(status).toBe(413);
    expect(sent).toBeLessThan(100);
  });
});
