import { type Context, Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { ChatRow, PersonRow } from '../../chat/room/ports.ts';
import { asset, pageFolder } from '../assets.ts';
import { checked, readJson } from './body.ts';
import type { RoomDeps } from './deps.ts';
import { download, upload } from './files.ts';
import { onlyFromThePage, onlyOurs, safeHeaders } from './guard.ts';
import {
  clockInput,
  eventInput,
  fileQuery,
  groupInput,
  listenQuery,
  pathId,
  personInput,
  readInput,
} from './input.ts';
import { listen } from './listen.ts';
import { makeGroup } from './make-group.ts';
import { clockMover } from './move-clock.ts';
import { eventPoster } from './post-event.ts';
import { RoomProblem } from './problem.ts';
import { stateOf, welcome } from './state.ts';

const unknownPath = new RoomProblem('unknown-path');
const badMethod = new RoomProblem('bad-method');

const refuseMethod = (c: Context, allowed: string[]) =>
  c.json(badMethod, badMethod.status, { Allow: allowed.join(', ') });

/** The demo room's page and its JSON interface (docs/room-api.md), to be mounted at `/`. */
export function roomRoutes(deps: RoomDeps): Hono {
  const { store } = deps;
  const postEvent = eventPoster(deps);
  const moveClock = clockMover(deps);
  const folder = pageFolder('room');
  const app = new Hono();

  app.onError((error, c) => {
    if (error instanceof RoomProblem) return c.json(error, error.status);
    deps.report(error);
    const problem = new RoomProblem('internal');
    return c.json(problem, problem.status);
  });

  for (const path of ['/', '/room/*']) app.use(path, safeHeaders, onlyOurs(deps.allowedHosts));
  app.use('/room/api/*', onlyFromThePage);
  app.use('/room/*', methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }));

  app.get('/', c => c.redirect('/room'));
  for (const path of ['/room', '/room/']) app.get(path, c => page(c, 'index.html'));

  app.get('/room/api/state', async c => c.json(await stateOf(deps)));

  app.post('/room/api/persons', async c => {
    const { name } = await readJson(c, personInput);
    return c.json(await welcome(deps, name), 201);
  });

  app.post('/room/api/groups', async c => c.json(await makeGroup(deps, await readJson(c, groupInput)), 201));

  app.get('/room/api/chats/:chat/messages', async c => {
    const { person, after, wait } = checked(listenQuery, c.req.query());
    const { chat, member } = await inside(c.req.param('chat'), person);
    return c.json(await listen(deps, { person: member, chatId: chat.id, after, wait }, c.req.raw.signal));
  });

  app.get('/room/api/updates', async c => {
    const { person, after, wait } = checked(listenQuery, c.req.query());
    // Everyone is a member of the private chat of the same id.
    const member = await store.member(person, person);
    if (!member) throw new RoomProblem('unknown-person');
    return c.json(await listen(deps, { person: member, chatId: null, after, wait }, c.req.raw.signal));
  });

  app.post('/room/api/chats/:chat/events', async c => {
    const input = await readJson(c, eventInput);
    const { chat, member } = await inside(c.req.param('chat'), input.person);
    const { seq, ...posted } = await postEvent(chat, member, input);
    if (c.req.query('settle') !== '1') return c.json(posted, 202);
    await deps.settle();
    return c.json({ ...posted, messages: await store.read(member, chat.id, seq) });
  });

  app.post('/room/api/chats/:chat/read', async c => {
    const { person, upTo } = await readJson(c, readInput);
    const { chat, member } = await inside(c.req.param('chat'), person);
    await store.markRead(chat.id, member.id, upTo);
    return c.body(null, 204);
  });

  app.post('/room/api/files', async c => {
    const { name } = checked(fileQuery, c.req.query());
    return c.json({ file: await upload(deps, c, name) }, 201);
  });

  app.get('/room/api/files/:ref', c => download(deps, c, c.req.param('ref')));

  app.post('/room/api/clock', async c => c.json(await moveClock(await readJson(c, clockInput))));

  app.post('/room/api/settle', async c => {
    await deps.settle();
    return c.body(null, 204);
  });

  app.get('/room/:file', c => page(c, c.req.param('file')));
  // Answered, not thrown: a wrong method is looked for where there was no error.
  app.all('/room/*', c => c.json(unknownPath, unknownPath.status));

  async function page(c: Context, path: string): Promise<Response> {
    const found = await asset(folder, path);
    if (!found) throw new RoomProblem('unknown-path');
    return c.body(new Uint8Array(found.bytes), 200, { 'Content-Type': found.type });
  }

  /** The chat and the person, who must be in it. */
  async function inside(chatId: string, personId: string): Promise<{ chat: ChatRow; member: PersonRow }> {
    const chat = pathId.safeParse(chatId).success ? await store.chat(chatId) : null;
    if (!chat) throw new RoomProblem('unknown-chat');
    const member = await store.member(chat.id, personId);
    if (!member) throw new RoomProblem('not-a-member');
    return { chat, member };
  }

  return app;
}
