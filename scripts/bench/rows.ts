/** Owns the table of the benchmark: a name, the figure, what was aimed at. */
import type { Measured } from './measure.ts';

type Camera = NonNullable<Measured['camera']>;
const accuracyRows = (name: string, { scenes: all, kinds, unclear, ordinaryText, falseText }: Camera['fresh']) => [
  ['Text found', ordinaryText, `${name} (aim ≥ 0.95); false text ${falseText} (aim ≤ 0.05)`],
  ['Could not tell', JSON.stringify(unclear), `of ${all} scenes, ${name}`],
  ...kinds.map(({ kind, precision, recall, scenes, without }) => [
    `  ${kind}`,
    `${recall}`,
    `recall of ${scenes} scenes, ${name}; precision ${precision} with ${without} scenes without it`,
  ]),
];

const cameraRows = ({ accuracy, fresh, fairness, times, masks, memory }: NonNullable<Measured['camera']>) =>
  [
    ['Light and framing', `${times.lightFocusFraming.best} ms`, `median ${times.lightFocusFraming.median} (aim ≤ 150)`],
    ['People', `${times.people.best} ms`, `median ${times.people.median} (aim ≤ 400)`],
    ['Text', `${times.text.best} ms`, `median ${times.text.median} (aim ≤ 900)`],
    [
      'Mask at 640 × 360',
      `${masks.best} ms`,
      `median ${masks.median}; page's tasks over 50 ms: ${masks.tasksOver50Ms}`,
    ],
    ['Memory kept', `${(memory.afterAll ?? Number.NaN) - (memory.before ?? Number.NaN)} MB`, JSON.stringify(memory)],
    ...fairness.map(({ skin, people, own, unclear }) => [
      `  skin ${skin}`,
      own,
      `of ${people} people get a finding that others in the same room do not (aim 0); unclear ${unclear}`,
    ]),
    ...accuracyRows('reported half', accuracy),
    ...accuracyRows('fresh scenes', fresh),
  ] as [string, unknown, string][];

const lookRow = ({ settled, atOnce, memoryMb: { before, rounds } }: NonNullable<Measured['look']>) =>
  [
    'Look in the panel',
    `${settled.text} ms`,
    `from the click to the last part, 0.8 s of it taking pictures; light ${settled.light}, people ${settled.people}; asked at once: ${atOnce.text}; memory ${before} MB closed, ${rounds[0]?.open} open, ${rounds[0]?.looked} after a look, closed again after ${rounds.length * 3} looks ${rounds.at(-1)?.closed}`,
  ] as const;

export const rowsOf = (result: Measured): readonly (readonly [string, unknown, string])[] => [
  [
    'Full check',
    `${result.check.checkMs} ms`,
    `slowest command alone ${result.check.floorMs} ms, ratio ${result.check.ratio} (aim ≤ 1.3)`,
  ],
  ['First check ever', `${result.check.firstRunMs} ms`, ''],
  [
    'Child processes',
    result.check.childProcesses,
    result.check.commands.map(({ command, ms }) => `${command.split(' ')[0]} ${ms} ms`).join(', '),
  ],
  ['Peak memory', `${result.check.peakMemoryMb} MB`, ''],
  [
    'Command line start',
    `${result.start.cliMs} ms`,
    `bare Node ${result.start.bareNodeMs} ms, ratio ${result.start.ratio} (aim ≤ 2.5)`,
  ],
  [
    'systeminformation',
    `${result.dependencies.systeminformationMs} ms`,
    `its process alone, beside the other readings; loading semver ${result.dependencies.semverMs} ms`,
  ],
  [
    'First result shown',
    `${result.page.firstResultMs} ms`,
    `${result.page.firstResultAfterLoadMs} ms after the page's load event (aim ≤ 300)`,
  ],
  ['Links a second', result.batch.linksPerSecond, `inspect --batch, ${result.batch.links} links (aim ≥ 50000)`],
  ...result.largeMails.map(
    ({ name, milliseconds, peakMb }) =>
      [`Mail of 16 MB, ${name}`, `${milliseconds} ms`, `(aim ≤ 3000); ${peakMb} MB (aim ≤ 500)`] as const,
  ),
  [
    'Camera preview',
    `${result.preview?.preview.msPerFrame} ms`,
    `of the main thread a frame (aim ≤ 3); opens in ${result.preview?.openMs} ms (aim ≤ 1000), released in ${result.preview?.releaseMs} ms (aim ≤ 200)`,
  ],
  [
    'Live blur',
    `${result.preview?.blur.perSecond} a second`,
    `of a clip at 30 (aim ≥ 25), of which ${result.preview?.preview.perSecond} came without blur; 95 % of the intervals within ${result.preview?.blur.p95Ms} ms (aim ≤ 60)`,
  ],
  [
    'Live mask',
    `${result.preview?.blurred.longestTaskMs} ms`,
    `longest task above 50 ms, 0: none (aim: none); ${result.preview?.memoryLeftMb} MB of the page left after close (aim ≤ 20); its process ${JSON.stringify(result.preview?.processMb)}`,
  ],
  ...(result.look === null ? [] : [lookRow(result.look)]),
  [
    'Big calendar',
    `${result.calendar.readMs} ms`,
    `${result.calendar.events} events, ${result.calendar.megabytes} MB; greenroom next ${result.calendar.nextMs} ms with its checks`,
  ],
  ...(result.calendar.profileMs === null
    ? []
    : [['Calendar profile', `${result.calendar.profileMs} ms`, '5,000 events over ten years (aim ≤ 1000)'] as const]),
  ['Endless series', `${result.calendar.seriesMs} ms`, '1,000 that began ten years ago'],
  ...(result.hanging === null
    ? []
    : [
        ['Three folders hang', `${result.hanging.checkMs} ms`, 'greenroom check, to its end (aim ≤ 12000)'] as const,
        [
          'Told to end there',
          `${result.hanging.endMs} ms`,
          `slowest ${result.hanging.slowestEndMs} ms (aim ≤ 1000)`,
        ] as const,
      ]),
  ['Initial script', `${result.page.initialScriptKb} kB gzip`, '(aim ≤ 120)'],
  ...(result.camera === null ? [] : cameraRows(result.camera)),
];
