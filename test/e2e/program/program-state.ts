/** Owns asking the running program how things stand: by its page, and by what the stand-in keeps. */
import { expect } from 'vitest';
import type { GreenroomApi, Snapshot } from '../../../electron/core/ipc/contract.ts';
import type { StandInRecord } from '../../doubles/electron/record.ts';
import type { RunningApp } from './launch.ts';

declare const greenroom: GreenroomApi;

export const snapshotOf = ({ page }: RunningApp): Promise<Snapshot> => page.evaluate(() => greenroom.snapshot());

/** The state when no run goes on. */
export const whenIdle = async (app: RunningApp): Promise<Snapshot> => {
  await expect.poll(async () => (await snapshotOf(app)).running).toBeNull();
  return snapshotOf(app);
};

export const recordOf = async (app: RunningApp): Promise<StandInRecord> => {
  const record = await app.record();
  if (record === null) throw new Error('There is no record.');
  return record;
};
