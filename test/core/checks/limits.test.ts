/** Every limit of every check, tried where it turns. */
import type { CameraLook } from '../../../electron/core/camera/look.ts';
import {
  type ExaminationPart,
  lookedForParts,
  type ObservationKind,
  observationKinds,
  partOfKind,
} from '../../../electron/core/camera/observation.ts';
import type { Catalogue, Product, Release } from '../../../electron/core/catalogue/catalogue.ts';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { checkOfPart } from '../../../electron/core/checks/define-camera-check.ts';
import { checks } from '../../../electron/core/checks/index.ts';
import { known } from '../../../electron/core/facts/fact.ts';
import type { ExternalDrive, OperatingSystem, Platform } from '../../../electron/core/facts/index.ts';
import type { RememberedDrive } from '../../../electron/core/facts/known-drives.ts';
import { noKnownUpdates } from '../../../electron/core/facts/known-updates.ts';
import type { PolicyValue } from '../../../electron/core/policy/policy.ts';
import type { Finding } from '../../../electron/core/report/finding.ts';
import { type LimitCase, type LimitCases, tryAtLimits } from '../at-limit.ts';
import { everyPart, type HandFacts, judged, laptop, NOW, policyFor } from './judged.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ago = (ms: number): string => new Date(Date.parse(NOW) - ms).toISOString();
const daysAgo = (days: number): string => ago(days * DAY);
const dayAgo = (days: number): string => daysAgo(days).slice(0, 10);

interface Situation {
  readonly facts: HandFacts;
  readonly policy?: Readonly<Record<string, PolicyValue>>;
  readonly catalogue?: Catalogue;
  readonly platform?: Platform;
}

/** What a check says first of a computer on which something is exactly so much. */
const says = (
  id: string,
  key: string,
  states: LimitCase['says'],
  situation: (amount: number) => Situation,
  more: Pick<LimitCase, 'step' | 'turnsAt'> & {
    readonly of?: (finding: Finding) => string;
    readonly subject?: string;
  } = {},
): LimitCase => ({
  ...more,
  says: states,
  say: (amount, limit) => {
    const check = checks.find((one) => one.id === id);
    if (check === undefined) throw new Error(`There is no check ${id}.`);
    const { facts, policy, ...options } = situation(amount);
    const findings = judged(check, facts, { ...options, policy: policyFor(id, { ...policy, [key]: limit }) });
    const finding = findings.find(({ subject }) => more.subject === undefined || subject === more.subject);
    if (finding === undefined) throw new Error(`${id} says nothing.`);
    return more.of?.(finding) ?? finding.state;
  },
});

const system = (more: Partial<OperatingSystem>): HandFacts => ({
  operatingSystem: known({ name: 'X', id: 'x', like: [], version: '1', rolling: false, ...more }, 'test'),
});

const update = (security: boolean | null) => ({ name: 'openssl', version: '3.0.17', security });
const patches = (updates: readonly ReturnType<typeof update>[], looked: number, installed: number): Situation => ({
  facts: {
    pendingUpdates: known({ updates }, 'test'),
    updatesLookedAt: known(daysAgo(looked), 'test'),
    updatesInstalledAt: known(daysAgo(installed), 'test'),
    updateMemory: known(noKnownUpdates, 'test'),
    ...system({}),
  },
});

