/** Owns the two-way traffic between a page in the browser and the program's handlers. */
import { readFile } from 'node:fs/promises';
import type { IpcMainInvokeEvent, Session, WebContents } from 'electron';
import type { BrowserContext, CDPSession, Frame, Page, Route } from 'playwright-core';
import { toBrowser, toProgram } from '../addresses.ts';
import { invoke } from '../ipc-main.ts';
import { type PageMessage, prelude } from './page-prelude.ts';
import { sessionHooks } from './session.ts';

const BINDING = '__standInForElectron';

export interface PageOwner {
  readonly contents: WebContents;
  readonly session: Session;
  /** Electron's frame for the browser's one; the same object each time for the main frame. */
  frameOf(frame: Frame): IpcMainInvokeEvent['senderFrame'];
  /** True when the program refuses it. */
  navigates(url: string, mainFrame: boolean): boolean;
  opensWindow(url: string): boolean;
}

export interface ConnectedPage {
  /** Loads an address that the program itself chose, which asks nobody. */
  load(url: string): Promise<void>;
  send(channel: string, args: readonly unknown[]): void;
}

/** Permissions as Electron and as the browser name them. Media is asked when the page asks, the others when it loads. */
const otherPermissions = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['idle-detection', 'idle-detection'],
  ['window-management', 'window-management'],
] as const;
const mediaPermissions = { video: 'camera', audio: 'microphone' } as const;

export const connectPage = async (
  context: BrowserContext,
  page: Page,
  owner: PageOwner,
  preload: string,
): Promise<ConnectedPage> => {
  const hooks = sessionHooks(owner.session);
  const browser: CDPSession = await context.newCDPSession(page);
  let chosenByProgram: string | null = null;
  let waiting: { channel: string; args: readonly unknown[] }[] = [];
  let listening: ((batch: typeof waiting) => void) | null = null;

  const flush = (): void => {
    if (listening === null || waiting.length === 0) return;
    listening(waiting);
    [waiting, listening] = [[], null];
  };

  const allow = (origin: string, name: string, granted: boolean): Promise<unknown> =>
    browser.send('Browser.setPermission', { permission: { name }, setting: granted ? 'granted' : 'denied', origin });

  const settlePermissions = async (url: string): Promise<void> => {
    const { origin } = new URL(url);
    for (const type of ['video', 'audio'] as const) {
      await allow(origin, mediaPermissions[type], hooks.check(owner.contents, 'media', url, type));
    }
    for (const [permission, name] of otherPermissions) {
      const granted =
        hooks.check(owner.contents, permission, url) || (await hooks.request(owner.contents, permission, url));
      await allow(origin, name, granted);
    }
  };

  const answerRoute = async (route: Route): Promise<void> => {
    const request = route.request();
    const url = request.url();
    if (request.isNavigationRequest()) {
      const mainFrame = request.frame() === page.mainFrame();
      const chosen = mainFrame && url === chosenByProgram;
      if (chosen) chosenByProgram = null;
      else if (owner.navigates(url, mainFrame)) return route.abort('aborted');
    }
    const response = await hooks.load(url, request.method());
    if (response === 'cancelled') return route.abort('blockedbyclient');
    if (response === null) return route.continue();
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  };

  const isOurs = (route: Route): boolean => {
    try {
      return route.request().frame().page() === page;
    } catch {
      // A window that is just being opened has no frame yet.
      return false;
    }
  };
  // A window that the page opens gets an empty page: only with some page does the browser report it, and it can be closed.
  await context.route('**/*', (route) =>
    isOurs(route) ? answerRoute(route) : route.fulfill({ status: 200, body: '' }),
  );
  await context.exposeBinding(BINDING, async ({ frame }, message: PageMessage) => {
    switch (message.kind) {
      case 'events':
        return new Promise((resolve) => {
          listening = resolve;
          flush();
        });
      case 'media': {
        const url = frame.url();
        const granted = await hooks.request(owner.contents, 'media', url, [...message.mediaTypes]);
        for (const type of message.mediaTypes) await allow(new URL(url).origin, mediaPermissions[type], granted);
        return null;
      }
      case 'invoke': {
        const event = { senderFrame: owner.frameOf(frame), sender: owner.contents } as IpcMainInvokeEvent;
        return invoke(event, message.channel, message.args);
      }
    }
  });
  const source = await readFile(preload, 'utf8');
  const arrow = `(require, module, exports) => {${source}\n}`;
  await context.addInitScript({ content: `(${prelude.toString()})(${JSON.stringify(BINDING)}, ${arrow});` });

  // The page names the address before there is a window; the window itself may learn it only a moment after it is there.
  const refusals: boolean[] = [];
  browser.on('Page.windowOpen', ({ url }) => refusals.push(owner.opensWindow(url)));
  await browser.send('Page.enable');
  context.on('page', (popup) => {
    if (refusals.shift() !== false) void popup.close();
  });
  page.on('download', (download) => {
    if (hooks.download(owner.contents, toProgram(download.url()))) void download.cancel();
  });
  page.on('framenavigated', (frame) => {
    // What the page that has gone did not hear, no one hears.
    if (frame === page.mainFrame()) [waiting, listening] = [[], null];
  });

  return {
    load: async (url) => {
      chosenByProgram = toBrowser(url);
      await settlePermissions(chosenByProgram);
      await page.goto(chosenByProgram);
    },
    send: (channel, args) => {
      waiting.push({ channel, args });
      flush();
    },
  };
};
