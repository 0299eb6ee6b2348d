import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { parsePackageSignature, parseWhereFrom } from '../../../electron/platform/darwin/apps/installer-file.ts';
import { bind } from '../../../electron/platform/machine/machine.ts';
import type { Reading, Recording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import { readInstaller } from '../../../electron/platform/read-installer.ts';
import { inEnglish } from '../../in-english.ts';
import { factOf, knownOf, printed, recordingOf, withReadings } from './recorded.ts';

const CODESIGN = '/usr/bin/codesign';
const mac = recordingOf('macos-26-pending-security');

/** The two answers of codesign on a recorded Mac, told apart by their first argument. */
const answers = (
  recording: Recording,
): { shown: Extract<Reading, { op: 'run' }>; checked: Extract<Reading, { op: 'run' }> } => {
  const runs = recording.reads.filter(
    (it): it is Extract<Reading, { op: 'run' }> => it.op === 'run' && it.program === CODESIGN,
  );
  const [shown, checked] = [
    runs.find(({ args }) => args[0] === '-dv'),
    runs.find(({ args }) => args[0] === '--verify'),
  ];
  if (shown === undefined || checked === undefined) throw new Error('The recording holds no answers of codesign.');
  return { shown, checked };
};

const ZOOM = '/Applications/zoom.us.app';
const SIGNED = (by: string, team: string): string =>
  `Executable=${ZOOM}/Contents/MacOS/zoom.us\nIdentifier=us.zoom.xos\nFormat=app bundle with Mach-O thin (arm64)\n` +
  `Authority=Developer ID Application: ${by} (${team})\nAuthority=Developer ID Certification Authority\nAuthority=Apple Root CA\n` +
  `TeamIdentifier=${team}\n`;

const proofOf = async (shown: string, checked: string) => {
  const asked = answers(mac);
  const changed = withReadings(
    mac,
    printed(CODESIGN, asked.shown.args, '', 1, shown),
    printed(CODESIGN, asked.checked.args, '', 1, checked),
  );
  return (await knownOf(changed, 'appOrigins')).origins.find(({ product }) => product === 'zoom')?.proof;
};

describe('who signed the apps of a Mac', () => {
  it('is told by two programs for all apps, and not asked for what belongs to macOS', async () => {
    const { shown, checked } = answers(recordingOf('macos-26'));
    expect(shown.args.slice(2)).toEqual(checked.args.slice(4));
    expect(shown.args).toHaveLength(8);
    expect(shown.args.some((arg) => arg.includes('Safari'))).toBe(false);
    const { origins } = await knownOf(recordingOf('macos-26'), 'appOrigins');
    expect(origins.map(({ product, proof }) => [product, proof.is])).toEqual([
      ['chrome', 'signed'],
      ['edge', 'signed'],
      ['firefox', 'signed'],
      ['safari', 'system'],
      ['teams', 'signed'],
      ['zoom', 'signed'],
      ['zoom', 'signed'],
    ]);
    // The maker's key vouches for the maker's own programs only, in the language of code requirements.
    expect(checked.args[3]).toContain(
      '((identifier "us.zoom.xos") and anchor apple generic and (certificate leaf[subject.OU] = "BJ4HAAB9B3" or ',
    );
  });

  it.each([
    [
      'says so and is found in order',
      SIGNED('Zoom', 'BJ4HAAB9B3'),
      `${ZOOM}: valid on disk\n${ZOOM}: explicit requirement satisfied\n`,
      { is: 'signed', by: 'Zoom', team: 'BJ4HAAB9B3', checked: true },
    ],
    [
      'says so, and nothing was found',
      SIGNED('Zoom', 'BJ4HAAB9B3'),
      'something else\n',
      { is: 'signed', by: 'Zoom', team: 'BJ4HAAB9B3', checked: false },
    ],
    [
      'says so, and does not meet what is asked of it',
      SIGNED('Zoom', 'BJ4HAAB9B3'),
      `${ZOOM}: valid on disk\ntest-requirement: code failed to satisfy specified code requirement(s)\n`,
      { is: 'signed', by: 'Zoom', team: 'BJ4HAAB9B3', checked: false },
    ],
    [
      'was changed',
      SIGNED('Zoom', 'BJ4HAAB9B3'),
      `${ZOOM}: invalid signature (code or signature have been modified)\nIn architecture: arm64\n`,
      { is: 'broken' },
    ],
    [
      'is not signed',
      `${ZOOM}: code object is not signed at all\n`,
      `${ZOOM}: code object is not signed at all\n`,
      { is: 'unsigned' },
    ],
    [
      'is signed by nobody',
      `Executable=${ZOOM}/Contents/MacOS/zoom.us\nSignature=adhoc\nTeamIdentifier=not set\n`,
      '',
      { is: 'unsigned' },
    ],
    ['is not spoken of', '', '', { is: 'unread', reason: 'macOS didn’t say who signed it.' }],
    [
      'is spoken of for another program',
      SIGNED('Zoom', 'BJ4HAAB9B3').replaceAll(ZOOM, '/Applications/zoom.us.app2'),
      '',
      { is: 'unread', reason: 'macOS didn’t say who signed it.' },
    ],
  ])('%s', async (_what, shown, checked, proof) => {
    expect(await proofOf(shown, checked)).toEqual(proof);
  });

  it('is not known when codesign may not run', async () => {
    expect(await factOf(recordingOf('macos-13-tools-denied'), 'appOrigins')).toMatchObject({ state: 'unknown' });
  });
});

it('does not look into Downloads, and says why', async () => {
  expect(await factOf(mac, 'installers')).toMatchObject({ state: 'unknown', reason: expect.stringMatching(/consent/) });
});

describe('one installer on a Mac', () => {
  const address = 'https://cdn.zoom.us/prod/7.1.5.84650/arm64/Zoom.pkg';
  /** A binary property list of two texts, written out: ["…/Zoom.pkg", "https://zoom.us/"]. */
  const texts = [address, 'https://zoom.us/'].map((text) => Buffer.from(text, 'latin1'));
  const whereFrom = ((): string => {
    const objects = texts.map((text) =>
      Buffer.concat([
        text.length < 15 ? Buffer.from([0x50 + text.length]) : Buffer.from([0x5f, 0x10, text.length]),
        text,
      ]),
    );
    const head = Buffer.concat([Buffer.from('bplist00'), Buffer.from([0xa2, 1, 2])]);
    const offsets = [8, head.length, head.length + (objects[0]?.length ?? 0)];
    const body = Buffer.concat([head, ...objects]);
    const trailer = Buffer.alloc(32);
    trailer[6] = 1;
    trailer[7] = 1;
    trailer.writeBigUInt64BE(3n, 8);
    trailer.writeBigUInt64BE(0n, 16);
    trailer.writeBigUInt64BE(BigInt(body.length), 24);
    return Buffer.concat([body, Buffer.from(offsets), trailer])
      .toString('hex')
      .replace(/(..)/g, '$1 ');
  })();

  const PKG = '/Users/user/Downloads/Zoom.pkg';
  const signature =
    'Package "Zoom.pkg":\n   Status: signed by a developer certificate issued by Apple for distribution\n' +
    '   Notarization: trusted by the Apple notary service\n   Signed with a trusted timestamp on: 2026-10-01 10:11:12 +0000\n' +
    '   Certificate Chain:\n    1. Developer ID Installer: Zoom Video Communications, Inc. (BJ4HAAB9B3)\n       Expires: 2027-02-01 22:12:15 +0000\n';
  const look = (path: string, ...readings: readonly Reading[]) =>
    readInstaller(
      bind(
        replayMachine(withReadings({ ...mac, reads: [] }, ...readings), { strict: true }),
        new AbortController().signal,
      ),
      path,
      builtInCatalogue,
    );

  it('is told by its attribute and by the signature of the package', async () => {
    expect(
      await look(
        PKG,
        printed('/usr/bin/xattr', ['-px', 'com.apple.metadata:kMDItemWhereFroms', PKG], whereFrom),
        printed('/usr/sbin/pkgutil', ['--check-signature', PKG], signature),
      ),
    ).toEqual({
      product: 'zoom',
      path: PKG,
      from: [address, 'https://zoom.us/'],
      signature: {
        is: 'signed',
        by: 'Zoom Video Communications, Inc.',
        team: 'BJ4HAAB9B3',
        checked: true,
        notarised: true,
      },
      gaps: [],
    });
  });

  it('is not judged by what is missing', async () => {
    const attribute = ['-px', 'com.apple.metadata:kMDItemWhereFroms', PKG];
    const found = await look(PKG, printed('/usr/bin/xattr', attribute, '', 1, `xattr: ${PKG}: No such xattr`), {
      op: 'run',
      program: '/usr/sbin/pkgutil',
      args: ['--check-signature', PKG],
      missing: true,
    });
    expect(inEnglish(found)).toMatchObject({ from: [], signature: null, gaps: ['macOS didn’t say who signed it.'] });
  });

  it.each([
    ['Package "x.pkg":\n   Status: no signature\n', { is: 'unsigned' }],
    [
      'Package "x.pkg":\n   Status: signed by untrusted certificate\n   Certificate Chain:\n    1. Zoom (BJ4HAAB9B3)\n',
      { is: 'signed', by: 'Zoom', team: 'BJ4HAAB9B3', checked: false },
    ],
    ['', null],
  ])('has the signature that pkgutil tells (%#)', (text, found) => {
    expect(parsePackageSignature(text)).toEqual(found);
  });

  it.each(['', 'zz', '62 70', '62 70 6c 69 73 74 30 30', 'f'.repeat(1_000_001)])(
    'has no origin in a damaged attribute (%#)',
    (hex) => {
      expect(parseWhereFrom(hex)).toEqual([]);
    },
  );
});
