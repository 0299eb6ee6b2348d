import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../../electron/core/catalogue/index.ts';
import { meetingApps } from '../../../../electron/core/checks/apps/meeting-apps.ts';
import type { Judgement } from '../../../../electron/core/checks/define-check.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import { noPolicy, valuesOf } from '../../../../electron/core/policy/policy.ts';
import { readersFor } from '../../../../electron/platform/index.ts';
import { bind } from '../../../../electron/platform/machine/machine.ts';
import { parseRecording } from '../../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../../electron/platform/machine/replay.ts';

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
    facts: { installedApps: fact, nextMeeting: known(null, 'a test') },
    policy: valuesOf(noPolicy, 'meeting-apps', meetingApps.policy),
    required: true,
    platform: recording.host.platform,
    catalogue: builtInCatalogue,
    now: NOW,
  });
};

const CHROMIUM = 'pass | chromium distribution (dpkg) | Chromium 156.0.8078.79 is up to date';
const EDGE = 'pass | edge (exe) | Microsoft Edge 157.0.4350.48 is up to date';
const SAFARI = 'pass | safari (bundle) | Safari 26.7 is newer than Greenroom’s own list';
const NO_APP = 'not-applicable | no meeting app | No meeting app is installed';
const GAP = 'unknown | gap 1 | A place where programs may be could not be searched';

