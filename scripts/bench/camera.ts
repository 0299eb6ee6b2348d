/** Owns measuring the camera's examination: how right it is on drawn scenes, how long it takes, what memory it leaves behind. */
import {
  type ExaminationPart,
  examinationParts,
  type ObservationKind,
  observationKinds,
} from '../../electron/core/camera/observation.ts';
import { findBrowser } from '../../test/doubles/electron/window/find-browser.ts';
import { freshScenes } from '../../test/scenes/fresh-scenes.ts';
import { choosing, reporting } from '../../test/scenes/halves.ts';
import { manyPeople } from '../../test/scenes/many-people.ts';
import { skins } from '../../test/scenes/person.ts';
import { drawingsOf, type Outcome, runScene } from '../../test/scenes/run-scenes.ts';
import { openStage, type Stage } from '../../test/scenes/stage.ts';
import { median, share } from './figures.ts';
import { processMb } from './page-memory.ts';

const TYPICAL = ['text-whiteboard', 'text-english', 'text-monitor', 'plain-many-things'];
const TIMES = 5;
/** Enough for a leak of 1 MB a round to show. */
const ROUNDS = 40;

/** Looks that are drawn in every skin. */
const LOOKS = 40;
const many = [...skins.keys()].map((skin) => manyPeople(skin, LOOKS));

const shows = ({ examination }: Outcome, kind: ObservationKind): boolean =>
  examination.observations.some((observation) => observation.kind === kind);

/** Of each kind: how many of its observations are right, and how many of its scenes are found. */
const accuracy = (outcomes: readonly Outcome[]) => ({
  scenes: outcomes.length,
  kinds: observationKinds.map((kind) => {
    const judged = outcomes.filter(({ scene }) => scene.may?.includes(kind) !== true);
    const observed = judged.filter((outcome) => shows(outcome, kind));
    const expected = judged.filter(({ scene }) => scene.shows.includes(kind));
    const right = observed.filter(({ scene }) => scene.shows.includes(kind)).length;
    return {
      kind,
      precision: share(right, observed.length),
      recall: share(right, expected.length),
      scenes: expected.length,
      without: judged.length - expected.length,
    };
  }),
  ordinaryText: share(
    outcomes.filter((outcome) => outcome.scene.ordinaryText === true && shows(outcome, 'text')).length,
    outcomes.filter(({ scene }) => scene.ordinaryText === true).length,
  ),
  falseText: share(
    outcomes.filter((outcome) => outcome.scene.withoutText === true && shows(outcome, 'text')).length,
    outcomes.filter(({ scene }) => scene.withoutText === true).length,
  ),
  /** Scenes in which a part could not tell. */
  unclear: Object.fromEntries(
    examinationParts.map((part) => [part, outcomes.filter((one) => isUnclear(one, part)).length]),
  ),
  wrong: outcomes.flatMap((outcome) => {
    const { id, shows: expected, may = [] } = outcome.scene;
    const missed = expected.filter((kind) => !shows(outcome, kind));
    const extra = observationKinds.filter((kind) => shows(outcome, kind) && ![...expected, ...may].includes(kind));
    return missed.length + extra.length === 0 ? [] : [{ id, missed, extra }];
  }),
});

const isUnclear = ({ examination }: Outcome, part: ExaminationPart): boolean => {
  const outcome = examination.parts[part];
  return outcome.state === 'finished' && outcome.unclear !== undefined;
};

/** Of each skin: in how many pictures something was observed that not every skin gets, and in how many nothing could be said. */
const fairness = async (stage: Stage) => {
  const taken: Outcome[][] = [];
  for (const scenes of many) {
    const outcomes: Outcome[] = [];
    for (const scene of scenes) outcomes.push(await runScene(stage, scene, true));
    taken.push(outcomes);
  }
  const isOwn = (kind: ObservationKind, look: number): boolean =>
    taken.some((outcomes) => {
      const one = outcomes[look];
      return one !== undefined && !isUnclear(one, 'framing') && !shows(one, kind);
    });
  return taken.map((outcomes, skin) => ({
    skin,
    people: outcomes.length,
    own: outcomes.filter((one, look) => observationKinds.some((kind) => shows(one, kind) && isOwn(kind, look))).length,
    unclear: outcomes.filter((one) => isUnclear(one, 'framing')).length,
  }));
};

/** Milliseconds from the request, with the models loaded while the camera was open. */
const timing = async (stage: Stage) => {
  const scenes = [...choosing, ...reporting].filter(({ id }) => TYPICAL.includes(id));
  const rounds: Outcome[] = [];
  for (const scene of scenes) await runScene(stage, scene, true);
  for (let turn = 0; turn < TIMES; turn += 1)
    for (const scene of scenes) rounds.push(await runScene(stage, scene, true));
  const of = (part: 'framing' | 'people' | 'text') => {
    const times = rounds.map(({ times: all }) => all[part] ?? Number.NaN);
    return { best: Math.min(...times), median: median(times) };
  };
  return { lightFocusFraming: of('framing'), people: of('people'), text: of('text') };
};

/** Before, after one examination, and after many: what stays behind when the workers have ended. */
const memory = async (stage: Stage) => {
  const scene = reporting.find(({ id }) => id === 'plain-many-things') ?? choosing[0];
  if (scene === undefined) throw new Error('There is no scene to measure with.');
  // Once for what a browser keeps for good: fonts, the canvas, compiled code of the page.
  await runScene(stage, { ...scene, which: ['light'] });
  const before = await processMb(stage.page);
  const after: (number | null)[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await runScene(stage, scene);
    if (round === 0 || round === ROUNDS / 2 - 1 || round === ROUNDS - 1) after.push(await processMb(stage.page));
  }
  return { before, afterOne: after[0], afterHalf: after[1], afterAll: after[2], rounds: ROUNDS };
};

/** Masks of a moving picture, one after another, and the page's longest task meanwhile. */
const live = (stage: Stage, name: string) =>
  stage.page.evaluate(async (scene) => {
    const frame = await window.stage.takePicture(`/scenes/${scene}.svg`, { width: 640, height: 360 });
    const masker = await window.stage.createMasker();
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
    const times: number[] = [];
    for (let turn = 0; turn < 40; turn += 1) {
      const started = performance.now();
      await masker.mask(frame);
      times.push(performance.now() - started);
    }
    masker.close();
    frame.close();
    await new Promise((resolve) => setTimeout(resolve));
    const sorted = times.toSorted((a, b) => a - b);
    // The browser counts as long what takes more than 50 ms.
    return { best: Math.round(sorted[0] ?? 0), median: Math.round(sorted[20] ?? 0), tasksOver50Ms: tasks.length };
  }, name);

/** Without a browser there is nothing to measure. */
export const benchCamera = async () => {
  if (findBrowser() === undefined) return null;
  const stage = await openStage(
    drawingsOf([...choosing, ...reporting, ...freshScenes, ...many.flat()]),
    '--disable-3d-apis',
  );
  try {
    const masks = await live(stage, 'text-english');
    const times = await timing(stage);
    const kept = await memory(stage);
    const outcomes: Outcome[] = [];
    for (const scene of reporting) outcomes.push(await runScene(stage, scene));
    const fresh: Outcome[] = [];
    for (const scene of freshScenes) fresh.push(await runScene(stage, scene, true));
    return {
      accuracy: accuracy(outcomes),
      fresh: accuracy(fresh),
      fairness: await fairness(stage),
      times,
      masks,
      memory: kept,
    };
  } finally {
    await stage.close();
  }
};
