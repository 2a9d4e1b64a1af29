import type { Hono } from 'hono';
import type { ChatAdapter, RawEvent } from './port.ts';

/** What a connection needs of the pipeline once that runs. */
export interface Pipeline {
  /** Resolves when the events are committed; a second delivery resolves too and changes nothing. */
  intake: { store(events: RawEvent[]): Promise<void> };
  /** One look at what is due, now. */
  tick(): Promise<void>;
  /** Resolves once inbox and outbox are empty. */
  settle(): Promise<void>;
}

/** A messenger at work. */
export interface OpenConnection {
  /** What is served for it, mounted at `/`; null where nobody calls us. */
  routes: Hono | null;
  /** Called once the routes are served: registers with the platform, begins to poll. Never throws; it tries on. */
  start(): void;
  /** No event is taken on after it resolves; what was stored is confirmed. */
  stop(): Promise<void>;
}

/** One bot on one messenger, as `src/app.ts` brings it up: first its adapter, then, over the pipeline, the rest. */
export interface Connection {
  adapter: ChatAdapter;
  /** A link that opens a chat with the bot, or adds it to a group, and brings it `payload`; null where there is none. */
  deepLink(payload: string, to: 'private' | 'group'): string | null;
  open(pipeline: Pipeline): OpenConnection;
}
