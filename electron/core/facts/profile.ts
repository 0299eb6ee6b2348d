/** Owns the facts that Greenroom keeps itself: what a person confirmed here, what a look at the camera measured. No system has a reader for them. */

import type { CameraView } from '../camera/camera-view.ts';
import type { CameraLook } from '../camera/look.ts';
import type { TriedConnection } from '../connection/trial.ts';
import type { MeetingAhead } from '../meeting/meeting.ts';
import type { PolicyFault } from '../policy/source-tree.ts';
import type { IsoDate, IsoTime } from '../text/time.ts';
import type { BrowserAnswers } from './browsers.ts';
import type { Throttling } from './computer.ts';
import { type Fact, known } from './fact.ts';
import { type BackupMemory, noKnownDrives } from './known-drives.ts';
import { noKnownUpdates, type UpdateMemory } from './known-updates.ts';
import type { SeenDevices, TriedMicrophone } from './seen-devices.ts';

/** What a person has confirmed, by the id of the check that asks. */
export interface Attestations {
  readonly confirmed: Readonly<Record<string, { readonly at: IsoTime }>>;
}

/** The policy of the organisation, as far as a check may know of it. */
export interface OrganisationPolicy {
  /** Files, registry keys or property lists; null when there is none. */
  readonly source: string | null;
  readonly faults: readonly PolicyFault[];
}

/** The program that runs. */
export interface OwnProgram {
  readonly version: string;
  /** The day on which it was built; null where it runs from its sources. */
  readonly builtOn: IsoDate | null;
  /** The version of Electron it runs on; null on plain Node. */
  readonly electron: string | null;
}

export interface ProfileFacts {
  /** Null where a recorded computer is judged. */
  ownProgram: OwnProgram | null;
  organisationPolicy: OrganisationPolicy;
  attestations: Attestations;
  backupMemory: BackupMemory;
  updateMemory: UpdateMemory;
  cameraLook: CameraLook;
  cameraView: CameraView;
  seenDevices: SeenDevices;
  /** Null where none was tried since the program began. */
  triedMicrophone: TriedMicrophone | null;
  throttling: Throttling;
  /** How many screens the window sees; null where none has looked. */
  screens: number | null;
  /** The next meeting of the calendars; null when they hold none, or none is named. */
  nextMeeting: MeetingAhead | null;
  connectionTrial: TriedConnection;
  browserAnswers: BrowserAnswers;
}

export type ProfileFactKey = keyof ProfileFacts;

/** An own fact as a run is given it; `at` is when it was learnt. */
export type InjectedFacts = {
  readonly [K in ProfileFactKey]?: { readonly fact: Fact<ProfileFacts[K]>; readonly at: IsoTime };
};

/** What a run knows that is given none: a recorded machine. */
export const defaultProfileFacts: { readonly [K in ProfileFactKey]: Fact<ProfileFacts[K]> } = {
  ownProgram: known(null, 'Greenroom itself'),
  organisationPolicy: known({ source: null, faults: [] }, 'no policy'),
  attestations: known({ confirmed: {} }, 'what you have confirmed'),
  backupMemory: known(noKnownDrives, 'what Greenroom remembers of drives'),
  updateMemory: known(noKnownUpdates, 'what Greenroom remembers of updates'),
  cameraLook: known('not-yet', 'the camera view'),
  cameraView: known('not-opened', 'the camera view'),
  seenDevices: known('not-looked', ''),
  triedMicrophone: known(null, ''),
  throttling: known({ heat: null, speedPercent: null }, ''),
  screens: known(null, ''),
  nextMeeting: known(null, ''),
  connectionTrial: known('not-tried', ''),
  browserAnswers: known('no-host', ''),
};

export const isProfileFact = (key: string): key is ProfileFactKey => Object.hasOwn(defaultProfileFacts, key);
