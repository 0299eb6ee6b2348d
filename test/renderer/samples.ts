/** Owns reports that look like real ones: a Debian laptop with updates waiting, an old Zoom and no backup drive. */

import { type CheckId, isCheckId } from '../../electron/core/checks/ids.ts';
import { checks } from '../../electron/core/checks/index.ts';
import type { Snapshot } from '../../electron/core/ipc/contract.ts';
import { emptyAgenda } from '../../electron/core/meeting/meeting.ts';
import { noPolicy } from '../../electron/core/policy/policy.ts';
import { areasOf } from '../../electron/core/report/counts.ts';
import type { Change } from '../../electron/core/report/diff.ts';
import {
  type Finding,
  judgedStates,
  type Remedy,
  type UnknownCause,
  type WaivedFinding,
  type When,
} from '../../electron/core/report/finding.ts';
import { inOrder, REPORT_SCHEMA, type Report } from '../../electron/core/report/report.ts';
import { verdictOf } from '../../electron/core/report/verdict.ts';
import { settingsInForce } from '../../electron/core/settings/index.ts';

export const NOW = '2026-11-22T09:30:02.000Z';
const STARTED = '2026-11-22T09:30:00.000Z';

interface Rough extends Partial<Omit<WaivedFinding, 'evidence' | 'state' | 'why' | 'when' | 'cause'>> {
  readonly when?: When | null;
  readonly cause?: UnknownCause | undefined;
  readonly id: CheckId;
  readonly why?: string | null;
  readonly state: Finding['state'];
  readonly title: string;
  readonly found: string;
  readonly wanted?: string;
  readonly source: string;
}

/** The finding with something else about it, whether or not a check could say just that. */
export const likeFinding = (one: object, more: object = {}): Finding => {
  const state = 'state' in more ? more.state : undefined;
  const isQuiet = state === 'pass' || state === 'not-applicable' || state === 'not-done';
  const told = isQuiet ? { when: null, minutes: null } : state === 'unknown' ? { cause: 'inconclusive' } : {};
  return { ...one, ...told, ...more } as Finding;
};

