/** Owns the order in which the window's side of the program is set up, each step with its reason. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, session as electronSession } from 'electron';
import { COMPANY_BACKGROUND } from '../core/camera/company-background.ts';
import { checks } from '../core/checks/index.ts';
import type { TrialProgress } from '../core/connection/trial-told.ts';
import type { Sharing } from '../core/ipc/contract.ts';
import { localisedSnapshot } from '../core/ipc/localised-snapshot.ts';
import { spoken } from '../core/messages/localise.ts';
import { type Policy, valuesOf } from '../core/policy/policy.ts';
import { calendarSettings } from '../core/settings/calendar.ts';
import { createCalendars } from '../engine/calendars/calendars.ts';
import { createComputerCalendars } from '../engine/calendars/computer-calendars.ts';
import { readCalendarInWorker } from '../engine/calendars/read-calendar-in-worker.ts';
import { publishUnder, sharingOf } from '../engine/run/publish-result.ts';
import { createRunPlace } from '../engine/run/workspace.ts';
import { createConnectionTrial } from '../engine/session/connection-trial.ts';
import { createListUpdate } from '../engine/session/list-update.ts';
import { createSession } from '../engine/session/session.ts';
import { stateFolder } from '../engine/storage/folders.ts';
import { faultEntry } from '../engine/storage/log.ts';
import { localMachine } from '../platform/machine/local.ts';
import { fullIdentity } from '../platform/redaction/identity.ts';
import { createBackgroundMode } from './background/background.ts';
import { startsHidden } from './background/login-item.ts';
import { createExpiringClipboard } from './expiring-clipboard.ts';
import { createFixes } from './fixes/fixes.ts';
import { keepPuttingBack, putBackAtQuit } from './fixes/keep-putting-back.ts';
import { joinLink, openLink } from './incoming/deep-link.ts';
import { createIncomingItems } from './incoming/incoming.ts';
import { setupOsEvents } from './incoming/os-events.ts';
import { inspectInWorker } from './invitations/inspect-in-worker.ts';
import { createInvitations, openHostPage } from './invitations/invitations.ts';
import { addCalendar, joinMeeting, meetingLink } from './invitations/meetings.ts';
import { broadcast, setupIpc } from './ipc.ts';
import { pageAddress } from './language.ts';
import { openExternal, openHelpDesk, openMediaSettings } from './open-external.ts';
import { sayPageGivenUp, startFailed } from './start-failed.ts';
import { createSupport } from './support.ts';
import { tellStarter } from './tell-starter.ts';
import { APP_ORIGIN, registerAppScheme, setupAppScheme } from './window/app-scheme.ts';
import { createCompanyBackground } from './window/company-background.ts';
import { cutOffNetwork, hardenSession, hardenWindows, startedWithAnUnknownSwitch } from './window/hardening.ts';
import { mediaAccess } from './window/media-access.ts';
import { setupMenu } from './window/menu.ts';
import { screenLocked, setupCameraRelease } from './window/stop-capture.ts';
import { createWindow, type ProgramWindow } from './window/window.ts';
import { APP_USER_MODEL_ID, TOAST_ACTIVATOR } from './windows-identity.ts';

/** A quiet interval: the next meeting is known in time without asking often. */
const CALENDARS_EVERY_MS = 15 * 60_000;

