/**
 * Owns making a .deb with dpkg-deb and an .rpm with rpmbuild from the arguments that electron-builder gives to fpm, for
 * machines that cannot fetch fpm. The same input gives the same bytes: order, owners and times are fixed.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Options that stand alone; every other one has a value behind it. */
const alone = new Set(['--force', '--debug']);

export interface PackageRequest {
  /** "deb" or "rpm". */
  readonly target: string;
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** Path on this machine → path on the installed one. */
  readonly contents: readonly (readonly [from: string, to: string])[];
}

/** fpm's words, as electron-builder 26 uses them. Throws for an option without its value. */
export const parseFpmArguments = (args: readonly string[]): PackageRequest => {
  const options = new Map<string, readonly string[]>();
  const contents: (readonly [string, string])[] = [];
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (alone.has(word)) continue;
    if (word.startsWith('-')) {
      const value = rest.shift();
      if (value === undefined) throw new Error(`fpm: ${word} has no value.`);
      options.set(word, [...(options.get(word) ?? []), value]);
    } else {
      const at = word.lastIndexOf('=');
      contents.push([word.slice(0, at), word.slice(at + 1)]);
    }
  }
  return { target: options.get('-t')?.[0] ?? '', options, contents };
};

/** Seconds since 1970 that everything in the package is dated with. */
const packageTime = (): number => Number(process.env.SOURCE_DATE_EPOCH ?? Math.floor(Date.now() / 1000));

const dateAll = (folder: string, seconds: number): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) dateAll(name, seconds);
    else if (!entry.isSymbolicLink()) utimesSync(name, seconds, seconds);
  }
  utimesSync(folder, seconds, seconds);
};

