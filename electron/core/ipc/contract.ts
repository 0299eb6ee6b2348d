/** Owns what the page may ask of the main process, and what it is told: the only place where channels are named. */
import * as v from 'valibot';
import { type Permission, type SourceId, sourceIds } from '../calendar-sources/shape.ts';
import { type CameraOutcome, cameraOutcomes } from '../camera/camera-view.ts';
import type { CompanyBackground } from '../camera/company-background.ts';
import type { LookMeasures } from '../camera/look.ts';
import { lookMeasures } from '../camera/look-schema.ts';
import type { Attestation } from '../checks/attestations.ts';
import type { CheckId } from '../checks/ids.ts';
import type { TrialProgress, TrialTold } from '../connection/trial-told.ts';
import type { Platform } from '../facts/index.ts';
import type { KnownDrive } from '../facts/known-drives.ts';
import type { DeviceKind, TriedMicrophone } from '../facts/seen-devices.ts';
import type { Agenda } from '../meeting/meeting.ts';
import type { Area } from '../report/areas.ts';
import type { Change } from '../report/diff.ts';
import type { HistoryDay } from '../report/history.ts';
import type { Report } from '../report/report.ts';
import type { SourceListing } from '../settings/calendar.ts';
import type { SettingsInForce } from '../settings/index.ts';
import { LONGEST_REASON } from '../waivers/waivers.ts';
import type { ChangeTold, FixesTold, FixTold } from './fix-messages.ts';
import {
  type Incoming,
  type Inspected,
  type JoinWay,
  MOST_BYTES,
  type SubmittedInvitation,
} from './invitation-messages.ts';
import type { LoginState } from './login-item.ts';

/** A check that has not been judged yet in this run. */
export interface PendingCheck {
  readonly id: CheckId;
  readonly area: Area;
  readonly title: string;
}

/** Everything the page shows, pushed whole whenever something changes. */
export interface Snapshot {
  /**
   * The newest report. While a run goes on it holds the new findings of checks that are judged, and for those in
   * `running.pending` the findings of the report before, if any. Null before the first finding.
   */
  readonly report: Report | null;
  /** Null when no run goes on. */
  readonly running: {
    readonly startedAt: string;
    readonly pending: readonly PendingCheck[];
    /** Number of checks in this run. */
    readonly total: number;
    /** Checks that were asked for; null: all. */
    readonly only: readonly string[] | null;
  } | null;
  /** Against the report before this one. */
  readonly changes: readonly Change[];
  /** Time of the report that `changes` counts from. */
  readonly comparedWith: string | null;
  /** Sentences a person must know: a damaged report that was set aside, a fault in the last run. */
  readonly notices: readonly string[];
  /** The meetings ahead; empty while no calendar is named. */
  readonly agenda: Agenda;
  /** External drives that are attached, and those the person called their backup drives. */
  readonly backupDrives: readonly KnownDrive[];
  /** The values in force, each with the layer that set it. */
  readonly settings: SettingsInForce;
  /** What only the person can tell, and what they have confirmed of it. */
  readonly attestations: readonly Attestation[];
  /** The days on which something was checked, the newest first. */
  readonly history: readonly HistoryDay[];
  /** The person wants to be told of what waits once their next meeting is over. */
  readonly remindsAfterCall: boolean;
  readonly platform: Platform;
  readonly appVersion: string;
}

/** What came of a remedy. */
export type Opened = 'opened' | 'nothing-to-open' | 'refused-by-system';

/** What the organisation is told of a result, to the letter. */
export interface Sharing {
  /** Where it is written after each check, in words; empty: nowhere. */
  readonly destinations: readonly string[];
  /** One line of JSON; null before the first report. */
  readonly line: string | null;
}

/** Whom “Update list” would ask, by their servers, or why it may not ask anybody. */
export type ListPlanTold =
  | { readonly is: 'may-ask'; readonly hosts: readonly string[] }
  | { readonly is: 'forbidden' | 'signed' | 'nothing-to-ask' };

/** How far “Update list” is, in makers. */
export interface ListProgress {
  readonly done: number;
  readonly total: number;
}