/** The release that is installed, and a newer one where `overtaken` tells since how many days. */
const releases = (seen: number, overtaken?: number): readonly Release[] => {
  const release = { platform: 'win32', confirmed: true, source: 'test' } as const;
  const own = { ...release, version: '2.0', date: dayAgo(900), seenOn: dayAgo(seen) };
  return overtaken === undefined
    ? [own]
    : [own, { ...release, version: '3.0', date: dayAgo(overtaken), seenOn: dayAgo(0) }];
};
const app = (
  kind: Product['kind'],
  version: string,
  newest: readonly Release[],
  policy: Situation['policy'] = {},
  lastUsed?: string,
): Situation => ({
  platform: 'win32',
  policy,
  catalogue: {
    ...builtInCatalogue,
    products: [
      {
        id: 'x',
        name: 'X',
        kind,
        scheme: 'plain',
        newest,
        minimum: [],
        advisories: [],
        traces: {},
      } as unknown as Product,
    ],
  },
  facts: {
    installedApps: known(
      {
        apps: [
          {
            product: 'x',
            version,
            kind: 'exe',
            scope: 'machine',
            source: 'test',
            ...(lastUsed === undefined ? {} : { lastUsed }),
          },
        ],
        gaps: [],
      },
      'test',
    ),
    nextMeeting: known(null, 'test'),
  },
});
const graceCases = (key: string, kind: Product['kind']): readonly LimitCase[] => [
  // Overtaken for so long; seen as the newest until so long ago; not overtaken, as far as anybody knew so long ago.
  says('meeting-apps', key, ['pass', 'pass', 'caution'], (days) => app(kind, '2.0', releases(0, days))),
  says('meeting-apps', key, ['pass', 'pass', 'caution'], (days) => app(kind, '2.0', releases(days, 0))),
  says('meeting-apps', key, ['pass', 'pass', 'unknown'], (days) =>
    app(kind, '2.0', releases(days), { catalogueMaximumAgeDays: 3650 }),
  ),
];

const restart = (activeHours: boolean, minutes: number): Situation => ({
  facts: {
    restartPending: known(
      activeHours
        ? { pending: true, reasons: [], activeHours: { from: 12, to: 15, utcOffsetMinutes: 180 - minutes } }
        : { pending: true, reasons: [], forcedAt: ago(-minutes * MINUTE) },
      'test',
    ),
    nextMeeting: known(null, 'test'),
  },
});

const power = (battery: { percent?: number; minutesLeft?: number; onMains?: boolean }, sleep = 60): Situation => ({
  facts: {
    power: known(
      { battery: { percent: 80, minutesLeft: null, onMains: false, ...battery }, sleepAfterMinutes: sleep },
      'test',
    ),
  },
});

const disk = (freeBytes: number, totalBytes: number): Situation => ({
  facts: { diskSpace: known({ volume: '/', freeBytes, totalBytes }, 'test') },
});
const load = (processorPercent: number, memoryPercent: number, percent: number): Situation => ({
  facts: { load: known({ processorPercent, memoryPercent, busiest: [{ name: 'game', percent }] }, 'test') },
});

const drive: ExternalDrive = {
  id: 'U1',
  label: 'Blue disk',
  bus: 'usb',
  fileSystem: 'ext4',
  mountPoints: ['/media/x'],
  sizeBytes: 1e12,
  freeBytes: 5e11,
  readOnly: false,
  encrypted: true,
  sets: [],
};
const remembered = (more: Partial<RememberedDrive>): RememberedDrive => ({
  id: 'U1',
  label: 'Blue disk',
  registeredAt: daysAgo(900),
  lastSeenAt: NOW,
  attachedSince: null,
  checks: 0,
  ...more,
});
interface Copies {
  readonly onDrive?: number;
  readonly inCloud?: number;
  readonly isAttached?: boolean;
  readonly memory?: RememberedDrive;
  readonly hasTool?: boolean;
}
/** A tool that copies to a drive and into a cloud, and when each copy was made. */
const backup = ({ onDrive, inCloud, isAttached = false, memory, hasTool = true }: Copies): Situation => {
  const tool = { id: 't', name: 'Tool', kind: 'backup', automatic: true } as const;
  const run = (days: number | undefined, name: string) =>
    days === undefined ? [] : [{ tool: 't', name: 'Tool', at: daysAgo(days), evidence: 'test', destination: { name } }];
  const destinations = [
    { name: 'Blue disk', kind: 'drive', attached: isAttached },
    { name: 'Cloud', kind: 'cloud', attached: null },
  ] as const;
  return {
    facts: {
      backupTools: known({ tools: hasTool ? [{ ...tool, destinations }] : [], gaps: [] }, 'test'),
      externalDrives: known({ drives: isAttached ? [drive] : [] }, 'test'),
      backupRuns: known({ runs: [...run(onDrive, 'Blue disk'), ...run(inCloud, 'Cloud')], gaps: [] }, 'test'),
      backupActivity: known({ running: [], gaps: [] }, 'test'),
      backupMemory: known({ drives: memory === undefined ? [] : [memory] }, 'test'),
    },
  };
};

