/** The tray's fixes: looked for once after a report, only for what is to be put right before the call, and never of an older one. */
import { expect, test, vi } from 'vitest';
import { watchTrayFixes } from '../../../electron/main/background/tray-fixes.ts';
import { finding, likeFinding, report } from '../../renderer/samples.ts';

const first = (id: string) =>
  likeFinding(finding({ id: 'power', state: 'fail', title: 'x', found: 'x', source: 'y' }), {
    id,
    required: true,
    when: 'before-call',
  });

test('only what is to be put right first, and has a fix, is asked for; the same report is not asked for again', async () => {
  const asked: string[] = [];
  const onChange = vi.fn();
  const offered = async (id: string) => {
    asked.push(id);
    return ['Turn the sound on'];
  };
  const tray = watchTrayFixes({ offered, onChange });
  const one = report([first('loudspeaker-present'), first('os-supported')]);
  tray.see(one);
  tray.see(one);
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
  expect(asked).toEqual(['loudspeaker-present']);
  expect(tray.fixes()).toEqual([{ checkId: 'loudspeaker-present', label: 'Turn the sound on' }]);
});

test('what was found for an older report is not listed, and a look that fails lists nothing', async () => {
  const answers = new Map<string, (labels: readonly string[]) => void>();
  const offered = (id: string) =>
    id === 'connection'
      ? Promise.reject(new Error('no policy'))
      : new Promise<readonly string[]>((resolve) => answers.set(id, resolve));
  const onChange = vi.fn();
  const tray = watchTrayFixes({ offered, onChange });
  tray.see(report([first('loudspeaker-present')]));
  tray.see(report([first('connection')]));
  answers.get('loudspeaker-present')?.(['Turn the sound on']);
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
  expect(tray.fixes()).toEqual([]);
});
