/** Owns the built page in a real Chromium: serves it with the program's own headers, and puts a fake `greenroom` before it. */
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { COMPANY_BACKGROUND, type CompanyBackground } from '../../../electron/core/camera/company-background.ts';
import type { CameraOff, GreenroomApi, MediaAccess, Opened, Snapshot } from '../../../electron/core/ipc/contract.ts';
import type { Incoming, Inspected, SubmittedInvitation } from '../../../electron/core/ipc/invitation-messages.ts';
import { localisedInspected } from '../../../electron/core/ipc/localised-inspected.ts';
import type { SourceListing } from '../../../electron/core/settings/calendar.ts';
import { inspectInput } from '../../../electron/main/invitations/inspect-input.ts';
import { headersOf } from '../../../electron/main/window/page-headers.ts';
import { findBrowser, findHeadlessBrowser } from '../../doubles/electron/window/find-browser.ts';

const start = (executablePath: string | undefined, args: readonly string[]): Promise<Browser> => {
  if (executablePath === undefined) throw new Error('There is no browser of the Chromium family on this computer.');
  return chromium.launch({ executablePath, args: ['--disable-gpu', ...args] });
};
export const launch = (...args: readonly string[]): Promise<Browser> => start(findBrowser(), args);
/** For pages that need no window, and no answer about a permission. */
export const launchHeadless = (...args: readonly string[]): Promise<Browser> => start(findHeadlessBrowser(), args);

/** What is waited for comes; only on a very busy machine so late. */
export const PATIENCE_MS = 120_000;

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.onnx': 'application/octet-stream',
  '.tflite': 'application/octet-stream',
};

export interface BuiltPage {
  readonly origin: string;
  /** Folder of the built files. */
  readonly folder: string;
  close(): Promise<void>;
}

interface Served {
  readonly type: string | undefined;
  readonly bytes: Uint8Array;
}

export const builtFolder = fileURLToPath(new URL('../../../dist/renderer', import.meta.url));