const finished = everyPart('finished');
/** One thing that a part of a look may notice. */
const kindOf = (part: ExaminationPart): ObservationKind => {
  const kind = observationKinds.find((one) => partOfKind[one] === part);
  if (kind === undefined) throw new Error(`Nothing is noticed of ${part}.`);
  return kind;
};
const looked = (look: CameraLook): Situation => ({
  facts: { cameraLook: known(look, 'test'), cameraView: known('not-opened', 'test') },
});

const lookCases = Object.fromEntries(
  Object.entries(checkOfPart).flatMap(([name, id]): [string, readonly LimitCase[]][] => {
    const part = name as ExaminationPart;
    const noticed = (confidence: number) => [{ kind: kindOf(part), share: 0.1, confidence }];
    const [quiet, stale] = lookedForParts.includes(part)
      ? (['pass', 'not-done'] as const)
      : (['not-applicable', 'not-applicable'] as const);
    return [
      [
        `${id} maxAgeHours`,
        [
          says(
            id,
            'maxAgeHours',
            ['caution', 'caution', stale],
            (hours) => looked({ at: ago(hours * HOUR), parts: finished, noticed: noticed(1) }),
            { step: 1 / HOUR },
          ),
        ],
      ],
      [
        `${id} surePercent`,
        [
          says(id, 'surePercent', [quiet, 'caution', 'caution'], (percent) =>
            looked({ at: NOW, parts: finished, noticed: noticed(percent / 100) }),
          ),
        ],
      ],
    ];
  }),
);

const attestationCases = Object.fromEntries(
  checks
    .filter(({ statement }) => statement !== undefined)
    .map(({ id }): [string, readonly LimitCase[]] => [
      `${id} validDays`,
      [
        says(id, 'validDays', ['pass', 'pass', 'not-done'], (days) => ({
          facts: { attestations: known({ confirmed: { [id]: { at: daysAgo(days) } } }, 'test') },
        })),
      ],
    ]),
);

