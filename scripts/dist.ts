/** Owns `npm run dist`: the build, the licence notices and the list of everything bundled, and electron-builder with the runtime it is given. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeAtomically } from '../electron/engine/storage/files/atomic-file.ts';
import packageJson from '../package.json' with { type: 'json' };
import { buildIfNeeded, root, run } from './build.ts';
import { bundledPackages } from './dist/bundled.ts';
import { compileForWindows, findMingw } from './dist/console-launcher.ts';
import { writeLinuxFiles } from './dist/linux-files.ts';
import { makeMsi } from './dist/msi.ts';
import { licenceNotices } from './dist/notices.ts';
import { runtimeOutOfReach } from './dist/reach.ts';
import { sbomOf } from './dist/sbom.ts';
import { sourceDate } from './dist/source-date.ts';
import { makeTars } from './dist/tar.ts';

const runtimeFlag = '--electron-dist=';
/** For a Linux without network: dpkg-deb, rpmbuild and 7za in place of what electron-builder fetches. */
const systemToolsFlag = '--system-tools';
/** After the unpacked program for Windows: an MSI of it, by wixl. */
const msiFlag = '--msi';
const outputFlag = '-c.directories.output=';

/** For a machine that cannot fetch the runtime: a folder with an unpacked one, or electron's zip file. */
const given = process.argv.slice(2);
const runtime =
  given.find((argument) => argument.startsWith(runtimeFlag))?.slice(runtimeFlag.length) ||
  process.env.ELECTRON_OVERRIDE_DIST_PATH;
const withSystemTools = given.includes(systemToolsFlag);
const output =
  given.find((argument) => argument.startsWith(outputFlag))?.slice(outputFlag.length) ?? path.join(root, 'release');
/** An unpacked program is given: only installers are made of it. */
const isPacked = given.some((argument) => /^(?:--prepackaged|--pd)(?:=|$)/.test(argument));

/** Where electron-builder would fetch a program of its own, the one that this system has. */
const systemTools = {
  CUSTOM_FPM_PATH: fileURLToPath(new URL('dist/fpm.mjs', import.meta.url)),
  ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za',
};

/** Electron-builder's words for systems; without one it is the one it runs on. */
const systems = given.filter((argument) => /^(?:--(?:linux|win|windows|mac|macos)|-[lwmo])$/.test(argument));
const forWindows =
  !isPacked && (systems.length === 0 ? process.platform === 'win32' : systems.some((word) => /^--?w/.test(word)));

/** Made here, of the unpacked program: electron-builder's has no starter that looks after the sandbox. */
const tarTarget = 'tar.gz';
const forLinux = systems.length === 0 ? process.platform === 'linux' : systems.some((word) => /^--?l/.test(word));
const kinds = given.filter((word) => /^(?:deb|rpm)$/.test(word));
const withTar = given.includes(tarTarget) || (forLinux && !isPacked && kinds.length === 0 && !given.includes('--dir'));
const onlyTar = given.includes(tarTarget) && kinds.length === 0;

const fail = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

/** A secret that a workflow does not have comes as an empty text, which electron-builder would take for a certificate. */
const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name, value]) => value !== '' || !/CSC_|APPLE_/.test(name)));

const builder = (args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
  run(
    process.execPath,
    [
      fileURLToPath(import.meta.resolve('electron-builder/cli.js')),
      ...['--config', 'electron-builder.yml', '--publish', 'never'],
      ...(runtime === undefined || runtime === '' ? [] : [`-c.electronDist=${path.resolve(runtime)}`]),
      ...args,
    ],
    env,
  );

const seconds = sourceDate();
const outOfReach = runtime || isPacked ? null : await runtimeOutOfReach();
if (outOfReach !== null) fail(outOfReach);
const compiler = findMingw();
if (forWindows && compiler === undefined)
  fail(
    'Windows gets a launcher for its prompts, and MinGW’s compiler is not there: install it (Debian: gcc-mingw-w64-x86-64), or name it by MINGW_GCC.',
  );
await buildIfNeeded();
const bundled = bundledPackages();
await writeAtomically(path.join(root, 'dist', 'THIRD-PARTY-LICENCES.md'), await licenceNotices());
await writeAtomically(path.join(root, 'dist', 'sbom.cdx.json'), sbomOf(bundled, seconds));
writeLinuxFiles(path.join(root, 'dist', 'linux'), seconds);
if (forWindows && compiler !== undefined)
  compileForWindows(
    compiler,
    path.join(root, 'build', 'console', 'launcher.c'),
    path.join(root, 'dist', 'console', 'greenroom.exe'),
  );
process.exitCode = await builder(
  [
    ...given.filter(
      (word) => ![runtimeFlag, systemToolsFlag, msiFlag, tarTarget].some((flag) => word.startsWith(flag)),
    ),
    ...(onlyTar ? ['--dir'] : []),
  ],
  { ...withoutEmpty(process.env), SOURCE_DATE_EPOCH: String(seconds), ...(withSystemTools ? systemTools : {}) },
);
if (process.exitCode !== 0) {
  console.error(
    'electron-builder did not finish. Where it could not fetch its tools: docs/releasing.md, “Without network”.',
  );
} else {
  if (withTar) makeTars(output, packageJson.version, seconds);
  if (given.includes(msiFlag))
    makeMsi({
      unpacked: path.join(output, 'win-unpacked'),
      version: packageJson.version,
      icon: path.join(root, 'build', 'icon.ico'),
      output: path.join(output, `greenroom-${packageJson.version}-win-x64.msi`),
    });
}
