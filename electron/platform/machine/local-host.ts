/** Owns what is known of this computer before anything is read: its system, the account's home, a few variables. */

import os from 'node:os';
import path from 'node:path';
import type { Platform } from '../../core/facts/index.ts';
import { messages } from '../../core/messages/messages.ts';
import { place } from '../../core/messages/value.ts';
import { InputError } from '../../core/text/input-error.ts';
import { type Host, type HostVariable, hostVariables } from './machine.ts';

const isPlatform = (name: string): name is Platform => name === 'linux' || name === 'darwin' || name === 'win32';

const said = messages('local-host', {
  noHome: 'it doesn’t name your home folder. Set it to a whole path, such as {example}',
});

/** Variables that are no folders. Every other one is used with its whole path, or not at all. */
const words: readonly HostVariable[] = [
  'XDG_CURRENT_DESKTOP',
  'XDG_SESSION_ID',
  'XRDP_SESSION',
  'DBUS_SESSION_BUS_ADDRESS',
  'SESSIONNAME',
  'COMPUTERNAME',
  'SystemDrive',
];

/** The account's home: by the environment, else by the list of accounts. Never the folder that Greenroom was started in. */
export const homeFolder = (): string => {
  const named = os.homedir();
  if (path.isAbsolute(named)) return named;
  let listed = '';
  try {
    listed = os.userInfo().homedir;
  } catch {
    // An account that the system's list does not hold (a container's).
  }
  if (path.isAbsolute(listed)) return listed;
  throw new InputError('HOME', said.noHome({ example: place('/home/you') }));
};

/** Where apt may keep its index cache; without one it builds it again at every look. */
const ownCacheFolder = (home: string, base: string | undefined): { cacheFolder?: string } =>
  process.platform === 'linux' ? { cacheFolder: path.join(base ?? path.join(home, '.cache'), 'greenroom') } : {};

const variable = (name: HostVariable): readonly (readonly [HostVariable, string])[] => {
  const value = process.env[name];
  return value === undefined || !(words.includes(name) || path.isAbsolute(value)) ? [] : [[name, value]];
};

/** As other programs of the terminal understand it: of either spelling. */
const namesProxy = (): { namesProxy?: true } =>
  ['HTTPS_PROXY', 'ALL_PROXY'].some((name) => Boolean(process.env[name] || process.env[name.toLowerCase()]))
    ? { namesProxy: true }
    : {};

export const localHost = (): Host => {
  if (!isPlatform(process.platform)) throw new Error(`Greenroom does not run on ${process.platform}.`);
  const home = homeFolder();
  const variables: Partial<Record<HostVariable, string>> = Object.fromEntries(hostVariables.flatMap(variable));
  return {
    platform: process.platform,
    arch: process.arch,
    kernel: os.release(),
    home,
    variables,
    ...ownCacheFolder(home, variables.XDG_CACHE_HOME),
    ...namesProxy(),
    utcOffsetMinutes: -new Date().getTimezoneOffset(),
  };
};