/** The tree as it will stand below / on the installed machine. */
const stage = ({ contents }: PackageRequest, folder: string): void => {
  for (const [from, to] of contents) {
    const target = path.join(folder, to);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(from, target, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  }
  // Whoever builds it may have a mask of their own; who installs it must be able to read it.
  execFileSync('/bin/chmod', ['-R', 'u=rwX,go=rX', folder]);
};

const folderBytes = (folder: string): number =>
  Number(execFileSync('/usr/bin/du', ['-sb', folder], { encoding: 'utf8' }).split('\t')[0]);

const one = ({ options }: PackageRequest, name: string): string => options.get(name)?.[0] ?? '';

/** Lines of a long description: each indented, none empty, none longer than a terminal. */
const indented = (text: string): string =>
  text
    .split('\n')
    .flatMap((line) => line.trim().match(/.{1,77}(?:\s|$)/g) ?? [''])
    .map((line) => ` ${line.trim() || '.'}`)
    .join('\n');

const makeDeb = (request: PackageRequest, folder: string): void => {
  const control = path.join(folder, 'DEBIAN');
  const size = Math.ceil(folderBytes(folder) / 1024);
  mkdirSync(control, { mode: 0o755 });
  const [summary = '', ...long] = one(request, '--description').split('\n');
  const fields = {
    Package: one(request, '--name'),
    Version: one(request, '--version'),
    Architecture: one(request, '--architecture'),
    Maintainer: one(request, '--maintainer'),
    'Installed-Size': String(size),
    Depends: (request.options.get('-d') ?? []).join(', '),
    Recommends: (request.options.get('--deb-recommends') ?? []).join(', '),
    Section: one(request, '--category') || 'utils',
    Priority: one(request, '--deb-priority') || 'optional',
    Homepage: one(request, '--url'),
    Description: `${summary}\n${indented(long.join('\n'))}`,
  };
  const text = Object.entries(fields).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}\n`]));
  writeFileSync(path.join(control, 'control'), text.join(''));
  for (const [option, name] of [
    ['--after-install', 'postinst'],
    ['--after-remove', 'postrm'],
  ] as const) {
    writeFileSync(path.join(control, name), readFileSync(one(request, option)), { mode: 0o755 });
  }
  dateAll(folder, packageTime());
  const args = ['--root-owner-group', '-Zxz', '--build', folder, one(request, '--package')];
  execFileSync('/usr/bin/dpkg-deb', args, { env: { ...process.env, SOURCE_DATE_EPOCH: String(packageTime()) } });
};

/** A literal text in a spec file, where a per cent sign begins a macro. */
const literal = (text: string): string => text.replaceAll('%', '%%');

/** Folders that belong to the system; only what is below them is the package's. */
const systemFolders = /^\/(?:opt|usr(?:\/share(?:\/(?:applications|doc|icons.*|licenses|man.*|metainfo|mime.*))?)?)?$/;

const installedFiles = (folder: string, below = ''): readonly string[] =>
  readdirSync(path.join(folder, below), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = `${below}/${entry.name}`;
      if (!entry.isDirectory()) return [`"${literal(name)}"`];
      const own = systemFolders.test(name) ? [] : [`%dir "${literal(name)}"`];
      return [...own, ...installedFiles(folder, name)];
    });

const makeRpm = (request: PackageRequest, folder: string, work: string): void => {
  const [, ...long] = one(request, '--description').split('\n');
  const requires = (request.options.get('-d') ?? []).map((name) => `Requires: ${literal(name)}`);
  const spec = `
%global debug_package %{nil}
%global __os_install_post %{nil}
%global _build_id_links none
%global _binary_payload w6.xzdio
%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
%global _buildhost reproducible
Name: ${literal(one(request, '--name'))}
Version: ${literal(one(request, '--version').replaceAll('-', '_'))}
Release: 1
Summary: ${literal(one(request, '--rpm-summary'))}
License: ${literal(one(request, '--license'))}
Vendor: ${literal(one(request, '--vendor'))}
Packager: ${literal(one(request, '--maintainer'))}
URL: ${literal(one(request, '--url'))}
AutoReqProv: no
${requires.join('\n')}
%description
${literal(long.join('\n').trim() || one(request, '--description'))}
%install
cp -a "${literal(folder)}/." "%{buildroot}"
%post -p /bin/bash
${literal(readFileSync(one(request, '--after-install'), 'utf8'))}
%postun -p /bin/bash
${literal(readFileSync(one(request, '--after-remove'), 'utf8'))}
%files
%defattr(-,root,root)
${installedFiles(folder).join('\n')}
`;
  dateAll(folder, packageTime());
  const file = path.join(work, 'greenroom.spec');
  writeFileSync(file, spec.trimStart());
  const debian = one(request, '--architecture');
  const architecture = { amd64: 'x86_64', arm64: 'aarch64' }[debian] ?? debian;
  const output = path.join(work, 'rpms');
  execFileSync(
    '/usr/bin/rpmbuild',
    [
      '-bb',
      '--quiet',
      '--target',
      architecture,
      '--define',
      `_topdir ${work}/top`,
      '--define',
      `_rpmdir ${output}`,
      file,
    ],
    { env: { ...process.env, SOURCE_DATE_EPOCH: String(packageTime()) } },
  );
  const [made] = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.rpm'));
  if (made === undefined) throw new Error('rpmbuild made no package.');
  cpSync(path.join(output, made), one(request, '--package'));
};

/** What electron-builder expects of fpm: the package at the path behind `--package`. */
export const packageWithSystemTools = (args: readonly string[]): void => {
  const request = parseFpmArguments(args);
  const work = mkdtempSync(path.join(tmpdir(), 'greenroom-package-'));
  try {
    const folder = path.join(work, 'root');
    mkdirSync(folder, { mode: 0o755 });
    stage(request, folder);
    if (request.target === 'deb') makeDeb(request, folder);
    else if (request.target === 'rpm') makeRpm(request, folder, work);
    else throw new Error(`No package of kind "${request.target}" can be made with the tools of this system.`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};
