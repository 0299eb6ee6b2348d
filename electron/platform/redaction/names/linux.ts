/** Owns which names people gave stand in what a Linux computer answers. */
import * as v from 'valibot';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { knownPrograms } from '../../../core/redaction/known-programs.ts';
import { isInterpreter } from '../../linux/backup/command-line.ts';
import { isBackupProgram } from '../../linux/backup/tool-commands.ts';
import { namesInPipewire } from '../../linux/devices/pipewire.ts';
import { parseMounts } from '../../linux/drives/mounts.ts';
import { parseTerse } from '../../linux/network/wifi-list.ts';
import { remoteControlName } from '../../linux/security/remote-access.ts';
import type { Reading } from '../../machine/recording.ts';
import { addAddress, addPath, type NameList } from './name-list.ts';

const ATTACHED = /^\/(?:media|run\/media|mnt)\//;

interface Device {
  readonly name?: string | null | undefined;
  readonly type?: string | null | undefined;
  readonly label?: string | null | undefined;
  readonly model?: string | null | undefined;
  readonly children?: readonly Device[] | undefined;
}
const text = v.nullish(v.string());
const device: v.GenericSchema<unknown, Device> = v.object({
  name: text,
  type: text,
  label: text,
  model: text,
  children: v.optional(v.array(v.lazy(() => device))),
});
const disks = v.object({ blockdevices: v.array(device) });
const json = <S extends v.GenericSchema>(content: string, schema: S): v.InferOutput<S> | undefined => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), content);
  return read.success ? read.output : undefined;
};

/** Volume groups and locked volumes bear names that people gave: "ubuntu--vg-ubuntu--lv" is the installer's own. */
const isGivenVolume = ({ name, type }: Device): boolean =>
  /^(?:lvm|crypt)$/.test(type ?? '') &&
  !/^(?:luks-[0-9a-f-]+|(?:ubuntu|debian|fedora|system|vgubuntu).*)$/.test(name ?? '');

const addDevice = (list: NameList, one: Device): void => {
  list.add('drive', one.label ?? '');
  list.add('model', one.model ?? '');
  if (isGivenVolume(one)) list.add('volume', one.name ?? '');
  for (const child of one.children ?? []) addDevice(list, child);
};

const kopia = v.object({ storage: v.object({ config: v.optional(v.object({ path: text })) }) });
const pika = v.array(
  v.object({ repo: v.object({ uri: text, path: text, mount_path: text, mount_name: text, drive_name: text }) }),
);

/** `key='value'` of a settings file, `schema key 'value'` of gsettings. */
const settingIn = (content: string, key: string): readonly string[] =>
  [...content.matchAll(new RegExp(`^(?:\\S+ )?${key}[= ]'?(.*?)'?$`, 'gm'))].map(([, value = '']) => value);

const addFile = (list: NameList, path: string, content: string, home: string): void => {
  if (path === '/proc/self/mountinfo')
    for (const { target } of parseMounts(content)) if (ATTACHED.test(target)) addPath(list, target, home);
  if (/\/borg\/security\/[^/]+\/location$/.test(path)) addAddress(list, content, home);
  if (path.endsWith('/kopia/repository.config')) addPath(list, json(content, kopia)?.storage.config?.path ?? '', home);
  if (path === '/etc/rsnapshot.conf') addPath(list, /^snapshot_root\t+(.*)$/m.exec(content)?.[1] ?? '', home);
  if (path.endsWith('/pika-backup/backup.json'))
    for (const { repo } of json(content, pika) ?? []) {
      addAddress(list, repo.uri ?? '', home);
      for (const place of [repo.path, repo.mount_path]) addPath(list, place ?? '', home);
      for (const name of [repo.mount_name, repo.drive_name]) list.add('drive', name ?? '');
    }
  if (path.endsWith('/backintime/config')) {
    for (const [, name = ''] of content.matchAll(/^profile\d+\.name=(.*)$/gm))
      if (name !== 'Main profile') list.add('profile', name);
    for (const [, place = ''] of content.matchAll(/^profile\d+\.snapshots\.(?:local_encfs\.)?path=(.*)$/gm))
      addPath(list, place, home);
  }
  if (path.endsWith('/settings/keyfile')) addDejaDup(list, content, home);
};

const addDejaDup = (list: NameList, settings: string, home: string): void => {
  const drives = settings
    .split(/^\[|^org\.gnome\.DejaDup\./m)
    .filter((part) => /^drive/i.test(part.replace('org/gnome/deja-dup/', '')));
  for (const part of drives) for (const name of settingIn(part.replace(/^\S+ /, ''), 'name')) list.add('drive', name);
  for (const folder of settingIn(settings, 'folder'))
    if (folder.startsWith('/')) addPath(list, folder, home);
    else addPath(list, `${home}/${folder}`, home);
  for (const uri of settingIn(settings, 'uri')) addAddress(list, uri, home);
};

const addOutput = (list: NameList, program: string, stdout: string, home: string): void => {
  switch (program) {
    case '/usr/bin/lsblk':
      for (const one of json(stdout, disks)?.blockdevices ?? []) addDevice(list, one);
      return;
    case '/usr/bin/nmcli':
      for (const line of stdout.split('\n')) {
        const [inUse, name = ''] = parseTerse(line.slice(0, 1_000));
        if (inUse === '*') list.add('network', name);
      }
      return;
    case '/usr/bin/gsettings':
    case '/usr/bin/env':
      addDejaDup(list, stdout, home);
      return;
    default:
  }
};

/** Names in the readings of a Linux computer, as they were made. */
export const addLinuxNames = (list: NameList, reads: readonly Reading[], home: string, catalogue: Catalogue): void => {
  const isKnown = knownPrograms(catalogue);
  const addProgram = (name: string): void => {
    // An interpreter names nobody, and what it runs may be a backup.
    const isTold = remoteControlName(name) !== undefined || isBackupProgram(name) || isInterpreter(name);
    if (!isTold && !isKnown(name)) list.add('program', name);
  };
  for (const reading of reads) {
    if (reading.op === 'readText' && 'text' in reading) addFile(list, reading.path, reading.text, home);
    if (reading.op === 'run' && 'stdout' in reading) {
      addOutput(list, reading.program, reading.stdout, home);
      if (reading.program === '/usr/bin/pw-dump') {
        for (const name of namesInPipewire(reading.stdout)) list.add('model', name);
        for (const [, name = ''] of reading.stdout.matchAll(
          /"application\.(?:name|process\.binary)"\s*:\s*"([^"\\]{1,200})"/g,
        ))
          addProgram(name);
      }
    }
    if (reading.op === 'processes' && 'processes' in reading)
      for (const { name, percent, devices, own } of reading.processes.running)
        if (!own && (percent >= 0.3 || (devices?.length ?? 0) > 0)) addProgram(name);
  }
};