/** Serves the built page on the loopback address, which counts as secure, and what more is given by address path. */
export const servePage = async (
  folder = builtFolder,
  more: readonly (readonly [string, Served])[] = [],
): Promise<BuiltPage> => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => path.extname(name) in mediaTypes);
  const table = new Map<string, Served>([
    ...more,
    ...(await Promise.all(
      names.map(async (name) => {
        const address = name === 'index.html' ? '/' : `/${name.replaceAll('\\', '/')}`;
        return [
          address,
          { type: mediaTypes[path.extname(name)], bytes: await readFile(path.join(folder, name)) },
        ] as const;
      }),
    )),
  ]);

  const background = await readFile(
    fileURLToPath(new URL('../../engine/session/backgrounds/right.png', import.meta.url)),
  );
  table.set(COMPANY_BACKGROUND, { type: 'image/png', bytes: background });
  const server = createServer((request, response) => {
    const file = table.get((request.url ?? '').split('?')[0] ?? '');
    // A browser asks for this by itself; the program's window does not.
    const status = request.url === '/favicon.ico' ? 204 : 404;
    response.writeHead(file === undefined ? status : 200, {
      ...headersOf(new URL(request.url ?? '/', 'http://localhost').pathname),
      'Content-Type': file?.type ?? 'text/plain',
    });
    response.end(file?.bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page server has no port');
  return {
    origin: `http://localhost:${address.port}`,
    folder,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** What the fake main process answers. A `null` snapshot is never answered. */
export interface Answers {
  readonly snapshot: Snapshot | null;
  readonly opened?: Opened;
  readonly access?: MediaAccess;
  readonly background?: CompanyBackground;
  readonly incoming?: Incoming;
  readonly sources?: readonly SourceListing[];
}

/** The fake's other side, as the page's window holds it. */
export interface FakeWindow {
  /** The program's own inspection, in the test's process. */
  inspectReally(given: SubmittedInvitation): Promise<Inspected>;
  greenroom: GreenroomApi;
  fake: {
    readonly calls: unknown[][];
    readonly problems: string[];
    push(snapshot: Snapshot): void;
    /** The program wants the camera off. */
    cameraOff(reason: CameraOff): void;
    /** The screen is locked on a system that does not tell. */
    lock(): void;
  };
}

const putFake = ({
  snapshot,
  opened = 'opened',
  access = 'unknown',
  background = { state: 'none' },
  incoming,
  sources,
}: Answers): void => {
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const calls: unknown[][] = [];
  const problems: string[] = [];
  const told =
    <T>(name: string, result: T) =>
    (...args: unknown[]): Promise<T> => {
      calls.push([name, ...args]);
      return Promise.resolve(result);
    };
  const offListeners = new Set<(reason: CameraOff) => void>();
  let locked = false;
  let current = snapshot;
  addEventListener('securitypolicyviolation', (event) => {
    problems.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
  const both: Omit<FakeWindow, 'inspectReally'> = {
    greenroom: {
      snapshot: () => (current === null ? new Promise(() => {}) : Promise.resolve(current)),
      check: told<void>('check', undefined),
      openRemedy: told('openRemedy', opened),
      fixesFor: () => Promise.resolve({ offers: [], later: [] }),
      applyFix: told('applyFix', { state: 'done' as const, sentence: 'Unmuted “Headset”.', change: 'c1' }),
      undoFix: told('undoFix', { state: 'put-back' as const, sentence: 'Put back as it was.', change: null }),
      changedByFixes: () => Promise.resolve([]),
      mediaAccess: told('mediaAccess', access),
      openMediaSettings: told('openMediaSettings', opened),
      soundCheck: told<void>('soundCheck', undefined),
      // Asked every second while the camera is on.
      screenLocked: () => Promise.resolve(locked),
      companyBackground: () => Promise.resolve(background),
      tellLook: told<void>('tellLook', undefined),
      tellCamera: told<void>('tellCamera', undefined),
      remindAfterCall: told<void>('remindAfterCall', undefined),
      inspect: (given) => {
        calls.push(['inspect', given.kind]);
        return (window as unknown as FakeWindow).inspectReally(given);
      },
      openMeeting: told('openMeeting', opened),
      openHostPage: told('openHostPage', opened),
      openHelpDesk: told('openHelpDesk', opened),
      joinMeeting: told('joinMeeting', opened),
      addCalendar: told('addCalendar', 'changed' as const),
      calendarSources: () => Promise.resolve(sources ?? []),
      askForCalendars: told('askForCalendars', 'granted' as const),
      incoming: () => Promise.resolve(incoming ?? null),
      waive: told<string | null>('waive', null),
      revokeWaiver: told<void>('revokeWaiver', undefined),
      attest: told<void>('attest', undefined),
      copyForAMinute: told('copyForAMinute', true),
      changeSetting: told('changeSetting', 'changed' as const),
      keepBackupDrive: told('keepBackupDrive', 'done' as const),
      sharing: () => Promise.resolve({ destinations: [], line: null }),
      startAtLogin: () => Promise.resolve({ state: 'off', sentence: null }),
      cameraChanged: told<void>('cameraChanged', undefined),
      tellDevices: () => Promise.resolve(),
      tellMicrophone: () => Promise.resolve(),
      listPlan: () => Promise.resolve({ is: 'may-ask', hosts: ['slack.com', 'zoom.us'] }),
      updateList: () => Promise.resolve({ asked: 2, answered: 2, newer: 1, stopped: false }),
      stopListUpdate: () => Promise.resolve(),
      onListProgress: () => () => {},
      tryConnection: told('tryConnection', { is: 'stopped' } as const),
      stopConnection: told<void>('stopConnection', undefined),
      onTrialProgress: () => () => {},
      onFixLate: () => () => {},
      supportFile: () => Promise.resolve('{}\n'),
      saveSupportFile: told('saveSupportFile', 'saved' as const),
      onIncoming: () => () => {},
      onCameraOff: (listener) => {
        offListeners.add(listener);
        return () => offListeners.delete(listener);
      },
      onSnapshot: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    fake: {
      calls,
      problems,
      push: (next) => {
        current = next;
        for (const listener of listeners) listener(next);
      },
      cameraOff: (reason) => {
        for (const listener of offListeners) listener(reason);
      },
      lock: () => {
        locked = true;
      },
    },
  };
  Object.assign(window, both);
};

export interface Visit {
  readonly page: Page;
  /** Tells the page a new snapshot, and waits until it is painted. */
  push(snapshot: Snapshot): Promise<void>;
  /** Requests that the page has made, but for snapshots. */
  calls(): Promise<readonly unknown[][]>;
  /** Messages on the console, violations of the policy, uncaught errors, requests that failed or went elsewhere. */
  problems(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Opens the page in a context of its own. */
export const visit = async (
  browser: Browser,
  built: BuiltPage,
  answers: Answers,
  options: BrowserContextOptions & { readonly prepare?: (page: Page) => Promise<unknown> } = {},
): Promise<Visit> => {
  const { prepare, ...contextOptions } = options;
  const context = await browser.newContext({
    viewport: { width: 960, height: 720 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...contextOptions,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(built.origin)) problems.push(`request to ${request.url()}`);
  });
  page.on('response', (response) => {
    if (!response.ok()) problems.push(`${response.status()} ${response.url()}`);
  });
  let inspections = 0;
  await page.exposeFunction('inspectReally', async (given: SubmittedInvitation): Promise<Inspected> => {
    inspections += 1;
    return { id: `inspection-${inspections}`, ...localisedInspected(await inspectInput(given)) };
  });
  await page.addInitScript(putFake, answers);
  await prepare?.(page);
  await page.goto(`${built.origin}/`);
  const fake = <T>(read: (fake: FakeWindow['fake']) => T): Promise<T> =>
    page.evaluate(`(${read.toString()})(window.fake)`) as Promise<T>;
  return {
    page,
    push: (snapshot) =>
      page.evaluate(async (next) => {
        (window as unknown as FakeWindow).fake.push(next);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }, snapshot),
    calls: () => fake((one) => one.calls),
    problems: async () => [...problems, ...(await fake((one) => one.problems))],
    close: () => context.close(),
  };
};
