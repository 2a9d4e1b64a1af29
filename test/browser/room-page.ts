import type { Locator, Page } from 'playwright-core';

export interface Attachment {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** The demo room's page as somebody uses it. Everything is found by `data-testid` or by role and name. */
export function roomPage(page: Page, url: string) {
  const by = (id: string) => page.getByTestId(id);
  const log = by('log');
  const compose = by('compose');
  const messages = by('message');
  const dialog = by('person-dialog');

  return {
    page,
    log,
    compose,
    messages,
    dialog,
    clock: by('clock'),
    toast: by('toast'),
    welcome: by('welcome'),
    hints: by('hint'),
    /** In place of messages where a group has none. */
    empty: by('empty'),
    suggestions: by('suggest').getByRole('option'),
    whoName: by('who-name'),
    whoPost: by('who-post'),
    chatTitle: by('chat-title'),
    chips: by('chips').getByRole('listitem'),
    error: by('compose-error'),
    offline: by('offline'),
    newBelow: by('new-below'),
    back: by('back'),
    skip: page.getByRole('button', { name: 'Tới ô soạn tin' }),

    /** Opens the page; with a person, and a chat, as the address of a tab says it. */
    async open(person?: string, chat?: string): Promise<void> {
      const query = new URLSearchParams({ ...(person && { p: person }), ...(chat && { c: chat }) });
      await page.goto(`${url}/room${person ? `#${query}` : ''}`);
      await by('who-name').filter({ hasText: /./ }).waitFor();
    },

    /** Opens a chat from the list. */
    async enter(chat: string): Promise<void> {
      await page.locator(`[data-chat="${chat}"]`).click();
      await compose.waitFor();
    },

    chatRow: (chat: string): Locator => page.locator(`[data-chat="${chat}"]`),
    unread: (chat: string): Locator => page.locator(`[data-chat="${chat}"]`).getByTestId('unread'),

    async say(text: string): Promise<void> {
      await compose.fill(text);
      await by('send').click();
    },

    message: (id: string): Locator => page.locator(`[data-id="${id}"]`),
    /** The messages that hold these words. */
    withText: (text: string | RegExp): Locator => messages.filter({ hasText: text }),
    from: (person: string, text: string | RegExp): Locator =>
      page.locator(`[data-testid="message"][data-from="${person}"]`).filter({ hasText: text }),
    fromBot: (text: string | RegExp): Locator =>
      page.locator('[data-testid="message"][data-from="bot"]').filter({ hasText: text }),

    /** A button under the newest message that has one of that label. */
    option: (label: string | RegExp): Locator => by('options').getByRole('button', { name: label }).last(),

    async switchTo(person: string): Promise<void> {
      await by('person-switcher').click();
      await dialog.locator(`[data-person="${person}"]`).click();
    },
    async searchPeople(words: string): Promise<string[]> {
      await by('person-switcher').click();
      await by('person-search').fill(words);
      return dialog.locator('[data-person] strong').allTextContents();
    },
    async addPerson(name: string): Promise<void> {
      await by('person-switcher').click();
      await by('person-new').click();
      await by('new-name').fill(name);
      await by('new-add').click();
      await by('who-name').filter({ hasText: name }).waitFor();
    },

    /** A group of everybody, from the list of chats. */
    async makeGroup(title: string): Promise<void> {
      await by('group-new').click();
      await by('group-title').fill(title);
      await by('group-all').check();
      await by('group-make').click();
      await by('chat-title').filter({ hasText: title }).waitFor();
    },

    attach: (files: Attachment[] | string): Promise<void> => by('file-input').setInputFiles(files),
    act: (message: Locator, what: 'reply' | 'copy' | 'edit'): Locator =>
      message.locator(`[data-act="${what}"]`),
    move: (how: 'hour' | 'day' | 'next'): Promise<void> => by(`clock-${how}`).click(),

    /** Pixels by which the page, or what is said in it, is wider than its place. */
    overflow: (): Promise<number> =>
      page.evaluate(`Math.max(...['html', '[data-testid=log]', '[data-testid=chat-list]']
        .map(place => document.querySelector(place))
        .map(node => node.scrollWidth - node.clientWidth))`),
    scrollLog: (to: 'top' | 'bottom'): Promise<unknown> =>
      page.evaluate(`document.querySelector('[data-testid=log]').scrollTop = ${to === 'top' ? '0' : '1e9'}`),
    fromEnd: (): Promise<number> =>
      page.evaluate(
        `(log => log.scrollHeight - log.scrollTop - log.clientHeight)(document.querySelector('[data-testid=log]'))`,
      ),
    /** Whether all of it is in sight of who reads the conversation. */
    inSight: async (message: Locator): Promise<boolean> => {
      const [inner, outer] = await Promise.all([message.boundingBox(), log.boundingBox()]);
      if (!inner || !outer) return false;
      return inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
    },
    /** How many messages show what can be done with them. */
    openActions: (): Promise<number> =>
      page.evaluate(
        `[...document.querySelectorAll('.acts')].filter(node => getComputedStyle(node).opacity !== '0').length`,
      ),
    /** The `data-testid` of what the keyboard speaks to. */
    focused: (): Promise<string | undefined> => page.evaluate('document.activeElement?.dataset.testid'),
    /** Visible controls smaller than a finger; commands inside a sentence are words. */
    smallTargets: (least: number): Promise<string[]> =>
      page.evaluate(`[...document.querySelectorAll('button, a, input, textarea')]
        .filter(node => node.checkVisibility() && !node.matches('.command, .text a, .act, .skip'))
        .filter(node => { const { width, height } = node.getBoundingClientRect(); return Math.min(width, height) < ${least}; })
        .map(node => node.outerHTML.slice(0, 90))`),
    /** Visible controls that say nothing to who cannot see them. */
    nameless: (): Promise<string[]> =>
      page.evaluate(`[...document.querySelectorAll('button, a, input, textarea')]
        .filter(node => node.checkVisibility() && !(node.getAttribute('aria-label') || node.textContent.trim()))
        .map(node => node.outerHTML.slice(0, 90))`),
  };
}
export type RoomPage = ReturnType<typeof roomPage>;