/** What came of “Update list”. */
export interface ListUpdated {
  readonly asked: number;
  readonly answered: number;
  /** Makers that named a newer version than was known. */
  readonly newer: number;
  readonly stopped: boolean;
}

/** What came of saving a support file; `nothing`: none has been shown. */
export type Saved = 'saved' | 'cancelled' | 'failed' | 'nothing';

export type SettingValue = string | number | boolean | readonly string[];

/** What came of calling a drive a backup drive, or no longer. */
export type DriveKept = 'done' | 'refused';

/** What came of a change to a setting. `managed`: the organisation has fixed it. */
export type SettingChange = 'changed' | 'managed' | 'refused';

export type CalendarKind = 'file' | 'folder';

/** What came of adding a calendar. `not-chosen`: the person closed the dialog. */
export type CalendarAdded = SettingChange | 'not-chosen';

export const mediaDevices = ['camera', 'microphone'] as const;
export type MediaDevice = (typeof mediaDevices)[number];

/** The system's own answer about a device, before the page asks for it. */
export type MediaAccess = 'granted' | 'denied' | 'restricted' | 'not-determined' | 'unknown';

/** Request channel → signature. The main process answers each; nothing else can be asked. */
export interface Requests {
  snapshot: () => Snapshot;
  /** Starts a run; a run that goes on is kept. `null` checks everything. */
  check: (only: readonly string[] | null) => void;
  /** Opens the page or settings pane of a remedy, by the remedy's id. */
  openRemedy: (remedyId: string) => Opened;
  /** What Greenroom can do about the findings of a check now. */
  fixesFor: (checkId: string) => FixesTold;
  /** Does what was offered, by its id, if it is still what was shown. It is used for nothing but to find what is offered then. */
  applyFix: (wish: string, shown: string) => FixTold;
  /** Puts back what was changed, by the id of the change, if nobody has changed it since. */
  undoFix: (changeId: string) => FixTold;
  /** What can be put back now, the newest first. */
  changedByFixes: () => readonly ChangeTold[];
  mediaAccess: (device: MediaDevice) => MediaAccess;
  /** Opens the system's privacy settings of a device. */
  openMediaSettings: (device: MediaDevice) => Opened;
  /** Opens or closes the door for the microphone: it is given only while the person tries the sound. */
  soundCheck: (on: boolean) => void;
  /** Whether the screen is locked; asked where the system does not tell by itself. */
  screenLocked: () => boolean;
  /** Reads the organisation's background again; the picture is then at `COMPANY_BACKGROUND`. */
  companyBackground: () => CompanyBackground;
  /** Tells what a look at the camera's picture measured. There is no place in it for a picture or a word that was read. */
  tellLook: (measures: LookMeasures) => void;
  /** Tells what came of opening the camera: one of a few kinds, nothing else. */
  tellCamera: (outcome: CameraOutcome) => void;
  /** Tells once of what waits, when the next meeting is over, or no longer; false where no meeting is ahead. */
  remindAfterCall: (on: boolean) => void;
  /** Inspects an invitation. Fails when a newer one overtook it or it could not be read in time. */
  inspect: (given: SubmittedInvitation) => Inspected;
  /** Opens the meeting of an inspected invitation, by the id of the inspection: an official link, or nothing. */
  openMeeting: (inspectionId: string, way: JoinWay) => Opened;
  /** Opens the meeting of the agenda with that id: an official link, or nothing. */
  joinMeeting: (meetingId: string, way: JoinWay) => Opened;
  /** Lets the person choose a calendar on this computer, and remembers it. */
  addCalendar: (kind: CalendarKind) => CalendarAdded;
  /** The sources of calendars on this computer; calendars are looked at only where the person wants them to be used. */
  calendarSources: () => readonly SourceListing[];
  /** Lets the system ask whether Greenroom may read a source. */
  askForCalendars: (source: SourceId) => Permission;
  /** Opens the vendor's page about a step for hosts, by "service/topic". */
  openHostPage: (pageId: string) => Opened;
  /** Opens the page of the help desk that the organisation's policy names. */
  openHelpDesk: () => Opened;
  /** What last came in by a `greenroom:` link or as an opened file; null when nothing did. */
  incoming: () => Incoming | null;
  sharing: () => Sharing;
  /** Whom `updateList` would ask; asks nobody. */
  listPlan: () => ListPlanTold;
  /** Asks the makers of installed apps for their newest versions. */
  updateList: () => ListUpdated;
  stopListUpdate: () => void;
  /** Tries the connection to a service's own host, or to the one that a meeting's official link leads to. */
  tryConnection: (host: string) => TrialTold;
  stopConnection: () => void;
  /** The text of a support file, for the person to read. Takes some seconds. */
  supportFile: () => string;
  /** Asks where to put the support file that was shown last, and writes just that. */
  saveSupportFile: () => Saved;
  /** Sets one of the person's own settings, by the id of its area or check and its key; null takes it back. */
  changeSetting: (id: string, key: string, value: SettingValue | null) => SettingChange;
  /** Sets a finding aside, by its key, until an instant; null when it is done, else the sentence why not. */
  waive: (findingKey: string, until: string, reason: string) => string | null;
  /** Ends before its time what the person has set aside. */
  revokeWaiver: (findingKey: string) => void;
  /** Keeps the person's word on a check that only they can answer, or takes it back. */
  attest: (checkId: string, confirmed: boolean) => void;
  /** Copies random words; a minute later the clipboard is cleared if it still holds them. False: it did not take them. */
  copyForAMinute: (words: string) => boolean;
  /** How the start at login stands in the system itself. */
  startAtLogin: () => LoginState;
  /** A camera came or went, or gives no picture any more: what the page told of it earlier counts no more. */
  cameraChanged: () => void;
  /** Which kinds of device the page sees, without having opened any. */
  tellDevices: (seen: Readonly<Record<DeviceKind, boolean>>) => void;
  /** Which microphone is being tried; null where it is the system’s own choice. */
  tellMicrophone: (tried: TriedMicrophone | null) => void;
  /** Calls a drive of `Snapshot.backupDrives` the person's backup drive, or no longer, by its id. */
  keepBackupDrive: (id: string, keep: boolean) => DriveKept;
}
export type RequestName = keyof Requests;

