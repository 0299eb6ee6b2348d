/** Owns looking at one installer on Linux: the address noted at it, and the name of the package inside. */

import { messages } from '../../../core/messages/messages.ts';
import type { InstallerReader } from '../../installer-reader.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { soughtPackages } from './install-markers.ts';
import { originAttributes } from './origin-attributes.ts';

const words = messages('linux-installer', {
  noTool: 'getfattr isn’t installed, so where it was fetched from couldn’t be read.',
});

/** The name that a package itself bears, whatever its file is called; undefined for other files, and where no tool reads it. */
const packageName = async (machine: Machine, path: string): Promise<string | undefined> => {
  const limits = { timeoutMs: 5_000, maxBytes: 65_536 };
  const result = /\.deb$/i.test(path)
    ? await machine.run('/usr/bin/dpkg-deb', ['-f', path, 'Package'], limits)
    : /\.rpm$/i.test(path)
      ? await machine.run('/usr/bin/rpm', ['-qp', '--nosignature', '--qf', '%{NAME}\\n', path], limits)
      : undefined;
  return result?.code === 0 ? result.stdout.trim() : undefined;
};

export const installerFile: InstallerReader = async (machine, path, catalogue) => {
  const [origins, name] = await Promise.all([optional(originAttributes(machine, [path])), packageName(machine, path)]);
  const database = /\.rpm$/i.test(path) ? 'rpm' : 'dpkg';
  const product = name === undefined ? undefined : soughtPackages(catalogue, database).get(name)?.product;
  return {
    product,
    from: origins?.get(path) ?? [],
    signature: null,
    gaps: origins === undefined ? [words.noTool] : [],
  };
};
