import { createServer, type RequestListener } from 'node:http';
import { z } from 'zod';

const portSchema = z.object({ port: z.number() });

/** The webhook's port on loopback, any free one where none is said. */
export async function listenOnLoopback(
  listener: RequestListener,
  at = 0,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>(resolve => server.listen(at, '127.0.0.1', resolve));
  const { port } = portSchema.parse(server.address());
  const close = async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  };
  return { port, close };
}
