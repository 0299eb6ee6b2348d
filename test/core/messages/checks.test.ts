/** Every recorded computer in the pseudo-language: a word that is no message shows as plain English. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainWords } from '../../../electron/core/messages/pseudo.ts';
import { findingsIn } from '../../../electron/core/report/in-language.ts';
import { parseReport } from '../../../electron/core/report/schema.ts';
import { runChecks } from '../../../electron/engine/run/run.ts';
import { parseRecording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';

const folder = path.resolve('test/machines');
const names = readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []));

describe.each(names)('%s', (name) => {
  test('has only messages and values in its findings, also when its report was stored', async () => {
    const file = path.join(folder, `${name}.json`);
    const recording = parseRecording(file, readFileSync(file, 'utf8'));
    const port = replayMachine(recording, { strict: true });
    const report = await runChecks({ port, now: new Date(recording.recordedAt), deadlineMs: 60_000 });
    const stored = parseReport('report.json', JSON.stringify(report));
    const shown = findingsIn('pseudo', stored.findings);
    // What an earlier Greenroom recorded as a sentence is shown as it was.
    const earlier = recording.reads.flatMap((read) =>
      'cannotTell' in read && typeof read.reason === 'string' ? [read.reason] : [],
    );
    const strange = (text: string): string => earlier.reduce((rest, told) => rest.replaceAll(told, ''), text);
    const plain = shown.flatMap(({ id, title, why, evidence, remedies, messages }) => {
      const texts = [
        ...(messages?.title === undefined ? [] : [title]),
        ...(messages?.found === undefined ? [] : [evidence.found]),
        ...(messages?.wanted === undefined ? [] : [evidence.wanted ?? '']),
        ...(messages?.why === undefined ? [] : [why ?? '']),
        // The host’s steps are the invitation’s, which speaks English so far.
        ...(messages?.title === undefined || id === 'waiting-room'
          ? []
          : remedies.flatMap(({ label, steps }) => [label, ...steps])),
      ];
      return texts.filter((text) => plainWords(strange(text)).length > 0).map((text) => `${id}: ${text}`);
    });
    expect(plain).toEqual([]);
  });
});