/** What is to be found on each machine on 22 November 2026, reasoned out by hand. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'linux-debian-nothing': ['unknown | nothing | Found nothing to join a meeting with'],
  'linux-debian-chromium': [CHROMIUM, NO_APP],
  // 6.0.2 since May 2025 on Linux, 5.17.5 on Windows only. The version file in /opt is the same install.
  'linux-debian-zoom-below-minimum': [
    CHROMIUM,
    'caution | zoom (dpkg) | Zoom 5.17.11.3835 is too old: Zoom will not let you join',
  ],
  'linux-debian-zoom-removed': [CHROMIUM, NO_APP],
  'linux-debian-distribution-builds': [
    'pass | firefox esr (dpkg) | Mozilla Firefox 153.7.0esr is up to date',
    'pass | telegram distribution (dpkg) | Telegram Desktop 4.6.5+ds is up to date',
  ],
  // The next ESR line came on 21 July 2026, and the 140 line is retired.
  'linux-debian-esr-line-ended': [
    'caution | firefox esr (dpkg) | Mozilla Firefox 140.14.0esr is out of date: a newer version has been out since 21 July 2026 at the latest',
    NO_APP,
  ],
  // Teams goes on, but not with this app; Skype is gone altogether.
  'linux-debian-retired': [
    'caution | skype (dpkg) | Skype is of no use any more',
    'caution | teams-classic (dpkg) | Microsoft Teams classic can no longer join meetings',
    'pass | edge (dpkg) | Microsoft Edge 157.0.4350.48 is up to date',
  ],
  'linux-debian-chrome-exploited': [
    'fail | chrome (dpkg) | Google Chrome 144.0.7559.96 has a known security fault: CVE-2026-2441',
    'pass | signal (dpkg) | Signal 8.30.0 is newer than Greenroom’s own list',
  ],
  // 7.2.0 is the newest known on Windows; for Linux the list ends in May.
  'linux-ubuntu-snaps': [
    'pass | firefox (snap) | Mozilla Firefox 160.0-1 is up to date',
    'pass | zoom (snap) | Zoom 7.2.0.5120 is up to date',
  ],
  'linux-fedora-rpm': [
    'pass | chrome (rpm) | Google Chrome 157.0.8091.62 is up to date',
    'pass | firefox (rpm) | Mozilla Firefox 160.0 is up to date',
    'pass | slack (rpm) | Slack 4.51.191 is up to date',
    'fail | webex (rpm) | Webex 44.7.0.30141 has a known security fault: CVE-2025-20236',
  ],
  'linux-fedora-rpm-damaged': ['unknown | nothing | Found nothing to join a meeting with', GAP],
  // Discord for Linux was last looked at 146 days before.
  'linux-arch': [
    'unknown | discord (pacman) | Could not tell whether Discord 1.0.145 is up to date',
    'pass | element (pacman) | Element 1.12.26 is up to date',
    'pass | firefox (pacman) | Mozilla Firefox 160.0.1 is up to date',
  ],
  // The wrapper trails the vendor by months: no ground for red, none for green.
  'linux-flatpak-community-zoom': [
    'unknown | zoom (flatpak) | Could not tell whether Zoom 7.0.5.3034 is up to date',
    'pass | firefox (flatpak) | Mozilla Firefox 160.0 is up to date',
  ],
  'linux-flatpak-edge-beta': [
    'unknown | edge beta (flatpak) | Could not tell whether Microsoft Edge 158.0.4400.12 is up to date',
    'unknown | slack (flatpak) | Could not read the version of Slack',
  ],
  'linux-flatpak-denied': [CHROMIUM, GAP],
  // Firefox 159 came 26 days before; Jitsi Meet 2026.6.0 on 31 May.
  'linux-loose-programs': [
    'pass | firefox (folder) | Mozilla Firefox 158.0.1 is recent; a newer version came out on 27 October 2026',
    'caution | jitsi (appimage) | Jitsi Meet 2026.5.0 is out of date: a newer version has been out since 31 May 2026 at the latest',
  ],
  'linux-hostile-version': [
    CHROMIUM,
    'unknown | zoom (dpkg) | Could not read the version of Zoom',
    'unknown | webex (dpkg) | Could not read the version of Webex',
  ],

  // Build 43453 is 7.1.5; 7.2 was out by 28 September.
  'windows-zoom-msi': [
    'pass | zoom (msi) | Zoom 7.1.43453 is recent; a newer version came out on 28 September 2026',
    EDGE,
  ],
  // Build 34412 is 7.0.2: CVE-2026-53412 is fixed in 7.0.0, CVE-2026-53410 only in 7.0.5.
  'windows-zoom-msi-vulnerable': [
    'fail | zoom (msi) | Zoom 7.0.34412 has a known security fault: CVE-2026-53410',
    EDGE,
  ],
  'windows-zoom-exe-below-minimum': [
    'caution | zoom (exe) | Zoom 5.16.10 (26186) is too old: Zoom will not let you join',
    'pass | zoom (msi) | Zoom 7.2.48556 is newer than Greenroom’s own list',
    EDGE,
  ],
  'windows-zoom-unclear-build': ['unknown | zoom (msi) | Could not tell whether Zoom 7.0.36000 is up to date', EDGE],
  'windows-teams-new': [
    'pass | teams (msix) | Microsoft Teams 26260.1701.5139.3736 is recent: built on 17 September 2026',
    EDGE,
  ],
  // Built 177 days before; builds reach people 18 to 76 days after they are made, and may be three months old then.
  'windows-teams-blocked': [
    'caution | teams (msix) | Microsoft Teams 26149.1205.4798.6437 is too old: Microsoft will not let you join',
    EDGE,
  ],
  // 128 days.
  'windows-teams-ageing': [
    'caution | teams (msix) | Microsoft Teams 26198.304.4946.9672 is old enough that Microsoft may block it',
    EDGE,
  ],
  'windows-teams-classic': [
    'caution | teams-classic (exe) | Microsoft Teams classic can no longer join meetings',
    EDGE,
  ],
  'windows-teams-both': [
    'pass | teams (msix) | Microsoft Teams 26260.1701.5139.3736 is recent: built on 17 September 2026',
    'caution | teams-classic (exe) | Microsoft Teams classic is of no use any more',
    EDGE,
  ],
  // CVE-2025-20236 came in with 44.6.
  'windows-webex-lower-bound': [
    'caution | webex (msi) | Webex 44.5.0.29672 is out of date: a newer version has been out since 26 April 2026 at the latest',
    EDGE,
  ],
  'windows-webex-vulnerable': [
    'fail | webex (msi) | Webex 44.6.1.30000 has a known security fault: CVE-2025-20236',
    'pass | webex-meetings (msi) | Cisco Webex Meetings 45.6.4.8 is up to date',
    EDGE,
  ],
  'windows-many-apps': [
    'pass | slack (exe) | Slack 4.51.185 is recent; a newer version came out on 20 August 2026',
    'caution | slack (msix) | Slack 4.50.143.0 is out of date: a newer version has been out since 23 July 2026 at the latest',
    'pass | discord (exe) | Discord 1.0.9254 is up to date',
    'pass | ringcentral (exe) | RingCentral 26.3.1012 is recent; a newer version came out on 31 October 2026',
    'pass | signal (exe) | Signal 8.24.1 is up to date',
    'caution | whatsapp (msix) | WhatsApp 2.2449.4.0 has a known security fault: CVE-2025-30401',
    'pass | jitsi (exe) | Jitsi Meet 2026.10.0 is newer than Greenroom’s own list',
    EDGE,
  ],
  // 1.0.46 is the newest of the series for ARM and ancient in the one for Intel: nothing says which it is.
  'windows-arm-discord': ['unknown | discord (exe) | Could not tell whether Discord 1.0.46 is up to date', EDGE],
  'windows-retired': [
    'caution | skype (msix) | Skype is of no use any more',
    'caution | bluejeans (msi) | BlueJeans is of no use any more',
    'caution | amazon-chime (exe) | Amazon Chime is of no use any more',
    EDGE,
  ],
  // Brave was last looked at 92 days before, and browsers change every two weeks.
  'windows-browsers': [
    'pass | chrome (exe) | Google Chrome 156.0.8078.112 is recent; a newer version came out on 3 November 2026',
    EDGE,
    'pass | firefox (exe) | Mozilla Firefox 160.0.1 is up to date',
    'pass | firefox esr (exe) | Mozilla Firefox 153.5.0 is recent; a newer version came out on 27 October 2026',
    'unknown | brave (exe) | Could not tell whether Brave 151.1.93.136 is up to date',
    NO_APP,
  ],
  'windows-store-unreadable': [
    'caution | edge (exe) | Microsoft Edge 152.0.4200.11 is out of date: a newer version has been out since 11 September 2026 at the latest',
    GAP,
  ],

  'macos-zoom-below-minimum': [
    SAFARI,
    'caution | zoom (bundle) | Zoom 5.17.11 (31580) is too old: Zoom will not let you join',
  ],
  'macos-zoom-behind': [
    SAFARI,
    'caution | zoom (bundle) | Zoom 6.5.3 (58803) is out of date: a newer version has been out since 18 May 2026 at the latest',
    'pass | zoom (bundle, user) | Zoom 7.2.1 (88210) is newer than Greenroom’s own list',
  ],
  // 113 days after the build of 1 August.
  'macos-teams-both': [
    SAFARI,
    'caution | teams (bundle) | Microsoft Teams 26213.1006.5011.1671 is old enough that Microsoft may block it',
    'caution | teams-classic (bundle) | Microsoft Teams classic is of no use any more',
  ],
  'macos-whatsapp-exploited': [
    'caution | element (bundle) | Element 1.11.100 has a known security fault: CVE-2025-59161',
    'caution | mattermost (bundle) | Mattermost 5.10.0 has a known security fault: CVE-2025-1398',
    SAFARI,
    'fail | whatsapp (bundle) | WhatsApp 25.21.77 has a known security fault: CVE-2025-55177',
  ],
  // Fixed in .75 on Windows and Linux, in .76 on macOS.
  'macos-browsers': [
    'fail | chrome (bundle) | Google Chrome 145.0.7632.75 has a known security fault: CVE-2026-2441',
    'pass | firefox esr (bundle) | Mozilla Firefox 153.7.0 is up to date',
    'pass | safari (bundle) | Safari 27.1 is recent; a newer version came out on 26 October 2026',
    NO_APP,
  ],
  'macos-safari-older-line': [
    'pass | brave (bundle) | Brave 1.98.130.0 is newer than Greenroom’s own list',
    'unknown | safari (bundle) | Could not tell whether Safari 26.6.1 is up to date',
    'pass | webex (bundle) | Webex 46.9.0.35800 is up to date',
  ],
  'macos-unlisted-series': [
    'unknown | discord (bundle) | Could not tell whether Discord 0.0.392 is up to date',
    SAFARI,
    'unknown | telegram-macos (bundle) | Could not tell whether Telegram for macOS 12.2 is up to date',
  ],
  'macos-folder-denied': [SAFARI, GAP],
};

describe('meeting apps on recorded machines', () => {
  it.each(Object.entries(expected))('%s', async (name, lines) => {
    const findings = await findingsOn(name);
    expect(findings.map(({ state, subject, title }) => `${state} | ${subject} | ${title}`)).toEqual(lines);
  });

  it('has an expectation for every recording', () => {
    const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
    expect(names.toSorted()).toEqual(Object.keys(expected).toSorted());
  });
});
