/** Owns reading the names of this computer and of the account that Greenroom runs in. */
import os from 'node:os';
import type { Identity } from '../../core/facts/identity.ts';

/** An account without a name in the system's list (a container's) has its number for a name. */
const userName = (): string => {
  try {
    return os.userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '');
  }
};

export const localIdentity = (): Identity => ({
  userName: userName(),
  hostName: os.hostname().split('.')[0] ?? '',
  home: os.homedir(),
});
