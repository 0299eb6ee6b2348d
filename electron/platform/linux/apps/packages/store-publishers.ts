/** Owns what Flatpak and Snap say of the sources and publishers of their apps. */

import { FactUnavailable } from '../../../../core/facts/fact.ts';
import type { AppProof } from '../../../../core/facts/index.ts';
import { messages } from '../../../../core/messages/messages.ts';
import { name as nameValue } from '../../../../core/messages/value.ts';
import { type Machine, runRequired } from '../../../machine/machine.ts';

const words = messages('linux-stores', {
  source: 'Flatpak source “{source}”',
  unknownSource: 'Nothing is known of the Flatpak source “{source}”.',
  flathub: 'Flathub; it doesn’t say whether the maker itself packed it',
  verified: 'Snap Store, verified publisher {publisher}',
  flatpak: 'Flatpak didn’t say where its apps come from.',
  snap: 'Snap didn’t say who publishes its apps.',
});

const COLUMNS = 'application,origin,installation';

/** Remotes by name, from the settings of Flatpak's repository: address, and whether its signature is asked for. */
const remotesIn = (config: string): ReadonlyMap<string, { readonly url: string; readonly signed: boolean }> => {
  const remotes = new Map<string, { url: string; signed: boolean }>();
  let remote: { url: string; signed: boolean } | undefined;
  for (const line of config.split('\n')) {
    const name = /^\[remote "([^"\n]{1,200})"\]/.exec(line)?.[1];
    if (line.startsWith('[')) remote = name === undefined ? undefined : { url: '', signed: true };
    if (name !== undefined && remote !== undefined) remotes.set(name, remote);
    const [, key, value = ''] = /^([a-z-]{1,40}) *= *(.{0,2000})$/.exec(line) ?? [];
    if (remote !== undefined && key === 'url') remote.url = value.trim();
    if (remote !== undefined && key === 'gpg-verify' && /^(?:false|0|no)$/i.test(value.trim())) remote.signed = false;
  }
  return remotes;
};

const isFlathub = (url: string): boolean => /^https:\/\/(?:dl\.)?flathub\.org\//.test(url);

/**
 * Where Flatpak apps come from, by "application system" or "application user". Whether Flathub has verified who packs an
 * app is not written down on this computer. Throws `FactUnavailable`.
 */
export const flatpakProofs = async (machine: Machine): Promise<ReadonlyMap<string, AppProof>> => {
  const data = machine.variable('XDG_DATA_HOME') ?? `${machine.host.home}/.local/share`;
  const [{ code, stdout }, system = '', user = ''] = await Promise.all([
    runRequired(machine, '/usr/bin/flatpak', ['list', '--app', `--columns=${COLUMNS}`], { timeoutMs: 5_000 }),
    machine.readText('/var/lib/flatpak/repo/config', { maxBytes: 262_144 }),
    machine.readText(`${data}/flatpak/repo/config`, { maxBytes: 262_144 }),
  ]);
  if (code !== 0) throw new FactUnavailable('unreadable', words.flatpak);
  const remotes = { system: remotesIn(system), user: remotesIn(user) };
  const proofs = stdout.split('\n').flatMap((line): [string, AppProof][] => {
    const [id = '', origin = '', installation = ''] = line.split('\t').map((part) => part.trim());
    if (installation !== 'system' && installation !== 'user') return [];
    const remote = remotes[installation].get(origin);
    const name = words.source({ source: nameValue(origin) });
    if (remote === undefined)
      return [[`${id} ${installation}`, { is: 'unread', reason: words.unknownSource({ source: nameValue(origin) }) }]];
    if (!remote.signed) return [[`${id} ${installation}`, { is: 'unsigned-source', name }]];
    const known: AppProof = { is: 'source', name: words.flathub };
    return [[`${id} ${installation}`, isFlathub(remote.url) ? known : { is: 'source', name }]];
  });
  return new Map(proofs);
};

/**
 * Who publishes snaps, by name: `canonical*` is verified, `canonical**` a publisher the store itself vouches for, a bare
 * name was chosen by whoever has it. Throws `FactUnavailable`.
 */
export const snapProofs = async (machine: Machine): Promise<ReadonlyMap<string, AppProof>> => {
  // With its service down, snap waits for minutes.
  const { code, stdout } = await runRequired(machine, '/usr/bin/snap', ['list'], { timeoutMs: 3_000 });
  const [heading = '', ...lines] = stdout.split('\n');
  const column = heading.trim().split(/ +/).indexOf('Publisher');
  if (code !== 0 || column < 0) throw new FactUnavailable('unreadable', words.snap);
  return new Map(
    lines.flatMap((line): [string, AppProof][] => {
      const [name = '', ...rest] = line.trim().split(/ +/);
      const publisher = rest[column - 1];
      if (name === '' || publisher === undefined) return [];
      if (publisher === '-') return [[name, { is: 'no-source' }]];
      const bare = publisher.replace(/[*✓✪]+$/u, '');
      const verified: AppProof = { is: 'source', name: words.verified({ publisher: nameValue(bare) }) };
      return [[name, bare === publisher ? { is: 'unverified-publisher', store: 'Snap Store', publisher } : verified]];
    }),
  );
};
