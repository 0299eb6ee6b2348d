/** In a session that is used from elsewhere an empty list of devices is not “none”; at the desk it is. */
import { expect, it } from 'vitest';
import { microphonePresent } from '../../../electron/core/checks/call/devices/sound-present.ts';
import { known } from '../../../electron/core/facts/fact.ts';
import type { Recording } from '../../../electron/platform/machine/recording.ts';
import { judged } from '../../core/checks/judged.ts';
import { factOf, file, knownOf, recordingOf, withReadings } from './recorded.ts';

// Its sound server and its kernel list nothing, and its own session stands at the desk.
const desk = recordingOf('silverblue-43');
const session = (id: string, ...lines: readonly string[]) =>
  file(`/run/systemd/sessions/${id}`, `UID=1000\nUSER=user\nCLASS=user\n${lines.join('\n')}\n`);
const started = (recording: Recording, variables: Readonly<Record<string, string>>): Recording => ({
  ...recording,
  host: { ...recording.host, variables: { ...recording.host.variables, ...variables } },
});

const atDesk = withReadings(desk, session('2', 'REMOTE=0', 'TYPE=wayland', 'SEAT=seat0', 'SERVICE=gdm-password'));
const overSsh = withReadings(atDesk, session('c7', 'REMOTE=1', 'TYPE=tty', 'SERVICE=sshd'));

it.each<[string, Recording, boolean]>([
  ['at the desk', atDesk, false],
  ['of XRDP', withReadings(desk, session('2', 'REMOTE=0', 'TYPE=x11', 'SEAT=seat0', 'SERVICE=xrdp-sesman')), true],
  ['of XRDP, where logind keeps nothing', started(atDesk, { XRDP_SESSION: '1' }), true],
  ['that came by the network', withReadings(desk, session('2', 'REMOTE=1', 'TYPE=wayland', 'SEAT=seat0')), true],
  [
    'of a VNC server, without a seat',
    withReadings(desk, session('2', 'REMOTE=0', 'TYPE=x11', 'SERVICE=tigervnc')),
    true,
  ],
  ['over SSH, beside one at the desk', started(overSsh, { XDG_SESSION_ID: 'c7' }), true],
  ['at the desk, beside one over SSH', started(overSsh, { XDG_SESSION_ID: '2' }), false],
  ['of a console at the desk', withReadings(desk, session('2', 'REMOTE=0', 'TYPE=tty', 'SEAT=seat0')), false],
  ['whose name is a path', started(atDesk, { XDG_SESSION_ID: '../../etc/passwd' }), false],
])('a session %s', async (_name, machine, isElsewhere) => {
  const computer = await knownOf(machine, 'computer');
  expect(computer.remoteSession).toBe(isElsewhere);
  const [finding] = judged(
    microphonePresent,
    {
      sound: await factOf(machine, 'sound'),
      seenDevices: known('not-looked', 'test'),
      triedMicrophone: known(null, 'test'),
      computer: known({ ...computer, virtualMachine: null }, 'test'),
    },
    { platform: 'linux' },
  );
  expect(finding?.state).toBe(isElsewhere ? 'unknown' : 'fail');
});
