import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VersionScheme } from '../../../electron/core/catalogue/catalogue.ts';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { Platform } from '../../../electron/core/facts/index.ts';
import { readVersion, teamsBuildDay } from '../../../electron/core/versions/spelling.ts';
import { compareVersions, parseVersion, relation } from '../../../electron/core/versions/version.ts';

const read = (text: string, scheme: VersionScheme = 'plain', platform: Platform = 'win32') => {
  const version = readVersion(text, { scheme }, platform, builtInCatalogue.zoomWindowsBuilds);
  if (version === null) throw new Error(`${text} was not read as a version`);
  return version;
};

describe('relation: is what was found older than what is wanted?', () => {
  it.each([
    ['25290.205.4069.4894', '25290.205.4069.4895', 'older', 'the fourth number decides (Teams)'],
    ['46.5.0.34931', '46.5.0.35006', 'older', 'Webex: the first three numbers are the same'],
    ['46.10.0.1', '46.9.0.35800', 'newer', 'as numbers, not as text'],
    ['6.5.3 (58803)', '6.5.3.58803', 'same', 'Zoom on macOS'],
    ['5.17.11 (34827)', '5.17.5', 'newer', "Zoom's minimum is met"],
    ['26.3.1012', '26.3.1012.1623', 'same', 'RingCentral: a missing part is unknown, not zero'],
    ['26.3.1012.1623', '26.3.1012', 'same', 'the other way round too'],
    ['145.0.7632.75', '145.0.7632.76', 'older', 'Chrome: fixed on Windows, not on macOS'],
    ['155.0b3', '155.0', 'older', 'a Firefox beta is older than its release'],
    ['155.0b3', '155.0b10', 'older', 'betas by number'],
    ['155.0b3', '154.0', 'newer', 'but newer than the release before'],
    ['8.24.1-beta.2', '8.24.1', 'older', 'Signal beta'],
    ['6.3.0-rc.1', '6.3.0', 'older', 'Mattermost release candidate'],
    ['140.14.0esr', '153.1.0', 'older', 'ESR against the next ESR line'],
    ['153.7.0esr-1~deb12u1', '153.7.0', 'same', 'Debian revision and esr fall away'],
    ['1:5.4.0-2+b1', '5.4.0', 'same', 'Debian epoch and binary rebuild'],
    ['156.0.8078.79-1~deb12u1', '156.0.8078.79', 'same', 'Debian security update'],
    ['2026.10.0', '2026.8.0', 'newer', 'Jitsi counts months'],
    ['v2.17.1', '2.17.1', 'same', 'a leading v'],
    ['1.2.3\u0000\u0000', '1.2.3', 'same', 'NULs that pad a registry value'],
    ['1.8.00.1362', '1.8.0.1362', 'same', 'zero-padded groups'],
    ['151.0 (x64 en-US)', '151.0', 'same', "Firefox's registry value"],
    ['8.24.1-canary.3', '8.24.1', 'older', 'any word set off by a dash stands before the release'],
    ['6.1.0-next.2', '6.1.0', 'older', 'Mattermost'],
    ['1.11.0-SNAPSHOT', '1.11.0', 'older', 'Maven'],
    ['8.0.0-insider.1', '8.0.0', 'older', 'Microsoft'],
    ['5.0.0-test1', '5.0.0', 'older', 'a number at its end'],
    ['3.2.0-m1', '3.2.0', 'older', 'a milestone'],
    ['2.0.0-pr1', '2.0.0', 'older', 'a preview'],
    ['6.3.0-rc.1', '6.3.0-rc.1.1', 'older', 'fewer identifiers before more'],
    ['1.0.0-beta.11', '1.0.0-beta.2', 'newer', 'identifiers by number'],
    ['1.0.0-beta2', '1.0.0-beta10', 'older', 'also where the number is not set off'],
    ['1.0.0-alpha', '1.0.0-alpha.1', 'older', 'SemVer 11.4.4'],
    ['1.0.0-alpha.beta', '1.0.0-alpha.1', 'newer', 'a number before a word'],
    ['1.0.0-rc.1', '1.0.0-nightly', 'newer', 'words by their letters'],
    ['6.3.0~rc1-1', '6.3.0', 'older', 'Debian’s mark'],
    ['6.3.0-rc.1-1~deb12u1', '6.3.0-rc.1', 'same', 'packed by Debian'],
    ['5.4.0-2', '5.4.0', 'same', 'a Debian revision is no pre-release'],
    ['5.4.0-arm64', '5.4.0', 'same', 'for which processor'],
    ['5.4.0-el9', '5.4.0', 'same', 'for which system'],
    ['5.4.0-universal', '5.4.0', 'same', 'for which processor, in a word'],
    ['5.4.0-stable', '5.4.0', 'same', 'a word for finished'],
    ['5.4.0~bpo12+1', '5.4.0', 'same', 'a backport'],
    ['5.4.0-1a2b3c4', '5.4.0', 'same', 'a commit'],
    ['5.4.0-deadbeef', '5.4.0', 'same', 'a commit of letters'],
    ['99999999999999999999.2', '99999999999999999999.10', 'older', 'numbers beyond what JavaScript can count'],
  ])('%s is to %s: %s (%s)', (found, wanted, expected) => {
    expect(relation(read(found), read(wanted))).toBe(expected);
  });

  it.each([
    ['7.1.43453', '7.1.5.43453', 'same', 'the MSI leaves out the patch number'],
    ['7.0.34412', '7.0.5', 'older', 'this build is 7.0.2: not fixed'],
    ['7.0.38856', '7.0.5', 'same', 'this build is 7.0.5: fixed'],
    ['7.2.48556', '7.1.5', 'newer', 'a build nobody mapped, in a newer minor version'],
    ['7.2.48556', '7.2.0.48358', 'newer', 'the build decides within one minor version'],
    ['7.0.36000', '7.0.5', 'unknown', 'a build between 7.0.2 and 7.0.5 may be either'],
    ['7.0.36000', '7.0.2', 'same', 'but it is not older than 7.0.2'],
    ['7.0.36000', '7.0.6', 'older', 'and it is older than 7.0.6'],
    ['5.17.34827', '5.17.5', 'unknown', 'nothing bounds its patch number'],
    ['6.4.64384', '6.5.0.6118', 'older', 'the build counter started again at 6.5'],
    ['7.1.5 (43453)', '7.1.5.43453', 'same', 'the spelling of the EXE'],
  ])('Zoom on Windows: %s is to %s: %s (%s)', (found, wanted, expected) => {
    expect(relation(read(found, 'zoom'), read(wanted, 'zoom'))).toBe(expected);
  });

  it.each<[VersionScheme, Platform, string, string, string]>([
    ['whatsapp', 'darwin', '25.21.78', '2.25.21.78', 'same'],
    ['whatsapp', 'darwin', '25.21.77', '2.25.21.78', 'older'],
    ['whatsapp', 'win32', '2.2637.100.0', '2.2450.6', 'newer'],
    ['brave', 'win32', '151.1.93.136', '1.93.136', 'same'],
    ['brave', 'darwin', '1.91.175.0', '1.91.175', 'same'],
    ['brave', 'linux', '1.91.180', '1.93.136', 'older'],
    ['zoom', 'darwin', '7.1.5 (84650)', '7.1.5.84650', 'same'],
  ])('%s on %s: %s is to %s: %s', (scheme, platform, found, wanted, expected) => {
    expect(relation(read(found, scheme, platform), read(wanted, scheme, platform))).toBe(expected);
  });

  it('reads no version out of a text that does not begin with one', () => {
    for (const text of ['', ' ', 'unknown', '-1', '.5', 'Version 5', '\u202e7.1', '１.２']) {
      expect(parseVersion(text)).toBeNull();
    }
  });

  it('reads the build day of Teams from its version', () => {
    expect(teamsBuildDay(read('26260.1701.5139.3736'))).toBe('2026-09-17');
    expect(teamsBuildDay(read('25290.205.4069.4894'))).toBe('2025-10-17');
    expect(teamsBuildDay(read('1.8.00.27654'))).toBeNull();
    expect(teamsBuildDay(read('26999.1.1.1'))).toBeNull();
  });
});

