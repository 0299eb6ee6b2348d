/** Owns how each meeting app and browser is brought up to date, by how it was installed; and what to do instead. */
import type { Product } from '../../catalogue/catalogue.ts';
import type { InstalledApp, Platform } from '../../facts/index.ts';
import type { RemedyDefinition } from '../../report/finding.ts';

interface UpdatePath {
  readonly name: string;
  /** The vendor's official page. */
  readonly page: string;
  /** How the program updates itself, where it does. */
  readonly inApp?: readonly string[];
  /** The vendor or the distribution keeps it in a package repository, so that Linux updates bring it along. */
  readonly inRepository?: boolean;
}

const restart = (name: string): readonly string[] => [
  `Quit ${name} altogether, also from the tray or the menu bar.`,
  `Open it again: it fetches its update by itself.`,
];
const aboutPage = (menu: string): readonly string[] => [
  menu,
  'Wait until the update is there, then choose Relaunch or Restart.',
];

const paths: Readonly<Record<string, UpdatePath>> = {
  zoom: {
    name: 'Zoom',
    page: 'https://zoom.us/download',
    inApp: [
      'Open Zoom and sign in.',
      'Click your picture, then Check for Updates.',
      'Install what is offered, then open Zoom again.',
    ],
  },
  teams: {
    name: 'Teams',
    page: 'https://www.microsoft.com/teams',
    inApp: [
      'Open Teams.',
      'Click the three dots beside your picture, then Check for updates.',
      'Restart Teams when it says so.',
    ],
  },
  'teams-for-linux': {
    name: 'Teams for Linux',
    page: 'https://github.com/IsmaelMartinez/teams-for-linux/releases',
    inRepository: true,
  },
  webex: {
    name: 'Webex',
    page: 'https://www.webex.com/downloads.html',
    inApp: ['Open Webex.', 'Click your picture, then Help, then Check for Updates.', 'Restart Webex when it says so.'],
  },
  'webex-meetings': { name: 'Webex', page: 'https://www.webex.com/downloads.html' },
  slack: {
    name: 'Slack',
    page: 'https://slack.com/downloads',
    inApp: ['Open Slack.', 'Open the menu, then Help, then Check for Updates.', 'Restart Slack when it says so.'],
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
    inApp: aboutPage('In Chrome, open the menu with three dots, then Help, then About Google Chrome.'),
    inRepository: true,
  },
  edge: {
    name: 'Edge',
    page: 'https://www.microsoft.com/edge',
    inApp: aboutPage('In Edge, open the menu with three dots, then Help and feedback, then About Microsoft Edge.'),
    inRepository: true,
  },
  firefox: {
    name: 'Firefox',
    page: 'https://www.mozilla.org/firefox/',
    inApp: aboutPage('In Firefox, open the menu with three lines, then Help, then About Firefox.'),
    inRepository: true,
  },
  brave: {
    name: 'Brave',
    page: 'https://brave.com/download/',
    inApp: aboutPage('In Brave, open the menu with three lines, then About Brave.'),
    inRepository: true,
  },
  chromium: {
    name: 'Chromium',
    page: 'https://www.chromium.org/getting-involved/download-chromium/',
    inRepository: true,
  },
};

const perProduct = Object.entries(paths).flatMap(([id, { name, page, inApp }]): [string, RemedyDefinition][] => [
  ...(inApp === undefined
    ? []
    : ([[`update-${id}`, { label: `Update ${name}`, minutes: 5, steps: inApp, link: page }]] as [
        string,
        RemedyDefinition,
      ][])),
  [
    `get-${id}`,
    {
      label: `Get the newest ${name}`,
      minutes: 10,
      steps: [
        'Open the official page.',
        `Download ${name} from there and from nowhere else.`,
        'Install it over the old one.',
      ],
      link: page,
    },
  ],
]);

