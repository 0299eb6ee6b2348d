/** Fixes of sound on a real PipeWire that is made for it: muted, turned on, undone, changed by the person since. */
import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { english } from '../../../electron/core/messages/format.ts';
import { applyFix, type FixPlace } from '../../../electron/engine/fixes/apply-fix.ts';
import { undo } from '../../../electron/engine/fixes/put-back.ts';
import { proof, withoutTools } from '../proof.ts';
import { realPlace } from './fix-place.ts';

proof('Sound that a fix turns on', [withoutTools('pipewire-bin', 'wireplumber', 'dbus-daemon')], () => {
  let folder: string;
  let environment: NodeJS.ProcessEnv;
  let servers: ChildProcessByStdio<Writable, null, null>;
  let place: FixPlace;

  const run = (program: string, ...args: readonly string[]): string =>
    execFileSync(`/usr/bin/${program}`, args, { env: environment, encoding: 'utf8' });
  const make = (name: string, description: string, kind: string): string =>
    run(
      'pw-cli',
      'create-node',
      'adapter',
      `{ factory.name=support.null-audio-sink node.name=${name} node.description="${description}" media.class=${kind} object.linger=true audio.position=[FL FR] }`,
    );
  const volume = (end: string): string => run('wpctl', 'get-volume', `@DEFAULT_AUDIO_${end}@`).trim();
  const patient = { timeout: 30_000, interval: 200 };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'greenroom-fix-sound-'));
    const own = { HOME: folder, XDG_RUNTIME_DIR: folder, XDG_STATE_HOME: folder, XDG_CONFIG_HOME: folder };
    environment = { ...process.env, ...own };
    servers = spawn(
      '/usr/bin/dbus-run-session',
      [
        '--',
        '/bin/sh',
        '-c',
        'pipewire & a=$!; until [ -S "$XDG_RUNTIME_DIR/pipewire-0" ]; do sleep 0.1; done; wireplumber & b=$!; read -r end; kill $a $b; wait',
      ],
      { env: environment, stdio: ['pipe', 'ignore', 'ignore'] },
    );
    await vi.waitFor(() => run('wpctl', 'status'), patient);
    make('fix-microphone', 'Fix microphone', 'Audio/Source');
    make('fix-loudspeaker', 'Fix loudspeaker', 'Audio/Sink');
    await vi.waitFor(() => {
      expect(volume('SINK')).toBe('Volume: 1.00');
      expect(volume('SOURCE')).toBe('Volume: 1.00');
    }, patient);
    place = realPlace(folder, { XDG_RUNTIME_DIR: folder });
  }, 90_000);
  afterAll(async () => {
    const ended = new Promise((resolve) => servers.once('exit', resolve));
    servers.stdin.end('\n');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  test('a loudspeaker that is muted and turned down is turned on, and put back as it was', async () => {
    run('wpctl', 'set-mute', '@DEFAULT_AUDIO_SINK@', '1');
    run('wpctl', 'set-volume', '@DEFAULT_AUDIO_SINK@', '0');
    const done = await applyFix('loudspeaker-on:fix-loudspeaker', place, null);
    expect([done.state, english(done.sentence)]).toEqual(['done', expect.stringContaining('Fix loudspeaker')]);
    expect(volume('SINK')).toBe('Volume: 0.30');
    expect(await undo('loudspeaker-on', place)).toMatchObject({ state: 'put-back' });
    expect(volume('SINK')).toBe('Volume: 0.00 [MUTED]');
  }, 90_000);

  test('what the person has changed since is left as it is', async () => {
    run('wpctl', 'set-mute', '@DEFAULT_AUDIO_SOURCE@', '1');
    expect(await applyFix('microphone-on:fix-microphone', place, null)).toMatchObject({ state: 'done' });
    run('wpctl', 'set-volume', '@DEFAULT_AUDIO_SOURCE@', '0.55');
    expect(await undo('microphone-on', place)).toMatchObject({ state: 'left' });
    expect(volume('SOURCE')).toBe('Volume: 0.55');
  }, 90_000);

  test('another microphone is chosen, and where none was chosen before none is afterwards', async () => {
    make('fix-webcam', 'Fix webcam', 'Audio/Source');
    const chosen = (): string => run('pw-metadata', '0', 'default.configured.audio.source');
    const inUse = (): string => run('wpctl', 'inspect', '@DEFAULT_AUDIO_SOURCE@');
    await vi.waitFor(() => expect(run('wpctl', 'status')).toContain('Fix webcam'), patient);
    expect(chosen()).not.toContain('fix-');
    const [name, other] = inUse().includes('fix-webcam')
      ? ['fix-webcam', 'fix-microphone']
      : ['fix-microphone', 'fix-webcam'];
    expect(await applyFix(`use-microphone:${other}`, place, null)).toMatchObject({ state: 'done' });
    expect([chosen(), inUse()]).toEqual([expect.stringContaining(other), expect.stringContaining(other)]);
    expect(await undo('use-microphone', place)).toMatchObject({ state: 'put-back' });
    expect([chosen(), inUse()]).toEqual([expect.not.stringContaining('fix-'), expect.stringContaining(name)]);
  }, 90_000);
});
