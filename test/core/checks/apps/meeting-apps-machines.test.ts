import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../../electron/core/catalogue/index.ts';
import { meetingApps } from '../../../../electron/core/checks/apps/meeting-apps.ts';
import type { Judgement } from '../../../../electron/core/checks/define-check.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import { english } from '../../../../electron/core/messages/format.ts';
import { noPolicy, valuesOf } from '../../../../electron/core/policy/policy.ts';
import { readersFor } from '../../../../electron/platform/index.ts';
import { bind } from '../../../../electron/platform/machine/machine.ts';
import { parseRecording } from '../../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../../electron/platform/machine/replay.ts';
import { noSigns } from '../judged.ts';

const NOW = '2026-11-22T09:00:00.000Z';
const folder = new URL('../../../machines/apps/', import.meta.url);

/** Reads and judges a recorded machine. A reading that the recording lacks is an error. */
const findingsOn = async (name: string): Promise<readonly Judgement<string>[]> => {
  const file = new URL(`${name}.json`, folder);
  const recording = parseRecording(file.pathname, readFileSync(file, 'utf8'));
  const { installedApps } = await readersFor[recording.host.platform]();
  const machine = bind(replayMachine(recording, { strict: true }), new AbortController().signal);
  const fact = await installedApps.read(machine, builtInCatalogue);
  return meetingApps.judge({
    facts: { installedApps: fact, nextMeeting: known(null, 'a test'), ...noSigns },
    policy: valuesOf(noPolicy, 'meeting-apps', meetingApps.policy),
    required: true,
    platform: recording.host.platform,
    catalogue: builtInCatalogue,
    now: NOW,
  });
};

const CHROMIUM = 'pass | chromium distribution (dpkg) | Chromium 156.0 is recent';
const EDGE = 'pass | edge (exe) | Microsoft Edge 157.0 is up to date';
const SAFARI = 'pass | safari (bundle) | Safari 26.7 is newer than Greenroom’s list';
const NO_APP = 'not-applicable | no meeting app | No meeting app is installed';
const GAP = 'unknown | gap 1 | One app folder couldn’t be searched';

