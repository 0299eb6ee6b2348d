/** Owns the order in which the window's side of the program is set up, each step with its reason. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, session as electronSession } from 'electron';
import { COMPANY_BACKGROUND } from '../core/camera/company-background.ts';
import { checks } from '../core/checks/index.ts';
import type { Sharing } from '../core/contract.ts';
import { valuesOf } from '../core/policy.ts';
import { calendarSettings } from '../core/settings/calendar.ts';
import { createBackupDrives } from '../engine/backup-drives.ts';
import { createBackupMemoryStore } from '../engine/backup-memory-store.ts';
import { createCalendars } from '../engine/calendars.ts';
import { loadCatalogue } from '../engine/catalogue-store.ts';
import { stateFolder } from '../engine/folders.ts';
import { createLog } from '../engine/log.ts';
import { createOwnStore } from '../engine/own-store.ts';
import { passOn, sharingOf, tellUnder } from '../engine/pass-on.ts';
import { loadPolicy } from '../engine/policy-in-use.ts';
import { readCalendarApart } from '../engine/read-calendar-apart.ts';
import { createReportStore } from '../engine/report-store.ts';
import { createSession } from '../engine/session.ts';
import { storeSetting } from '../engine/settings-store.ts';
import { localIdentity } from '../platform/identity.ts';
import { localMachine } from '../platform/local.ts';
import { APP_ORIGIN, registerAppScheme, setupAppScheme } from './app-scheme.ts';
import { createArrivals } from './arrivals.ts';
import { screenLocked, setupCameraRelease } from './camera-release.ts';
import { createCompanyBackground } from './company-background.ts';
import { joinLink, openLink } from './deep-link.ts';
import { setupHandedOver } from './handed-over.ts';
import { cutOffNetwork, hardenSession, hardenWindows, startedWithADangerousSwitch } from './hardening.ts';
import { inspectApart } from './inspect-apart.ts';
import { createInvitations, openHostPage } from './invitation.ts';
import { broadcast, setupIpc } from './ipc.ts';
import { startsHidden } from './login-item.ts';
import { mediaAccess } from './media-access.ts';
import { addCalendar, joinMeeting, meetingLink } from './meetings.ts';
import { setupMenu } from './menu.ts';
import { createMinuteClipboard } from './minute-clipboard.ts';
import { openHelpDesk, openMediaSettings, openRemedy } from './remedies.ts';
import { createResident } from './resident.ts';
import { createSupport } from './support.ts';
import { createWindow, type ProgramWindow } from './window.ts';

/** A quiet interval: the next meeting is known in time without asking often. */
const CALENDARS_EVERY_MS = 15 * 60_000;

