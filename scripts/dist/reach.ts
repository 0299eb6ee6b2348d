/** Owns the question, asked before the long work begins, whether Electron's runtime can be had at all. */
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };

const RELEASES = 'https://github.com/electron/electron/releases/download/';
const LIMIT_MS = 10_000;

/** Where electron's and electron-builder's downloads are kept, by their own rules. */
const caches = (): readonly string[] => {
  const { electron_config_cache: named, LOCALAPPDATA: local, XDG_CACHE_HOME: cache } = process.env;
  if (named) return [named];
  if (process.platform === 'win32' && local)
    return [path.join(local, 'electron'), path.join(local, 'electron-builder')];
  const base =
    process.platform === 'darwin' ? path.join(homedir(), 'Library/Caches') : cache || path.join(homedir(), '.cache');
  return [path.join(base, 'electron'), path.join(base, 'electron-builder')];
};

const isKept = (): boolean =>
  caches().some((folder) => {
    try {
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      return names.some((name) => path.basename(name).startsWith(`electron-v${packageJson.devDependencies.electron}-`));
    } catch {
      return false;
    }
  });

/** What to say when the runtime is neither kept from before nor to be fetched; null when the work may begin. */
export const runtimeOutOfReach = async (): Promise<string | null> => {
  const { ELECTRON_MIRROR, npm_config_electron_mirror: npmMirror, HTTPS_PROXY, https_proxy: proxy } = process.env;
  // Node's own fetch knows no proxy: electron-builder then finds out by itself.
  if (isKept() || HTTPS_PROXY || proxy) return null;
  const mirror = ELECTRON_MIRROR || npmMirror || RELEASES;
  try {
    await fetch(mirror, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(LIMIT_MS) });
    return null;
  } catch {
    return `Electron’s runtime is not on this computer and ${mirror} cannot be reached: name a runtime with --electron-dist=FOLDER-OR-ZIP, or a mirror in ELECTRON_MIRROR.`;
  }
};
