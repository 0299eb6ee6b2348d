/** Owns reading the room's text: the scans, and what they return as words with places. */
import { type ReadWord, textLimits } from '../../../electron/core/camera/judge-text.ts';
import type { Plate } from './look.ts';
import type { Engine } from './tesseract-core.ts';
import { turnBack, turnPlate } from './turn.ts';

/** As `GetJSONText` writes it. */
interface Piece {
  readonly text: string;
  readonly confidence: number;
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
}
interface PageText {
  readonly blocks: readonly {
    readonly paragraphs: readonly { readonly lines: readonly { readonly words: readonly Piece[] }[] }[];
  }[];
}

/** Page segmentation "sparse text": words anywhere, in no order. */
const SPARSE = 11;
/** Sauvola's factor; Tesseract's own 0.34 loses faint letters. */
const SAUVOLA = '0.2';

export interface Scan {
  /** Tesseract's `thresholding_method`: 0 is one limit for a whole picture, 2 is Sauvola's, which follows the light. */
  readonly method: '0' | '2';
  /** Degrees by which the room is turned, clockwise. */
  readonly turn: number;
}

/**
 * The plain limit first: it is the fastest, and the only one to find light letters on dark ground. Sauvola finds letters
 * in uneven light. The reader follows a slope of 5° or so; what hangs more aslant, or upright like the backs of books, is
 * found when the room is turned.
 */
export const scans: readonly Scan[] = [
  { method: '0', turn: 0 },
  { method: '2', turn: 0 },
  { method: '0', turn: 10 },
  { method: '0', turn: -10 },
  { method: '0', turn: -90 },
];

const pgmOf = ({ width, height, grey }: Plate): Uint8Array => {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + grey.length);
  file.set(head);
  file.set(grey, head.length);
  return file;
};

const piecesOf = (json: string): readonly Piece[] =>
  ((JSON.parse(json) as PageText).blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) => lines.flatMap(({ words }) => words)),
  );

/** Everything the engine takes for a word, of any confidence. */
export const scanText = ({ api, give }: Engine, plate: Plate, { method, turn }: Scan): readonly ReadWord[] => {
  const turned = turn === 0 ? plate : turnPlate(plate, turn);
  give(pgmOf(turned));
  api.SetPageSegMode(SPARSE);
  api.SetVariable('thresholding_method', method);
  api.SetVariable('thresholding_kfactor', SAUVOLA);
  if (api.SetImageFile(1, 0, false) !== 0 || api.Recognize(null) !== 0) throw new Error('The picture cannot be read.');
  return piecesOf(api.GetJSONText()).map(({ text, confidence, bbox }) => ({
    text,
    confidence: confidence / 100,
    box: turnBack(
      {
        x: bbox.x0 / turned.width,
        y: bbox.y0 / turned.height,
        width: (bbox.x1 - bbox.x0) / turned.width,
        height: (bbox.y1 - bbox.y0) / turned.height,
      },
      turn,
      plate,
    ),
  }));
};

const overlap = ({ box: a }: ReadWord, { box: b }: ReadWord): boolean => {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 && width * height > 0.3 * Math.min(a.width * a.height, b.width * b.height);
};

/** What several scans read. A word that is believed stands; before that, the surer of two at the same place. */
export const joinScans = (known: readonly ReadWord[], more: readonly ReadWord[]): readonly ReadWord[] =>
  more.reduce((words, word) => {
    const same = words.filter((other) => overlap(other, word));
    const enough = Math.min(word.confidence, textLimits.confidence);
    if (same.some(({ confidence }) => confidence >= enough)) return words;
    return [...words.filter((other) => !same.includes(other)), word];
  }, known);