/** `root` is the folder of the built program, with `preload/` and `renderer/` in it. */
export const startProgram = (root: URL): void => {
  // Friction for a program that would start ours to look through the camera with our permission.
  if (startedWithADangerousSwitch(app)) {
    app.exit(1);
    return;
  }
  // Without this name Windows shows neither a proper taskbar group nor notifications.
  app.setAppUserModelId('org.greenroom.Greenroom');
  // A second start shows the first window: one program, one state.
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  let window: ProgramWindow | null = null;
  const showWindow = (): void => window?.show();
  const handedOver = setupHandedOver(showWindow);
  // Before `ready`, as Electron demands.
  app.enableSandbox();
  cutOffNetwork(app);
  registerAppScheme();
  // Before the first window exists, so that none escapes it.
  hardenWindows(app);

  const port = localMachine();
  const folder = stateFolder(port.host);
  const calendars = createCalendars({ folder, read: readCalendarApart(new URL('main/calendar-worker.js', root)) });
  const log = createLog(folder, port.host);
  void log.write({
    event: 'started',
    version: app.getVersion(),
    runtime: `Electron ${process.versions.electron ?? ''}`,
  });
  const session = createSession({
    port,
    log,
    store: createReportStore(folder),
    policy: () => loadPolicy(port, folder),
    storeSetting: (id, key, value) => storeSetting(folder, id, key, value),
    agenda: (policy) =>
      calendars.refresh(valuesOf(policy, calendarSettings.id, calendarSettings.policy), { ask: 'due' }),
    catalogue: () => loadCatalogue(folder),
    drives: createBackupDrives(createBackupMemoryStore(folder)),
    passOn: (report, policy) =>
      passOn({ told: tellUnder(policy, report, localIdentity(), app.getVersion()), policy, folder, host: port.host }),
    own: createOwnStore(folder),
    appVersion: app.getVersion(),
  });
  const support = createSupport({ port, folder, session, log });
  const sharing = (): Sharing => {
    const [policy, { report }] = [session.policy(), session.snapshot()];
    const told = report === null ? null : tellUnder(policy, report, localIdentity(), app.getVersion());
    return sharingOf(policy, told, folder, port.host);
  };
  const checkAll = (): void => void session.check(null);
  const background = createCompanyBackground();
  let listening = false;
  const minuteClipboard = createMinuteClipboard(app);
  const invitations = createInvitations(inspectApart(new URL('main/inspect-worker.js', root)));
  const arrivals = createArrivals({
    session,
    invitations,
    checkIds: checks.map((check) => check.id),
    tell: (arrival) => broadcast('arrival', arrival),
  });
  const resident = createResident({
    port,
    folder,
    icons: fileURLToPath(new URL('../build/tray/', root)),
    session,
    open: (checkId) => {
      showWindow();
      if (checkId !== null) handedOver.takeLink(openLink(checkId));
    },
    isWatched: () => window?.isWatched() ?? false,
    join: (id) => {
      const link = meetingLink(session, id, 'app');
      if (link === null) return;
      showWindow();
      handedOver.takeLink(joinLink(link));
    },
    joinAnyway: (id) => void joinMeeting(session, id, 'app'),
  });

  // Before the page can ask anything.
  setupIpc({
    snapshot: () => session.snapshot(),
    // Not awaited: the page follows the run by its snapshots.
    check: (only) => void session.check(only),
    openRemedy: (id) => openRemedy(checks, id),
    mediaAccess,
    openMediaSettings,
    soundCheck: (on) => {
      listening = on;
    },
    screenLocked,
    companyBackground: () => background.load(session.policy()),
    // Not awaited: what comes of it is in the next snapshot.
    tellLook: (measures) => void session.look(measures),
    inspect: (given) => invitations.inspect(given),
    openMeeting: (id, way) => invitations.open(id, way),
    openHostPage,
    openHelpDesk: () => openHelpDesk(session.policy()),
    joinMeeting: (id, way) => joinMeeting(session, id, way),
    addCalendar: (kind) => addCalendar(session, kind),
    arrival: () => arrivals.latest(),
    sharing,
    supportFile: () => support.make(),
    saveSupportFile: () => support.save(),
    changeSetting: (id, key, value) => session.changeSetting(id, key, value),
    setAside: (key, until, reason) => session.setAside(key, { until, reason }),
    bringBack: (key) => session.bringBack(key),
    attest: (id, confirmed) => session.attest(id, confirmed),
    copyForAMinute: (words) => minuteClipboard.copy(words),
    startAtLogin: resident.readLogin,
    cameraChanged: resident.cameraChanged,
    keepBackupDrive: (id, keep) => session.keepBackupDrive(id, keep),
  });
  session.subscribe((snapshot) => broadcast('snapshot', snapshot));

  void app.whenReady().then(async () => {
    // In memory only: nothing that the page might keep ever reaches the disk.
    const pageSession = electronSession.fromPartition('greenroom');
    hardenSession(pageSession, () => listening);
    await setupAppScheme(pageSession, fileURLToPath(new URL('renderer/', root)), {
      [COMPANY_BACKGROUND]: background.served,
    });
    // Before the window, whose hiding it follows.
    setupCameraRelease((reason) => broadcast('cameraOff', reason));
    setupMenu(checkAll);
    // The stored report first, so that there is something to read at once.
    await session.load();
    window = createWindow(
      {
        url: `${APP_ORIGIN}/index.html`,
        preload: path.join(fileURLToPath(root), 'preload', 'index.cjs'),
        session: pageSession,
      },
      resident.whenClosed,
    );
    await resident.begin(window, startsHidden(app, process.argv));
    // macOS: its icon in the dock was clicked. Only from here on: the start itself is told the same way.
    app.on('activate', showWindow);
    // Between checks the calendars are read too; the timer keeps nothing alive.
    setInterval(() => void session.refreshAgenda(), CALENDARS_EVERY_MS).unref();
    // Links are acted on only now that the stored report has been read.
    handedOver.begin(arrivals);
  });
};
