/** Owns who uses camera and microphone now, by what keeps the Mac awake: that is all an ordinary program may see. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { DeviceUse } from '../../../core/facts/index.ts';
import { factNotRevealed } from '../../../core/facts/not-revealed.ts';
import { messages } from '../../../core/messages/messages.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { programName, type RunningProgram, runningPrograms } from '../processes.ts';

const words = messages('macos-devices', {
  notListed: 'macOS didn’t list what keeps it awake, so who uses the devices isn’t known.',
});

export const PMSET = '/usr/bin/pmset';
const SOURCE = 'pmset -g assertions';
const HEADER = 'Assertion status system-wide:';

interface Assertion {
  readonly pid: number;
  readonly owner: string;
  readonly name: string;
  /** The process it was made for, where that is told. */
  readonly createdFor: number | undefined;
  readonly resources: readonly string[];
}

/** `   pid 406(coreaudiod): [0x…] 00:28:03 PreventUserIdleSystemSleep named: "…"`, and lines about it below. */
const headPattern = /^ *pid (\d{1,9})\((.{0,200}?)\): \[.{0,200}? named: "(.*)/;
/** Programs choose the names of their assertions themselves, of any length. */
const MAX_LINE = 1_000;

const parseAssertions = (stdout: string): readonly Assertion[] => {
  const assertions: Assertion[] = [];
  for (const whole of stdout.split('\n')) {
    const line = whole.slice(0, MAX_LINE);
    const [, pid, owner, name] = headPattern.exec(line) ?? [];
    if (name !== undefined) {
      assertions.push({ pid: Number(pid), owner: owner ?? '', name, createdFor: undefined, resources: [] });
      continue;
    }
    const last = assertions.pop();
    if (last === undefined) continue;
    const createdFor = /^\s*Created for PID: (\d{1,9})\./.exec(line)?.[1];
    const resources = /^\s*Resources: (.*)$/.exec(line)?.[1];
    assertions.push({
      ...last,
      ...(createdFor === undefined ? {} : { createdFor: Number(createdFor) }),
      ...(resources === undefined ? {} : { resources: resources.split(' ') }),
    });
  }
  return assertions;
};

/** Sound is recorded; "audio-out" alone is playback. */
const isRecording = ({ owner, resources }: Assertion): boolean =>
  owner === 'coreaudiod' && resources.includes('audio-in');

const isFilming = ({ owner, name }: Assertion): boolean =>
  owner === 'cameracaptured' && name.includes('BWFigCaptureDevice');

const assertionsOf = async (machine: Machine): Promise<readonly Assertion[]> => {
  const { code, stdout } = await runRequired(machine, PMSET, ['-g', 'assertions'], { timeoutMs: 5_000 });
  if (code !== 0 || !stdout.includes(HEADER)) throw new FactUnavailable('unreadable', words.notListed);
  return parseAssertions(stdout);
};

/** Speech recognition of macOS itself listens all day where "Hey Siri" is on. */
const listeners = ['corespeechd', 'assistantd', 'DictationIM', 'Siri'];
const own = 'Greenroom';

/**
 * Never `complete`: a program may let the Mac sleep while it records, and not every camera keeps it awake. So nobody seen
 * proves nothing. A camera's user has no name, and may be Greenroom's own preview.
 */
export const cameraUse = reader<DeviceUse>(5_000, async (machine) => {
  const filming = (await assertionsOf(machine)).some(isFilming);
  if (!filming) throw factNotRevealed('darwin cameraUse');
  return known({ users: [null], complete: false }, SOURCE);
});

/** The process a recording was made for can be missing, or be none that exists: then it has no name. */
const recorderName = (
  { createdFor }: Assertion,
  assertions: readonly Assertion[],
  running: readonly RunningProgram[],
): string | null => {
  const path = running.find(({ pid }) => pid === createdFor)?.path;
  if (path !== undefined) return programName(path);
  const owner = assertions.find(({ pid }) => pid === createdFor)?.owner;
  return owner === undefined ? null : programName(owner);
};

export const microphoneUse = reader<DeviceUse>(5_000, async (machine) => {
  const [assertions, running] = await Promise.all([assertionsOf(machine), optional(runningPrograms(machine))]);
  const names = assertions.filter(isRecording).map((it) => recorderName(it, assertions, running ?? []));
  const users = [...new Set(names)].filter((name) => name === null || ![...listeners, own].includes(name));
  return known({ users, complete: false }, SOURCE);
});

/** Processes that record sound by the list of what keeps the Mac awake. */
export const recorderPids = (stdout: string): ReadonlySet<number> =>
  new Set(parseAssertions(stdout).flatMap((it) => (isRecording(it) ? (it.createdFor ?? []) : [])));

/** What `cameraUse` and `microphoneUse` read, without names of devices and of other programs. */
export const allowedAssertions = (stdout: string): string => {
  if (!stdout.includes(HEADER)) return '';
  const recorders = recorderPids(stdout);
  const lines = parseAssertions(stdout).flatMap((it): readonly string[] => {
    const head = (name: string): string => `   pid ${it.pid}(${it.owner}): [0x0] 00:00:00 Assertion named: "${name}"`;
    if (isFilming(it)) return [head('BWFigCaptureDevice')];
    if (isRecording(it)) {
      const created = it.createdFor === undefined ? [] : [`\tCreated for PID: ${it.createdFor}.`];
      return [head('audio'), ...created, '\tResources: audio-in'];
    }
    return recorders.has(it.pid) ? [head('')] : [];
  });
  return [HEADER, 'Listed by owning process:', ...lines, ''].join('\n');
};
