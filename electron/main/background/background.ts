/** Owns what goes on without a window: the tray, the checks by themselves, the notices. */
import { app, type BrowserWindow } from 'electron';
import type { NoticeAction } from '../../core/background/notification.ts';
import { badgeOf, tooltip, trayIcon, trayWords } from '../../core/background/tray.ts';
import { type TrayAction, type TrayMenuSituation, trayMenu } from '../../core/background/tray-menu.ts';
import { cameraInUse } from '../../core/checks/call/camera-in-use.ts';
import { microphoneInUse } from '../../core/checks/call/microphone-in-use.ts';
import type { PageView } from '../../core/ipc/invitation-messages.ts';
import { localisedSnapshot } from '../../core/ipc/localised-snapshot.ts';
import type { LoginState } from '../../core/ipc/login-item.ts';
import { nextGenuine, nextMeeting } from '../../core/meeting/meeting.ts';
import { valuesOf } from '../../core/policy/policy.ts';
import { startSettings } from '../../core/settings/start.ts';
import { createBackgroundChecks } from '../../engine/background/background-checks.ts';
import { readInterruption } from '../../engine/background/read-do-not-disturb.ts';
import { trayPresence } from '../../engine/background/tray-support.ts';
import type { Session } from '../../engine/session/session.ts';
import { createAttentionStore } from '../../engine/storage/attention-store.ts';
import type { MachinePort } from '../../platform/machine/machine.ts';
import { decideClosing } from '../window/closing.ts';
import type { AfterClose, ProgramWindow } from '../window/window.ts';
import { showBadge } from './badge.ts';
import { setupChangeWatchers } from './change-watchers.ts';
import { showNotices } from './notify.ts';
import { powerSource } from './power.ts';
import { watchScreens } from './screens.ts';
import { startAtLogin } from './start-at-login.ts';
import { watchThrottling } from './throttling.ts';
import { showTray, type TrayView } from './tray.ts';
import { watchTrayFixes } from './tray-fixes.ts';

export interface BackgroundModeOptions {
  readonly port: MachinePort;
  /** Greenroom's own files. */
  readonly folder: string;
  /** The tray's pictures. */
  readonly icons: string;
  readonly session: Session;
  /** Shows the window, at the finding of a check if one is named. */
  readonly open: (checkId: string | null) => void;
  /** Shows the window at one of its views. */
  readonly show: (view: PageView) => void;
  /** Checks for this meeting and joins it, or shows what to fix. */
  readonly join: (meetingId: string) => void;
  /** Joins without a check: the person has been told. */
  readonly joinAnyway: (meetingId: string) => void;
  /** The labels of the fixes that are offered about a check. */
  readonly fixesFor: (checkId: string) => Promise<readonly string[]>;
  readonly isWatched: () => boolean;
  /** What is to be tried before the check for a meeting; undefined where nothing is. */
  readonly beforeMeeting: () => Promise<unknown> | undefined;
}

export interface BackgroundMode {
  /** When the window is there: shows it unless `hidden`, and checks. */
  begin(window: ProgramWindow, hidden: boolean): Promise<void>;
  whenClosed(window: BrowserWindow): Promise<AfterClose>;
  readLogin(): Promise<LoginState>;
  /** The page noticed a camera come or go. */
  cameraChanged(): void;
  /** Tells once of what waits, when the next meeting is over, or no longer; false where no meeting is ahead. */
  remindAfterCall(on: boolean): boolean;
}

const MINUTE_MS = 60_000;

const namesIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

