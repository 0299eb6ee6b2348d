/** Owns what the camera is doing: a pure machine of states and events. It opens nothing itself. */
import type { CameraOutcome } from '../../electron/core/camera/camera-view.ts';
import type { CameraOff, MediaAccess } from '../../electron/core/ipc/contract.ts';

export interface Device {
  readonly id: string;
  /** As the system names it; empty until the camera may be used. */
  readonly label: string;
}

/** Pixels; what the camera states besides. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Pictures a second. */
  readonly frameRate: number | null;
  /** The camera or the system blurs the background; null where that is not told. */
  readonly blurred: boolean | null;
}

export type Trouble =
  | 'no-camera'
  | 'refused'
  | 'refused-by-system'
  | 'blocked-by-organisation'
  | 'in-use'
  | 'not-connected'
  | 'no-answer'
  | 'unplugged'
  | 'stopped'
  | 'unusable';

/** What the program is told of it: its kind, or nothing where it says nothing about the camera. */
const outcomes: Readonly<Record<Trouble, CameraOutcome | null>> = {
  'no-camera': 'none',
  refused: 'refused',
  'refused-by-system': 'refused',
  'blocked-by-organisation': 'refused',
  'in-use': 'busy',
  'not-connected': null,
  'no-answer': null,
  unplugged: null,
  stopped: null,
  unusable: null,
};

/** What the trouble says of the camera itself; null where there is none, or it says nothing of it. */
export const troubleOutcome = (phase: Phase): CameraOutcome | null =>
  phase.kind === 'trouble' ? outcomes[phase.trouble] : null;

export type Phase =
  | { readonly kind: 'starting'; readonly slow: boolean }
  | {
      readonly kind: 'live';
      readonly deviceId: string;
      readonly picture: Picture;
      /** The camera is on and sends no new picture. */
      readonly still: boolean;
    }
  /** Switched off because nobody looks. */
  | { readonly kind: 'released'; readonly reason: Released }
  /** `lost` is the camera that was on when the trouble came; `allowedAgain`: the camera is allowed again. */
  | {
      readonly kind: 'trouble';
      readonly trouble: Trouble;
      readonly lost: string | null;
      readonly allowedAgain: boolean;
    };

export type Released = CameraOff | 'idle';

export interface CameraState {
  readonly phase: Phase;
  readonly devices: readonly Device[];
  /** The camera that was chosen; null leaves it to the system. */
  readonly chosen: string | null;
  readonly mirrored: boolean;
}

export type CameraEvent =
  | { readonly type: 'start'; readonly chosen: string | null }
  | { readonly type: 'slow' }
  | { readonly type: 'opened'; readonly deviceId: string; readonly picture: Picture }
  | { readonly type: 'failed'; readonly trouble: Trouble }
  | { readonly type: 'devices'; readonly devices: readonly Device[] }
  | { readonly type: 'ended' }
  | { readonly type: 'still'; readonly still: boolean }
  | { readonly type: 'resized'; readonly picture: Picture }
  | { readonly type: 'released'; readonly reason: Released }
  | { readonly type: 'permission'; readonly allowed: boolean }
  | { readonly type: 'mirror'; readonly mirrored: boolean };

export const initialCamera: CameraState = {
  phase: { kind: 'starting', slow: false },
  devices: [],
  chosen: null,
  // The page is about what the others see, and they see no mirror.
  mirrored: false,
};

const trouble = (name: Trouble, lost: string | null = null): Phase => ({
  kind: 'trouble',
  trouble: name,
  lost,
  allowedAgain: false,
});

const isAmong = (devices: readonly Device[], id: string | null): boolean => devices.some((device) => device.id === id);

/** The phase after an event; one that does not fit the present phase changes nothing. */
const nextPhase = (phase: Phase, event: CameraEvent): Phase => {
  switch (event.type) {
    case 'start':
      return { kind: 'starting', slow: false };
    case 'slow':
      return phase.kind === 'starting' ? { ...phase, slow: true } : phase;
    case 'opened':
      return phase.kind === 'starting'
        ? { kind: 'live', deviceId: event.deviceId, picture: event.picture, still: false }
        : phase;
    case 'failed':
      return phase.kind === 'starting' ? trouble(event.trouble) : phase;
    case 'devices':
      if (phase.kind === 'live' && !isAmong(event.devices, phase.deviceId)) return trouble('unplugged', phase.deviceId);
      // An end without a reason turns out to be a cable that was pulled once the list is there.
      return phase.kind === 'trouble' && phase.trouble === 'stopped' && !isAmong(event.devices, phase.lost)
        ? trouble('unplugged', phase.lost)
        : phase;
    case 'ended':
      return phase.kind === 'live' ? trouble('stopped', phase.deviceId) : phase;
    case 'still':
      return phase.kind === 'live' && phase.still !== event.still ? { ...phase, still: event.still } : phase;
    case 'resized':
      return phase.kind === 'live' ? { ...phase, picture: event.picture } : phase;
    case 'released':
      return phase.kind === 'live' || phase.kind === 'starting' ? { kind: 'released', reason: event.reason } : phase;
    case 'permission':
      if (!event.allowed) return phase.kind === 'live' ? trouble('refused', phase.deviceId) : phase;
      return phase.kind === 'trouble' && (phase.trouble === 'refused' || phase.trouble === 'refused-by-system')
        ? { ...phase, allowedAgain: true }
        : phase;
    case 'mirror':
      return phase;
  }
};

export const nextCamera = (state: CameraState, event: CameraEvent): CameraState => ({
  phase: nextPhase(state.phase, event),
  devices: event.type === 'devices' ? event.devices : state.devices,
  chosen: event.type === 'start' ? event.chosen : state.chosen,
  mirrored: event.type === 'mirror' ? event.mirrored : state.mirrored,
});

/** What the system's own answer rules out before the camera is asked; null when nothing. */
export const troubleOfAccess = (access: MediaAccess): Trouble | null => {
  if (access === 'denied') return 'refused-by-system';
  return access === 'restricted' ? 'blocked-by-organisation' : null;
};

/** What a failed `getUserMedia` means. Names as the Media Capture specification gives them; texts as Chromium does. */
export const troubleOfError = (error: { readonly name: string; readonly message: string }): Trouble => {
  switch (error.name) {
    case 'NotFoundError':
      return 'no-camera';
    case 'NotAllowedError':
      return error.message.includes('system') ? 'refused-by-system' : 'refused';
    case 'NotReadableError':
      return 'in-use';
    case 'OverconstrainedError':
      return 'not-connected';
    case 'AbortError':
      return 'no-answer';
    default:
      return 'unusable';
  }
};
