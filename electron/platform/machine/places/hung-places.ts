/** Owns which places have not answered: each is left alone, and asked again by one reading for all who want it. */

import { FactUnavailable } from '../../../core/facts/fact.ts';
import { place as placeValue } from '../../../core/messages/value.ts';
import { reasons } from '../../reasons.ts';
import type { FileOperation } from './file-operations.ts';

/** A place that has hung is asked again for so long, and not before this time has passed. */
export const ASK_AGAIN_MS = 1_500;
const REST_MS = 5_000;

export interface Asked {
  readonly root: string;
  readonly operation: FileOperation;
}

interface Hung extends Asked {
  since: number;
  asking?: Promise<boolean>;
}

export const notAnswering = (place: string): FactUnavailable =>
  new FactUnavailable('timed-out', reasons.silent({ place: placeValue(place) }));

const isAnswer = (error: unknown): boolean => error instanceof FactUnavailable && error.why !== 'timed-out';

export interface HungPlaces {
  /** `asked` is what it did not answer: it will be asked the same again. */
  mark(place: string, asked: Asked): void;
  /** True for a place that never hung, or that answers again. `ask` rejects when it does not. */
  answers(place: string, ask: (asked: Asked) => Promise<unknown>): Promise<boolean>;
}

export const createHungPlaces = (): HungPlaces => {
  const hung = new Map<string, Hung>();
  return {
    mark: (place, asked) => {
      const one = hung.get(place) ?? { ...asked, since: 0 };
      one.since = performance.now();
      hung.set(place, one);
    },
    answers: async (place, ask) => {
      const one = hung.get(place);
      if (one === undefined) return true;
      if (one.asking === undefined && performance.now() - one.since < REST_MS) return false;
      one.asking ??= ask(one)
        .then(() => true, isAnswer)
        .then((back) => {
          if (back) hung.delete(place);
          delete one.asking;
          return back;
        });
      return one.asking;
    },
  };
};