export const createBackgroundMode = (options: BackgroundModeOptions): BackgroundMode => {
  const { port, session } = options;
  const power = powerSource(port);
  let login: LoginState = { state: 'unavailable', sentence: null };
  let draw: ((view: TrayView) => void) | null = null;
  let badge: ReturnType<typeof showBadge> = () => {};
  const trayFixes = watchTrayFixes({ offered: options.fixesFor, onChange: () => redraw() });
  const redraw = (): void => {
    const at = situation();
    draw?.(view(at));
    badge(badgeOf(at));
  };
  const atLogin = startAtLogin(port.host, session, (state) => {
    login = state;
    redraw();
  });
  const allowed = (check: typeof cameraInUse | typeof microphoneInUse): readonly string[] =>
    namesIn(valuesOf(session.policy(), check.id, check.policy).allowedPrograms);

  const backgroundChecks = createBackgroundChecks({
    session,
    store: createAttentionStore(options.folder),
    clock: Date.now,
    chance: Math.random,
    timer: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds);
      timer.unref();
      return () => clearTimeout(timer);
    },
    onBattery: power.onBattery,
    readInterruption: () => readInterruption(port),
    allowedPrograms: () => ({ camera: allowed(cameraInUse), microphone: allowed(microphoneInUse) }),
    isWatched: options.isWatched,
    beforeMeeting: options.beforeMeeting,
    show: showNotices({
      act: (action) => actOnNotice(action),
      open: () => options.open(null),
      onProblem: session.say,
    }),
    onChange: () => {
      session.showRemindsAfterCall(backgroundChecks.remindsAfterCall());
      redraw();
    },
    onProblem: session.say,
  });

  const actOnNotice = (action: NoticeAction): void => {
    if (action.kind === 'open') options.open(action.checkId);
    else if (action.kind === 'join') options.joinAnyway(action.meetingId);
    else if (action.kind === 'snooze') backgroundChecks.snooze(action.meetingId);
    else backgroundChecks.remindTomorrow();
  };
  const act = (action: TrayAction): void => {
    switch (action.kind) {
      case 'open':
        options.open(null);
        break;
      case 'view':
        options.show(action.view);
        break;
      case 'finding':
        options.open(action.checkId);
        break;
      case 'check':
        void session.check(null, { quick: true });
        break;
      case 'join':
        options.join(action.meetingId);
        break;
      case 'pause':
        backgroundChecks.pause(action.pause);
        break;
      case 'resume':
        backgroundChecks.resume();
        break;
      case 'remind-after':
        backgroundChecks.remindAfterCall(!backgroundChecks.remindsAfterCall());
        break;
      case 'start-at-login':
        atLogin.choose(action.on);
        break;
      case 'quit':
        app.quit();
    }
  };
  const situation = (): TrayMenuSituation => {
    const now = Date.now();
    const snapshot = localisedSnapshot(session.snapshot());
    return {
      snapshot,
      now,
      pausedUntil: backgroundChecks.pausedUntil(),
      meeting: nextMeeting(snapshot.agenda, new Date(now).toISOString()),
      genuine: nextGenuine(snapshot.agenda, new Date(now).toISOString()),
      remindsAfter: backgroundChecks.remindsAfterCall(),
      fixes: trayFixes.fixes(),
      login:
        login.state === 'unavailable'
          ? null
          : { on: login.state === 'on', managed: snapshot.settings[startSettings.id]?.atLogin?.layer === 'enforced' },
    };
  };
  const view = (at: TrayMenuSituation): TrayView => ({
    icon: trayIcon(at),
    tooltip: tooltip(trayWords(at)),
    menu: trayMenu(at),
  });

  return {
    begin: async (window, hidden) => {
      // First of all: nothing that follows is worth waiting for.
      if (!hidden) window.show();
      await Promise.all([backgroundChecks.load(), atLogin.begin(), power.refresh()]);
      session.showRemindsAfterCall(backgroundChecks.remindsAfterCall());
      draw = showTray({ icons: options.icons, platform: port.host.platform, act }, view(situation()));
      badge = showBadge({ icons: options.icons, platform: port.host.platform, window: window.window });
      session.subscribe(({ report, running }) => {
        if (running === null) trayFixes.see(report);
        redraw();
      });
      watchThrottling(port.host.platform, (state) => void session.throttled(state));
      watchScreens((screens) => void session.screensSeen(screens));
      const lookAtNetwork = setupChangeWatchers(port.host.platform, window.window, (change) => {
        if (change === 'network') void session.networkChanged();
        // It may have been unplugged meanwhile.
        if (change === 'wake') void power.refresh();
        backgroundChecks.changed(change);
      });
      setInterval(() => {
        lookAtNetwork();
        backgroundChecks.minute();
        void power.refresh();
      }, MINUTE_MS);
      if (hidden) backgroundChecks.begin();
      else void session.check(null);
      // Started without a window and shown in no tray, it could not be reached.
      if (hidden && (draw === null || (await trayPresence(port)) !== 'there')) window.showMinimised();
    },
    whenClosed: async (window) => {
      const { keepInTray } = valuesOf(session.policy(), startSettings.id, startSettings.policy);
      const closing = await decideClosing({
        window,
        keepInTray,
        managed: session.snapshot().settings[startSettings.id]?.keepInTray?.layer === 'enforced',
        // Where the system refused the icon nothing more is to be said about trays.
        presence: draw === null ? 'unknown' : await trayPresence(port),
        attention: backgroundChecks.attention(),
      });
      if (Object.keys(closing.remember).length > 0) backgroundChecks.remember(closing.remember);
      if (closing.keepInTray !== null) await session.changeSetting(startSettings.id, 'keepInTray', closing.keepInTray);
      return closing.after;
    },
    readLogin: atLogin.read,
    cameraChanged: () => backgroundChecks.changed('camera'),
    remindAfterCall: backgroundChecks.remindAfterCall,
  };
};
