/** Owns writing a file so that a crash leaves either the old one or the new one, never half of one. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { whileHeld } from './held-file.ts';
import { storageError } from './storage-error.ts';

/** What a killed write leaves behind. */
export const isLeftover = (name: string): boolean => /\.[0-9a-f]{12}\.new$/.test(name);

export interface AtomicOptions {
  readonly rename?: (from: string, to: string) => Promise<void>;
  readonly platform?: string;
}

/** Writes `text` to `file`, readable by its owner only. Throws `StorageError`; the old file is then kept. */
export const writeAtomically = async (file: string, text: string, options: AtomicOptions = {}): Promise<void> => {
  const { platform = process.platform } = options;
  const replace = options.rename ?? rename;
  const fresh = `${file}.${randomBytes(6).toString('hex')}.new`;
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(fresh, 'wx', 0o600);
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await whileHeld(() => replace(fresh, file), platform);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => {});
    throw storageError(file, error, platform);
  }
};