/** Event channel → what it carries. */
export interface Events {
  snapshot: Snapshot;
  incoming: Incoming;
  listProgress: ListProgress;
  trialProgress: TrialProgress;
  /** A fix, or its way back, takes longer than it should. It is not ended. */
  fixLate: null;
  /** Camera and microphone must be let go now. */
  cameraOff: CameraOff;
}

/** Why the program wants the camera off. */
export type CameraOff = 'hidden' | 'locked' | 'suspended';

const id = v.pipe(v.string(), v.maxLength(200));
const nothing = v.strictTuple([]);
/** A check's id and a subject of at most 120 characters. */
const key = v.pipe(v.string(), v.maxLength(500));
const settingText = v.pipe(v.string(), v.maxLength(10_000));
const given: v.GenericSchema<unknown, SubmittedInvitation> = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), text: v.pipe(v.string(), v.maxLength(MOST_BYTES)) }),
  v.strictObject({
    kind: v.literal('file'),
    name: v.pipe(v.string(), v.maxLength(255)),
    bytes: v.pipe(
      v.instance(Uint8Array),
      v.check((bytes) => bytes.byteLength <= MOST_BYTES, 'Invalid size'),
    ),
  }),
]);

const deviceLabel = v.pipe(v.string(), v.maxLength(300));

