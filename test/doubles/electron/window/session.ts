/** Owns the session: the program's handlers for schemes, permissions, requests and downloads, asked by the browser's side. */
import { EventEmitter } from 'node:events';
import type { DownloadItem, session as ElectronSession, Protocol, Session, WebContents } from 'electron';
import { isKnownScheme, knowScheme, originOf, toProgram } from '../addresses.ts';
import { mustBeBeforeReady } from '../app.ts';
import { record } from '../record.ts';
import { strict } from '../strict.ts';
import { has } from '../system.ts';

type Permission = Parameters<NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>>[1];
type MediaType = 'video' | 'audio';

export const protocol: Pick<Protocol, 'registerSchemesAsPrivileged'> = strict('protocol', {
  registerSchemesAsPrivileged: (schemes) => {
    mustBeBeforeReady('protocol.registerSchemesAsPrivileged()');
    for (const { scheme } of schemes) knowScheme(scheme);
  },
});

/** The browser's side of a session: what the page does is put to the program's handlers. */
export interface SessionHooks {
  /** The program's answer to a request; `null` when no handler is for it and nothing cancels it. */
  load(url: string, method: string): Promise<Response | 'cancelled' | null>;
  check(contents: WebContents, permission: Permission, url: string, mediaType?: MediaType): boolean;
  request(contents: WebContents, permission: Permission, url: string, mediaTypes?: MediaType[]): Promise<boolean>;
  /** True when the program refuses it. */
  download(contents: WebContents, url: string): boolean;
}
const hooksOf = new WeakMap<object, SessionHooks>();

export const sessionHooks = (session: object): SessionHooks => {
  const hooks = hooksOf.get(session);
  if (hooks === undefined) throw new Error('This session was not made by the stand-in.');
  return hooks;
};

type Used =
  | 'on'
  | 'protocol'
  | 'webRequest'
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler';

const createSession = (): Session => {
  const events = new EventEmitter();
  const schemes = new Map<string, Parameters<Protocol['handle']>[1]>();
  let onPermissionRequest: Parameters<Session['setPermissionRequestHandler']>[0] = null;
  let onPermissionCheck: Parameters<Session['setPermissionCheckHandler']>[0] = null;
  let onBeforeRequest: Parameters<Session['webRequest']['onBeforeRequest']>[0] | null = null;

  const webRequest = {
    onBeforeRequest: ((listener: typeof onBeforeRequest) => {
      onBeforeRequest = listener;
    }) as Session['webRequest']['onBeforeRequest'],
  };
  const members: Pick<Session, Used> = {
    on: events.on.bind(events) as unknown as Session['on'],
    protocol: strict('session.protocol', {
      handle: (scheme: string, handler: Parameters<Protocol['handle']>[1]) => {
        if (!isKnownScheme(scheme)) throw new Error(`The scheme "${scheme}" was not registered before ready.`);
        schemes.set(scheme, handler);
      },
    } as Protocol),
    webRequest: strict('session.webRequest', webRequest as Session['webRequest']),
    setPermissionRequestHandler: (handler) => {
      onPermissionRequest = handler;
    },
    setPermissionCheckHandler: (handler) => {
      onPermissionCheck = handler;
    },
    // A browser asks for a device with a list to choose from, never a program: accepted, not asked.
    setDevicePermissionHandler: () => {},
    setDisplayMediaRequestHandler: () => {},
  };
  const session = strict('session', members) as Session;

  const cancels = (url: string, method: string): Promise<boolean> =>
    new Promise((resolve) => {
      if (onBeforeRequest === null) return resolve(false);
      const details = { id: 0, url, method } as Parameters<NonNullable<typeof onBeforeRequest>>[0];
      onBeforeRequest(details, ({ cancel }) => resolve(cancel === true));
    });

  hooksOf.set(session, {
    load: async (browserUrl, method) => {
      const url = toProgram(browserUrl);
      if (await cancels(url, method)) {
        record.requests.push({ url, outcome: 'cancelled' });
        return 'cancelled';
      }
      const handler = schemes.get(url.slice(0, url.indexOf(':')));
      if (handler === undefined) {
        record.requests.push({ url, outcome: 'let through' });
        return null;
      }
      // Node's own Request knows no address of our scheme as a base; the handler reads these two members.
      const response = await handler(strict('request', { url, method }) as Request);
      record.requests.push({ url, outcome: 'answered', status: response.status });
      return response;
    },
    check: (contents, permission, browserUrl, mediaType) => {
      const url = toProgram(browserUrl);
      const origin = originOf(url);
      const media = mediaType === undefined ? {} : { mediaType, securityOrigin: `${origin}/` };
      const details = { requestingUrl: url, isMainFrame: true, ...media };
      // Without a handler Electron grants everything.
      const granted =
        onPermissionCheck === null ||
        onPermissionCheck(contents, permission as Parameters<typeof onPermissionCheck>[1], `${origin}/`, details);
      record.permissions.push({ permission, mediaTypes: mediaType ? [mediaType] : [], asked: 'check', granted });
      return granted;
    },
    request: async (contents, permission, browserUrl, mediaTypes) => {
      const url = toProgram(browserUrl);
      const handler = onPermissionRequest;
      const media = mediaTypes === undefined ? {} : { mediaTypes, securityOrigin: `${originOf(url)}/` };
      const details = { requestingUrl: url, isMainFrame: true, ...media };
      const granted =
        handler === null || (await new Promise<boolean>((resolve) => handler(contents, permission, resolve, details)));
      record.permissions.push({ permission, mediaTypes: mediaTypes ?? [], asked: 'request', granted });
      return granted;
    },
    download: (contents, url) => {
      let refused = false;
      const event = { preventDefault: () => (refused = true) };
      events.emit(
        'will-download',
        event,
        strict('downloadItem', { getURL: () => url } as DownloadItem),
        contents,
        null,
      );
      record.attempts.push({ kind: 'download', url, refused });
      return refused;
    },
  });
  return session;
};

const sessions = new Map<string, Session>();

export const session: Pick<typeof ElectronSession, 'fromPartition'> = strict('session', {
  fromPartition: (partition) => {
    if (has('broken-session')) throw new Error('The session could not be made.');
    const existing = sessions.get(partition) ?? createSession();
    sessions.set(partition, existing);
    return existing;
  },
});