const ways: Readonly<Record<string, RemedyDefinition>> = {
  'update-with-apt': {
    label: 'Install the updates that are waiting',
    minutes: 10,
    steps: ['Open a terminal.', 'Run the command, and say yes to the updates.', 'Close the program and open it again.'],
    command: 'sudo apt update && sudo apt upgrade',
  },
  'update-with-rpm': {
    label: 'Install the updates that are waiting',
    minutes: 10,
    steps: [
      'Open a terminal.',
      'On Fedora and its relatives, run “sudo dnf upgrade --refresh”. On openSUSE, run “sudo zypper update”.',
      'Close the program and open it again.',
    ],
  },
  'update-with-pacman': {
    label: 'Bring the whole system up to date',
    minutes: 10,
    steps: ['Open a terminal.', 'Run the command.', 'Programs from the AUR need your AUR helper as well.'],
    command: 'sudo pacman -Syu',
  },
  'update-with-flatpak': {
    label: 'Update Flatpak apps',
    minutes: 5,
    steps: ['Open a terminal.', 'Run the command.', 'Close the program and open it again.'],
    command: 'flatpak update',
  },
  'update-with-snap': {
    label: 'Update snaps',
    minutes: 5,
    steps: ['Close the program.', 'Open a terminal and run the command.', 'Open the program again.'],
    command: 'sudo snap refresh',
  },
  'update-in-store': {
    label: 'Update it in the Microsoft Store',
    minutes: 5,
    steps: [
      'Open the Microsoft Store.',
      'Open Downloads (or Library).',
      'Choose Check for updates and wait until it is done.',
    ],
  },
  'update-macos': {
    label: 'Open Software Update',
    minutes: 30,
    steps: [
      'Safari comes with macOS updates.',
      'Open System Settings, General, Software Update.',
      'Install what is offered.',
    ],
    link: 'x-apple.systempreferences:com.apple.Software-Update-Settings.extension',
  },
  'join-in-browser': {
    label: 'Join from the browser instead',
    minutes: 2,
    steps: [
      'Open the meeting link in an up-to-date browser.',
      'Choose to join from the browser when the page offers it.',
    ],
  },
  'uninstall-win32': {
    label: 'Remove it',
    minutes: 5,
    steps: ['Open Settings, Apps, Installed apps.', 'Find the program, open its menu and choose Uninstall.'],
    link: 'ms-settings:appsfeatures',
  },
  'uninstall-darwin': {
    label: 'Remove it',
    minutes: 2,
    steps: ['Quit the program.', 'Drag it from the Applications folder to the Bin.'],
  },
  'uninstall-linux': {
    label: 'Remove it',
    minutes: 5,
    steps: ['Remove it with the tool it was installed with: your software centre, apt, dnf, pacman, flatpak or snap.'],
  },
  'ask-it': {
    label: 'Ask your IT department',
    steps: ['Tell them what this finding says.', 'They decide which meeting apps and versions are in order.'],
  },
  'new-catalogue': {
    label: 'Get a newer list of versions',
    minutes: 5,
    steps: [
      'Install the newest Greenroom: it brings a new list.',
      'Until then, look in the program itself whether it is up to date.',
    ],
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

/** What brings this program up to date, the way it was installed first. Empty for one that has no update any more. */
export const updateRemedies = (app: InstalledApp, product: Product, platform: Platform): readonly string[] => {
  if (product.id === 'safari') return ['update-macos'];
  const path = paths[product.id];
  if (path === undefined) return [];
  const manager = platform === 'linux' ? managers[app.kind] : undefined;
  const wrapped = app.kind === 'flatpak' || app.kind === 'snap' || app.kind === 'pacman';
  if (manager !== undefined && (wrapped || path.inRepository)) return [manager];
  // Packages of vendors without a repository never update by themselves.
  if (manager !== undefined || platform === 'linux') return [`get-${product.id}`];
  const own = path.inApp === undefined ? [] : [`update-${product.id}`];
  if (app.kind === 'msix') return [...own, 'update-in-store'];
  return [...own, `get-${product.id}`];
};
