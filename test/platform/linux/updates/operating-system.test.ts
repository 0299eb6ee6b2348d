/** Which Linux it is by its own file, and whether that is still supported on 29 November 2026: judged by hand. */
import { describe, expect, test } from 'vitest';
import { osSupported } from '../../../../electron/core/checks/system/os-supported.ts';
import { judged } from '../../../core/checks/judged.ts';
import { factOf, file, recordingOf, withReadings } from '../recorded.ts';

const NOW = '2026-11-29T12:00:00.000Z';

const judge = async (...lines: readonly string[]) => {
  const noLists = { op: 'readDir', path: '/var/lib/apt/lists', missing: true } as const;
  const noPro = { op: 'readText', path: '/var/lib/ubuntu-advantage/status.json', missing: true } as const;
  const recording = withReadings(recordingOf('arch'), file('/etc/os-release', `${lines.join('\n')}\n`), noLists, noPro);
  const facts = { operatingSystem: await factOf(recording, 'operatingSystem') };
  return judged(osSupported, facts, { platform: 'linux', now: NOW })[0];
};

const ubuntuBased = (id: string, version: string, codename: string) => [
  `ID=${id}`,
  'ID_LIKE="ubuntu debian"',
  `VERSION_ID="${version}"`,
  `UBUNTU_CODENAME=${codename}`,
];

describe('listed under its own name', () => {
  test.each([
    ['Debian 9', ['ID=debian', 'VERSION_ID="9"'], 'fail'],
    ['Debian 10', ['ID=debian', 'VERSION_ID="10"'], 'fail'],
    ['Debian 6, older than all', ['ID=debian', 'VERSION_ID="6.0"'], 'fail'],
    ['Ubuntu 16.04, whose longer support has ended too', ['ID=ubuntu', 'VERSION_ID="16.04"'], 'fail'],
    ['Ubuntu 18.04, whose longer support cannot be seen', ['ID=ubuntu', 'VERSION_ID="18.04"'], 'unknown'],
    ['Ubuntu 21.10', ['ID=ubuntu', 'VERSION_ID="21.10"'], 'fail'],
    ['Ubuntu 25.04', ['ID=ubuntu', 'VERSION_ID="25.04"'], 'fail'],
    ['Ubuntu 26.10', ['ID=ubuntu', 'VERSION_ID="26.10"'], 'pass'],
    ['Ubuntu 27.04, newer than all', ['ID=ubuntu', 'VERSION_ID="27.04"'], 'pass'],
    ['Mint 20.3', ubuntuBased('linuxmint', '20.3', 'focal'), 'fail'],
    ['Mint 21.1', ubuntuBased('linuxmint', '21.1', 'jammy'), 'pass'],
    ['Mint 23, which is not settled', ubuntuBased('linuxmint', '23', 'resolute'), 'pass'],
    ['Pop 22.04', ubuntuBased('pop', '22.04', 'jammy'), 'pass'],
    ['Pop 21.10', ubuntuBased('pop', '21.10', 'impish'), 'fail'],
    ['CentOS 7', ['ID="centos"', 'VERSION_ID="7"', 'ID_LIKE="rhel fedora"'], 'fail'],
    ['CentOS Stream 9', ['ID="centos"', 'VERSION_ID="9"', 'ID_LIKE="rhel fedora"'], 'pass'],
    ['RHEL 7', ['ID="rhel"', 'VERSION_ID="7.9"', 'ID_LIKE="fedora"'], 'fail'],
    ['Rocky 8', ['ID="rocky"', 'VERSION_ID="8.10"', 'ID_LIKE="rhel centos fedora"'], 'pass'],
    ['Oracle Linux 10', ['ID="ol"', 'VERSION_ID="10.1"', 'ID_LIKE="fedora"'], 'pass'],
    ['Fedora 45', ['ID=fedora', 'VERSION_ID=45'], 'pass'],
    ['Fedora 42, which names a day of its own', ['ID=fedora', 'VERSION_ID=42', 'SUPPORT_END=2026-05-13'], 'fail'],
    ['Fedora 43, prolonged', ['ID=fedora', 'VERSION_ID=43', 'SUPPORT_END=2027-03-01'], 'pass'],
    ['Leap 15.5', ['ID="opensuse-leap"', 'VERSION_ID="15.5"', 'ID_LIKE="suse opensuse"'], 'fail'],
    ['SLED 15.7', ['ID="sled"', 'VERSION_ID="15.7"', 'ID_LIKE="suse"'], 'pass'],
    ['Alpine 3.23.2', ['ID=alpine', 'VERSION_ID=3.23.2'], 'pass'],
    ['Alpine 3.19.8', ['ID=alpine', 'VERSION_ID=3.19.8'], 'fail'],
    ['Devuan 5', ['ID=devuan', 'ID_LIKE=debian', 'VERSION_ID="5"'], 'pass'],
    ['Devuan 4', ['ID=devuan', 'ID_LIKE=debian', 'VERSION_ID="4"'], 'fail'],
    ['NixOS 25.05', ['ID=nixos', 'VERSION_ID="25.05"'], 'fail'],
    ['NixOS 26.05', ['ID=nixos', 'VERSION_ID="26.05"'], 'caution'],
    ['SteamOS 2', ['ID=steamos', 'ID_LIKE=debian', 'VERSION_ID="2"'], 'fail'],
    [
      'an image of Amazon that names an older day',
      ['ID="amzn"', 'VERSION_ID="2023"', 'SUPPORT_END="2026-12-31"'],
      'pass',
    ],
  ])('%s', async (_name, lines, state) => expect((await judge(...lines))?.state).toBe(state));
});

