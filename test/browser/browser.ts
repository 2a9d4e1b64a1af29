import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Debian's Chromium; without it the browser tests are skipped, visibly. */
const CHROMIUM = '/usr/bin/chromium';
export const hasBrowser = existsSync(CHROMIUM);

/** With a profile of its own, which playwright makes and removes. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

const screens = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  narrow: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};
export type Screen = keyof typeof screens;

export interface Tab {
  page: Page;
  /** What the browser complained of: scripts, the content policy, answers it did not like. */
  complaints: string[];
  close(): Promise<void>;
}

/** A browser of one's own (no shared storage), far from Vietnam: the page must not care. */
export async function openTab(browser: Browser, screen: Screen): Promise<Tab> {
  const context = await browser.newContext({
    ...screens[screen],
    timezoneId: 'America/St_Johns',
    locale: 'en-CA',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', said => {
    if (said.type() === 'error' || said.type() === 'warning') complaints.push(said.text());
  });
  return { page, complaints, close: () => context.close() };
}