/** The program that a finding of the meeting apps names, as the check itself does. */
const appOf = (subject: string | null | undefined): Pick<Finding, 'app'> => {
  const product = /^([\w-]+)(?: [^(]*)?\(/.exec(subject ?? '')?.[1];
  return product === undefined ? {} : { app: { product, version: null } };
};

/** A finding of which only what a test is about is said. */
export const finding = ({ found, wanted, source, state, ...rest }: Rough): Finding =>
  likeFinding({
    subject: null,
    area: checks.find(({ id }) => id === rest.id)?.area ?? 'system',
    when: judgedStates.some((one) => one === state) || state === 'waived' ? 'after-call' : null,
    minutes: rest.remedies?.[0]?.minutes ?? null,
    ...(state === 'unknown' ? { cause: 'inconclusive' } : {}),
    required: true,
    why: state === 'pass' || state === 'not-applicable' ? null : 'It matters.',
    state,
    remedies: [],
    durationMs: 120,
    ...(rest.id === 'meeting-apps' ? appOf(rest.subject) : {}),
    ...rest,
    evidence: { found, wanted: wanted ?? null, source, at: NOW },
  });

const updateZoom: Remedy = {
  id: 'meeting-apps/update-zoom',
  label: 'Install the current Zoom',
  steps: [
    'Open Zoom’s download page.',
    'Choose “Debian” and your version, then download the package.',
    'Open the downloaded file and follow the installer. Zoom must not be running.',
  ],
  link: 'https://zoom.us/download',
};

const installUpdates: Remedy = {
  id: 'os-patches/apt',
  label: 'Install the waiting updates',
  steps: ['Open a terminal.', 'Run the command below and enter your password.', 'Restart if you are asked to.'],
  command: 'sudo apt update && sudo apt upgrade',
};

const connectDrive: Remedy = {
  id: 'backup-drive/connect',
  label: 'Connect the backup drive',
  steps: ['Plug in the drive “Silver LaCie”.', 'Wait until it shows in the file manager.'],
};

const openUpdates: Remedy = {
  id: 'os-patches/settings',
  label: 'Use the update settings',
  steps: ['Open Windows Update.', 'Select “Download and install”.'],
  link: 'ms-settings:windowsupdate',
};

export const oldZoom = finding({
  id: 'meeting-apps',
  subject: 'zoom (dpkg)',
  state: 'fail',
  when: 'before-call',
  title: 'Zoom is too old to join: 5.16.2 found, 5.17.5 needed',
  found: '5.16.2.8828',
  wanted: '5.17.5 or newer',
  source: '/var/lib/dpkg/status',
  why: 'Zoom turns away versions below its minimum. You would be asked to update when the meeting starts.',
  remedies: [updateZoom],
});

export const patches = finding({
  id: 'os-patches',
  state: 'fail',
  title: '4 security updates are waiting',
  found: 'openssl, libssl3, linux-image-amd64 and libwebp7',
  wanted: 'No security update waiting',
  source: '/usr/bin/apt-get -s dist-upgrade',
  why: 'Each of them closes a hole that is publicly known. An update that starts by itself can also restart the computer.',
  remedies: [installUpdates, openUpdates],
});

export const drive = finding({
  id: 'backup-drive',
  state: 'caution',
  required: false,
  title: 'The backup drive “Silver LaCie” is not connected',
  found: 'No external drive is attached',
  wanted: 'The drive of the last backup, attached',
  source: '/usr/bin/lsblk --json',
  why: 'If something goes wrong now, the newest copy of your files is 9 days old.',
  remedies: [connectDrive],
});

export const lastBackup = finding({
  id: 'backup-unplugged',
  state: 'unknown',
  title: 'Couldn’t check when the last backup finished',
  found: 'The backup program keeps this where only an administrator can read it.',
  source: '',
  why: 'A backup that has stopped without a word is found out when it is needed.',
});

const passing = [
  ['os-supported', 'Debian 12 is supported until 10 June 2028', '12.9', '/etc/os-release'],
  ['app-origin', 'Firefox 145.0 is current', '145.0', '/usr/bin/firefox-esr --version'],
  ['installer-origin', 'Chromium 142 is current', '142.0.7444.59', '/var/lib/dpkg/status'],
  ['wifi', 'Slack 4.46 is current', '4.46.99', '/var/lib/dpkg/status'],
  ['backup-destination', 'Déjà Dup makes backups by itself', 'Every week', 'gsettings org.gnome.DejaDup'],
] as const;

const passes = passing.map(([id, title, found, source]) => finding({ id, state: 'pass', title, found, source }));
const noTeams = finding({
  id: 'power',
  state: 'not-applicable',
  title: 'Microsoft Teams is not installed',
  found: 'No Teams was found. It can be used in the browser.',
  source: '/var/lib/dpkg/status',
});

export const findings: readonly Finding[] = inOrder([oldZoom, patches, drive, lastBackup, ...passes, noTeams]);

export const report = (list: readonly Finding[] = findings, more: Partial<Report> = {}): Report => ({
  schema: REPORT_SCHEMA,
  verdict: verdictOf(list),
  areas: areasOf(list),
  startedAt: STARTED,
  durationMs: 1240,
  deadlineMs: 10_000,
  only: null,
  machine: { platform: 'linux', os: 'Debian GNU/Linux 12 (bookworm)', version: '12', arch: 'x64' },
  policy: { source: null, digest: null },
  catalogue: { asOf: '2026-11-20', source: 'built in' },
  findings: list,
  probes: [],
  ...more,
});

export const changes: readonly Change[] = [
  { key: 'os-patches', title: patches.title, direction: 'worse', from: 'pass', to: 'fail' },
  { key: 'wifi', title: 'Slack 4.46 is current', direction: 'new', from: null, to: 'pass' },
  { key: 'app-origin', title: 'Firefox 145.0 is current', direction: 'better', from: 'caution', to: 'pass' },
  { key: 'load', title: 'Webex 45.9 is current', direction: 'gone', from: 'pass', to: null },
];

export const snapshot = (more: Partial<Snapshot> = {}): Snapshot => ({
  report: report(),
  running: null,
  changes: [],
  comparedWith: null,
  notices: [],
  agenda: emptyAgenda,
  backupDrives: [],
  settings: settingsInForce(noPolicy),
  attestations: [],
  history: [],
  platform: 'linux',
  remindsAfterCall: false,
  appVersion: '0.1.0',
  ...more,
});

const questions: Readonly<Partial<Record<CheckId, string>>> = {
  'meeting-apps': 'Are the meeting apps recent enough?',
  'os-supported': 'Is this system still supported?',
  'os-patches': 'Are security updates waiting?',
  'backup-destination': 'Is a backup set up?',
  'backup-drive': 'Is the backup drive connected?',
  'backup-unplugged': 'When did the last backup finish?',
  'app-origin': 'Is Firefox current?',
  'installer-origin': 'Is Chromium current?',
  wifi: 'Is Slack current?',
  power: 'Is Microsoft Teams current?',
};
export const checkIds: readonly CheckId[] = Object.keys(questions).filter(isCheckId);

/** What the main process tells while a run goes on: `pending` are awaited, of the others `list` holds the answers. */
export const running = (
  pending: readonly CheckId[],
  list: readonly Finding[] = findings.filter((one) => !pending.includes(one.id)),
  more: Partial<Snapshot> = {},
): Snapshot =>
  snapshot({
    report: report(inOrder(list)),
    running: {
      startedAt: STARTED,
      pending: pending.map((id) => ({
        id,
        area: checks.find((check) => check.id === id)?.area ?? 'system',
        title: questions[id] ?? id,
      })),
      total: checkIds.length,
      only: null,
    },
    ...more,
  });

export const allWell: readonly Finding[] = findings.filter((one) => one.state === 'pass');