const cases: LimitCases = {
  ...lookCases,
  ...attestationCases,
  'meeting-apps graceDays': graceCases('graceDays', 'meeting-app'),
  'meeting-apps browserGraceDays': graceCases('browserGraceDays', 'browser'),
  'meeting-apps catalogueMaximumAgeDays': ['2.0', '2.1'].map((version) =>
    says('meeting-apps', 'catalogueMaximumAgeDays', ['pass', 'pass', 'unknown'], (days) =>
      app('meeting-app', version, releases(days), { graceDays: 3650 }),
    ),
  ),
  'meeting-apps unusedDays': [
    says('meeting-apps', 'unusedDays', ['pass', 'pass', 'not-applicable'], (days) =>
      app('meeting-app', '2.0', releases(0), {}, daysAgo(days)),
    ),
  ],
  'os-supported warnDays': [
    says('os-supported', 'warnDays', ['caution', 'caution', 'pass'], (days) => ({
      facts: system({ supportEnds: dayAgo(-days) }),
    })),
    // The last day of support is still one of it.
    says(
      'os-supported',
      'warnDays',
      ['fail', 'caution', 'caution'],
      (days) => ({ facts: system({ supportEnds: dayAgo(-days) }) }),
      { turnsAt: () => 0 },
    ),
  ],
  'os-supported catalogueMaximumAgeDays': [
    says('os-supported', 'catalogueMaximumAgeDays', ['pass', 'pass', 'unknown'], (days) => ({
      facts: system({}),
      catalogue: {
        ...builtInCatalogue,
        asOf: dayAgo(days),
        systems: [{ id: 'x', version: '1', name: 'X', ends: null, confirmed: true, source: 'test' }],
      },
    })),
  ],
  'os-patches lookMaximumAgeDays': [
    says('os-patches', 'lookMaximumAgeDays', ['pass', 'pass', 'unknown'], (days) => patches([], days, 0)),
  ],
  'os-patches securityGraceDays': [
    says('os-patches', 'securityGraceDays', ['caution', 'caution', 'fail'], (days) => patches([update(true)], days, 0)),
  ],
  'os-patches otherGraceDays': [
    says('os-patches', 'otherGraceDays', ['pass', 'pass', 'caution'], (days) => patches([update(false)], 0, days)),
  ],
  'os-patches unmarkedGraceDays': [
    says('os-patches', 'unmarkedGraceDays', ['pass', 'pass', 'caution'], (days) => patches([update(null)], 0, days)),
  ],
  'restart-pending callMinutes': [
    says('restart-pending', 'callMinutes', ['fail', 'fail', 'caution'], (minutes) => restart(false, minutes)),
    // So much is left of the hours without restarts.
    says(
      'restart-pending',
      'callMinutes',
      ['before-call', 'after-call', 'after-call'],
      (minutes) => restart(true, minutes),
      { of: ({ when }) => when ?? '' },
    ),
  ],
  'screen-lock maximumMinutes': [
    says(
      'screen-lock',
      'maximumMinutes',
      ['pass', 'pass', 'caution'],
      (minutes) => ({
        facts: { screenLock: known({ locks: true, idleSeconds: minutes * 60 - 5, delaySeconds: 5 }, 'test') },
      }),
      { step: 1 / 60 },
    ),
  ],
  'camera-view maxAgeHours': [
    says(
      'camera-view',
      'maxAgeHours',
      ['pass', 'pass', 'not-done'],
      (hours) => ({ facts: { cameraView: known({ outcome: 'works', at: ago(hours * HOUR) }, 'test') } }),
      { step: 1 / HOUR },
    ),
  ],
  'meeting-connection maxAgeMinutes': [
    says('meeting-connection', 'maxAgeMinutes', ['caution', 'caution', 'not-applicable'], (minutes) => ({
      facts: {
        connectionTrial: known(
          {
            trial: { host: 'zoom.us', proxy: null, attempts: [{ is: 'failed', why: 'refused' }], routerMs: null },
            at: ago(minutes * MINUTE),
          },
          'test',
        ),
        nextMeeting: known(null, 'test'),
        connection: known(
          { route: 'open', medium: 'cable', internet: null, proxy: null, metered: null, wifi: null },
          'test',
        ),
      },
    })),
  ],
  'headset minimumPercent': [
    says('headset', 'minimumPercent', ['caution', 'pass', 'pass'], (batteryPercent) => ({
      facts: { headsets: known({ headsets: [{ name: 'Headset', batteryPercent, canCall: true }] }, 'test') },
    })),
  ],
  'clock maxAgeDays': [
    says('clock', 'maxAgeDays', ['pass', 'pass', 'caution'], (days) => ({
      facts: {
        ownProgram: known(null, 'test'),
        computer: known(laptop, 'test'),
        clock: known({ isSetByItself: true, setAt: daysAgo(days) }, 'test'),
      },
    })),
  ],
  'battery-wear minimumHealthPercent': [
    says('battery-wear', 'minimumHealthPercent', ['caution', 'pass', 'pass'], (batteryHealthPercent) => ({
      facts: { computer: known({ ...laptop, batteryHealthPercent }, 'test') },
    })),
  ],
  'greenroom-age maximumDays': [
    says('greenroom-age', 'maximumDays', ['pass', 'pass', 'caution'], (days) => ({
      facts: { ownProgram: known({ version: '0.3.0', builtOn: dayAgo(days), electron: null }, 'test') },
    })),
  ],
  'greenroom-age listMaximumDays': [
    says(
      'greenroom-age',
      'listMaximumDays',
      ['pass', 'pass', 'caution'],
      (days) => ({
        facts: { ownProgram: known(null, 'test') },
        catalogue: { ...builtInCatalogue, asOf: dayAgo(days) },
      }),
      { subject: 'list' },
    ),
  ],
  'power callMinutes': [
    says('power', 'callMinutes', ['caution', 'pass', 'pass'], (minutesLeft) => power({ minutesLeft })),
  ],
  'power minimumPercent': [
    says('power', 'minimumPercent', ['caution', 'pass', 'pass'], (percent) => power({ percent }), { step: 0.5 }),
    says('power', 'minimumPercent', ['fail', 'caution', 'caution'], (percent) => power({ percent }), {
      step: 0.5,
      turnsAt: () => 10,
    }),
  ],
  'power minimumSleepMinutes': [
    says('power', 'minimumSleepMinutes', ['caution', 'pass', 'pass'], (sleep) => power({ onMains: true }, sleep)),
  ],
  'disk-space minimumGigabytes': [
    says('disk-space', 'minimumGigabytes', ['caution', 'pass', 'pass'], (gigabytes) => disk(gigabytes * 1e9, 100e9), {
      step: 0.001,
    }),
    says(
      'disk-space',
      'minimumGigabytes',
      ['fail', 'caution', 'caution'],
      (gigabytes) => disk(gigabytes * 1e9, 100e9),
      {
        step: 0.001,
        turnsAt: (limit) => limit / 5,
      },
    ),
  ],
  'disk-space minimumPercent': [
    says('disk-space', 'minimumPercent', ['caution', 'pass', 'pass'], (percent) => disk(percent * 1e10, 1e12), {
      step: 0.001,
    }),
  ],
  'load processorPercent': [
    says('load', 'processorPercent', ['pass', 'caution', 'caution'], (percent) => load(percent, 10, 90), { step: 0.1 }),
    // The share from which on a program is named.
    says('load', 'processorPercent', ['pass', 'caution', 'caution'], (percent) => load(99, 10, percent), {
      step: 0.1,
      turnsAt: () => 25,
    }),
  ],
  'load memoryPercent': [
    says('load', 'memoryPercent', ['pass', 'caution', 'caution'], (percent) => load(10, percent, 5), { step: 0.1 }),
  ],
  'throttling minimumSpeedPercent': [
    says('throttling', 'minimumSpeedPercent', ['caution', 'pass', 'pass'], (speedPercent) => ({
      facts: { throttling: known({ heat: null, speedPercent }, 'test') },
    })),
  ],
  'backup-drive maximumAgeDays': [
    says('backup-drive', 'maximumAgeDays', ['pass', 'pass', 'caution'], (days) => backup({ onDrive: days })),
  ],
  'backup-drive cautionAgeDays': [
    says('backup-drive', 'cautionAgeDays', ['caution', 'caution', 'fail'], (days) => backup({ onDrive: days })),
    // A drive of which only its owner says that it holds backups, away for so long.
    says('backup-drive', 'cautionAgeDays', ['unknown', 'unknown', 'caution'], (days) =>
      backup({ hasTool: false, memory: remembered({ lastSeenAt: daysAgo(days) }) }),
    ),
  ],
  'backup-destination maximumAgeDays': [
    says('backup-destination', 'maximumAgeDays', ['pass', 'pass', 'caution'], (days) =>
      backup({ onDrive: days, inCloud: 0 }),
    ),
    says('backup-destination', 'maximumAgeDays', ['caution', 'caution', 'pass'], (days) =>
      backup({ onDrive: 900, inCloud: days }),
    ),
  ],
  'backup-unplugged attachedChecks': [
    says('backup-unplugged', 'attachedChecks', ['pass', 'caution', 'caution'], (seen) =>
      // The check that is made is one of them.
      backup({ isAttached: true, memory: remembered({ attachedSince: daysAgo(300), checks: seen - 1 }) }),
    ),
  ],
  'backup-unplugged attachedDays': [
    says('backup-unplugged', 'attachedDays', ['pass', 'caution', 'caution'], (days) =>
      backup({ isAttached: true, memory: remembered({ attachedSince: daysAgo(days), checks: 900 }) }),
    ),
  ],
};

tryAtLimits(checks, cases);