/** `root` is the folder of the built program, with `preload/` and `renderer/` in it. */
export const startProgram = (root: URL): void => {
  // Friction for a program that would start ours to look through the camera with our permission.
  if (startedWithAnUnknownSwitch(app, process.argv)) {
    app.exit(1);
    return;
  }
  // Without this name Windows shows neither a proper taskbar group nor notifications.
  app.setAppUserModelId(APP_USER_MODEL_ID);
  // Else Windows would learn another one at each start, and a notice of yesterday could not find the program.
  if (process.platform === 'win32') app.setToastActivatorCLSID(TOAST_ACTIVATOR);
  // A second start shows the first window: one program, one state.
  if (!app.requestSingleInstanceLock()) {
    tellStarter();
    app.exit(0);
    return;
  }
  let window: ProgramWindow | null = null;
  const showWindow = (): void => window?.show();
  const osEvents = setupOsEvents(showWindow);
  // Before `ready`, as Electron demands.
  app.enableSandbox();
  cutOffNetwork(app);
  registerAppScheme();
  // Before the first window exists, so that none escapes it.
  hardenWindows(app);

  const port = localMachine();
  const folder = stateFolder(port.host);
  const computer = createComputerCalendars(port.host, folder);
  const read = readCalendarInWorker(new URL('main/calendar-worker.js', root));
  const calendars = createCalendars({ folder, read, computer });
  const calendarValues = (policy: Policy) => valuesOf(policy, calendarSettings.id, calendarSettings.policy);
  const place = createRunPlace({ port, folder, appVersion: app.getVersion() });
  void place.log.write({
    event: 'started',
    version: app.getVersion(),
    runtime: `Electron ${process.versions.electron ?? ''}`,
  });
  // Once it runs, a fault in one place is no reason to end the others.
  process.on('uncaughtException', (error) => void place.log.write(faultEntry('program', error)));
  process.on('unhandledRejection', (error) => void place.log.write(faultEntry('program', error)));
  const session = createSession({
    place,
    agenda: (policy) => calendars.refresh(calendarValues(policy), { ask: 'due' }),
  });
  const support = createSupport({ place, session });
  const list = createListUpdate(place, session, (progress) => broadcast('listProgress', progress));
  const onProgress = (progress: TrialProgress): void => broadcast('trialProgress', progress);
  const connection = createConnectionTrial({ port, session, onProgress });
  const sharing = async (): Promise<Sharing> => {
    const [policy, { report }] = [session.policy(), session.snapshot()];
    const told = report === null ? null : publishUnder(policy, report, await fullIdentity(), app.getVersion());
    return sharingOf(policy, told, folder, port.host);
  };
  const checkAll = (): void => void session.check(null);
  const background = createCompanyBackground();
  let listening = false;
  const minuteClipboard = createExpiringClipboard(app);
  const fixes = createFixes(place, session, () => broadcast('fixLate', null));
  const invitations = createInvitations(inspectInWorker(new URL('main/inspect-worker.js', root)));
  const incomingItems = createIncomingItems({
    session,
    invitations,
    checkIds: checks.map((check) => check.id),
    publish: (incoming) => broadcast('incoming', incoming),
  });
  const backgroundMode = createBackgroundMode({
    port,
    folder,
    icons: fileURLToPath(new URL('../build/tray/', root)),
    session,
    open: (checkId) => {
      showWindow();
      if (checkId !== null) osEvents.takeLink(openLink(checkId));
    },
    show: (view) => {
      showWindow();
      incomingItems.show(view);
    },
    fixesFor: async (checkId) => (await fixes.offersFor(checkId)).offers.map(({ label }) => label),
    isWatched: () => window?.isWatched() ?? false,
    beforeMeeting: () => connection.beforeMeeting(),
    join: (id) => {
      const link = meetingLink(session, id, 'app');
      if (link === null) return;
      showWindow();
      osEvents.takeLink(joinLink(link));
    },
    joinAnyway: (id) => void joinMeeting(session, id, 'app'),
  });

  // Before the page can ask anything.
  setupIpc({
    snapshot: () => localisedSnapshot(session.snapshot()),
    // Not awaited: the page follows the run by its snapshots.
    check: (only) => void session.check(only),
    openRemedy: (id) => openExternal(checks, id),
    mediaAccess,
    openMediaSettings,
    soundCheck: (on) => {
      listening = on;
    },
    screenLocked,
    companyBackground: () => background.load(session.policy()),
    // Not awaited: what comes of it is in the next snapshot.
    tellLook: (measures) => void session.look(measures),
    tellCamera: (outcome) => void session.cameraOpened(outcome),
    remindAfterCall: (on) => void backgroundMode.remindAfterCall(on),
    fixesFor: fixes.offersFor,
    applyFix: fixes.apply,
    undoFix: fixes.undo,
    changedByFixes: fixes.changed,
    inspect: (given) => invitations.inspect(given),
    openMeeting: (id, way) => invitations.open(id, way),
    openHostPage,
    openHelpDesk: () => openHelpDesk(session.policy()),
    joinMeeting: (id, way) => joinMeeting(session, id, way),
    addCalendar: (kind) => addCalendar(session, kind),
    // The page does not hold the sentences of those who read calendars.
    calendarSources: async () =>
      (await computer.list(calendarValues(session.policy()))).map((one) => ({
        ...one,
        problem: one.problem === null ? null : spoken(one.problem),
      })),
    askForCalendars: async (id) => {
      const permission = await computer.ask(id, calendarValues(session.policy()));
      if (permission === 'granted') void session.calendarsChanged();
      return permission;
    },
    incoming: () => incomingItems.latest(),
    sharing,
    listPlan: () => list.plan(),
    updateList: () => list.start(),
    stopListUpdate: () => list.stop(),
    tryConnection: (host) => connection.start(host),
    stopConnection: () => connection.stop(),
    supportFile: () => support.make(),
    saveSupportFile: () => support.save(),
    changeSetting: (id, key, value) => session.changeSetting(id, key, value),
    waive: (key, until, reason) => session.waive(key, { until, reason }),
    revokeWaiver: (key) => session.revokeWaiver(key),
    attest: (id, confirmed) => session.attest(id, confirmed),
    copyForAMinute: (words) => minuteClipboard.copy(words),
    startAtLogin: backgroundMode.readLogin,
    cameraChanged: () => {
      void session.cameraChanged();
      backgroundMode.cameraChanged();
    },
    tellDevices: (seen) => void session.devicesSeen(seen),
    tellMicrophone: (tried) => void session.microphoneTried(tried),
    keepBackupDrive: (id, keep) => session.keepBackupDrive(id, keep),
  });
  session.subscribe((snapshot) => broadcast('snapshot', localisedSnapshot(snapshot)));

  const whenReady = async (): Promise<void> => {
    await app.whenReady();
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
        url: pageAddress(`${APP_ORIGIN}/index.html`),
        preload: path.join(fileURLToPath(root), 'preload', 'index.cjs'),
        session: pageSession,
      },
      {
        whenClosed: backgroundMode.whenClosed,
        whenPageGone: (reason) => {
          listening = false;
          void place.log.write(faultEntry('page', reason));
        },
        whenPageGivenUp: sayPageGivenUp,
      },
    );
    const hidden = startsHidden(app, process.argv);
    window.window.once('show', tellStarter);
    await backgroundMode.begin(window, hidden);
    if (hidden) tellStarter();
    // macOS: its icon in the dock was clicked. Only from here on: the start itself is told the same way.
    app.on('activate', showWindow);
    // Between checks the calendars are read too; the timer keeps nothing alive.
    setInterval(() => void session.refreshAgenda(), CALENDARS_EVERY_MS).unref();
    keepPuttingBack(place, fixes);
    putBackAtQuit(fixes);
    // Links are acted on only now that the stored report has been read.
    osEvents.begin(incomingItems);
  };
  // Nobody else waits for it: without this a failed start would be a program that runs and shows nothing.
  whenReady().catch(startFailed);
};
