/** Tries the gate: who may ask, with what, and that nothing runs before both are known. */
import type { IpcMainInvokeEvent } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { MOST_NOTICED } from '../../electron/core/camera/look.ts';
import { examinationParts } from '../../electron/core/camera/observation.ts';
import { type RequestName, requestChannel, requestNames } from '../../electron/core/ipc/contract.ts';
import type { Handlers } from '../../electron/main/ipc.ts';

const called = vi.fn((..._args: unknown[]): unknown => null);

/** A fresh gate in front of handlers that only note that they ran. */
const openGate = async (): Promise<(name: RequestName, frame: unknown, ...args: unknown[]) => Promise<unknown>> => {
  vi.resetModules();
  const { setupIpc } = await import('../../electron/main/ipc.ts');
  const { invoke } = await import('../doubles/electron/ipc-main.ts');
  setupIpc(Object.fromEntries(requestNames.map((name) => [name, called])) as unknown as Handlers);
  return async (name, frame, ...args) => {
    const event = { senderFrame: frame, sender: { mainFrame: ours } } as unknown as IpcMainInvokeEvent;
    const answer = await invoke(event, requestChannel(name), args);
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  };
};
const ours = { origin: 'app://greenroom' };

beforeEach(() => {
  called.mockClear();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

test('answers its own page', async () => {
  called.mockReturnValueOnce('the snapshot');
  const ask = await openGate();
  expect(await ask('snapshot', ours)).toBe('the snapshot');
});

test.each([
  ['a frame that has gone', null],
  ['another frame of the same origin', { origin: 'app://greenroom' }],
  ['another site in the main frame', Object.assign(Object.create(ours), { origin: 'https://greenroom' })],
  ['a page without an origin', { origin: 'null' }],
])('refuses %s', async (_name, frame) => {
  const ask = await openGate();
  await expect(ask('snapshot', frame)).rejects.toThrow('refused');
  expect(called).not.toHaveBeenCalled();
});

test('refuses a main frame that has gone to another site', async () => {
  const ask = await openGate();
  const { isOurPage } = await import('../../electron/main/ipc.ts');
  const elsewhere = { origin: 'https://example.org' };
  expect(isOurPage(elsewhere, elsewhere)).toBe(false);
  await expect(ask('snapshot', elsewhere)).rejects.toThrow('refused');
});

const look = {
  parts: Object.fromEntries(examinationParts.map((part) => [part, 'finished'])),
  noticed: [{ kind: 'text', share: 0.1, confidence: 0.9 }],
};
const [noticed] = look.noticed;
/** Looks that try to carry more than numbers and names from the list. */
const withMore: readonly object[] = [
  { ...look, picture: new Uint8Array(8) },
  { ...look, words: ['Q3 forecast'] },
  { ...look, parts: { ...look.parts, text: 'Q3 forecast' } },
  { ...look, parts: { ...look.parts, picture: 'finished' } },
  { ...look, noticed: [{ ...noticed, words: 'Q3 forecast' }] },
  { ...look, noticed: [{ ...noticed, measure: { 'Q3 forecast': 1 } }] },
  { ...look, noticed: [{ ...noticed, kind: 'Q3 forecast' }] },
  { ...look, noticed: [{ ...noticed, share: [0.1, 0.2] }] },
  { ...look, noticed: [{ ...noticed, share: 2 }] },
  { ...look, noticed: [{ ...noticed, confidence: Number.NaN }] },
  { ...look, noticed: Array.from({ length: MOST_NOTICED + 1 }, () => noticed) },
];

test.each<[RequestName, unknown[]]>([
  ['snapshot', ['more than nothing']],
  ['check', []],
  ['check', ['os-supported']],
  ['check', [[]]],
  ['check', [[1]]],
  ['check', [null, 'more']],
  ['check', [Array.from({ length: 101 }, (_, index) => `check-${index}`)]],
  ['openRemedy', []],
  ['openRemedy', [{ toString: () => 'os-patches/update' }]],
  ['openRemedy', ['x'.repeat(201)]],
  ['mediaAccess', ['screen']],
  ['openMediaSettings', ['ms-settings:privacy']],
  ['soundCheck', ['yes']],
  ['companyBackground', ['/etc/passwd']],
  ...withMore.map((look): [RequestName, unknown[]] => ['tellLook', [look]]),
])('refuses %s with %j', async (name, args) => {
  const ask = await openGate();
  await expect(ask(name, ours, ...args)).rejects.toThrow('refused');
  expect(called).not.toHaveBeenCalled();
});

test('passes good arguments on as they are', async () => {
  const ask = await openGate();
  await ask('check', ours, ['os-supported']);
  await ask('check', ours, null);
  await ask('tellLook', ours, look);
  expect(called.mock.calls).toEqual([[['os-supported']], [null], [look]]);
});
