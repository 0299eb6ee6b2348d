/** Owns reading the names of this computer and of the account that Greenroom runs in. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Identity } from '../../core/facts/identity.ts';
import { homeFolder } from '../machine/local-host.ts';

/** An account without a name in the system's list (a container's) has its number for a name. */
const userName = (): string => {
  try {
    return os.userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '');
  }
};

/** The full name in the list of accounts, where this computer keeps one. */
const listedName = (account: string): readonly string[] => {
  if (process.platform !== 'linux') return [];
  try {
    const row = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`${account}:`));
    return (row?.split(':')[4] ?? '').split(',').slice(0, 1);
  } catch {
    return [];
  }
};

const inEnvironment = (...variables: readonly string[]): readonly string[] =>
  process.platform === 'win32' ? variables.flatMap((name) => process.env[name] ?? []) : [];

export const localIdentity = (): Identity => {
  const account = userName();
  const [hostName = '', ...domain] = os.hostname().split('.');
  return {
    userName: account,
    hostName,
    home: homeFolder(),
    computerNames: inEnvironment('COMPUTERNAME', 'USERDOMAIN'),
    personNames: listedName(account),
    domain: domain.join('.') || (inEnvironment('USERDNSDOMAIN')[0] ?? ''),
  };
};

const run = promisify(execFile);

/** What a program prints; empty when it cannot be had in a moment. */
const printed = async (file: string, args: readonly string[]): Promise<string> => {
  try {
    // As for every program: nothing of the person's own environment, and what Windows cannot start one without.
    const { SystemRoot } = process.env;
    const env = SystemRoot === undefined ? {} : { SystemRoot };
    const { stdout } = await run(file, [...args], { timeout: 2_000, windowsHide: true, env });
    return stdout.trim();
  } catch {
    return '';
  }
};

const LOGON = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication\\LogonUI';

/** As `localIdentity`, with the names that only a program of the system tells: for what is made for somebody else. */
export const fullIdentity = async (): Promise<Identity> => {
  const identity = localIdentity();
  const { computerNames = [], personNames = [] } = identity;
  if (process.platform === 'darwin') {
    const [person, ...computers] = await Promise.all([
      printed('/usr/bin/id', ['-F']),
      printed('/usr/sbin/scutil', ['--get', 'ComputerName']),
      printed('/usr/sbin/scutil', ['--get', 'LocalHostName']),
    ]);
    return { ...identity, personNames: [...personNames, person], computerNames: [...computerNames, ...computers] };
  }
  if (process.platform === 'win32') {
    const reg = path.win32.join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
    const answer = await printed(reg, ['query', LOGON, '/v', 'LastLoggedOnDisplayName']);
    const person = /REG_SZ\s+(.+)$/m.exec(answer)?.[1]?.trim() ?? '';
    return { ...identity, personNames: [...personNames, person] };
  }
  return identity;
};
