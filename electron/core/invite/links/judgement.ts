/** What is known about one link after it was judged. */

import type { Reason } from '../reason.ts';
import type { Service, ShapeKind } from '../services/service.ts';
import type { Link } from './link.ts';

/**
 * `page`: a vendor's page without a meeting. `short-link`, `sealed`: only a shortener's or a mail filter's own server
 * knows the target. `dangerous`: opens a program or a file, in nobody's name. `other`: nothing to do with meetings.
 */
export type LinkVerdict =
  | 'genuine'
  | 'suspicious'
  | 'unknown-server'
  | 'short-link'
  | 'sealed'
  | 'page'
  | 'dangerous'
  | 'other';

export interface LinkJudgement {
  /** As found in the text. */
  readonly found: string;
  readonly verdict: LinkVerdict;
  /** The service it belongs to or imitates. */
  readonly service: Service | null;
  readonly kind: ShapeKind | null;
  /** The innermost link, wrappers undone. */
  readonly target: Link;
  readonly reasons: readonly Reason[];
  /** The deceptive piece of the host, as written in it. */
  readonly deceptivePart: string | null;
}