describe('Ubuntu’s extended maintenance, by what apt keeps of it', () => {
  const PRO = '/var/lib/ubuntu-advantage/status.json';
  const judgeWith = async (version: string, names: readonly string[], noted?: string) => {
    const recording = withReadings(
      recordingOf('ubuntu-24.04-ready'),
      file('/etc/os-release', `ID=ubuntu\nVERSION_ID="${version}"\n`),
      { op: 'readDir', path: '/var/lib/apt/lists', entries: names.map((name) => ({ name, kind: 'file' })) },
      noted === undefined ? { op: 'readText', path: PRO, missing: true } : file(PRO, noted),
    );
    const facts = { operatingSystem: await factOf(recording, 'operatingSystem') };
    return judged(osSupported, facts, { platform: 'linux', now: NOW })[0]?.state;
  };
  const archive = 'archive.ubuntu.com_ubuntu_dists_bionic_InRelease';
  const infra = 'esm.ubuntu.com_infra_ubuntu_dists_bionic-infra-security_InRelease';
  const apps = 'esm.ubuntu.com_apps_ubuntu_dists_bionic-apps-security_InRelease';

  test.each<[string, string, readonly string[], string]>([
    ['18.04 with it', '18.04', [archive, infra], 'pass'],
    ['18.04 without it', '18.04', [archive], 'fail'],
    ['18.04 with that for more programs alone', '18.04', [archive, apps], 'fail'],
    ['18.04 that never looked', '18.04', ['lock', 'partial'], 'unknown'],
    ['20.04 without it', '20.04', [archive], 'fail'],
    ['16.04, for which it has ended', '16.04', [archive, infra], 'fail'],
    ['24.04, which needs none', '24.04', [archive], 'pass'],
  ])('%s', async (_name, version, names, state) => expect(await judgeWith(version, names)).toBe(state));

  const noted = (attached: boolean, status: string): string =>
    JSON.stringify({
      attached,
      services: [
        { name: 'esm-apps', status: 'enabled' },
        { name: 'esm-infra', status },
      ],
    });
  test.each<[string, string, readonly string[], string]>([
    ['attached, where apt shows nothing', noted(true, 'enabled'), [], 'pass'],
    ['attached', noted(true, 'enabled'), [archive], 'pass'],
    ['attached without it', noted(true, 'disabled'), [archive], 'fail'],
    ['not attached', noted(false, 'enabled'), [], 'fail'],
    ['not attached any more', noted(false, 'enabled'), [archive, infra], 'fail'],
    ['another form', '{"attached":"yes"}', [archive], 'fail'],
    ['another form, where apt shows nothing', 'attached', [], 'unknown'],
  ])('Ubuntu Pro notes: %s', async (_name, text, names, state) => {
    expect(await judgeWith('20.04', names, text)).toBe(state);
  });
});

