/** Owns a stand-in for Electron's unpacked runtime, for packing: it has fuses to set, and on Linux it runs the command line. */
import { copyFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import packageJson from '../../../package.json' with { type: 'json' };
import { buildIfNeeded } from '../../../scripts/build.ts';

/** Marks the place of the fuses in Electron's executable; after it a version, a length and one character for each fuse. */
export const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron ships them, in the order of its documentation. */
export const shippedFuses = {
  runAsNode: '1',
  cookieEncryption: '0',
  nodeOptions: '1',
  nodeCliInspect: '1',
  asarIntegrity: '0',
  onlyAsar: '0',
  v8Snapshot: '0',
  fileProtocol: '1',
  wasmTrapHandlers: '1',
};

const fuses = (): string => {
  const wire = Object.values(shippedFuses).join('');
  return `${SENTINEL}\u0001${String.fromCharCode(wire.length)}${wire}`;
};

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Refuses root as Electron does, then starts Node on the packed program beside it; what stands behind `exec` is never read by the shell. */
const launcher = (): string => `#!/bin/sh
if [ "$(id -u)" = 0 ]; then echo 'Running as root without --no-sandbox is not supported.' >&2; exit 1; fi
exec '${process.execPath}' --import '${pathToFileURL(here('../../doubles/electron/register.mjs')).href}' '${here('run-asar.mjs')}' "$(dirname "$(readlink -f "$0")")/resources/app.asar" "$@"
${fuses()}
`;

/** What electron-builder needs of a runtime for Linux: an executable with fuses, the sandbox's helper, and the licence files. */
export const makeLinuxRuntime = async (at: string): Promise<void> => {
  await mkdir(path.join(at, 'resources'), { recursive: true });
  await writeFile(path.join(at, 'electron'), launcher(), { mode: 0o755 });
  await writeFile(path.join(at, 'chrome-sandbox'), '', { mode: 0o755 });
  await writeFile(path.join(at, 'LICENSE'), 'Electron');
  await writeFile(path.join(at, 'LICENSES.chromium.html'), 'Chromium');
};

/** An unpacked program as small as can be, without what the page needs: the command line as it is built, on a Node below /usr/local. */
export const makeCommandLine = async (at: string): Promise<void> => {
  await buildIfNeeded();
  await makeLinuxRuntime(at);
  await rename(path.join(at, 'LICENSE'), path.join(at, 'LICENSE.electron.txt'));
  await rm(path.join(at, 'electron'));
  await cp(here('../../../dist/main'), path.join(at, 'resources/main'), { recursive: true });
  await copyFile(here('../../../package.json'), path.join(at, 'resources/package.json'));
  const program = `#!/bin/sh\nexec /usr/local/bin/node "$(dirname "$(readlink -f "$0")")/resources/main/cli.js" "$@"\n`;
  await writeFile(path.join(at, 'greenroom'), program, { mode: 0o755 });
};

/** The same for Windows: an empty executable that says which version it is. It cannot run anywhere. */
export const makeWindowsRuntime = async (at: string): Promise<void> => {
  const { Data, NtExecutable, NtExecutableResource, Resource } = await import('resedit');
  await mkdir(path.join(at, 'resources'), { recursive: true });
  const executable = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(executable);
  const version = Resource.VersionInfo.createEmpty();
  const [major = 0, minor = 0, patch = 0] = packageJson.devDependencies.electron.split('.').map(Number);
  version.setFileVersion(major, minor, patch, 0, 1033);
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron', FileDescription: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  const icon = Data.IconFile.from(await readFile(new URL('../../../build/icon.ico', import.meta.url)));
  Resource.IconGroupEntry.replaceIconsForResource(
    resources.entries,
    1,
    1033,
    icon.icons.map((item) => item.data),
  );
  // Raw data: what electron-builder rewrites around it leaves it whole.
  const bytes = Buffer.from(fuses(), 'latin1');
  resources.entries.push({ type: 10, id: 1, lang: 1033, codepage: 1200, bin: new Uint8Array(bytes).buffer });
  resources.outputResource(executable);
  await writeFile(path.join(at, 'electron.exe'), Buffer.from(executable.generate()));
  await writeFile(path.join(at, 'LICENSE'), 'Electron');
  await writeFile(path.join(at, 'LICENSES.chromium.html'), 'Chromium');
};
