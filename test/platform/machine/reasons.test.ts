/** Why a reading could not be made, on its way through a recording: a message stays one, an earlier sentence stays as it was. */
import { afterEach, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { FactUnavailable } from '../../../electron/core/facts/fact.ts';
import { localise, setLanguage } from '../../../electron/core/messages/localise.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { plainWords } from '../../../electron/core/messages/pseudo.ts';
import { place } from '../../../electron/core/messages/value.ts';
import type { MachinePort } from '../../../electron/platform/machine/machine.ts';
import { recordingMachine } from '../../../electron/platform/machine/record.ts';
import { parseRecording, type Recording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import { reasons } from '../../../electron/platform/reasons.ts';
import { redact } from '../../../electron/platform/redaction/redact.ts';
import { recordingOf } from '../darwin/recorded.ts';

afterEach(() => setLanguage('en'));

const signal = new AbortController().signal;
const operation = { op: 'stat', path: '/var/db/closed' } as const;
const reason = reasons.denied({ what: place(operation.path) });

const reasonIn = (recording: Recording) =>
  replayMachine(recording, { strict: true })
    .read(operation, {}, signal)
    .then(
      () => expect.fail('It was read.'),
      (error: unknown) => (error instanceof FactUnavailable ? error.reason : expect.fail(String(error))),
    );

const again = (recording: object): Recording => parseRecording('again.json', JSON.stringify(recording));

test('a message is recorded, and redacted by its values alone', async () => {
  const refusing: MachinePort = {
    host: recordingOf('macos-26').host,
    read: () => Promise.reject(new FactUnavailable('denied', reason)),
  };
  const { port, recording } = recordingMachine(refusing);
  await expect(port.read(operation, {}, signal)).rejects.toThrow('This account may not read /var/db/closed.');
  const made = await recording();
  expect(await reasonIn(again(made))).toEqual(reason);
  const names = { userName: 'reading', hostName: 'denied', home: '/Users/reading' };
  expect(await reasonIn(again(redact(made, { ...names, fullName: '' } as never, builtInCatalogue)))).toMatchObject({
    id: reason.id,
  });
});

test('a sentence of an earlier recording is shown as it was, in every language', async () => {
  const reads = [{ ...operation, cannotTell: 'denied', reason: 'This account may not look.' }];
  const earlier = await reasonIn(again({ ...recordingOf('macos-26'), reads }));
  setLanguage('pseudo');
  expect(localise(asMessage(earlier))).toContain('This account may not look.');
  expect(plainWords(localise(reason))).toEqual([]);
});

test.each([
  ['an id that is none', { id: '\u001b[31mred' }],
  ['a value of no kind', { id: 'reading.denied', values: { what: { kind: 'html', text: 'x' } } }],
])('%s is refused', (_name, told) => {
  const reads = [{ ...operation, cannotTell: 'denied', reason: told }];
  expect(() => again({ ...recordingOf('macos-26'), reads })).toThrow(/again\.json/);
});
