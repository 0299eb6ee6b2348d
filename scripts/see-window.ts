/** Starts an unpacked program and waits until the system itself shows a window of it: `jiti scripts/see-window.ts PROGRAM`. For workflows. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The window’s title ends so; before it may stand the verdict. */
const TITLE = /(?:^|\W)Greenroom$/;
/** It ends as soon as the window is seen. */
const PATIENCE_MS = 180_000;
const EVERY_MS = 1000;

/** Windows on the screen, by their owner: titles would need a permission. */
const MAC = `import CoreGraphics
let list = CGWindowListCopyWindowInfo([.optionOnScreenOnly, .excludeDesktopElements], kCGNullWindowID) as! [[String: Any]]
for window in list where window["kCGWindowLayer"] as? Int == 0 { print(window["kCGWindowOwnerName"] ?? "") }`;

const list = (program: string, ...args: readonly string[]): string => {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: PATIENCE_MS });
  } catch {
    return '';
  }
};

/** What each system says of the windows that can be seen now. */
const visibleWindows = (): string => {
  if (process.platform === 'darwin') return list('/usr/bin/swift', '-e', MAC);
  if (process.platform === 'win32')
    return list('powershell.exe', '-NoProfile', '-Command', 'Get-Process | ForEach-Object MainWindowTitle');
  // Weston, started with --debug. Its list holds what is mapped.
  if (process.env.WAYLAND_DISPLAY)
    return list('/bin/sh', '-c', 'timeout 5 weston-debug scene-graph').replaceAll(
      /.*top-level window '([^']*)'.*/g,
      '$1',
    );
  return list('/usr/bin/xdotool', 'search', '--onlyvisible', '--name', 'Greenroom$').trim() && 'Greenroom';
};

const isVisible = (): boolean =>
  visibleWindows()
    .split(/\r?\n/)
    .some((line) => TITLE.test(line.trim()));

const [program, ...args] = process.argv.slice(2);
if (program === undefined) {
  console.error('Name the program to start.');
  process.exit(64);
}
if (isVisible()) {
  console.error('A window of that name is there already.');
  process.exit(65);
}
const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-window-'));
const child = spawn(path.resolve(program), args, {
  stdio: 'inherit',
  env: { ...process.env, GREENROOM_STATE: folder },
});
let ended = false;
child.on('exit', (code, signal) => {
  ended = true;
  console.error(`It ended with ${code ?? signal}.`);
});
const until = Date.now() + PATIENCE_MS;
let seen = isVisible();
while (!seen && !ended && Date.now() < until) {
  await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  seen = isVisible();
}
if (!ended) {
  child.kill();
  await new Promise((resolve) => child.once('exit', resolve));
}
rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: EVERY_MS });
console.error(seen ? 'Its window was seen.' : 'No window of it was seen.');
process.exitCode = seen ? 0 : 1;
