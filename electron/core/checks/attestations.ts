/** Owns what the page is told of the checks that only the person can answer. */

import type { Attestations } from '../facts/profile.ts';
import { localise } from '../messages/localise.ts';
import type { IsoTime } from '../text/time.ts';
import type { Check } from './define-check.ts';
import type { CheckId } from './ids.ts';

export interface Attestation {
  readonly checkId: CheckId;
  /** What the person confirms. */
  readonly statement: string;
  /** When they last did; null when they have not. */
  readonly confirmedAt: IsoTime | null;
}

export const attestationsOf = (checks: readonly Check[], { confirmed }: Attestations): readonly Attestation[] =>
  checks.flatMap(({ id, statement }) =>
    statement === undefined
      ? []
      : [
          {
            checkId: id,
            statement: localise(statement),
            confirmedAt: Object.hasOwn(confirmed, id) ? (confirmed[id]?.at ?? null) : null,
          },
        ],
  );
