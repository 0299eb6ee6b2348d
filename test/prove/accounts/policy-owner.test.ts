/** The organisation’s policy on a real disk: root’s own file holds, and no other account’s. */

import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { english } from '../../../electron/core/messages/format.ts';
import { importanceKey, type Policy, settingOf } from '../../../electron/core/policy/policy.ts';
import { loadPolicy, managedPolicy } from '../../../electron/engine/run/effective-policy.ts';
import { storeSetting } from '../../../electron/engine/storage/settings-store.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import { proof, withoutRoot } from '../proof.ts';

const told = ({ faults = [] }: Policy): readonly string[] => faults.map(({ message }) => english(message));
const importance = (policy: Policy) => settingOf(policy, 'load', 'importance', importanceKey());
const yaml = 'schema: greenroom.policy/1\nchecks:\n  load:\n    importance: required\n';

proof('a policy file', [withoutRoot()], () => {
  let root = '';
  const file = () => path.join(root, 'etc/greenroom/policy.yaml');
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'greenroom-policy-'));
    chmodSync(root, 0o755);
    mkdirSync(path.join(root, 'etc/greenroom'), { recursive: true, mode: 0o755 });
    writeFileSync(file(), yaml, { mode: 0o644 });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const read = () => managedPolicy(localMachine({ root, host: { platform: 'linux' } }));

  test('root’s own file holds', async () => {
    expect(importance(await read()).value).toBe('required');
  });
  test('no longer once it is given away, or its folder is', async () => {
    chownSync(file(), 1000, 1000);
    expect(told(await read()).join()).toMatch(/doesn’t belong to root/);
    chownSync(file(), 0, 0);
    chownSync(path.dirname(file()), 1000, 1000);
    expect(told(await read()).join()).toMatch(/greenroom doesn’t belong to root/);
  });

  test('what a person has set never weakens what the organisation has', async () => {
    await storeSetting(root, 'load', 'importance', 'off');
    const { policy } = await loadPolicy(localMachine({ root, host: { platform: 'linux' } }), root);
    expect(importance(policy).value).toBe('required');
  });
});
