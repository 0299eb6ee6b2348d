/** A process that writes one entry into each kind of file, as window and terminal do. */

import { areasOf } from '../../../electron/core/report/counts.ts';
import type { Report } from '../../../electron/core/report/report.ts';
import { storeAttestation } from '../../../electron/engine/storage/attestation-store.ts';
import { createBackupMemoryStore } from '../../../electron/engine/storage/known-drives-store.ts';
import { createReportStore } from '../../../electron/engine/storage/report-store.ts';
import { storeSetting } from '../../../electron/engine/storage/settings-store.ts';
import { newOwner } from '../../../electron/engine/storage/turns/lock-owner.ts';
import { changeWaivers } from '../../../electron/engine/storage/waiver-store.ts';

const [folder = ''] = process.argv.slice(2);
const later = '2099-01-01T00:00:00.000Z';

const report = (name: string): Report => ({
  schema: 'greenroom.report/2',
  verdict: 'undetermined',
  areas: areasOf([]),
  startedAt: new Date().toISOString(),
  durationMs: 100,
  deadlineMs: 10_000,
  only: null,
  machine: { platform: 'linux', os: name, version: '12', arch: 'x64' },
  policy: { source: null, digest: null },
  catalogue: { asOf: '2026-11-22', source: 'built in' },
  findings: [],
  probes: [],
});

const write = async (name: string): Promise<void> => {
  const waiver = { key: name, judged: 'fail', required: true, title: name, reason: '', since: later, until: later };
  await Promise.all([
    storeAttestation(folder, name, later),
    storeSetting(folder, 'checking', name, 1),
    changeWaivers(folder, { waivers: [{ ...waiver, judged: 'fail' }] }, new Date()),
    createBackupMemoryStore(folder).change(({ drives }) => ({
      drives: [
        ...drives.slice(-990),
        { id: name, label: name, registeredAt: later, lastSeenAt: later, attachedSince: null, checks: 0 },
      ],
    })),
    createReportStore(folder).save(report(name)),
  ]);
};

process.on('message', async (message: { readonly write?: string; readonly writeOn?: string }) => {
  try {
    if (message.write !== undefined) {
      await write(message.write);
      process.send?.({ kept: message.write });
    }
    for (let number = 0; message.writeOn !== undefined; number++) {
      await write(`${message.writeOn}-${number}`);
      await new Promise((sent) => process.send?.({ kept: `${message.writeOn}-${number}` }, sent));
    }
  } catch (error) {
    process.send?.({ failed: String(error) });
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.({ owner: await newOwner() });
