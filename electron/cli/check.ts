/** Owns `greenroom check`: one run, told as text or as one JSON object. */
import packageJson from '../../package.json' with { type: 'json' };
import { checks } from '../core/checks/index.ts';
import { noPolicy, type Policy, valuesOf } from '../core/policy.ts';
import { checkingSettings } from '../core/settings/checking.ts';
import { type Format, formatNames, formats } from '../core/view/formats/index.ts';
import type { Told } from '../core/view/formats/told.ts';
import { exitCodes, reportText } from '../core/view/text.ts';
import { count } from '../core/words.ts';
import { loadCatalogue } from '../engine/catalogue-store.ts';
import { stateFolder } from '../engine/folders.ts';
import { createOwnStore, nothingOwn } from '../engine/own-store.ts';
import { passOn, tellUnder } from '../engine/pass-on.ts';
import { loadPolicy, type PolicyInUse } from '../engine/policy-in-use.ts';
import { createReportStore } from '../engine/report-store.ts';
import { runChecks } from '../engine/run.ts';
import { localIdentity } from '../platform/identity.ts';
import { localMachine } from '../platform/local.ts';
import type { MachinePort } from '../platform/machine.ts';
import { WrongUsage } from './exit.ts';
import { readInputFile } from './input-file.ts';
import { type Io, painterFor, widthFor } from './io.ts';

export interface CheckOptions {
  readonly only?: string;
  readonly policy?: string;
  readonly machine?: string;
  readonly now?: string;
  readonly timeout?: string;
  readonly json?: boolean;
  readonly format?: string;
}

const onlyOf = (text: string | undefined): readonly string[] | null => {
  if (text === undefined) return null;
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const known = checks.map((check) => check.id);
  const wrong = ids.find((id) => !known.includes(id));
  if (wrong !== undefined) throw new WrongUsage(`There is no check “${wrong}”. Known are: ${known.join(', ')}.`);
  if (ids.length === 0) throw new WrongUsage(`--only needs the id of a check. Known are: ${known.join(', ')}.`);
  return ids;
};

const nowOf = (text: string | undefined): Date | undefined => {
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(time.getTime())) {
    throw new WrongUsage(`--now needs a time such as 2026-11-22T09:30:00Z, not “${text}”.`);
  }
  return time;
};

const deadlineOf = (text: string | undefined, policy: Policy): number => {
  if (text === undefined) return valuesOf(policy, checkingSettings.id, checkingSettings.policy).deadlineSeconds * 1000;
  const seconds = Number(text);
  if (!(seconds >= 0.1 && seconds <= 600))
    throw new WrongUsage(`--timeout needs seconds from 0.1 to 600, not “${text}”.`);
  return seconds * 1000;
};

/** The policy in a file that was named stands alone; a recorded machine is judged by none but that. */
const policyOf = async (io: Io, { policy: file, machine }: CheckOptions): Promise<PolicyInUse> => {
  if (file !== undefined) {
    const { parsePolicyFile } = await import('../engine/policy-file.ts');
    return { policy: await parsePolicyFile(file, await readInputFile(io, file, 4)), notices: [] };
  }
  if (machine !== undefined) return { policy: noPolicy, notices: [] };
  const port = localMachine();
  return loadPolicy(port, stateFolder(port.host));
};

const formatOf = ({ format, json }: CheckOptions): Format | null => {
  if (format === undefined) return null;
  if (json === true) throw new WrongUsage('Choose one of --json and --format.');
  const known = formatNames.find((name) => name === format);
  if (known === undefined)
    throw new WrongUsage(`There is no format “${format}”. Known are: ${formatNames.join(', ')}.`);
  return known;
};

/** Names that a recorded machine does not hold. */
const nobody = { userName: '', hostName: '', home: '' };

/** A recorded machine is judged at the time of its recording. */
const machineOf = async (io: Io, file: string | undefined): Promise<{ port: MachinePort; recordedAt?: Date }> => {
  if (file === undefined) return { port: localMachine() };
  const [{ parseRecording }, { replayMachine }] = await Promise.all([
    import('../platform/recording.ts'),
    import('../platform/replay.ts'),
  ]);
  const recording = parseRecording(file, await readInputFile(io, file, 64));
  return { port: replayMachine(recording, { strict: false }), recordedAt: new Date(recording.recordedAt) };
};

/** Runs the checks; resolves to the exit code. Throws `BadInput` and `WrongUsage`. */
export const runCheck = async (options: CheckOptions, io: Io): Promise<number> => {
  const only = onlyOf(options.only);
  const format = formatOf(options);
  const asked = nowOf(options.now);
  const { policy, notices: policyNotices } = await policyOf(io, options);
  const deadlineMs = deadlineOf(options.timeout, policy);
  const { port, recordedAt } = await machineOf(io, options.machine);
  const now = asked ?? recordedAt;

  const folder = stateFolder(localMachine().host);
  const catalogue = await loadCatalogue(folder);
  // What a person confirmed and set aside is about this computer, not about a recorded one.
  const own = options.machine === undefined ? await createOwnStore(folder).load() : nothingOwn;
  for (const notice of [...policyNotices, ...catalogue.notices, ...own.notices]) io.stderr.write(`${notice}\n`);

  const clear = '\r\u001b[K';
  const showsProgress = io.stderr.isTTY === true;
  const report = await runChecks({
    port,
    policy,
    catalogue,
    only,
    deadlineMs,
    ownFacts: own.facts,
    waivers: own.waivers,
    ...(now === undefined ? {} : { now }),
    onProgress: (_soFar, pending) => {
      if (showsProgress)
        io.stderr.write(pending.length === 0 ? clear : `${clear}Checking… ${count(pending.length, 'check')} to go`);
    },
  });
  if (showsProgress) io.stderr.write(clear);

  const told = (): Told =>
    tellUnder(policy, report, options.machine === undefined ? localIdentity() : nobody, packageJson.version);
  if (format !== null) io.stdout.write(formats[format](told()));
  else if (options.json === true) io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else io.stdout.write(reportText(report, painterFor(io), widthFor(io)));

  // Only what was asked of this computer as it is becomes "the last report".
  if (options.machine === undefined && asked === undefined && options.policy === undefined && only === null) {
    try {
      const folder = stateFolder(port.host);
      const notices = [
        ...(await createReportStore(folder).save(report)),
        ...(await passOn({ told: told(), policy, folder, host: port.host })),
      ];
      for (const notice of notices) io.stderr.write(`${notice}\n`);
    } catch (error) {
      io.stderr.write(`The report could not be stored: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  return exitCodes[report.verdict];
};
