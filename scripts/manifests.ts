/**
 * Owns the files by which package managers find a release: `npx jiti scripts/manifests.ts FOLDER URL`. FOLDER holds the packages; URL is
 * where they can be fetched from. The files are put into FOLDER/manifests.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { manifestsOf } from './dist/manifests.ts';
import { sourceDate } from './dist/source-date.ts';

const fail = (code: number, sentence: string): never => {
  console.error(sentence);
  process.exit(code);
};

const [folder = '', from = ''] = process.argv.slice(2);
if (!URL.canParse(from) || new URL(from).protocol !== 'https:')
  fail(
    64,
    'Usage: jiti scripts/manifests.ts FOLDER URL. The URL is where the packages will be fetched from, by https.',
  );

const { version } = packageJson;
const sha256 = (file: string): string => {
  const at = path.join(folder, file);
  if (!existsSync(at)) fail(65, `${at} is not there: the manifests name it.`);
  return createHash('sha256').update(readFileSync(at)).digest('hex');
};
const msi = path.join(folder, `greenroom-${version}-win-x64.msi`);
sha256(path.basename(msi));
const properties = execFileSync('/usr/bin/msiinfo', ['export', msi, 'Property'], { encoding: 'utf8' });
const property = (name: string): string =>
  new RegExp(`^${name}\\t(\\{.+\\})\\r?$`, 'm').exec(properties)?.[1] ?? fail(65, `${msi} has no ${name}.`);

const manifests = manifestsOf({
  version,
  date: new Date(sourceDate() * 1000).toISOString().slice(0, 10),
  from: from.replace(/\/+$/, ''),
  sha256,
  productCode: property('ProductCode'),
  upgradeCode: property('UpgradeCode'),
});
for (const [name, text] of manifests) {
  const at = path.join(folder, 'manifests', name);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, text);
  console.info(at);
}
