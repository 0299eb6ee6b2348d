/** Owns how each meeting app and browser is brought up to date, by how it was installed; and what to do instead. */
import type { Product } from '../../catalogue/catalogue.ts';
import type { InstalledApp, Platform } from '../../facts/index.ts';
import { type Message, messages } from '../../messages/messages.ts';
import { product } from '../../messages/value.ts';
import type { RemedyDefinition } from '../../report/finding.ts';

const words = messages('app-remedy', {
  update: 'Update {app}',
  get: 'Get the newest {app}',
  open: 'Open {app}.',
  restartWhen: 'Restart {app} when it asks.',
  quit: 'Quit {app} completely. Look in the tray or menu bar too.',
  fetches: 'Open it again: it fetches its update by itself.',
  signInZoom: 'Open Zoom and sign in.',
  checkZoom: 'Click your picture, then Check for Updates.',
  installZoom: 'Install what is offered, then open Zoom again.',
  checkTeams: 'Click the three dots beside your picture, then Check for updates.',
  checkWebex: 'Click your picture, then Help, then Check for Updates.',
  checkSlack: 'Open the menu, then Help, then Check for Updates.',
  aboutChrome: 'In Chrome, open the menu with three dots, then Help, then About Google Chrome.',
  aboutEdge: 'In Edge, open the menu with three dots, then Help and feedback, then About Microsoft Edge.',
  aboutFirefox: 'In Firefox, open the menu with three lines, then Help, then About Firefox.',
  aboutBrave: 'In Brave, open the menu with three lines, then About Brave.',
  relaunch: 'Wait for the update, then choose Relaunch or Restart.',
  openPage: 'Open the official page.',
  download: 'Download {app} from there and from nowhere else.',
  installOver: 'Install it over the old one.',
  installWaiting: 'Install the waiting updates',
  terminal: 'Open a terminal.',
  runYes: 'Run the command, and say yes to the updates.',
  run: 'Run the command.',
  reopen: 'Close the program and open it again.',
  fedoraSuse: 'On Fedora and its relatives, run “sudo dnf upgrade --refresh”. On openSUSE, run “sudo zypper update”.',
  wholeSystem: 'Update the whole system',
  aur: 'Programs from the AUR need your AUR helper as well.',
  flatpaks: 'Update Flatpak apps',
  snaps: 'Update snaps',
  close: 'Close the program.',
  openAgain: 'Open the program again.',
  inStore: 'Update it in the Microsoft Store',
  openStore: 'Open the Microsoft Store.',
  storeDownloads: 'Open Downloads (or Library).',
  storeCheck: 'Choose Check for updates and wait until it’s done.',
  openSoftwareUpdate: 'Open Software Update',
  safari: 'Safari comes with macOS updates.',
  generalDarwin: 'Open System Settings, General, Software Update.',
  install: 'Install what is offered.',
  joinInBrowser: 'Join from the browser instead',
  openLink: 'Open the meeting link in an up-to-date browser.',
  chooseBrowser: 'Choose to join from the browser when the page offers it.',
  remove: 'Remove it',
  installedWin32: 'Open Settings, Apps, Installed apps.',
  uninstallWin32: 'Find the program, open its menu and choose Uninstall.',
  quitIt: 'Quit the program.',
  toBin: 'Drag it from the Applications folder to the Bin.',
  removeLinux: 'Remove it the way it was installed: with your software centre, apt, dnf, pacman, flatpak or snap.',
  askIt: 'Ask your IT department',
  tellIt: 'Tell them what this finding says.',
  theyDecide: 'They decide which meeting apps and versions are allowed.',
  newList: 'Update list',
  chooseUpdateList: 'Choose “Update list” at the bottom of Greenroom’s window. It names whom it asks, first.',
  installGreenroom: 'The newest Greenroom brings a new list, too.',
  lookInside: 'Until then, check in the program itself whether it’s up to date.',
});

interface UpdatePath {
  readonly name: string;
  /** The vendor's official page. */
  readonly page: string;
  /** How the program updates itself, where it does. */
  readonly inApp?: readonly Message[];
  /** The vendor or the distribution keeps it in a package repository, so that Linux updates bring it along. */
  readonly inRepository?: boolean;
}