describe('by the release it is made of', () => {
  test.each([
    ['Zorin 17', ubuntuBased('zorin', '17', 'jammy'), 'pass'],
    ['Zorin 15', ubuntuBased('zorin', '15', 'bionic'), 'fail'],
    ['elementary 8', ['ID=elementary', 'ID_LIKE=ubuntu', 'VERSION_ID="8.0.1"', 'UBUNTU_CODENAME=noble'], 'pass'],
    ['KDE neon on 22.04', ubuntuBased('neon', '22.04', 'jammy'), 'pass'],
    ['no longer support for relatives: KDE neon on 20.04', ubuntuBased('neon', '20.04', 'focal'), 'fail'],
    [
      'a hobbyist’s Ubuntu that has only the codename',
      ['ID=hobby', 'ID_LIKE=ubuntu', 'VERSION_CODENAME=noble'],
      'pass',
    ],
    ['Mint 18.2, which nobody dates', ubuntuBased('linuxmint', '18.2', 'xenial'), 'fail'],
    ['LMDE 7', ['ID=linuxmint', 'ID_LIKE=debian', 'VERSION_ID="7"', 'DEBIAN_CODENAME=trixie'], 'pass'],
    [
      'LMDE 6, whose end is not settled',
      ['ID=linuxmint', 'ID_LIKE=debian', 'VERSION_ID="6"', 'DEBIAN_CODENAME=bookworm'],
      'unknown',
    ],
    ['LMDE 5', ['ID=linuxmint', 'ID_LIKE=debian', 'VERSION_ID="5"', 'DEBIAN_CODENAME=bullseye'], 'fail'],
    ['Raspberry Pi OS 13', ['ID=raspbian', 'ID_LIKE=debian', 'VERSION_ID="13"', 'VERSION_CODENAME=trixie'], 'pass'],
    ['Raspberry Pi OS 10', ['ID=raspbian', 'ID_LIKE=debian', 'VERSION_ID="10"', 'VERSION_CODENAME=buster'], 'fail'],
    ['Nobara 44', ['ID=nobara', 'ID_LIKE="rhel centos fedora"', 'VERSION_ID="44"'], 'pass'],
    ['Nobara 41', ['ID=nobara', 'ID_LIKE="rhel centos fedora"', 'VERSION_ID="41"'], 'fail'],
    [
      'Aurora 41 with a day in the file',
      ['ID=aurora', 'ID_LIKE="fedora"', 'VERSION_ID=41', 'SUPPORT_END=2025-12-15'],
      'fail',
    ],
    [
      'a spin of Fedora 41 that promises years',
      ['ID=spin', 'ID_LIKE=fedora', 'VERSION_ID=41', 'SUPPORT_END=2031-01-01'],
      'fail',
    ],
    ['EuroLinux 9', ['ID="eurolinux"', 'ID_LIKE="rhel fedora centos"', 'VERSION_ID="9.2"'], 'pass'],
    ['Scientific Linux 7', ['ID="scientific"', 'ID_LIKE="rhel centos fedora"', 'VERSION_ID="7.9"'], 'fail'],
  ])('%s', async (_name, lines, state) => expect((await judge(...lines))?.state).toBe(state));

  test('says so, and that its maker may stop earlier', async () => {
    const found = (await judge(...ubuntuBased('zorin', '17', 'jammy'), 'PRETTY_NAME="Zorin OS 17"'))?.evidence.found;
    expect(found).toBe(
      'Zorin OS 17, made of Ubuntu 22.04 LTS, which is supported until 1 June 2027. Its maker may end it earlier.',
    );
  });
});

