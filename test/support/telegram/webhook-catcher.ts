import { once } from 'node:events';
import { createServer } from 'node:http';
import { z } from 'zod';

const updateSchema = z.looseObject({ message: z.looseObject({ text: z.string().optional() }).optional() });

/** Somebody whom Telegram may call, who answers the first calls as told and the rest with 200. */
export async function webhookCatcher(answers: number[]) {
  const left = [...answers];
  const got: { text: string; secret: string }[] = [];
  const server = createServer(async (request, response) => {
    const parts: Uint8Array[] = [];
    for await (const part of request) parts.push(part);
    const update = updateSchema.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
    const secret = Buffer.from(
      String(request.headers['x-telegram-bot-api-secret-token'] ?? ''),
      'latin1',
    ).toString('utf8');
    got.push({ text: update.message?.text ?? '', secret });
    response.writeHead(left.shift() ?? 200).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/telegram`,
    got,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