/** What is to be found on each machine on 22 November 2026, reasoned out by hand. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'linux-debian-nothing': ['unknown | nothing | Found nothing to join a meeting with'],
  'linux-debian-chromium': [CHROMIUM, NO_APP],
  // 6.0.2 since May 2025 on Linux, 5.17.5 on Windows only. The version file in /opt is the same install.
  'linux-debian-zoom-below-minimum': [CHROMIUM, 'caution | zoom (dpkg) | Zoom 5.17.11 is too old to join'],
  'linux-debian-zoom-removed': [CHROMIUM, NO_APP],
  'linux-debian-distribution-builds': [
    'pass | firefox esr (dpkg) | Mozilla Firefox 153.7.0 is recent',
    'pass | telegram distribution (dpkg) | Telegram Desktop 4.6.5 is up to date',
  ],
  // The next ESR line came on 21 July 2026, and the 140 line is retired.
  'linux-debian-esr-line-ended': ['caution | firefox esr (dpkg) | Mozilla Firefox 140.14.0 is out of date', NO_APP],
  // Teams goes on, but not with this app; Skype is gone altogether.
  'linux-debian-retired': [
    'caution | skype (dpkg) | Skype no longer works',
    'caution | teams-classic (dpkg) | Microsoft Teams classic can’t join meetings any more',
    'pass | edge (dpkg) | Microsoft Edge 157.0 is up to date',
  ],
  'linux-debian-chrome-exploited': [
    'fail | chrome (dpkg) | Google Chrome 144.0 has a known security flaw',
    'pass | signal (dpkg) | Signal 8.30.0 is newer than Greenroom’s list',
  ],
  // 7.2.1 came for Linux on 21 September.
  'linux-ubuntu-snaps': [
    'pass | firefox (snap) | Mozilla Firefox 160.0 is up to date',
    'pass | zoom (snap) | Zoom 7.2.0 is recent',
  ],
  'linux-fedora-rpm': [
    'pass | chrome (rpm) | Google Chrome 157.0 is recent',
    'pass | firefox (rpm) | Mozilla Firefox 160.0 is up to date',
    'pass | slack (rpm) | Slack 4.51.191 is recent',
    'fail | webex (rpm) | Webex 44.7.0 has a known security flaw',
  ],
  'linux-fedora-rpm-damaged': ['unknown | nothing | Found nothing to join a meeting with', GAP],
  // Nothing between 1.0.145 of June and 1.0.157 of October is known: doubt is told as behind.
  'linux-arch': [
    'caution | discord (pacman) | Discord 1.0.145 is out of date',
    'pass | element (pacman) | Element 1.12.26 is recent',
    'pass | firefox (pacman) | Mozilla Firefox 160.0.1 is up to date',
  ],
  // The wrapper trails the vendor: 7.1.0 was out on 22 June, 153 days before.
  'linux-flatpak-community-zoom': [
    'caution | zoom (flatpak) | Zoom 7.0.5 is out of date',
    'pass | firefox (flatpak) | Mozilla Firefox 160.0 is up to date',
  ],
  'linux-flatpak-edge-beta': [
    'unknown | edge beta (flatpak) | Couldn’t check whether Microsoft Edge 158.0 is current',
    'unknown | slack (flatpak) | Couldn’t read the version of Slack',
  ],
  'linux-flatpak-denied': [CHROMIUM, GAP],
  // Firefox 159 came 26 days before; Jitsi Meet 2026.6.0 on 31 May.
  'linux-loose-programs': [
    'pass | firefox (folder) | Mozilla Firefox 158.0.1 is recent',
    'caution | jitsi (appimage) | Jitsi Meet is out of date',
  ],
  'linux-hostile-version': [
    CHROMIUM,
    'unknown | zoom (dpkg) | Couldn’t read the version of Zoom',
    'unknown | webex (dpkg) | Couldn’t read the version of Webex',
  ],

  // Build 43453 is 7.1.5; 7.2 was out by 28 September.
  'windows-zoom-msi': ['pass | zoom (msi) | Zoom 7.1 is recent', EDGE],
  // Build 34412 is 7.0.2: CVE-2026-53412 is fixed in 7.0.0, CVE-2026-53410 only in 7.0.5.
  'windows-zoom-msi-vulnerable': ['fail | zoom (msi) | Zoom 7.0 has a known security flaw', EDGE],
  'windows-zoom-exe-below-minimum': [
    'caution | zoom (exe) | Zoom 5.16.10 is too old to join',
    'pass | zoom (msi) | Zoom 7.2 is up to date',
    EDGE,
  ],
  'windows-zoom-unclear-build': ['unknown | zoom (msi) | Couldn’t check whether Zoom 7.0 is current', EDGE],
  'windows-teams-new': ['pass | teams (msix) | Microsoft Teams is recent', EDGE],
  // Built 177 days before; builds reach people 18 to 76 days after they are made, and may be three months old then.
  'windows-teams-blocked': ['caution | teams (msix) | Microsoft Teams is too old to join', EDGE],
  // 128 days.
  'windows-teams-ageing': ['caution | teams (msix) | Microsoft Teams may soon be too old to join', EDGE],
  'windows-teams-classic': [
    'caution | teams-classic (exe) | Microsoft Teams classic can’t join meetings any more',
    EDGE,
  ],
  'windows-teams-both': [
    'pass | teams (msix) | Microsoft Teams is recent',
    'caution | teams-classic (exe) | Microsoft Teams classic no longer works',
    EDGE,
  ],
  // CVE-2025-20236 came in with 44.6.
  'windows-webex-lower-bound': ['caution | webex (msi) | Webex 44.5.0 is out of date', EDGE],
  'windows-webex-vulnerable': [
    'fail | webex (msi) | Webex 44.6.1 has a known security flaw',
    'pass | webex-meetings (msi) | Cisco Webex Meetings 45.6.4 is up to date',
    EDGE,
  ],
  'windows-many-apps': [
    'pass | slack (exe) | Slack 4.51.185 is recent',
    'caution | slack (msix) | Slack 4.50.143 is out of date',
    'pass | discord (exe) | Discord 1.0 is up to date',
    'pass | ringcentral (exe) | RingCentral 26.3 is recent',
    'pass | signal (exe) | Signal 8.24.1 is recent',
    'caution | whatsapp (msix) | WhatsApp 2 has a known security flaw',
    'pass | jitsi (exe) | Jitsi Meet is newer than Greenroom’s list',
    EDGE,
  ],
  // 1.0.46 is the newest of the series for ARM and ancient in the one for Intel: nothing says which it is.
  'windows-arm-discord': ['unknown | discord (exe) | Couldn’t check whether Discord 1.0.46 is current', EDGE],
  'windows-retired': [
    'caution | skype (msix) | Skype no longer works',
    'caution | bluejeans (msi) | BlueJeans no longer works',
    'caution | amazon-chime (exe) | Amazon Chime no longer works',
    EDGE,
  ],
  // Brave 1.94 was out on 2 September, 81 days before.
  'windows-browsers': [
    'pass | chrome (exe) | Google Chrome 156.0 is recent',
    EDGE,
    'pass | firefox (exe) | Mozilla Firefox 160.0.1 is up to date',
    'pass | firefox esr (exe) | Mozilla Firefox 153.5.0 is recent',
    'caution | brave (exe) | Brave 151.1.93 is out of date',
    NO_APP,
  ],
  'windows-store-unreadable': ['caution | edge (exe) | Microsoft Edge 152.0 is out of date', GAP],

  'macos-zoom-below-minimum': [SAFARI, 'caution | zoom (bundle) | Zoom 5.17.11 is too old to join'],
  'macos-zoom-behind': [
    SAFARI,
    'caution | zoom (bundle) | Zoom 6.5.3 is out of date',
    'pass | zoom (bundle, user) | Zoom 7.2.1 is recent',
  ],
  // 113 days after the build of 1 August.
  'macos-teams-both': [
    SAFARI,
    'caution | teams (bundle) | Microsoft Teams may soon be too old to join',
    'caution | teams-classic (bundle) | Microsoft Teams classic no longer works',
  ],
  'macos-whatsapp-exploited': [
    'caution | element (bundle) | Element 1.11.100 has a known security flaw',
    'caution | mattermost (bundle) | Mattermost 5.10.0 has a known security flaw',
    SAFARI,
    'fail | whatsapp (bundle) | WhatsApp 25.21.77 has a known security flaw',
  ],
  // Fixed in .75 on Windows and Linux, in .76 on macOS.
  'macos-browsers': [
    'fail | chrome (bundle) | Google Chrome 145.0 has a known security flaw',
    'pass | firefox esr (bundle) | Mozilla Firefox 153.7.0 is recent',
    'pass | safari (bundle) | Safari 27.1 is recent',
    NO_APP,
  ],
  'macos-safari-older-line': [
    'pass | brave (bundle) | Brave 1.98.130 is newer than Greenroom’s list',
    'unknown | safari (bundle) | Couldn’t check whether Safari 26.6.1 is current',
    'pass | webex (bundle) | Webex 46.9.0 is up to date',
  ],
  'macos-unlisted-series': [
    'caution | discord (bundle) | Discord 0.0.392 is out of date',
    SAFARI,
    'unknown | telegram-macos (bundle) | Couldn’t check whether Telegram for macOS 12.2 is current',
  ],
  'macos-folder-denied': [SAFARI, GAP],
};

describe('meeting apps on recorded machines', () => {
  it.each(Object.entries(expected))('%s', async (name, lines) => {
    const findings = await findingsOn(name);
    expect(findings.map(({ state, subject, title }) => `${state} | ${subject} | ${english(title)}`)).toEqual(lines);
  });

  it('has an expectation for every recording', () => {
    const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
    expect(names.toSorted()).toEqual(Object.keys(expected).toSorted());
  });
});
