/** Each system up to date, with updates waiting, and with an old list: states by hand, from what each recording is. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { State } from '../../../../electron/core/report/finding.ts';
import {
  aptLists,
  type Change,
  dnfLists,
  findingsOf,
  installed,
  prints,
  recorded,
  signed,
  touched,
} from './recorded-patches.ts';

const zypperLists = (patches: string, updates: string): Change => {
  const xml = (list: string) => `<update-status version="0.6">\n<update-list>${list}</update-list>\n</update-status>\n`;
  return (recording) => prints('list-updates', xml(updates))(prints('list-patches', xml(patches))(recording));
};
const patch =
  '<update kind="patch" name="openSUSE-2026-1" edition="1" category="security"><source url="x" alias="openSUSE:repo-oss"/></update>';
const newer = (alias: string) =>
  `<update kind="package" name="curl" edition="8"><source url="x" alias="${alias}"/></update>`;

const pacmanSynced = (days: number): Change => installed(days);

const image =
  (days: number, more: object = {}): Change =>
  (recording) => {
    const at = Math.floor(Date.parse(recording.recordedAt) / 1000) - days * 86_400;
    return prints('status', JSON.stringify({ deployments: [{ booted: true, timestamp: at, ...more }] }))(recording);
  };

/** Up to date as recorded; something waiting; a list that is too old to be believed, or an image that is. */
const states: Readonly<
  Record<string, { readonly waiting: readonly [State, ...Change[]]; readonly stale: readonly [State, ...Change[]] }>
> = {
  'debian-13': {
    waiting: ['fail', aptLists('openssl/stable-security', 'nano/stable'), signed(/security/, 4), installed(40)],
    stale: ['unknown', signed(/security/, 40)],
  },
  'ubuntu-24.04-pro': {
    // A fix of the extended archive, of today at the earliest as the list is of today.
    waiting: ['caution', aptLists('libxml2/noble-apps-security'), signed(/noble-security/, 0)],
    stale: ['unknown', signed(/security\.ubuntu\.com/, 40)],
  },
  'mint-22': {
    // Mint's own Firefox: nobody says whether it is a fix.
    waiting: ['caution', aptLists('firefox/xia'), installed(12)],
    stale: ['unknown', signed(/security/, 40)],
  },
  'pop-24.04': {
    waiting: ['caution', aptLists('linux-image-6.17.9-76061709-generic/noble'), installed(12)],
    stale: ['unknown', signed(/security/, 40)],
  },
  kali: {
    waiting: ['caution', aptLists(...Array.from({ length: 404 }, (_, at) => `lib${at}/kali-rolling`)), installed(2)],
    stale: ['unknown', signed(/kali-rolling/, 40)],
  },
  'raspberry-pi-os': {
    waiting: ['caution', aptLists('chromium/stable', 'linux-image-rpi-2712/stable'), installed(12)],
    stale: ['unknown', signed(/security/, 40)],
  },
  'fedora-43': {
    waiting: ['fail', dnfLists(['openssl-libs updates', 'nano updates'], ['openssl-libs updates']), installed(30)],
    stale: ['unknown', touched(/updates-.*repodata/, 40)],
  },
  'rocky-9': {
    waiting: ['fail', dnfLists(['sudo baseos'], ['sudo baseos']), touched(/baseos/, 5)],
    stale: ['unknown', touched(/baseos|appstream/, 40)],
  },
  'rhel-9': {
    waiting: ['caution', dnfLists(['sudo rhel-9-for-x86_64-baseos-rpms'], ['sudo rhel-9-for-x86_64-baseos-rpms'])],
    stale: ['unknown', touched(/appstream/, 40)],
  },
  'centos-stream-9': {
    // No advisories: none of what waits is named a fix, and any of it may be one.
    waiting: ['caution', dnfLists(['openssl-libs baseos', 'sudo baseos'], []), installed(12)],
    stale: ['unknown', touched(/baseos/, 40)],
  },
  'opensuse-leap-16': {
    waiting: ['fail', zypperLists(patch, newer('openSUSE:repo-oss')), installed(30)],
    stale: ['unknown', touched(/repo-oss\//, 40)],
  },
  tumbleweed: {
    waiting: ['caution', zypperLists('', newer('repo-oss')), installed(12)],
    stale: ['unknown', touched(/repo-oss/, 40)],
  },
  arch: {
    waiting: ['caution', prints('-Qu', 'openssl 3.6.0-1 -> 3.6.1-1\n', 0), installed(12)],
    stale: ['unknown', pacmanSynced(40)],
  },
  manjaro: {
    waiting: ['pass', prints('-Qu', 'openssl 3.6.0-1 -> 3.6.1-1\n', 0), installed(3)],
    stale: ['unknown', pacmanSynced(40)],
  },
  'silverblue-43': {
    // The next image is there; the running one is young enough.
    waiting: [
      'pass',
      (recording) => {
        const at = Math.floor(Date.parse(recording.recordedAt) / 1000);
        const deployments = [
          { booted: false, staged: true, timestamp: at },
          { booted: true, timestamp: at - 10 * 86_400 },
        ];
        return prints('status', JSON.stringify({ deployments }))(recording);
      },
    ],
    stale: ['caution', image(45)],
  },
  bazzite: {
    // A package of one's own was put on an old image yesterday.
    waiting: ['caution', image(1, { 'base-timestamp': Date.UTC(2026, 8, 28) / 1000 })],
    stale: ['caution', image(62)],
  },
};

/** Rebuilt from reports of people: what is to be said of them. */
const reported: Readonly<Record<string, readonly [patches: State, titled: RegExp]>> = {
  'windows-empty-list-since-may': ['caution', /^Last updated 200 days ago$/],
  'windows-patch-day': ['caution', /^1 security update is waiting$/],
  'ubuntu-security-mirror-dead': ['unknown', /^Couldn’t check/],
  'ubuntu-86-waiting-one-touched': ['fail', /^86 security updates are waiting$/],
  'kali-404-waiting': ['caution', /^404 updates are waiting$/],
  'rocky-9-nothing-waiting': ['pass', /^No updates are waiting$/],
};

const patchesOf = async (name: string, ...changes: readonly Change[]) => {
  const finding = (await findingsOf(recorded(name, ...changes))).get('os-patches');
  if (finding === undefined) throw new Error(`${name}: nothing is said of updates`);
  return finding;
};

test('every recording stands in the tables, and no other', () => {
  const files = readdirSync(path.resolve('test/machines/patches')).map((file) => file.replace(/\.json$/, ''));
  expect([...Object.keys(states), ...Object.keys(reported)].sort()).toEqual(files.sort());
});

describe.each(Object.entries(states))('%s', (name, { waiting, stale }) => {
  test('is up to date', async () => {
    const { state, evidence } = await patchesOf(name);
    expect([state, evidence.found]).toEqual(['pass', expect.anything()]);
  });

  test('has updates waiting', async () => {
    const [state, ...changes] = waiting;
    expect((await patchesOf(name, ...changes)).state).toBe(state);
  });

  test('has a list, or an image, that is too old', async () => {
    const [state, ...changes] = stale;
    expect((await patchesOf(name, ...changes)).state).toBe(state);
  });
});

test.each(Object.entries(reported))('%s', async (name, [state, titled]) => {
  const finding = await patchesOf(name);
  expect(finding.state).toBe(state);
  expect(finding.title).toMatch(titled);
});
