/**
 * Owns the MSI for Windows: one for all accounts, made by wixl and msitools from the unpacked program on any Linux. Silent by
 * `msiexec /i … /qn`; a start at login for all accounts by `ADDLOCAL=ALL`. (electron-builder's own needs WiX and Wine.)
 */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addWhatWixlDoesNotKnow } from './msi-rows.ts';

/** Never to be changed: by this Windows knows a new version as the same program. */
const UPGRADE_CODE = '8098593D-289F-49E2-AACC-2D988C8939B0';

const RUN = 'Software\\Microsoft\\Windows\\CurrentVersion\\Run';

/** The same file has the same component in every version, as Windows Installer demands. */
const guid = (text: string): string => {
  const hex = createHash('sha256').update(`${UPGRADE_CODE}/${text}`).digest('hex').toUpperCase();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Of all that is in it: another content is another product to Windows Installer, the same content the same one. */
const contentsOf = (folder: string, version: string): string => {
  const hash = createHash('sha256').update(version);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.join(folder, name);
    if (statSync(file).isFile()) hash.update(`\0${name}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
};

const id = (kind: string, text: string): string =>
  `${kind}${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

interface Tree {
  readonly xml: string;
  readonly components: readonly string[];
}

/** Directories and files below `folder`, in the order of their names. wixl wants paths from the folder of its source, `work`. */
const treeOf = (folder: string, work: string, below = ''): Tree => {
  const entries = readdirSync(path.join(folder, below), { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const parts = entries.map((entry): Tree => {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      const inside = treeOf(folder, work, name);
      return {
        xml: `<Directory Id="${id('d', name)}" Name="${escaped(entry.name)}">${inside.xml}</Directory>\n`,
        components: inside.components,
      };
    }
    const component = id('c', name);
    const source = escaped(path.relative(work, path.join(folder, name)));
    return {
      xml: `<Component Id="${component}" Guid="${guid(name)}" Win64="yes"><File Id="${id('f', name)}" Name="${escaped(entry.name)}" Source="${source}" KeyPath="yes"/></Component>\n`,
      components: [component],
    };
  });
  return { xml: parts.map((part) => part.xml).join(''), components: parts.flatMap((part) => part.components) };
};

const value = (root: string, key: string, name: string, text: string, type = 'string', keyPath = false): string =>
  `<RegistryValue Root="${root}" Key="${escaped(key)}"${name === '' ? '' : ` Name="${escaped(name)}"`} Type="${type}" Value="${escaped(text)}"${keyPath ? ' KeyPath="yes"' : ''}/>`;

const registry = (name: string, values: string): string =>
  `<Component Id="${name}" Guid="${guid(name)}" Win64="yes">${values}</Component>\n`;

export interface MsiRequest {
  /** Folder with `greenroom.exe`. */
  readonly unpacked: string;
  readonly version: string;
  readonly icon: string;
  /** The file to write. */
  readonly output: string;
}

/** The source of the installer, in WiX's language as far as wixl knows it. */
const source = ({ unpacked, version, icon }: MsiRequest, work: string): string => {
  const tree = treeOf(unpacked, work);
  const contents = contentsOf(unpacked, version);
  const program = '[INSTALLFOLDER]greenroom.exe';
  const file = 'Software\\Classes\\Greenroom.Invitation';
  const log = 'SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\Greenroom';
  const own = [
    registry(
      'Protocol',
      value('HKLM', 'Software\\Classes\\greenroom', '', 'URL:Greenroom', 'string', true) +
        value('HKLM', 'Software\\Classes\\greenroom', 'URL Protocol', '') +
        value('HKLM', 'Software\\Classes\\greenroom\\shell\\open\\command', '', `"${program}" "%1"`),
    ),
    // Under "Open with", and never as the program that opens every invitation.
    registry(
      'Invitations',
      value('HKLM', file, '', 'Meeting invitation', 'string', true) +
        value('HKLM', `${file}\\DefaultIcon`, '', `${program},0`) +
        value('HKLM', `${file}\\shell\\open`, '', 'Check with Greenroom') +
        value('HKLM', `${file}\\shell\\open\\command`, '', `"${program}" "%1"`) +
        value('HKLM', 'Software\\Classes\\.ics\\OpenWithProgids', 'Greenroom.Invitation', '') +
        value('HKLM', 'Software\\Classes\\.eml\\OpenWithProgids', 'Greenroom.Invitation', ''),
    ),
    // So that an ordinary account may write results to the event log under this name.
    registry(
      'EventLog',
      value('HKLM', log, 'EventMessageFile', '[System64Folder]eventcreate.exe', 'string', true) +
        value('HKLM', log, 'CustomSource', '1', 'integer') +
        value('HKLM', log, 'TypesSupported', '7', 'integer'),
    ),
  ];
  const autostart = registry('StartAtLogin', value('HKLM', RUN, 'Greenroom', `"${program}" --hidden`, 'string', true));
  const shortcut = `<Component Id="Shortcuts" Guid="${guid('Shortcuts')}" Win64="yes"><Shortcut Id="StartMenu" Name="Greenroom" Target="${program}" WorkingDirectory="INSTALLFOLDER"/>${value('HKLM', 'Software\\Greenroom', 'installed', '1', 'integer', true)}</Component>\n`;
  const references = [...tree.components, 'Protocol', 'Invitations', 'EventLog', 'Shortcuts']
    .map((component) => `<ComponentRef Id="${component}"/>`)
    .join('');
  return `<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
<Product Id="${guid(`product/${contents}`)}" Name="Greenroom" Language="1033" Version="${version}" Manufacturer="The Greenroom authors" UpgradeCode="${UPGRADE_CODE}">
<Package Id="${guid(`package/${contents}`)}" InstallerVersion="500" Compressed="yes" InstallScope="perMachine" Description="Am I fit to join? A check before an online meeting."/>
<MajorUpgrade DowngradeErrorMessage="A newer version of Greenroom is installed."/>
<Media Id="1" Cabinet="greenroom.cab" EmbedCab="yes"/>
<Icon Id="greenroom.ico" SourceFile="${escaped(path.relative(work, icon))}"/>
<Property Id="ARPPRODUCTICON" Value="greenroom.ico"/>
<Property Id="AUTOSTART"><RegistrySearch Id="RunValue" Root="HKLM" Key="${escaped(RUN)}" Name="Greenroom" Type="raw" Win64="yes"/></Property>
<Property Id="ARPURLINFOABOUT" Value="https://greenroom.example.org"/>
<Directory Id="TARGETDIR" Name="SourceDir">
<Directory Id="ProgramFiles64Folder"><Directory Id="INSTALLFOLDER" Name="Greenroom">
${tree.xml}${own.join('')}${autostart}</Directory></Directory>
<Directory Id="ProgramMenuFolder">${shortcut}</Directory>
</Directory>
<Feature Id="Program" Title="Greenroom" Level="1">${references}</Feature>
<Feature Id="Autostart" Title="Start at login, for all accounts" Level="1000"><ComponentRef Id="StartAtLogin"/></Feature>
</Product>
</Wix>
`;
};

/** Makes the MSI. Throws when wixl or msibuild is missing or refuses. */
export const makeMsi = (request: MsiRequest): void => {
  const work = mkdtempSync(path.join(tmpdir(), 'greenroom-msi-'));
  try {
    const file = path.join(work, 'greenroom.wxs');
    writeFileSync(file, source(request, work));
    execFileSync('/usr/bin/wixl', ['--arch', 'x64', '--output', request.output, file], { stdio: 'inherit' });
    addWhatWixlDoesNotKnow(request.output, work, request.version, UPGRADE_CODE);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};
