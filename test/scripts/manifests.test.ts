/** Proves that package managers find a release, and are told nothing that could run or break out of its place. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };
import { manifestsOf } from '../../scripts/dist/manifests.ts';

const sums = new Map([
  ['greenroom-1.2.3-win-x64.msi', 'a'.repeat(64)],
  ['greenroom-1.2.3-mac-arm64.dmg', 'b'.repeat(64)],
  ['greenroom-1.2.3-mac-x64.dmg', 'c'.repeat(64)],
]);
const manifests = manifestsOf({
  version: '1.2.3',
  date: '2027-01-31',
  from: 'https://get.example.org/v#{exit}"1.2.3',
  sha256: (file) => sums.get(file) ?? expect.unreachable(file),
  productCode: '{411D4366-9EC9-504D-AD04-93B25113958C}',
  upgradeCode: '{8098593D-289F-49E2-AACC-2D988C8939B0}',
});
const read = (name: string): string => manifests.get(name) ?? expect.unreachable(name);

test('winget gets the MSI of this release: where it is, what it is, and by what Windows knows it', () => {
  const files = ['', '.installer', '.locale.en-GB'].map((part) =>
    parse(read(`winget/Greenroom.Greenroom${part}.yaml`)),
  );
  // Dates and versions stay text.
  for (const file of files)
    expect(file).toMatchObject({
      PackageIdentifier: 'Greenroom.Greenroom',
      PackageVersion: '1.2.3',
      ManifestVersion: '1.10.0',
    });
  expect(files.map(({ ManifestType }) => ManifestType)).toEqual(['version', 'installer', 'defaultLocale']);
  expect(files[1]).toMatchObject({
    InstallerType: 'wix',
    Scope: 'machine',
    ReleaseDate: '2027-01-31',
    Installers: [
      {
        Architecture: 'x64',
        InstallerUrl: 'https://get.example.org/v#{exit}"1.2.3/greenroom-1.2.3-win-x64.msi',
        InstallerSha256: 'A'.repeat(64),
        ProductCode: '{411D4366-9EC9-504D-AD04-93B25113958C}',
        AppsAndFeaturesEntries: [{ UpgradeCode: '{8098593D-289F-49E2-AACC-2D988C8939B0}' }],
      },
    ],
  });
  const { ShortDescription, License } = files[2];
  expect([ShortDescription, License]).toEqual([packageJson.description, packageJson.license]);
  // The longest that winget takes.
  expect(ShortDescription.length).toBeLessThanOrEqual(256);
});

test('Homebrew gets both dmg, in the stanzas and the order that its audit asks for', () => {
  const cask = read('homebrew/greenroom.rb');
  const stanzas = [...cask.matchAll(/^ {2}(\w+)/gm)].map(([, stanza]) => stanza);
  expect(stanzas).toEqual([
    'arch',
    'version',
    'sha256',
    'url',
    'name',
    'desc',
    'homepage',
    'depends_on',
    'app',
    'uninstall',
    'zap',
  ]);
  expect(cask).toMatch(/^cask "greenroom" do\n[\s\S]*\nend\n$/);
  expect(cask).toContain(`sha256 arm:   "${'b'.repeat(64)}",\n         intel: "${'c'.repeat(64)}"`);
  // Only version and kind of processor are filled in when it is read; nothing in an address runs.
  expect(cask).toContain('url "https://get.example.org/v\\#{exit}\\"1.2.3/greenroom-#{version}-mac-#{arch}.dmg"');
  expect([...cask.matchAll(/(?<!\\)#\{(\w+)\}/g)].map(([, name]) => name)).toEqual(['version', 'arch']);
  const desc = /desc "(.*)"/.exec(cask)?.[1] ?? '';
  expect(desc.length).toBeLessThanOrEqual(80);
  expect(desc).not.toMatch(/^(?:A|An|The) |greenroom|\.$/i);
});

test('software centres get the version and the day of this release', () => {
  expect(read('appstream/org.greenroom.Greenroom.metainfo.xml')).toContain(
    `<release version="${packageJson.version}" date="2027-01-31"/>`,
  );
});
