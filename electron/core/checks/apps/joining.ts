/** Owns what a program that may keep one out, or is under attack, means for the next call. */
import type { Product } from '../../catalogue/catalogue.ts';
import { clientsFor, joinSameService } from '../../meeting/clients.ts';
import type { MeetingAhead } from '../../meeting/meeting.ts';
import type { FindingApp, When } from '../../report/finding.ts';
import type { Judgement } from '../define-check.ts';
import type { VersionAssessment } from './meeting-apps-assessment.ts';

/** A program that was found, with what was concluded of it. */
export interface Assessed {
  readonly product: Product;
  readonly outcome: VersionAssessment;
}

/** Its service does not let this version in. */
const isTurnedAway = (outcome: VersionAssessment): boolean =>
  outcome.is === 'below-minimum' || outcome.is === 'shut-out' || (outcome.is === 'retired' && !outcome.replaced);

/** Joining with it may not work, or would be dangerous. */
const concernsCall = (outcome: VersionAssessment): boolean =>
  isTurnedAway(outcome) ||
  outcome.is === 'ageing' ||
  (outcome.is === 'vulnerable' && outcome.advisories.some(({ exploited }) => exploited));

/** How it is told of a program. */
export const joiningOf = (outcome: VersionAssessment): Pick<FindingApp, 'joining'> =>
  concernsCall(outcome) ? { joining: isTurnedAway(outcome) ? 'turned-away' : 'doubtful' } : {};

/** With a next meeting, only what joins it is for before the call. */
const whenOf = ({ product }: Assessed, all: readonly Assessed[], meeting: MeetingAhead | null): When => {
  if (meeting === null || meeting.service === null) return 'before-call';
  const clients = clientsFor(meeting.service);
  const isJoinedWith =
    clients.includes(product.id) ||
    (product.kind === 'browser' && !all.some((other) => clients.includes(other.product.id)));
  return isJoinedWith ? 'before-call' : 'after-call';
};

/** A browser, or another app, joins the meetings of the same service. */
const isJoinedElsewhere = ({ product }: Assessed, all: readonly Assessed[], meeting: MeetingAhead | null): boolean => {
  const isLetIn = ({ outcome }: Assessed): boolean => !isTurnedAway(outcome);
  const isAhead = meeting !== null && clientsFor(meeting.service).includes(product.id);
  const inBrowser = product.joinsInBrowser && (!isAhead || meeting.inBrowser);
  return all.some(
    (other) =>
      isLetIn(other) && (other.product.kind === 'browser' ? inBrowser : joinSameService(product.id, other.product.id)),
  );
};

/** The judgement of one program, as far as it is about joining: when to put it right, and whether it stands in the way. */
export const forCall = (
  judgement: Judgement<string>,
  one: Assessed,
  all: readonly Assessed[],
  meeting: MeetingAhead | null,
): Judgement<string> => {
  if ((judgement.state !== 'fail' && judgement.state !== 'caution') || !concernsCall(one.outcome)) return judgement;
  const when = whenOf(one, all, meeting);
  if (!isTurnedAway(one.outcome) || !isJoinedElsewhere(one, all, meeting)) return { ...judgement, when };
  const inBrowser = judgement.remedies.filter((remedy) => remedy === 'join-in-browser');
  const others = judgement.remedies.filter((remedy) => remedy !== 'join-in-browser');
  const [first = judgement.remedies[0], ...more] = [...inBrowser, ...others];
  return { ...judgement, state: 'caution', when, remedies: [first, ...more] };
};

/** Whether anything that was found joins the next meeting, or any where none is ahead. */
export const canJoinWith = (all: readonly Assessed[], meeting: MeetingAhead | null): boolean =>
  all.some(
    ({ product }) =>
      product.kind === 'browser' ||
      (product.kind === 'meeting-app' &&
        (meeting === null || meeting.service === null || clientsFor(meeting.service).includes(product.id))),
  );
