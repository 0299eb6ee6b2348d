/** Microphones and loudspeakers of a real PipeWire that is made for it: read as the program reads them, with its own tools. */
import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { Sound } from '../../../electron/core/facts/index.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { linuxReaders } from '../../../electron/platform/linux/index.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import { bind } from '../../../electron/platform/machine/machine.ts';
import { proof, withoutTools } from '../proof.ts';

proof('PipeWire', [withoutTools('pipewire-bin', 'wireplumber', 'dbus-daemon')], () => {
  let folder: string;
  let environment: NodeJS.ProcessEnv;
  let servers: ChildProcessByStdio<Writable, null, null>;

  const run = (program: string, ...args: readonly string[]): string =>
    execFileSync(`/usr/bin/${program}`, args, { env: environment, encoding: 'utf8' });

  const read = async (): Promise<Sound> => {
    const machine = localMachine({ host: { variables: { XDG_RUNTIME_DIR: folder } } });
    const fact = await linuxReaders.sound.read(bind(machine, new AbortController().signal), builtInCatalogue);
    if (fact.state !== 'known') throw new Error(english(fact.reason));
    return fact.value;
  };
  const make = (name: string, description: string, kind: string): string =>
    run(
      'pw-cli',
      'create-node',
      'adapter',
      `{ factory.name=support.null-audio-sink node.name=${name} node.description="${description}" media.class=${kind} object.linger=true audio.position=[FL FR] }`,
    );
  const patient = { timeout: 30_000, interval: 200 };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'greenroom-sound-'));
    const own = { HOME: folder, XDG_RUNTIME_DIR: folder, XDG_STATE_HOME: folder, XDG_CONFIG_HOME: folder };
    environment = { ...process.env, ...own };
    // A session bus and both servers, which end with this shell: nothing of it outlives the proof.
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
  }, 60_000);
  afterAll(async () => {
    const ended = new Promise((resolve) => servers.once('exit', resolve));
    servers.stdin.end('\n');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  test('a device that is made appears, one that is muted or turned down is told, one that is chosen and away is missed', async () => {
    make('proof-microphone', 'Proof microphone', 'Audio/Source');
    make('proof-loudspeaker', 'Proof loudspeaker', 'Audio/Sink');
    await vi.waitFor(async () => {
      const { microphones, loudspeakers } = await read();
      expect([microphones.inUse, loudspeakers.inUse]).toEqual(['Proof microphone', 'Proof loudspeaker']);
      expect([microphones.isMuted, loudspeakers.volumePercent]).toEqual([false, 100]);
    }, patient);
    run('wpctl', 'set-mute', '@DEFAULT_AUDIO_SOURCE@', '1');
    run('wpctl', 'set-volume', '@DEFAULT_AUDIO_SINK@', '0');
    run('pw-metadata', '0', 'default.configured.audio.source', '{ "name": "alsa_input.usb-gone" }');
    await vi.waitFor(async () => {
      const { microphones, loudspeakers } = await read();
      expect([microphones.isMuted, loudspeakers.volumePercent]).toEqual([true, 0]);
      expect([microphones.missing, loudspeakers.missing]).toEqual(['', null]);
    }, patient);
  }, 90_000);
});
