/** Owns fetching Electron's runtime by its own installer: how far it is, when it is given up, and why it failed. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { saying } from './progress.ts';
import { electronPackage } from './runtime.ts';

/** Given up when less than this came within so long: a runtime of over 100 MB would take most of an hour. */
const STALL = { ms: 30_000, bytes: 1_000_000 };

const bytesBelow = async (folder: string): Promise<number> => {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = names.map(async (name) => (await stat(path.join(folder, name)).catch(() => undefined))?.size ?? 0);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};

/** An office's proxy, as npm was told it; Electron's installer asks for a word of its own before it uses one. */
const withProxy = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const proxy = env.HTTPS_PROXY || env.https_proxy || env.npm_config_https_proxy || env.npm_config_proxy;
  return proxy
    ? {
        ...env,
        HTTPS_PROXY: proxy,
        HTTP_PROXY: env.HTTP_PROXY || env.http_proxy || proxy,
        NO_PROXY: env.NO_PROXY || env.no_proxy || env.npm_config_noproxy,
        ELECTRON_GET_USE_PROXY: '1',
      }
    : env;
};

const MIRROR = 'Set ELECTRON_MIRROR to a mirror’s address (with a “/” at its end)';
const reasons: readonly [RegExp, (found: string) => string][] = [
  [/Response code (\d{3})/, (code) => `the server answered ${code}. ${MIRROR}, if yours has another place.`],
  [/checksum|integrity/i, () => `what came is not Electron: perhaps a sign-in page of this network. ${MIRROR}.`],
  [
    /ENOTFOUND|EAI_AGAIN/,
    () => `its server’s name was not found. Check the connection, set HTTPS_PROXY to your proxy, or ${lower(MIRROR)}.`,
  ],
  [
    /ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|UND_ERR|terminated|other side closed|fetch failed/,
    () => `its server could not be reached. Check the connection, set HTTPS_PROXY to your proxy, or ${lower(MIRROR)}.`,
  ],
  [
    /CERT|certificate|self.signed/i,
    () => 'its server’s certificate is not trusted. Set NODE_EXTRA_CA_CERTS to your organisation’s.',
  ],
  [/ENOSPC/, () => 'the disk is full.'],
  [/(EACCES|EPERM|EROFS)/, (code) => `node_modules/electron cannot be written to (${code}).`],
];
const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

const LONGEST = 200;
const reasonOf = (output: string): string => {
  for (const [pattern, words] of reasons) {
    const found = pattern.exec(output);
    if (found !== null) return words(found[1] ?? '');
  }
  const line = output.split('\n').find((one) => /\S/.test(one));
  return line === undefined ? 'its installer ended without a word.' : `${line.trim().slice(0, LONGEST)}`;
};

export interface Fetching {
  readonly packageFolder?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly stall?: { readonly ms: number; readonly bytes: number };
}

/** Lets Electron's installer fetch the runtime into its package. Null once it has; else the sentence that says why not. */
export const fetchRuntime = async (fetching: Fetching = {}): Promise<string | null> => {
  const { packageFolder = electronPackage, env = process.env, stall = STALL } = fetching;
  // In a folder of its own, so that what has come can be counted and nothing stays behind.
  const folder = await mkdtemp(path.join(tmpdir(), 'greenroom-electron-'));
  let came = 0;
  const megabytes = (): string => `Fetching Electron: ${(came / 1e6).toFixed(0)} MB so far …`;
  try {
    return await saying({ begins: 'Fetching Electron, once (about 120 MB) …', goesOn: megabytes }, async () => {
      const child = spawn(process.execPath, [path.join(packageFolder, 'install.js')], {
        env: { ...withProxy(env), TMPDIR: folder, TEMP: folder, TMP: folder, ELECTRON_GET_NO_PROGRESS: '1' },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let output = '';
      child.stderr.on('data', (data) => {
        output = `${output}${String(data)}`.slice(0, 20_000);
      });
      let [before, stalled] = [0, false];
      const watch = setInterval(() => {
        if (came - before < stall.bytes) {
          stalled = true;
          child.kill('SIGKILL');
        }
        before = came;
      }, stall.ms);
      const count = setInterval(
        async () => {
          const [loaded, unpacked] = await Promise.all([folder, path.join(packageFolder, 'dist')].map(bytesBelow));
          came = Math.max(came, (loaded ?? 0) + (unpacked ?? 0));
        },
        Math.min(1000, stall.ms / 4),
      );
      const code = await new Promise<number | null>((resolve) => {
        child.on('error', () => resolve(null));
        child.on('close', resolve);
      });
      clearInterval(watch);
      clearInterval(count);
      if (code === 0) return null;
      const why = stalled
        ? `hardly anything came within ${stall.ms / 1000} seconds. ${MIRROR}, or start again on a faster line.`
        : reasonOf(output);
      return `Electron could not be fetched: ${why}`;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
