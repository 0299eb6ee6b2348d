/** Owns `greenroom inspect FILE` for an installer: the same judgement as in the check, for one file. */

import path from 'node:path';
import { builtInCatalogue } from '../../core/catalogue/index.ts';
import { assessInstaller } from '../../core/checks/apps/installer-assessment.ts';
import { type InstallerJudgement, installerJudgement, remedies } from '../../core/checks/apps/installer-phrases.ts';
import { FactUnavailable } from '../../core/facts/fact.ts';
import type { InstallerFile } from '../../core/facts/index.ts';
import { english } from '../../core/messages/format.ts';
import { localise } from '../../core/messages/localise.ts';
import { type Message, messages } from '../../core/messages/messages.ts';
import { says } from '../../core/messages/says.ts';
import { name as nameValue, place } from '../../core/messages/value.ts';
import { asciiJson } from '../../core/text/ascii-json.ts';
import { InputError } from '../../core/text/input-error.ts';
import { sanitize } from '../../core/text/sanitize.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { bind, type MachinePort } from '../../platform/machine/machine.ts';
import { askNamed } from '../../platform/machine/places/named-file.ts';
import { isOnAnotherComputer } from '../../platform/machine/places/place-of.ts';
import { readInstaller } from '../../platform/read-installer.ts';
import { notReadWords } from '../input-file.ts';
import { type Io, painterFor, say } from '../io.ts';

const told = messages('installer-unknown', {
  unread: 'the file couldn’t be read ({reason})',
  noFile: 'this is a folder or a device, not a file',
  notOne: '“{file}” isn’t known as the installer of a meeting app or browser',
  notListed: 'Greenroom judges installers of the programs in its own list only.',
});

const words = says('installer-verb', {
  fetched: 'Fetched from: {address}',
  linked: 'Linked from: {address}',
});

type Verdict = 'genuine' | 'caution' | 'suspicious' | 'unknown' | 'not-a-meeting-app';

const EXIT: Readonly<Record<Verdict, number>> = {
  genuine: 0,
  caution: 10,
  suspicious: 20,
  unknown: 30,
  'not-a-meeting-app': 40,
};

const verdicts = { pass: 'genuine', caution: 'caution', fail: 'suspicious', unknown: 'unknown' } as const;

/** The file itself, not a link to it: its marks are on it. Throws `InputError`. */
const fileAt = async (io: Io, name: string): Promise<{ file: string; sizeBytes: number; modifiedAt: string }> => {
  if (isOnAnotherComputer(name)) throw new InputError(name, notReadWords.elsewhere);
  try {
    const file = await askNamed({ op: 'realPath', path: path.resolve(io.cwd, name) });
    const found = file === undefined ? undefined : await askNamed({ op: 'stat', path: file });
    if (file === undefined || found === undefined) throw new InputError(name, notReadWords.missing);
    if (found.kind !== 'file') throw new InputError(name, told.noFile);
    return { file, sizeBytes: found.size, modifiedAt: new Date(found.modifiedMs).toISOString() };
  } catch (error) {
    if (!(error instanceof FactUnavailable)) throw error;
    const { why, reason } = error;
    if (why === 'denied') throw new InputError(name, notReadWords.denied);
    throw new InputError(name, why === 'timed-out' ? notReadWords.silent : told.unread({ reason }));
  }
};

const notOne = (name: string): InstallerJudgement => ({
  state: 'not-applicable',
  title: told.notOne({ file: nameValue(path.basename(name)) }),
  reason: told.notListed,
});

const lines = (
  judgement: InstallerJudgement,
  file: Pick<InstallerFile, 'from'>,
  gaps: readonly Message[],
  io: Io,
): readonly string[] => {
  const paint = painterFor(io);
  const style = {
    pass: 'good',
    caution: 'warning',
    fail: 'bad',
    unknown: 'warning',
    'not-applicable': 'faint',
  } as const;
  const keys = 'remedies' in judgement ? (judgement.remedies ?? []) : [];
  const remedy = judgement.state === 'pass' ? undefined : remedies[keys[0] ?? ''];
  return [
    paint(style[judgement.state], sanitize(localise(judgement.title), 300)),
    ...('why' in judgement ? [localise(judgement.why)] : []),
    ...('reason' in judgement ? [sanitize(localise(judgement.reason), 500)] : []),
    ...file.from.map((address, index) => (index === 0 ? words.fetched : words.linked)({ address: place(address) })),
    ...gaps.map(localise),
    ...(remedy === undefined
      ? []
      : ['', localise(remedy.label), ...remedy.steps.map((step, index) => `  ${index + 1}. ${localise(step)}`)]),
    ...(remedy?.link === undefined ? [] : [`  ${remedy.link}`]),
  ];
};

/**
 * Runs the verb for an installer; resolves to the exit code: 0 from its maker, 10 with caution, 20 suspicious, 30 could
 * not be told, 40 not a meeting app's. Throws `InputError` when there is no such file.
 */
export const runInspectInstaller = async (
  name: string,
  io: Io,
  json: boolean,
  port: MachinePort = localMachine(),
): Promise<number> => {
  const { file, sizeBytes, modifiedAt } = await fileAt(io, name);
  const machine = bind(port, new AbortController().signal);
  const { gaps, ...told } = await readInstaller(machine, file, builtInCatalogue);
  const installer: InstallerFile = { ...told, sizeBytes, modifiedAt };
  const product = builtInCatalogue.products.find(({ id }) => id === told.product);
  const judgement =
    product === undefined
      ? notOne(file)
      : installerJudgement(assessInstaller(installer, product, port.host.platform), installer, product);
  const verdict = judgement.state === 'not-applicable' ? 'not-a-meeting-app' : verdicts[judgement.state];
  const answer = {
    schema: 'greenroom.installer/1',
    file: installer.path,
    verdict,
    product: installer.product,
    title: sanitize(english(judgement.title), 300),
    reason: sanitize(english('found' in judgement ? judgement.found : judgement.reason), 500),
    from: installer.from.map((address) => sanitize(address, 2_000)),
    signature: installer.signature,
    gaps: gaps.map(english),
  };
  if (json) io.stdout.write(`${asciiJson(answer)}\n`);
  else say(io, `${lines(judgement, installer, gaps, io).join('\n')}\n`);
  return EXIT[verdict];
};
