/** Owns `greenroom check`: one run, told as text or as one JSON object. */

import { isCheckId } from '../../core/checks/ids.ts';
import { type Format, formatNames, formats } from '../../core/formats/index.ts';
import { exitCodes, reportText } from '../../core/formats/text.ts';
import { says } from '../../core/messages/says.ts';
import { list, quote, term } from '../../core/messages/value.ts';
import { helpDeskText } from '../../core/policy/help-desk.ts';
import type { Report } from '../../core/report/report.ts';
import { helpDeskSettings } from '../../core/settings/help-desk.ts';
import { settingsInForce } from '../../core/settings/index.ts';
import { asciiJson } from '../../core/text/ascii-json.ts';
import { publishUnder } from '../../engine/run/publish-result.ts';
import { fullIdentity } from '../../platform/redaction/identity.ts';
import { WrongUsage } from '../exit.ts';
import { type Io, painterFor, say, widthFor } from '../io.ts';
import { nowOf, openFor, type RunOptions, runWithProgress } from '../run-options.ts';
import { unknownCheck } from '../unknown-check.ts';

const words = says('check-verb', {
  help: 'Help: {contact}',
  only: '--only needs the id of a check. “greenroom checks” lists them.',
  oneForm: 'Choose one of --json and --format.',
  noFormat: 'There is no format “{format}”. Known are: {known}.',
});

export interface CheckOptions extends RunOptions {
  readonly only?: string;
  readonly json?: boolean;
  readonly format?: string;
  /** Everything that was found, in place of what is to be done. */
  readonly details?: boolean;
}

const onlyOf = (text: string | undefined): readonly string[] | null => {
  if (text === undefined) return null;
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (ids.length === 0) throw new WrongUsage(words.only);
  for (const id of ids) if (!isCheckId(id)) throw new WrongUsage(unknownCheck(id));
  return ids;
};

const formatOf = ({ format, json }: CheckOptions): Format | null => {
  if (format === undefined) return null;
  if (json === true) throw new WrongUsage(words.oneForm);
  const known = formatNames.find((name) => name === format);
  if (known === undefined)
    throw new WrongUsage(words.noFormat({ format: term(format), known: list(formatNames.map(term), 'comma') }));
  return known;
};

/** Names that a recorded machine does not hold. */
const nobody = { userName: '', hostName: '', home: '' };

/** Runs the checks; resolves to the exit code. Throws `InputError` and `WrongUsage`. */
export const runCheck = async (options: CheckOptions, io: Io): Promise<number> => {
  const only = onlyOf(options.only);
  const format = formatOf(options);
  const asked = nowOf(options.now);
  const { workspace, deadlineMs, recordedAt } = await openFor(io, options);
  const { policy, place } = workspace;
  const now = asked ?? recordedAt;

  // Only what is made for others needs every name of the person's.
  const identity = place.isRecorded || format === null ? nobody : await fullIdentity();

  const print = (report: Report): void => {
    if (format !== null) io.stdout.write(formats[format](publishUnder(policy, report, identity, place.appVersion)));
    else if (options.json === true) io.stdout.write(`${asciiJson(report, 2)}\n`);
    else {
      const help = helpDeskText(settingsInForce(policy)[helpDeskSettings.id], [
        Intl.DateTimeFormat().resolvedOptions().locale,
      ]);
      const whom = help === null || report.verdict === 'ready' ? '' : `${words.help({ contact: quote(help) })}\n`;
      const text = reportText(report, {
        paint: painterFor(io),
        width: widthFor(io),
        details: options.details === true,
      });
      say(io, text + whom);
    }
  };
  const { report } = await runWithProgress(io, workspace, {
    only,
    deadlineMs,
    ...(now === undefined ? {} : { now }),
    // Only what was asked of this computer as it is becomes "the last report".
    isTrial: only !== null || options.policy !== undefined,
    // Before it is stored: a slow disk keeps nobody from the answer.
    onReport: print,
  });
  return exitCodes[report.verdict];
};
