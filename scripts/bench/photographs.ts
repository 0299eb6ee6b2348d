/**
 * Owns measuring a look on photographs: `npm run bench -- camera FOLDER`. The folder holds JPEG pictures and, in
 * `labels.jsonl`, a line for each with what is to be found in it. Pictures stay where they are: none belongs to the program.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import {
  type ExaminationPart,
  lookedForParts,
  observationKinds,
  partOfKind,
} from '../../electron/core/camera/observation.ts';
import { type Outcome, runScene } from '../../test/scenes/run-scenes.ts';
import { openStage } from '../../test/scenes/stage.ts';
import { median, share } from './figures.ts';

/** As Chromium takes a still: the noise of an ordinary webcam, and no more blur than the photograph has. */
const camera = { blur: 0, noise: 4 } as const;

/** A photograph does not move. */
const withoutMovement: readonly ExaminationPart[] = lookedForParts.filter((part) => part !== 'movement');

const kinds = v.array(v.picklist(observationKinds));
const labelSchema = v.object({
  /** Name of the picture's file without its ending. */
  id: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
  /** How many people the picture is of, and whether anybody else is in view. */
  persons: v.pipe(v.number(), v.integer(), v.minValue(0)),
  others: v.boolean(),
  /** Exactly these are to be found, and these may be found or not. */
  expect: kinds,
  may: kinds,
  skin: v.nullable(v.string()),
});
type Label = v.InferOutput<typeof labelSchema>;

/** What is wrong with what was given, in a sentence. */
export class BadFolder extends Error {}

const parseLine = (file: string, line: string, number: number): Label => {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    throw new BadFolder(`${file}, line ${number}: no JSON. Each line is one object.`);
  }
  const parsed = v.safeParse(labelSchema, given);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new BadFolder(`${file}, line ${number}: ${v.getDotPath(issue) ?? 'the line'}: ${issue.message}`);
};

const readFolderFile = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch {
    throw new BadFolder(`${file} cannot be read. A folder with labels.jsonl and its JPEG pictures is needed.`);
  }
};

const readLabels = (folder: string): readonly Label[] => {
  const file = path.join(folder, 'labels.jsonl');
  const lines = readFolderFile(file).toString('utf8').split('\n');
  return lines.flatMap((line, at) => (line.trim() === '' ? [] : [parseLine(file, line, at + 1)]));
};

interface Taken extends Outcome {
  readonly label: Label;
}

const isUnclear = ({ examination: { parts } }: Outcome, part: ExaminationPart): boolean => {
  const outcome = parts[part];
  return outcome.state !== 'finished' || outcome.unclear !== undefined;
};
const shows = ({ examination }: Outcome, kind: string): boolean =>
  examination.observations.some((observation) => observation.kind === kind);

const kindsOf = (taken: readonly Taken[]) =>
  observationKinds.map((kind) => {
    const judged = taken.filter(({ label }) => !label.may.includes(kind) || label.expect.includes(kind));
    const expected = judged.filter(({ label }) => label.expect.includes(kind));
    const missed = expected.filter((one) => !shows(one, kind));
    const wrong = judged.filter((one) => shows(one, kind) && !expected.includes(one));
    const found = expected.length - missed.length;
    return {
      kind,
      pictures: expected.length,
      without: judged.length - expected.length,
      found,
      couldNotTell: missed.filter((one) => isUnclear(one, partOfKind[kind])).length,
      wrong: wrong.length,
      precision: share(found, found + wrong.length),
      recall: share(found, expected.length),
      missedIn: missed.map(({ label }) => label.id),
      wrongIn: wrong.map(({ label }) => label.id),
    };
  });

/** In how many pictures each part could not tell, and in how many any could not. */
const unclearOf = (taken: readonly Taken[]) => ({
  pictures: taken.length,
  any: taken.filter((one) => withoutMovement.some((part) => isUnclear(one, part))).length,
  parts: Object.fromEntries(withoutMovement.map((part) => [part, taken.filter((one) => isUnclear(one, part)).length])),
});

/** Of each skin: pictures of one person, how many could not be told, and how many got a finding that is wrong. */
const bySkin = (taken: readonly Taken[]) => {
  const alone = taken.filter(({ label }) => label.skin !== null && !label.others);
  return [...new Set(alone.map(({ label }) => label.skin))].map((skin) => {
    const own = alone.filter(({ label }) => label.skin === skin);
    const isWrong = (one: Taken): boolean =>
      observationKinds.some((kind) => shows(one, kind) && ![...one.label.expect, ...one.label.may].includes(kind));
    return { skin, ...unclearOf(own), wrong: own.filter(isWrong).length };
  });
};

const timesOf = (taken: readonly Taken[]) =>
  Object.fromEntries(
    (['light', 'framing', 'people', 'text'] as const).map((part) => [
      part,
      median(taken.map(({ times }) => times[part] ?? Number.NaN)),
    ]),
  );

const isAlone = ({ label: { persons, others } }: Taken): boolean => persons === 1 && !others;

export const benchPhotographs = async (folder: string) => {
  const labels = readLabels(folder);
  const pictures = labels.map(({ id }) => [id, readFolderFile(path.join(folder, `${id}.jpg`))] as const);
  const stage = await openStage(Object.fromEntries(pictures), '--disable-3d-apis');
  try {
    const taken: Taken[] = [];
    for (const label of labels) {
      const scene = { id: label.id, shows: label.expect, camera, which: withoutMovement };
      taken.push({ label, ...(await runScene(stage, scene, true, '.jpg')) });
    }
    return {
      pictures: taken.length,
      kinds: kindsOf(taken),
      couldNotTell: {
        'one person': unclearOf(taken.filter(isAlone)),
        'empty rooms': unclearOf(taken.filter(({ label }) => label.persons === 0)),
        several: unclearOf(taken.filter(({ label }) => label.others || label.persons > 1)),
      },
      skins: bySkin(taken),
      // The first ones wait for the models.
      timesMs: timesOf(taken.slice(2)),
    };
  } finally {
    await stage.close();
  }
};

type Result = Awaited<ReturnType<typeof benchPhotographs>>;
/** So few say nothing of a kind. */
const FEW = 10;

export const photographRows = ({ pictures, kinds: all, couldNotTell, skins, timesMs }: Result): readonly string[] => [
  `${pictures} photographs`,
  `${'kind'.padEnd(16)}found  missed  of them "could not tell"  false  silent  precision  recall`,
  ...all.map(({ kind, pictures: expected, without, found, couldNotTell: untold, wrong, precision, recall }) => {
    if (!withoutMovement.includes(partOfKind[kind])) return `${kind.padEnd(16)}not looked for`;
    const cells = [found, expected - found, untold, wrong, without - wrong, precision ?? '–', recall ?? '–'];
    const widths = [5, 8, 25, 7, 8, 11, 8];
    const row = cells.map((cell, at) => String(cell).padStart(widths[at] ?? 0)).join('');
    return `${kind.padEnd(16)}${row}${expected < FEW ? `  of ${expected}: too few to judge by` : ''}`;
  }),
  ...Object.entries(couldNotTell).map(
    ([group, { pictures: count, any, parts }]) =>
      `Could not tell something: ${any} of ${count}, ${group}; ${JSON.stringify(parts)}`,
  ),
  ...skins.map(
    ({ skin, pictures: count, any, wrong }) =>
      `Skin ${skin}: ${count} pictures of one person, could not tell something ${any}, a false finding ${wrong}`,
  ),
  `Times, medians in ms from the request: ${JSON.stringify(timesMs)}`,
];
