/** Owns `greenroom join`: an official link is opened when this computer is ready for its service, and otherwise what to fix is shown. */

import { exitCodes, reportText } from '../../core/formats/text.ts';
import { inspectInvitation } from '../../core/invite/index.ts';
import type { Inspection } from '../../core/invite/inspection.ts';
import { terminalLines } from '../../core/invite/inspection-text.ts';
import { mayJoin } from '../../core/invite/links/is-safe-to-open.ts';
import { isReady, linkFor, type Readiness, readinessFor } from '../../core/meeting/readiness.ts';
import { asMessage } from '../../core/messages/messages.ts';
import { says } from '../../core/messages/says.ts';
import { place, product } from '../../core/messages/value.ts';
import { type Report, withFindings } from '../../core/report/report.ts';
import { openWithSystem } from '../../engine/open-link.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { EXIT as inspectionExitCodes } from '../inspect/inspect.ts';
import { type Io, painterFor, say, widthFor } from '../io.ts';
import { openFor, runWithProgress } from '../run-options.ts';

const words = says('join-verb', {
  theMeeting: 'the meeting',
  inBrowser: 'In a browser it would be {link}',
  fixFirst: 'Not opened. First fix what stands under “Before the call”.',
  undetermined: 'Not opened, because not everything needed for {service} could be checked.',
  notOfficial: 'Not opened, because it is not an official link.',
  fakeLink: 'Another meeting of your calendars has a fake link. {found}',
  nothing: 'Not opened. Greenroom found nothing on this computer to join {service} with.',
  unsafe: 'Not opened: the link can’t be given to another program as it is written. Open it from the invitation.',
  notOpened: 'This computer didn’t open it. Copy the address above into your browser.',
  opening: 'Opening {link}',
});

export interface Dependencies {
  /** Runs every check on this computer, as `greenroom check` does. */
  readonly check: (io: Io) => Promise<Report>;
  /** Gives a link to the system; false when it could not. */
  readonly open: (link: string) => Promise<boolean>;
}

const ownSurroundings = (): Dependencies => ({
  check: async (io) => {
    const { workspace } = await openFor(io);
    return (await runWithProgress(io, workspace, {})).report;
  },
  open: (link) => openWithSystem(localMachine().host.platform, link),
});

/** Why it is not opened, and how to go on. */
const notOpened = (
  { serviceName, browserJoinUrl, joinUrl }: Inspection,
  { verdict, method: through }: Readiness,
): string => {
  const service = serviceName === null ? asMessage(words.theMeeting) : product(serviceName);
  if (through === 'not-found') return words.nothing({ service });
  const elsewhere =
    through === 'app' && browserJoinUrl !== null && browserJoinUrl !== joinUrl
      ? [words.inBrowser({ link: place(browserJoinUrl) })]
      : [];
  return [verdict === 'not-ready' ? words.fixFirst : words.undetermined({ service }), ...elsewhere].join(' ');
};

/**
 * Runs the verb; resolves to the exit code: of the inspection when the link is not official, else of the checks that
 * matter for its service; 20 as well when the system has nothing that opens links.
 */
export const runJoin = async (link: string, io: Io, surroundings = ownSurroundings()): Promise<number> => {
  const inspection = await inspectInvitation({ kind: 'text', text: link });
  const tell = (line: string): void => say(io, `${line}\n`);
  tell(terminalLines(inspection).join('\n'));
  if (inspection.verdict !== 'genuine') {
    tell(`\n${words.notOfficial}`);
    return inspectionExitCodes[inspection.verdict];
  }

  const report = await surroundings.check(io);
  const readiness = readinessFor(report.findings, inspection);
  const { verdict, findings, fakeLink } = readiness;
  tell(`\n${reportText(withFindings(report, findings, verdict), { paint: painterFor(io), width: widthFor(io) })}`);
  if (fakeLink !== undefined) tell(`${words.fakeLink({ found: asMessage(fakeLink.evidence.found) })}\n`);
  if (!isReady(readiness)) {
    tell(notOpened(inspection, readiness));
    return exitCodes[verdict];
  }

  const target = linkFor(inspection, readiness.method);
  if (target === null || !mayJoin(target)) {
    tell(words.unsafe);
    return exitCodes['not-ready'];
  }
  tell(words.opening({ link: place(target) }));
  if (await surroundings.open(target)) return exitCodes[verdict];
  tell(words.notOpened);
  return exitCodes['not-ready'];
};