const versionLike = fc
  .tuple(
    fc.constantFrom('', 'v', '1:', '\u0000', ' '),
    fc.array(fc.oneof(fc.nat(3), fc.nat(), fc.constantFrom('00', '007', '99999999999999999999')), {
      minLength: 1,
      maxLength: 5,
    }),
    fc.constantFrom(
      '',
      'b1',
      'b10',
      'rc',
      '-beta.2',
      '-beta',
      '-canary.1.x',
      '-9',
      'esr',
      ' (5)',
      '-1~deb12u1',
      '.x',
      ' (x64)',
    ),
  )
  .map(([head, numbers, tail]) => `${head}${numbers.join('.')}${tail}`);
const anyText = fc.oneof(versionLike, fc.string({ unit: 'binary' }), fc.string());

describe('compareVersions: an order over all texts', () => {
  it('is reflexive and antisymmetric', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(compareVersions(a, a)).toBe(0);
        expect(compareVersions(a, b) + compareVersions(b, a)).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (a, b, c) => {
        const [first, second, third] = [a, b, c].sort(compareVersions) as [string, string, string];
        expect(compareVersions(first, second)).toBeLessThanOrEqual(0);
        expect(compareVersions(second, third)).toBeLessThanOrEqual(0);
        expect(compareVersions(first, third)).toBeLessThanOrEqual(0);
        if (compareVersions(a, b) === 0) expect(compareVersions(a, c)).toBe(compareVersions(b, c));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with relation wherever both versions say equally much', () => {
    fc.assert(
      fc.property(versionLike, versionLike, (a, b) => {
        const [left, right] = [read(a), read(b)];
        fc.pre(left.parts.length === right.parts.length);
        const order = compareVersions(a, b);
        expect(relation(left, right)).toBe(order < 0 ? 'older' : order > 0 ? 'newer' : 'same');
      }),
    );
  });

  it('never throws, and answers on texts of a megabyte', () => {
    const long = [
      '1.'.repeat(524_288),
      '9'.repeat(1_048_576),
      ' '.repeat(1_048_576),
      `${'('.repeat(1_048_576)}`,
      `1-${'rc'.repeat(500_000)}`,
    ];
    for (const a of long) for (const b of long) expect([-1, 0, 1]).toContain(compareVersions(a, b));
  });
});
