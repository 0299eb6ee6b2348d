/** Owns the list of everything in the program (CycloneDX 1.5): the packages of the lock file, and Electron itself. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { root } from '../build.ts';
import type { Bundled, BundledPackage } from './bundled.ts';

/** A UUID in the form of version 5 out of a text: the same content has the same number. */
const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const purlOf = (name: string, version: string): string => `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;

const licencesOf = (licence: string | null): readonly object[] =>
  licence === null ? [] : [/[ ()]/.test(licence) ? { expression: licence } : { license: { id: licence } }];

const hashesOf = (integrity: string | null): readonly object[] =>
  integrity?.startsWith('sha512-') === true
    ? [{ alg: 'SHA-512', content: Buffer.from(integrity.slice(7), 'base64').toString('hex') }]
    : [];

const component = ({ name, version, licence, integrity }: BundledPackage): object => ({
  'bom-ref': `${name}@${version}`,
  type: 'library',
  name,
  version,
  scope: 'required',
  purl: purlOf(name, version),
  hashes: hashesOf(integrity),
  licenses: licencesOf(licence),
});

/** `seconds` since 1970 is its date. */
export const sbomOf = ({ direct, packages }: Bundled, seconds: number): string => {
  const electron = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string;
  };
  const electronRef = `electron@${electron.version}`;
  const own = `greenroom@${packageJson.version}`;
  const components = [
    ...packages.map(component),
    {
      'bom-ref': electronRef,
      type: 'framework',
      name: 'electron',
      version: electron.version,
      scope: 'required',
      purl: purlOf('electron', electron.version),
      licenses: licencesOf('MIT'),
    },
  ];
  const sbom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify([own, components]))}`,
    version: 1,
    metadata: {
      timestamp: new Date(seconds * 1000).toISOString(),
      component: {
        'bom-ref': own,
        type: 'application',
        name: 'greenroom',
        version: packageJson.version,
        description: packageJson.description,
        purl: purlOf('greenroom', packageJson.version),
        licenses: licencesOf(packageJson.license),
      },
    },
    components,
    dependencies: [
      { ref: own, dependsOn: [...direct, electronRef] },
      ...packages.map(({ name, version, dependsOn }) => ({ ref: `${name}@${version}`, dependsOn })),
      { ref: electronRef, dependsOn: [] },
    ],
  };
  return `${JSON.stringify(sbom, null, 2)}\n`;
};
