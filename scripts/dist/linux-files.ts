/** Owns what a Linux package brings beside the program, in the system's own places: manual page, copyright, changelog, and the entry for software centres. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import packageJson from '../../package.json' with { type: 'json' };
import { root } from '../build.ts';

const { name, productName, version, homepage, author } = packageJson;

const indented = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => ` ${line.trim() === '' ? '.' : line}`)
    .join('\n');

/** By Debian's form for it, which programs read, too. MIT is called Expat there. */
const copyright = (
  licence: string,
): string => `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: ${productName}
Source: ${homepage}
Comment:
 Electron, Chromium and the packages that the program is put together from
 have licences of their own: /opt/${productName}/LICENSE.electron.txt,
 /opt/${productName}/LICENSES.chromium.html and
 /opt/${productName}/resources/THIRD-PARTY-LICENCES.md.

Files: *
Copyright: ${author.name}
License: Expat

License: Expat
${indented(licence)}
`;

const changelog = (date: Date): string => {
  const [day = '', number = '', month = '', year = '', time = ''] = date.toUTCString().split(' ');
  return `${name} (${version}) stable; urgency=medium

  * What is new: ${homepage}

 -- ${author.name} <${author.email}>  ${day} ${number} ${month} ${year} ${time} +0000
`;
};

const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** The entry for software centres. `date`: of this version, YYYY-MM-DD. */
export const appStream = (date: string): string =>
  text('build/linux/org.greenroom.Greenroom.metainfo.xml')
    .replace('@VERSION@', version)
    .replace('@DATE@', date)
    .replaceAll('@HOMEPAGE@', homepage);

/** `seconds`: since 1970, what everything is dated with. The same input gives the same bytes. */
export const writeLinuxFiles = (folder: string, seconds: number): void => {
  const date = new Date(seconds * 1000);
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of [
    ['copyright', copyright(text('LICENSE'))],
    ['changelog.gz', gzipSync(changelog(date), { level: 9 })],
    ['greenroom.1.gz', gzipSync(text('docs/greenroom.1'), { level: 9 })],
    ['metainfo.xml', appStream(date.toISOString().slice(0, 10))],
  ] as const)
    writeFileSync(path.join(folder, file), content);
};
