/** Owns the settings of File History, which stand in a file of the person's own profile. */

import { DomUtils, parseDocument } from 'htmlparser2';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { messages } from '../../../core/messages/messages.ts';
import { type IsoTime, isoTime } from '../../../core/text/time.ts';
import type { Machine } from '../../machine/machine.ts';

const words = messages('file-history', {
  form: 'The settings of File History are in a form Greenroom doesn’t know.',
});

export interface FileHistory {
  /** Switched on; null when the file says neither. */
  readonly on: boolean | null;
  /** Null while no drive was chosen. */
  readonly target: { readonly name: string; readonly url: string } | null;
  /** Where this person's files are kept below the folder on that drive: "user\\COMPUTER". */
  readonly store?: string;
  /** When the list of copied files on this computer last changed. */
  readonly catalogChanged?: IsoTime;
}

const MAX_BYTES = 1024 * 1024;

const localData = (machine: Machine): string =>
  machine.variable('LOCALAPPDATA') ?? `${machine.host.home}\\AppData\\Local`;

/** Whether a path is that of the settings file or its twin. */
export const isSettingsFile = (path: string): boolean => /\\FileHistory\\Configuration\\Config[12]\.xml$/.test(path);

const settings = (xml: string): { has(tag: string): boolean; value(tag: string): string } => {
  const document = parseDocument(xml, { xmlMode: true });
  const found = (tag: string) => DomUtils.getElementsByTagName(tag, document, true, 1);
  return { has: (tag) => found(tag).length > 0, value: (tag) => DomUtils.textContent(found(tag)).trim() };
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The settings less the names of folders, person and computer. A file of another form is left out whole. */
export const allowedSettings = (xml: string): string => {
  const { has, value } = settings(xml);
  if (!has('DataProtectionUserConfig')) return '';
  const kept = (tag: string): string => (has(tag) ? `<${tag}>${escaped(value(tag))}</${tag}>` : '');
  const target = `<Target>${kept('TargetName')}${kept('TargetUrl')}${kept('TargetBackupStorePath')}</Target>`;
  return `<DataProtectionUserConfig SchemaVersion="1">${kept('DPStatus')}${target}</DataProtectionUserConfig>\r\n`;
};

const switches: Readonly<Record<string, boolean>> = { ENABLED: true, DISABLED: false };

const settingsIn = (xml: string): Omit<FileHistory, 'catalogChanged'> => {
  const { has, value } = settings(xml);
  if (!has('DataProtectionUserConfig')) throw new FactUnavailable('unreadable', words.form);
  const url = value('TargetUrl');
  const store = /^([^\\]{1,128}\\[^\\]{1,128})\\Data$/i.exec(value('TargetBackupStorePath'))?.[1];
  return {
    on: switches[value('DPStatus')] ?? null,
    target: url === '' ? null : { name: value('TargetName'), url },
    ...(store === undefined ? {} : { store }),
  };
};

/** Undefined when File History was never set up by this person. */
export const fileHistory = async (machine: Machine): Promise<FileHistory | undefined> => {
  const folder = `${localData(machine)}\\Microsoft\\Windows\\FileHistory\\Configuration`;
  // The second file is a twin, for when the first was being written as the power went.
  const read = (name: string): Promise<string | undefined> =>
    machine.readText(`${folder}\\${name}`, { maxBytes: MAX_BYTES });
  const xml = (await read('Config1.xml')) ?? (await read('Config2.xml'));
  if (xml === undefined) return undefined;
  const catalog = await machine.stat(`${folder}\\Catalog1.edb`);
  const catalogChanged = catalog === undefined ? undefined : isoTime(catalog.modifiedMs);
  return { ...settingsIn(xml), ...(catalogChanged === undefined ? {} : { catalogChanged }) };
};
