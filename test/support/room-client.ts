import { z } from 'zod';

const messageSchema = z.looseObject({
  chat: z.string(),
  seq: z.number(),
  id: z.string(),
  from: z.string().nullable(),
  fromName: z.string(),
  at: z.coerce.date(),
  lines: z.array(z.array(z.union([z.string(), z.looseObject({})]))),
  table: z
    .object({ columns: z.array(z.looseObject({ title: z.string() })), rows: z.array(z.array(z.string())) })
    .optional(),
  file: z.object({ ref: z.string(), name: z.string(), size: z.number() }).loose().optional(),
  options: z.array(z.array(z.object({ token: z.string(), label: z.string() }).loose())).optional(),
});
export type RoomMessage = z.infer<typeof messageSchema>;

const stateSchema = z.looseObject({
  now: z.coerce.date(),
  persons: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      role: z.string().nullable(),
      unit: z.string().nullable(),
    }),
  ),
  chats: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.enum(['private', 'group']),
      title: z.string(),
      members: z.array(z.string()),
    }),
  ),
});
export type RoomState = z.infer<typeof stateSchema>;

const inlineText = (inline: string | Record<string, unknown>): string =>
  typeof inline === 'string'
    ? inline
    : String(inline.bold ?? inline.italic ?? inline.code ?? inline.mention ?? inline.link ?? '');

/** A message as it reads: lines, table rows with bars, buttons in brackets. */
export function plain(message: RoomMessage): string {
  const lines = message.lines.map(line => line.map(inlineText).join(''));
  const rows = message.table
    ? [message.table.columns.map(column => column.title), ...message.table.rows]
    : [];
  const buttons = (message.options ?? []).map(row => row.map(option => `[${option.label}]`).join(' '));
  return [...lines, ...rows.map(row => row.join(' | ')), ...buttons].join('\n');
}

/** A server's address, or an application in this very process. */
type Target = string | ((path: string, init: RequestInit) => Response | Promise<Response>);

/** The room's JSON interface (docs/room-api.md), as scenario tests speak it. */
export function roomClient(target: Target) {
  const fetchFrom = (path: string, init: RequestInit = {}) =>
    typeof target === 'string' ? fetch(`${target}${path}`, init) : target(path, init);
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetchFrom(`/room/api${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  const post = async (chat: string, event: Record<string, unknown>): Promise<RoomMessage[]> => {
    const answer = await call('POST', `/chats/${chat}/events?settle=1`, event);
    return z.looseObject({ messages: z.array(messageSchema) }).parse(answer).messages;
  };
  return {
    call,
    state: async (): Promise<RoomState> => stateSchema.parse(await call('GET', '/state')),
    /** A message as a person, and what came of it in that chat, from others than himself. */
    say: async (chat: string, person: string, text: string, replyTo?: string): Promise<RoomMessage[]> =>
      (await post(chat, { person, text, ...(replyTo ? { replyTo } : {}) })).filter(
        one => one.from !== person,
      ),
    /** Presses the button of that label under that message. */
    press: async (person: string, message: RoomMessage, label: string): Promise<RoomMessage[]> => {
      const option = message.options?.flat().find(one => one.label.startsWith(label));
      if (!option) throw new Error(`no button ${label} under: ${plain(message)}`);
      const answer = await post(message.chat, { person, choose: option.token, message: message.id });
      return answer.filter(one => one.from !== person);
    },
    attach: async (
      chat: string,
      person: string,
      files: { name: string; bytes: Uint8Array; mime: string }[],
      caption = '',
    ) => {
      const refs: string[] = [];
      for (const { name, bytes, mime } of files) {
        const response = await fetchFrom(`/room/api/files?name=${encodeURIComponent(name)}`, {
          method: 'POST',
          body: bytes,
          headers: { 'Content-Type': mime },
        });
        const answer = z
          .object({ file: z.looseObject({ ref: z.string() }) })
          .safeParse(await response.json());
        if (!answer.success) throw new Error(`file ${name}: ${response.status}`);
        refs.push(answer.data.file.ref);
      }
      return (await post(chat, { person, files: refs, caption })).filter(one => one.from !== person);
    },
    messages: async (chat: string, person: string, after = 0): Promise<RoomMessage[]> => {
      const answer = await call('GET', `/chats/${chat}/messages?person=${person}&after=${after}`);
      return z.looseObject({ messages: z.array(messageSchema) }).parse(answer).messages;
    },
    download: async (ref: string): Promise<Uint8Array> => {
      const response = await fetchFrom(`/room/api/files/${ref}`);
      if (!response.ok) throw new Error(`file ${ref}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    clock: async (move: { by: number } | { to: string } | { next: true; jump?: boolean }): Promise<Date> =>
      z.looseObject({ now: z.coerce.date() }).parse(await call('POST', '/clock', move)).now,
  };
}
export type RoomClient = ReturnType<typeof roomClient>;
