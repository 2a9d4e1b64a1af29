import { roomQueries } from '../../../db/room.ts';
import { createRoomStore, type RoomStore } from '../../../src/chat/room/store.ts';
import type { TestDatabase } from '../../support/database.ts';

export const BOT_NAME = 'Trợ lý Khối';
export const MORNING = new Date('2026-11-20T01:00:00.000Z');

/** The room on a real database, with its clock in the test's hands. */
export function roomStore(database: TestDatabase): { store: RoomStore; clock: { at: Date } } {
  const clock = { at: MORNING };
  const queries = roomQueries(database.system.db);
  return { store: createRoomStore({ queries, now: () => clock.at, botName: BOT_NAME }), clock };
}
