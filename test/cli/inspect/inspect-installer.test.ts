import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runInspect } from '../../../electron/cli/inspect/inspect.ts';
import { runInspectInstaller } from '../../../electron/cli/inspect/inspect-installer.ts';
import type { Io } from '../../../electron/cli/io.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import type { MachinePort, Operation } from '../../../electron/platform/machine/machine.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'greenroom-inspect-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const terminal = (): Io & { text(): string } => {
  const stdout = new PassThrough();
  return { stdin: new PassThrough(), stdout, stderr: new PassThrough(), cwd, text: () => String(stdout.read() ?? '') };
};

/** This computer, with the answer of getfattr given: not every file system keeps attributes. */
const withOrigin = (address: string | null): MachinePort => {
  const local = localMachine({ host: { platform: 'linux' } });
  const read = (operation: Operation, ...rest: [never, never]) => {
    if (operation.op !== 'run' || operation.program !== '/usr/bin/getfattr') return local.read(operation, ...rest);
    const file = operation.args.at(-1);
    const stdout = address === null ? '' : `# file: ${file}\nuser.xdg.origin.url="${address}"\n`;
    return Promise.resolve({ code: 0, stdout, stderr: '' });
  };
  return { host: local.host, read: read as MachinePort['read'] };
};

const inspect = async (name: string, address: string | null) => {
  const io = terminal();
  const code = await runInspectInstaller(name, io, true, withOrigin(address));
  return { code, answer: JSON.parse(io.text()) };
};

const put = (name: string): void => writeFileSync(path.join(cwd, name), 'x');

it.each([
  ['https://cdn.zoom.us/prod/7.0.5.3034/zoom_amd64.deb', 0, 'genuine'],
  ['https://software.example.net/zoom_amd64.deb', 10, 'caution'],
  ['https://zoom-download.example/zoom_amd64.deb', 20, 'suspicious'],
  ['http://zoom.us/client/latest/zoom_amd64.deb', 20, 'suspicious'],
  [null, 30, 'unknown'],
])('an installer fetched from %s: exit code %i', async (address, code, verdict) => {
  put('zoom_amd64.deb');
  const found = await inspect('zoom_amd64.deb', address);
  expect(found).toMatchObject({ code, answer: { schema: 'greenroom.installer/1', verdict, product: 'zoom' } });
});

it('goes by the name of the package inside, whatever its file is called', async () => {
  const build = path.join(cwd, 'build');
  mkdirSync(path.join(build, 'DEBIAN'), { recursive: true });
  const control =
    'Package: signal-desktop\nVersion: 8\nArchitecture: all\nMaintainer: A <a@example.org>\nDescription: x\n';
  writeFileSync(path.join(build, 'DEBIAN/control'), control);
  execFileSync('/usr/bin/dpkg-deb', ['--root-owner-group', '--build', build, path.join(cwd, 'download.deb')], {
    stdio: 'pipe',
  });
  const { code, answer } = await inspect('download.deb', 'https://updates.signal.org/desktop/apt/signal.deb');
  expect([code, answer.product]).toEqual([0, 'signal']);
});

it('looks at the file that a link leads to', async () => {
  put('zoom_amd64.deb');
  symlinkSync('zoom_amd64.deb', path.join(cwd, 'link.deb'));
  const { answer } = await inspect('link.deb', 'https://zoom-download.example/zoom.deb');
  expect(answer).toMatchObject({
    verdict: 'suspicious',
    product: 'zoom',
    file: expect.stringMatching(/zoom_amd64\.deb$/),
  });
});

it('does not judge programs that it does not know', async () => {
  put('tool-setup.AppImage');
  expect(await inspect('tool-setup.AppImage', 'http://tools.example/x')).toMatchObject({
    code: 40,
    answer: { verdict: 'not-a-meeting-app', product: null },
  });
});

it('tells a person what is wrong and what to do, without the letters of strangers that could do harm', async () => {
  put('zoom_amd64.deb');
  const io = terminal();
  const address = `https://zoom-download.example/\\342\\200\\256\\033[31m${'x'.repeat(10_000)}`;
  expect(await runInspectInstaller('zoom_amd64.deb', io, false, withOrigin(address))).toBe(20);
  const text = io.text();
  expect(text).toContain('This Zoom installer comes from a fake site');
  expect(text).toContain('Don’t open it, delete it');
  expect(text).toContain('  1. Delete this file without opening it.');
  expect(text).toContain('https://zoom.us/download');
  expect(text.length).toBeLessThan(1_500);
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
});

it('is reached through the verb for files, while addresses stay invitations', async () => {
  put('tool-setup.deb');
  expect(await runInspect(['tool-setup.deb'], terminal())).toBe(40);
  await expect(runInspect(['missing.deb'], terminal())).rejects.toThrow('missing.deb: there is no such file');
  const io = terminal();
  expect(await runInspect(['https://zoom.us/client/latest/zoom_amd64.deb', '--json'], io)).toBe(40);
  expect(JSON.parse(io.text()).schema).toBe('greenroom.inspection/1');
});
