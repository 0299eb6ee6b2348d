/** Owns by what package managers find a release: winget's three files for the MSI, Homebrew's cask for the two dmg, and AppStream's entry. */
import packageJson from '../../package.json' with { type: 'json' };
import { appStream } from './linux-files.ts';

const { name, productName, description, homepage, license, author } = packageJson;
const IDENTIFIER = 'Greenroom.Greenroom';
const WINGET = '1.10.0';

export interface Release {
  readonly version: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Where the packages can be fetched from; without a slash at its end. */
  readonly from: string;
  /** SHA-256 of a package by the name of its file. Throws for one that is not there. */
  readonly sha256: (file: string) => string;
  /** Of the MSI, in braces. */
  readonly productCode: string;
  readonly upgradeCode: string;
}

const packageName = ({ version }: Release, rest: string): string => `${name}-${version}-${rest}`;

/** Whatever the text holds: JSON's strings are YAML's as well. */
const yaml = (rows: readonly (readonly [string, string])[], more = ''): string =>
  `${rows.map(([key, text]) => `${key}: ${JSON.stringify(text)}\n`).join('')}${more}`;

const winget = (release: Release): ReadonlyMap<string, string> => {
  const msi = packageName(release, 'win-x64.msi');
  const head = [
    ['PackageIdentifier', IDENTIFIER],
    ['PackageVersion', release.version],
  ] as const;
  const foot = (type: string) =>
    [
      ['ManifestType', type],
      ['ManifestVersion', WINGET],
    ] as const;
  const folder = `winget/${IDENTIFIER}`;
  return new Map([
    [`${folder}.yaml`, yaml([...head, ['DefaultLocale', 'en-GB'], ...foot('version')])],
    [
      `${folder}.installer.yaml`,
      yaml(
        [
          ...head,
          ['InstallerType', 'wix'],
          ['Scope', 'machine'],
          ['UpgradeBehavior', 'install'],
          ['MinimumOSVersion', '10.0.17763.0'],
          ['ReleaseDate', release.date],
          ...foot('installer'),
        ],
        `InstallModes: [silent, silentWithProgress]
Commands: [${name}]
Protocols: [${name}]
Installers:
  - Architecture: x64
    InstallerUrl: ${JSON.stringify(`${release.from}/${msi}`)}
    InstallerSha256: ${JSON.stringify(release.sha256(msi).toUpperCase())}
    ProductCode: ${JSON.stringify(release.productCode)}
    AppsAndFeaturesEntries:
      - UpgradeCode: ${JSON.stringify(release.upgradeCode)}
`,
      ),
    ],
    [
      `${folder}.locale.en-GB.yaml`,
      yaml([
        ...head,
        ['PackageLocale', 'en-GB'],
        ['Publisher', author.name],
        ['PackageName', productName],
        ['PackageUrl', homepage],
        ['License', license],
        ['ShortDescription', description],
        ['Moniker', name],
        ...foot('defaultLocale'),
      ]),
    ],
  ]);
};

/** Ruby's strings in double quotes would run what stands in "#{…}". */
const ruby = (text: string): string => `"${text.replace(/[\\"#]/g, (sign) => `\\${sign}`)}"`;

const cask = (release: Release): string => `cask ${ruby(name)} do
  arch arm: "arm64", intel: "x64"

  version ${ruby(release.version)}
  sha256 arm:   ${ruby(release.sha256(packageName(release, 'mac-arm64.dmg')))},
         intel: ${ruby(release.sha256(packageName(release, 'mac-x64.dmg')))}

  url ${ruby(`${release.from}/${name}-`).slice(0, -1)}#{version}-mac-#{arch}.dmg"
  name ${ruby(productName)}
  desc "Checks the computer before an online meeting"
  homepage ${ruby(`${homepage}/`)}

  depends_on macos: ">= :ventura"

  app "${productName}.app"

  uninstall quit: "org.greenroom.Greenroom"

  zap trash: "~/Library/Application Support/${productName}"
end
`;

/** Text by the name of its file. */
export const manifestsOf = (release: Release): ReadonlyMap<string, string> =>
  new Map([
    ...winget(release),
    [`homebrew/${name}.rb`, cask(release)],
    ['appstream/org.greenroom.Greenroom.metainfo.xml', appStream(release.date)],
  ]);
