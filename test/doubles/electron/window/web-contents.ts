/** Owns the contents of the window and its frames as the program sees them: what the page tries is put to the program's refusals. */
import { EventEmitter } from 'node:events';
import type { WebContents, WebFrameMain } from 'electron';
import { originOf, toProgram } from '../addresses.ts';
import { record } from '../record.ts';
import { strict } from '../strict.ts';

/** As Electron's: once its process has ended it answers no question, but throws. */
export const createFrame = (url: () => string, isGone: () => boolean = () => false): WebFrameMain => {
  const alive = <T>(answer: T): T => {
    if (isGone()) throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    return answer;
  };
  return strict('frame', {
    get origin() {
      return alive(originOf(url()));
    },
    get url() {
      return alive(toProgram(url()));
    },
  } as WebFrameMain);
};

type WebRtcPolicy = Parameters<WebContents['setWebRTCIPHandlingPolicy']>[0];

interface Contents {
  readonly contents: WebContents;
  readonly events: EventEmitter;
  /** What the browser must be started with. */
  webRtcPolicy(): WebRtcPolicy;
  navigates(url: string, mainFrame: boolean): boolean;
  opensWindow(url: string): boolean;
}

export const createContents = (
  mainFrame: WebFrameMain,
  { send, isDestroyed, crash }: { send: WebContents['send']; isDestroyed: () => boolean; crash: () => void },
): Contents => {
  const events = new EventEmitter();
  let openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] = () => ({ action: 'allow' });
  let webRtcPolicy: WebRtcPolicy = 'default';
  const members: Pick<
    WebContents,
    | 'on'
    | 'once'
    | 'send'
    | 'mainFrame'
    | 'isDestroyed'
    | 'setWindowOpenHandler'
    | 'setWebRTCIPHandlingPolicy'
    | 'forcefullyCrashRenderer'
  > = {
    on: events.on.bind(events) as unknown as WebContents['on'],
    once: events.once.bind(events) as unknown as WebContents['once'],
    forcefullyCrashRenderer: crash,
    send,
    mainFrame,
    isDestroyed,
    setWindowOpenHandler: (handler) => {
      openHandler = handler;
    },
    setWebRTCIPHandlingPolicy: (policy) => {
      webRtcPolicy = policy;
    },
  };
  return {
    contents: strict('webContents', members) as WebContents,
    events,
    webRtcPolicy: () => webRtcPolicy,
    navigates: (browserUrl, inMainFrame) => {
      const url = toProgram(browserUrl);
      let refused = false;
      const details = { url, isMainFrame: inMainFrame, isSameDocument: false, preventDefault: () => (refused = true) };
      // Electron asks both for the main frame, and only the second for the others.
      if (inMainFrame) events.emit('will-navigate', details, url);
      events.emit('will-frame-navigate', details);
      record.attempts.push({ kind: 'navigation', url, refused });
      return refused;
    },
    opensWindow: (browserUrl) => {
      const url = toProgram(browserUrl);
      const details = {
        url,
        frameName: '',
        features: '',
        disposition: 'new-window',
        referrer: { url: '', policy: 'default' },
      };
      const refused = openHandler(details as Parameters<typeof openHandler>[0]).action === 'deny';
      record.attempts.push({ kind: 'window', url, refused });
      return refused;
    },
  };
};