describe('by its codename alone', () => {
  test.each([
    ['Debian', ['ID=debian', 'VERSION_CODENAME=bookworm'], 'pass'],
    ['Debian, long ago', ['ID=debian', 'VERSION_CODENAME=stretch'], 'fail'],
    ['Ubuntu', ['ID=ubuntu', 'VERSION_CODENAME=questing'], 'fail'],
    ['Ubuntu by the other key', ['ID=ubuntu', 'UBUNTU_CODENAME=noble'], 'pass'],
    ['a codename of nothing', ['ID=debian', 'VERSION_CODENAME=woolly'], 'unknown'],
  ])('%s', async (_name, lines, state) => expect((await judge(...lines))?.state).toBe(state));
});

describe('rolling, whatever number it carries', () => {
  test.each([
    ['Arch', ['ID=arch', 'BUILD_ID=rolling', 'VERSION_ID=TEMPLATE_VERSION_ID']],
    ['Manjaro', ['ID=manjaro', 'ID_LIKE=arch', 'BUILD_ID=rolling']],
    ['SteamOS', ['ID=steamos', 'ID_LIKE=arch', 'VERSION_ID=3.7.16', 'BUILD_ID=20261101.1']],
    ['Gentoo', ['ID=gentoo', 'VERSION_ID="2.18"']],
    ['Void', ['ID="void"']],
    ['Solus', ['ID="solus"', 'VERSION_ID="4.8"']],
    ['Kali', ['ID=kali', 'ID_LIKE=debian', 'VERSION_ID="2026.3"', 'VERSION_CODENAME=kali-rolling']],
    [
      'MicroOS',
      ['ID="opensuse-microos"', 'ID_LIKE="suse opensuse opensuse-tumbleweed microos"', 'VERSION_ID="20261120"'],
    ],
    [
      'Aeon',
      ['ID="opensuse-aeon"', 'ID_LIKE="suse opensuse opensuse-tumbleweed opensuse-microos"', 'VERSION_ID="20261120"'],
    ],
    ['Tumbleweed', ['ID="opensuse-tumbleweed"', 'VERSION_ID="20261120"']],
    ['Debian unstable', ['ID=debian', 'PRETTY_NAME="Debian GNU/Linux forky/sid"', 'VERSION_CODENAME=forky']],
    ['Devuan unstable', ['ID=devuan', 'ID_LIKE=debian', 'PRETTY_NAME="Devuan GNU/Linux freia/ceres"']],
    ['Alpine edge', ['ID=alpine', 'VERSION_ID=3.25.0_alpha20261101']],
  ])('%s', async (_name, lines) => {
    expect(await judge(...lines)).toMatchObject({ state: 'pass', title: expect.stringContaining('always up to date') });
  });
});

describe('nobody knows', () => {
  test.each([
    ['no base at all', ['ID=hobby', 'VERSION_ID=3']],
    ['a base without a number', ['ID=parrot', 'ID_LIKE=debian', 'VERSION_ID="6.4"', 'VERSION_CODENAME=lorikeet']],
    ['a base that it only resembles', ['ID=endless', 'ID_LIKE="ubuntu debian"', 'VERSION_ID="5.1.1"']],
    ['a number of its own below Fedora’s', ['ID=mageia', 'ID_LIKE="mandriva fedora"', 'VERSION_ID=9']],
    ['a relative of a Fedora that is not out', ['ID=spin', 'ID_LIKE=fedora', 'VERSION_ID=99']],
    ['a codename that is no codename', ['ID=hobby', 'ID_LIKE=ubuntu', 'VERSION_CODENAME="__proto__"']],
    ['a word of objects for a name', ['ID=constructor', 'VERSION_ID=1']],
  ])('%s', async (_name, lines) => expect((await judge(...lines))?.state).toBe('unknown'));
});
