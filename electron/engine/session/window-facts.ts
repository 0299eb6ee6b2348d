/** Owns what the running program learned from its window and on clicks: kept in memory only, and judged again where it is news. */
import type { CameraOutcome } from '../../core/camera/camera-view.ts';
import type { LookMeasures } from '../../core/camera/look.ts';
import type { Trial } from '../../core/connection/trial.ts';
import { isHot, type Throttling } from '../../core/facts/computer.ts';
import { known } from '../../core/facts/fact.ts';
import type { InjectedFacts, ProfileFactKey } from '../../core/facts/profile.ts';
import { type DeviceKind, deviceKinds, type TriedMicrophone } from '../../core/facts/seen-devices.ts';
import type { Report } from '../../core/report/report.ts';

export interface WindowFacts {
  /** Keeps what the page measured, in memory only, and judges the checks that rest on it. */
  look(measures: LookMeasures): Promise<void>;
  /** Keeps what came of opening the camera, in memory only, and judges the checks that rest on it. */
  cameraOpened(outcome: CameraOutcome): Promise<void>;
  /** Cameras came or went: what came of opening one says nothing any more. */
  cameraChanged(): Promise<void>;
  /** Keeps which kinds of device the page sees, and judges again where the report says otherwise. */
  devicesSeen(seen: Readonly<Record<DeviceKind, boolean>>): Promise<void>;
  /** Keeps which microphone the person tried, in memory only, and judges what rests on it. */
  microphoneTried(tried: TriedMicrophone | null): Promise<void>;
  /** Keeps how the connection was when it was tried, in memory only, and judges what rests on it. */
  connectionTried(trial: Trial): Promise<void>;
  /** The computer is on another network: how the connection was on the one before says nothing any more. */
  networkChanged(): Promise<void>;
  /** Keeps how far the system slows the computer down, and judges it again when that has changed since the report. */
  throttled(throttling: Throttling): Promise<void>;
  /** Keeps how many screens there are, and judges what rests on it. */
  screensSeen(screens: number): Promise<void>;
}

/** Per cent: a speed that wavers is no news. */
const SPEED_STEP = 10;

/** `judgeAgain` runs the checks that rest on a fact. */
export const createWindowFacts = (
  report: () => Report | null,
  judgeAgain: (key: ProfileFactKey) => Promise<void>,
): { readonly facts: () => InjectedFacts; readonly told: WindowFacts } => {
  let looked: InjectedFacts = {};
  let judgedThrottling: Throttling = { heat: null, speedPercent: null };
  const told: WindowFacts = {
    look: async (measures) => {
      const at = new Date().toISOString();
      const fact = known({ ...measures, at }, 'the camera view');
      looked = { ...looked, cameraLook: { fact, at } };
      await judgeAgain('cameraLook');
    },
    cameraOpened: async (outcome) => {
      const at = new Date().toISOString();
      const before = looked.cameraView?.fact;
      looked = { ...looked, cameraView: { fact: known({ outcome, at }, 'the camera view'), at } };
      // A camera that works as it did is no news, unless that had grown too old to be told.
      const isTold = report()?.findings.some(({ id, state }) => id === 'camera-view' && state !== 'not-done');
      const isKnown =
        isTold === true &&
        before?.state === 'known' &&
        before.value !== 'not-opened' &&
        before.value.outcome === outcome;
      if (!isKnown) await judgeAgain('cameraView');
    },
    cameraChanged: async () => {
      if (looked.cameraView === undefined) return;
      const { cameraView: _gone, ...rest } = looked;
      looked = rest;
      await judgeAgain('cameraView');
    },
    devicesSeen: async (seen) => {
      const at = new Date().toISOString();
      looked = { ...looked, seenDevices: { fact: known(seen, 'Greenroom’s window'), at } };
      const { findings: shown = [], hidden = [] } = report() ?? {};
      const findings = [...shown, ...hidden];
      const isContradicted = deviceKinds.some((kind) => {
        const state = findings.find(({ id }) => id === `${kind}-present`)?.state;
        return state === 'unknown' || (state === 'pass' && !seen[kind]) || (state === 'fail' && seen[kind]);
      });
      if (isContradicted) await judgeAgain('seenDevices');
    },
    microphoneTried: async (tried) => {
      const before = looked.triedMicrophone?.fact;
      const last = before?.state === 'known' ? before.value : null;
      if (tried?.label === last?.label && tried?.choice === last?.choice) return;
      const fact = known(tried, 'Greenroom’s window');
      looked = { ...looked, triedMicrophone: { fact, at: new Date().toISOString() } };
      await judgeAgain('triedMicrophone');
    },
    connectionTried: async (trial) => {
      const at = new Date().toISOString();
      const fact = known({ trial, at }, `ten connections to ${trial.host}`);
      looked = { ...looked, connectionTrial: { fact, at } };
      await judgeAgain('connectionTrial');
    },
    networkChanged: async () => {
      if (looked.connectionTrial === undefined) return;
      const { connectionTrial: _gone, ...rest } = looked;
      looked = rest;
      await judgeAgain('connectionTrial');
    },
    throttled: async (throttling) => {
      const at = new Date().toISOString();
      looked = { ...looked, throttling: { fact: known(throttling, 'what the system tells the window'), at } };
      const isChanged =
        isHot(throttling.heat) !== isHot(judgedThrottling.heat) ||
        Math.abs((throttling.speedPercent ?? 100) - (judgedThrottling.speedPercent ?? 100)) >= SPEED_STEP;
      if (!isChanged) return;
      judgedThrottling = throttling;
      // The first report reads it anyway.
      if (report() !== null) await judgeAgain('throttling');
    },
    screensSeen: async (screens) => {
      const isFirst = looked.screens === undefined;
      looked = { ...looked, screens: { fact: known(screens, 'Greenroom’s window'), at: new Date().toISOString() } };
      // What is told at the start is in the first report of this start.
      if (!isFirst && report() !== null) await judgeAgain('screens');
    },
  };
  return { facts: () => looked, told };
};