/** What each request's arguments must look like: checked before any handler runs. */
export const requestArguments: { readonly [K in RequestName]: v.GenericSchema<unknown, Parameters<Requests[K]>> } = {
  snapshot: nothing,
  check: v.strictTuple([v.nullable(v.pipe(v.array(id), v.minLength(1), v.maxLength(100)))]),
  openRemedy: v.strictTuple([id]),
  fixesFor: v.strictTuple([id]),
  applyFix: v.strictTuple([key, id]),
  undoFix: v.strictTuple([id]),
  changedByFixes: nothing,
  mediaAccess: v.strictTuple([v.picklist(mediaDevices)]),
  openMediaSettings: v.strictTuple([v.picklist(mediaDevices)]),
  soundCheck: v.strictTuple([v.boolean()]),
  screenLocked: nothing,
  companyBackground: nothing,
  tellLook: v.strictTuple([lookMeasures]),
  tellCamera: v.strictTuple([v.picklist(cameraOutcomes)]),
  remindAfterCall: v.strictTuple([v.boolean()]),
  inspect: v.strictTuple([given]),
  openMeeting: v.strictTuple([id, v.picklist(['app', 'browser'])]),
  joinMeeting: v.strictTuple([id, v.picklist(['app', 'browser'])]),
  addCalendar: v.strictTuple([v.picklist(['file', 'folder'])]),
  calendarSources: nothing,
  askForCalendars: v.strictTuple([v.picklist(sourceIds)]),
  openHostPage: v.strictTuple([id]),
  openHelpDesk: nothing,
  incoming: nothing,
  sharing: nothing,
  keepBackupDrive: v.strictTuple([id, v.boolean()]),
  listPlan: nothing,
  updateList: nothing,
  stopListUpdate: nothing,
  tryConnection: v.strictTuple([v.pipe(v.string(), v.maxLength(253))]),
  stopConnection: nothing,
  supportFile: nothing,
  saveSupportFile: nothing,
  changeSetting: v.strictTuple([
    id,
    id,
    v.nullable(v.union([v.number(), v.boolean(), settingText, v.pipe(v.array(settingText), v.maxLength(1000))])),
  ]),
  waive: v.strictTuple([key, v.pipe(v.string(), v.isoTimestamp()), v.pipe(v.string(), v.maxLength(LONGEST_REASON))]),
  revokeWaiver: v.strictTuple([key]),
  attest: v.strictTuple([id, v.boolean()]),
  // Nothing but words of small letters: nobody else's text gets onto the clipboard this way.
  copyForAMinute: v.strictTuple([v.pipe(v.string(), v.maxLength(200), v.regex(/^[a-z]+(?: [a-z]+)*$/))]),
  startAtLogin: nothing,
  cameraChanged: nothing,
  tellDevices: v.strictTuple([
    v.strictObject({ camera: v.boolean(), microphone: v.boolean(), loudspeaker: v.boolean() }),
  ]),
  tellMicrophone: v.strictTuple([v.nullable(v.strictObject({ label: deviceLabel, choice: v.nullable(deviceLabel) }))]),
};

export const requestNames = Object.keys(requestArguments) as readonly RequestName[];

/** IPC channel of a request or an event. */
export const requestChannel = (name: RequestName): string => `greenroom:request:${name}`;
export const eventChannel = (name: keyof Events): string => `greenroom:event:${name}`;

/** What the preload puts on `window.greenroom`; the page's own type is this one. */
export type GreenroomApi = {
  readonly [K in RequestName]: (...args: Parameters<Requests[K]>) => Promise<ReturnType<Requests[K]>>;
} & {
  /** Calls `listener` on every new snapshot; returns the function that stops it. */
  readonly onSnapshot: (listener: (snapshot: Snapshot) => void) => () => void;
  /** Calls `listener` whenever something comes in from outside, and as it goes on. */
  readonly onIncoming: (listener: (incoming: Incoming) => void) => () => void;
  /** Calls `listener` as “Update list” goes on. */
  readonly onListProgress: (listener: (progress: ListProgress) => void) => () => void;
  /** Calls `listener` after each attempt of a trial of the connection. */
  readonly onTrialProgress: (listener: (progress: TrialProgress) => void) => () => void;
  /** Calls `listener` when a fix, or its way back, takes longer than it should. */
  readonly onFixLate: (listener: () => void) => () => void;
  /** Calls `listener` when camera and microphone must be let go. */
  readonly onCameraOff: (listener: (reason: CameraOff) => void) => () => void;
};