const restart = (app: string): readonly Message[] => [words.quit({ app: product(app) }), words.fetches];

const paths: Readonly<Record<string, UpdatePath>> = {
  zoom: {
    name: 'Zoom',
    page: 'https://zoom.us/download',
    inApp: [words.signInZoom, words.checkZoom, words.installZoom],
  },
  teams: {
    name: 'Teams',
    page: 'https://www.microsoft.com/teams',
    inApp: [words.open({ app: product('Teams') }), words.checkTeams, words.restartWhen({ app: product('Teams') })],
  },
  'teams-for-linux': {
    name: 'Teams for Linux',
    page: 'https://github.com/IsmaelMartinez/teams-for-linux/releases',
    inRepository: true,
  },
  webex: {
    name: 'Webex',
    page: 'https://www.webex.com/downloads.html',
    inApp: [words.open({ app: product('Webex') }), words.checkWebex, words.restartWhen({ app: product('Webex') })],
  },
  'webex-meetings': { name: 'Webex', page: 'https://www.webex.com/downloads.html' },
  slack: {
    name: 'Slack',
    page: 'https://slack.com/downloads',
    inApp: [words.open({ app: product('Slack') }), words.checkSlack, words.restartWhen({ app: product('Slack') })],
  },
  discord: { name: 'Discord', page: 'https://discord.com/download', inApp: restart('Discord') },
  goto: { name: 'GoTo', page: 'https://www.goto.com/meeting', inApp: restart('GoTo') },
  gotomeeting: { name: 'GoToMeeting', page: 'https://www.goto.com/meeting' },
  ringcentral: {
    name: 'RingCentral',
    page: 'https://www.ringcentral.com/download.html',
    inApp: restart('RingCentral'),
  },
  signal: { name: 'Signal', page: 'https://signal.org/download/', inApp: restart('Signal'), inRepository: true },
  whatsapp: { name: 'WhatsApp', page: 'https://www.whatsapp.com/download' },
  jitsi: {
    name: 'Jitsi Meet',
    page: 'https://github.com/jitsi/jitsi-meet-electron/releases',
    inApp: restart('Jitsi Meet'),
  },
  element: { name: 'Element', page: 'https://element.io/get-started', inApp: restart('Element'), inRepository: true },
  mattermost: {
    name: 'Mattermost',
    page: 'https://mattermost.com/download/',
    inApp: restart('Mattermost'),
    inRepository: true,
  },
  'zoho-meeting': { name: 'Zoho Meeting', page: 'https://www.zoho.com/meeting/' },
  telegram: { name: 'Telegram', page: 'https://desktop.telegram.org/', inApp: restart('Telegram'), inRepository: true },
  'telegram-macos': { name: 'Telegram', page: 'https://macos.telegram.org/', inApp: restart('Telegram') },
  chrome: {
    name: 'Chrome',
    page: 'https://www.google.com/chrome/',
    inApp: [words.aboutChrome, words.relaunch],
    inRepository: true,
  },
  edge: {
    name: 'Edge',
    page: 'https://www.microsoft.com/edge',
    inApp: [words.aboutEdge, words.relaunch],
    inRepository: true,
  },
  firefox: {
    name: 'Firefox',
    page: 'https://www.mozilla.org/firefox/',
    inApp: [words.aboutFirefox, words.relaunch],
    inRepository: true,
  },
  brave: {
    name: 'Brave',
    page: 'https://brave.com/download/',
    inApp: [words.aboutBrave, words.relaunch],
    inRepository: true,
  },
  chromium: {
    name: 'Chromium',
    page: 'https://www.chromium.org/getting-involved/download-chromium/',
    inRepository: true,
  },
};

/** Every program that its maker offers on a page of its own. */
export const officialPages: readonly { readonly id: string; readonly name: string; readonly page: string }[] =
  Object.entries(paths).map(([id, { name, page }]) => ({ id, name, page }));

