import { once } from 'node:events';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type RoomClient, type RoomState, roomClient } from '../support/room-client.ts';
import { type RoomProcess, startRoom } from '../support/room-process.ts';
import { launchBrowser, openTab, type Screen, type Tab } from './browser.ts';
import { type RoomPage, roomPage } from './room-page.ts';

/** Milliseconds; for what comes over the wire. */
export const SOON = { timeout: 10_000, interval: 50 };

export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the sample bloc lacks what this test needs');
  return value;
}

interface Furnished {
  room: RoomProcess;
  browser: Browser;
  client: RoomClient;
  state: RoomState;
}

/** The real bot with its sample bloc and a browser, for all tests of a file; tabs are closed after each. */
export function furnishedRoom() {
  let furnished: Furnished | undefined;
  /** The same room after its process was killed. */
  let again: RoomProcess | undefined;
  let tabs: Tab[] = [];
  let expected: RegExp | null = null;
  const all = () => found(furnished);

  beforeAll(async () => {
    const [room, browser] = await Promise.all([startRoom(), launchBrowser()]);
    const client = roomClient(room.url);
    furnished = { room, browser, client, state: await client.state() };
  });
  afterAll(async () => {
    await furnished?.browser.close();
    await again?.stop();
    await furnished?.room.stop();
  });
  afterEach(async () => {
    const complaints = tabs.flatMap(tab => tab.complaints).filter(words => !expected?.test(words));
    await Promise.all(tabs.map(tab => tab.close()));
    tabs = [];
    expected = null;
    expect(complaints).toEqual([]);
  });

  return {
    /** Kills the bot and starts it again at the same address, with the same data. */
    async restart(meanwhile: () => Promise<void>): Promise<void> {
      const { child, dataDir, url } = all().room;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      await meanwhile();
      again = await startRoom({ dataDir, port: Number(new URL(url).port) });
    },
    client: () => all().client,
    /** The people and chats as they were at first. */
    state: () => all().state,
    /** What this test lets the browser complain of. */
    mayComplainOf: (words: RegExp) => {
      expected = words;
    },
    async visit(screen: Screen): Promise<RoomPage> {
      const tab = await openTab(all().browser, screen);
      tabs.push(tab);
      return roomPage(tab.page, all().room.url);
    },
    /** The bloc's group and two people in it. */
    group() {
      const group = found(all().state.chats.find(chat => chat.kind === 'group'));
      const person = (at: number) => found(all().state.persons.find(({ id }) => id === group.members[at]));
      return { group: group.id, title: group.title, first: person(0), second: person(1) };
    },
  };
}
