/** Owns a main process for tests of the page: it answers what the test says, and remembers what it was asked. */
import { configure } from '@testing-library/dom';
import type { GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import type { Incoming } from '../../electron/core/ipc/invitation-messages.ts';

// A wait ends as soon as its condition holds; this is for machines that are busy.
configure({ asyncUtilTimeout: 10_000 });

export interface FakeGreenroom {
  readonly api: GreenroomApi;
  readonly calls: unknown[][];
  push(snapshot: Snapshot): void;
  arrive(incoming: Incoming): void;
  /** A fix takes longer than it should. */
  late(): void;
}

export const fakeGreenroom = (first: Snapshot, answers: Partial<GreenroomApi> = {}): FakeGreenroom => {
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const incomingListeners = new Set<(incoming: Incoming) => void>();
  const lateListeners = new Set<() => void>();
  const calls: unknown[][] = [];
  const answering: GreenroomApi = {
    snapshot: async () => first,
    check: async () => {},
    openRemedy: async () => 'opened',
    fixesFor: async () => ({ offers: [], later: [] }),
    applyFix: async () => ({ state: 'done', sentence: 'Unmuted “Headset”.', change: 'c1' }),
    undoFix: async () => ({ state: 'put-back', sentence: 'Put back as it was.', change: null }),
    changedByFixes: async () => [],
    mediaAccess: async () => 'unknown',
    openMediaSettings: async () => 'opened',
    soundCheck: async () => {},
    screenLocked: async () => false,
    companyBackground: async () => ({ state: 'none' }),
    tellLook: async () => {},
    tellCamera: async () => {},
    remindAfterCall: async () => {},
    inspect: () => silence(),
    openMeeting: async () => 'opened',
    openHostPage: async () => 'opened',
    openHelpDesk: async () => 'opened',
    joinMeeting: async () => 'opened',
    addCalendar: async () => 'changed',
    calendarSources: async () => [],
    askForCalendars: async () => 'granted',
    incoming: async () => null,
    waive: async () => null,
    revokeWaiver: async () => {},
    attest: async () => {},
    copyForAMinute: async () => true,
    changeSetting: async () => 'changed',
    keepBackupDrive: async () => 'done',
    sharing: async () => ({ destinations: [], line: null }),
    startAtLogin: async () => ({ state: 'off', sentence: null }),
    cameraChanged: async () => {},
    tellDevices: async () => {},
    tellMicrophone: async () => {},
    listPlan: async () => ({ is: 'may-ask', hosts: ['slack.com', 'zoom.us'] }),
    updateList: async () => ({ asked: 2, answered: 2, newer: 1, stopped: false }),
    stopListUpdate: async () => {},
    onListProgress: () => () => {},
    tryConnection: async () => ({ is: 'tried', state: 'pass', sentences: ['zoom.us answered in 40 ms (10 of 10).'] }),
    stopConnection: async () => {},
    onTrialProgress: () => () => {},
    supportFile: async () => '{}\n',
    saveSupportFile: async () => 'saved',
    onIncoming: (listener) => {
      incomingListeners.add(listener);
      return () => incomingListeners.delete(listener);
    },
    onFixLate: (listener) => {
      lateListeners.add(listener);
      return () => lateListeners.delete(listener);
    },
    onCameraOff: () => () => {},
    onSnapshot: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ...answers,
  };
  const told = <A extends unknown[], R>(name: string, answer: (...args: A) => R) => {
    return (...args: A): R => {
      calls.push([name, ...args]);
      return answer(...args);
    };
  };
  return {
    calls,
    api: {
      ...answering,
      check: told('check', answering.check),
      openRemedy: told('openRemedy', answering.openRemedy),
      applyFix: told('applyFix', answering.applyFix),
      undoFix: told('undoFix', answering.undoFix),
      inspect: told('inspect', answering.inspect),
      openMeeting: told('openMeeting', answering.openMeeting),
      openHostPage: told('openHostPage', answering.openHostPage),
      openHelpDesk: told('openHelpDesk', answering.openHelpDesk),
      waive: told('waive', answering.waive),
      revokeWaiver: told('revokeWaiver', answering.revokeWaiver),
      attest: told('attest', answering.attest),
      copyForAMinute: told('copyForAMinute', answering.copyForAMinute),
      joinMeeting: told('joinMeeting', answering.joinMeeting),
      addCalendar: told('addCalendar', answering.addCalendar),
      changeSetting: told('changeSetting', answering.changeSetting),
      keepBackupDrive: told('keepBackupDrive', answering.keepBackupDrive),
    },
    arrive: (incoming) => {
      for (const listener of incomingListeners) listener(incoming);
    },
    late: () => {
      for (const listener of lateListeners) listener();
    },
    push: (snapshot) => {
      for (const listener of listeners) listener(snapshot);
    },
  };
};

/** An answer that never comes. */
export const silence = <T>(): Promise<T> => new Promise(() => {});