const perProduct = Object.entries(paths).flatMap(([id, { name, page, inApp }]): [string, RemedyDefinition][] => {
  const app = product(name);
  const steps = [words.openPage, words.download({ app }), words.installOver];
  const get: RemedyDefinition = { label: words.get({ app }), minutes: 10, steps, link: page };
  if (inApp === undefined) return [[`get-${id}`, get]];
  return [
    [`update-${id}`, { label: words.update({ app }), minutes: 5, steps: inApp, link: page }],
    [`get-${id}`, get],
  ];
});

/** How to join without the app. */
export const joinInBrowser: RemedyDefinition = {
  label: words.joinInBrowser,
  minutes: 2,
  steps: [words.openLink, words.chooseBrowser],
};

const ways: Readonly<Record<string, RemedyDefinition>> = {
  'update-with-apt': {
    label: words.installWaiting,
    minutes: 10,
    steps: [words.terminal, words.runYes, words.reopen],
    command: 'sudo apt update && sudo apt upgrade',
  },
  'update-with-rpm': {
    label: words.installWaiting,
    minutes: 10,
    steps: [words.terminal, words.fedoraSuse, words.reopen],
  },
  'update-with-pacman': {
    label: words.wholeSystem,
    minutes: 10,
    steps: [words.terminal, words.run, words.aur],
    command: 'sudo pacman -Syu',
  },
  'update-with-flatpak': {
    label: words.flatpaks,
    minutes: 5,
    steps: [words.terminal, words.run, words.reopen],
    command: 'flatpak update',
  },
  'update-with-snap': {
    label: words.snaps,
    minutes: 5,
    steps: [words.close, words.terminal, words.run, words.openAgain],
    command: 'sudo snap refresh',
  },
  'update-in-store': {
    label: words.inStore,
    minutes: 5,
    steps: [words.openStore, words.storeDownloads, words.storeCheck],
  },
  'update-macos': {
    label: words.openSoftwareUpdate,
    minutes: 30,
    steps: [words.safari, words.generalDarwin, words.install],
    link: 'x-apple.systempreferences:com.apple.Software-Update-Settings.extension',
  },
  'join-in-browser': joinInBrowser,
  'uninstall-win32': {
    label: words.remove,
    minutes: 5,
    steps: [words.installedWin32, words.uninstallWin32],
    link: 'ms-settings:appsfeatures',
  },
  'uninstall-darwin': { label: words.remove, minutes: 2, steps: [words.quitIt, words.toBin] },
  'uninstall-linux': { label: words.remove, minutes: 5, steps: [words.removeLinux] },
  'ask-it': { label: words.askIt, steps: [words.tellIt, words.theyDecide] },
  'new-catalogue': {
    label: words.newList,
    minutes: 5,
    steps: [words.chooseUpdateList, words.installGreenroom, words.lookInside],
  },
};

export const remedies: Readonly<Record<string, RemedyDefinition>> = { ...Object.fromEntries(perProduct), ...ways };

const managers: Readonly<Record<string, string>> = {
  dpkg: 'update-with-apt',
  rpm: 'update-with-rpm',
  pacman: 'update-with-pacman',
  flatpak: 'update-with-flatpak',
  snap: 'update-with-snap',
};

/** Whether packages of this program come from a source that the system's own updates look at. */
export const isInRepository = (id: string): boolean => Object.hasOwn(paths, id) && paths[id]?.inRepository === true;

/** What brings this program up to date, the way it was installed first. Empty for one that has no update any more. */
export const updateRemedies = (app: InstalledApp, { id }: Product, platform: Platform): readonly string[] => {
  if (id === 'safari') return ['update-macos'];
  const path = paths[id];
  if (path === undefined) return [];
  const manager = platform === 'linux' ? managers[app.kind] : undefined;
  const wrapped = app.kind === 'flatpak' || app.kind === 'snap' || app.kind === 'pacman';
  if (manager !== undefined && (wrapped || path.inRepository)) return [manager];
  // Packages of vendors without a repository never update by themselves.
  if (manager !== undefined || platform === 'linux') return [`get-${id}`];
  const own = path.inApp === undefined ? [] : [`update-${id}`];
  if (app.kind === 'msix') return [...own, 'update-in-store'];
  return [...own, `get-${id}`];
};
