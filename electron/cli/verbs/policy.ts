/** Owns `greenroom policy`: every problem of a policy file, and every value in force with its source. */

import { builtInCatalogue } from '../../core/catalogue/index.ts';
import { english } from '../../core/messages/format.ts';
import { localise } from '../../core/messages/localise.ts';
import { says } from '../../core/messages/says.ts';
import { place } from '../../core/messages/value.ts';
import { lintPolicy } from '../../core/policy/lint.ts';
import { noPolicy, type Policy, type Setting, settingOf } from '../../core/policy/policy.ts';
import { originText, type PolicyFault } from '../../core/policy/source-tree.ts';
import { asciiJson } from '../../core/text/ascii-json.ts';
import { sanitize } from '../../core/text/sanitize.ts';
import { type EffectivePolicy, loadPolicy } from '../../engine/run/effective-policy.ts';
import { knownKeys } from '../../engine/run/known-keys.ts';
import { readPolicyFile } from '../../engine/run/policy-file.ts';
import { stateFolder } from '../../engine/storage/folders.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { BAD_INPUT } from '../exit.ts';
import { readInputFile } from '../input-file.ts';
import { type Io, painterFor, say, warn } from '../io.ts';

const words = says('policy-verb', {
  more: 'and {n, number} more.',
  inOrder: '{file}: in order.',
  problems: '{n, plural, one {# problem} other {# problems}}.',
  rest: '{n, plural, one {# value is} other {# values are}} at Greenroom’s default: --all shows them.',
  noPolicy:
    'A recording holds no policy, which may name people and addresses: these are the values without one. Give the policy with --policy.',
  none: 'No policy of an organisation is set on this computer.',
  source: 'Policy: {source}',
});

const MAX_MEBIBYTES = 4;

/** A file that is no policy at all has a problem in every line: the first of them say so. */
const MOST_TOLD = 100;

const told = (fault: PolicyFault): string => `${originText(fault.origin)}: ${sanitize(localise(fault.message), 1000)}`;

const toldLines = (faults: readonly PolicyFault[]): readonly string[] => {
  const rest = faults.length - MOST_TOLD;
  const more = rest > 0 ? [words.more({ n: rest })] : [];
  return [...faults.slice(0, MOST_TOLD).map(told), ...more];
};

/** Names the first hundred problems of a policy file with line and column; resolves to the exit code. */
export const lint = async (file: string, options: { readonly json?: boolean }, io: Io): Promise<number> => {
  const faults = await lintPolicy(file, await readInputFile(io, file, MAX_MEBIBYTES), knownKeys, builtInCatalogue);
  if (options.json === true) {
    const problems = faults
      .slice(0, MOST_TOLD)
      .map(({ origin, message }) => ({ ...origin.place, message: english(message) }));
    const more = faults.length > MOST_TOLD ? { more: faults.length - MOST_TOLD } : {};
    io.stdout.write(`${asciiJson({ schema: 'greenroom.policy-lint/1', file, problems, ...more }, 2)}\n`);
  } else {
    for (const line of toldLines(faults)) say(io, `${line}\n`);
    if (faults.length === 0) say(io, `${words.inOrder({ file: place(file) })}\n`);
    else warn(io, `${words.problems({ n: faults.length })}\n`);
  }
  return faults.length === 0 ? 0 : BAD_INPUT;
};

interface ShownValue extends Setting {
  readonly id: string;
  readonly key: string;
}

const valuesIn = (policy: Policy): readonly ShownValue[] =>
  [...knownKeys.checks, ...knownKeys.areas].flatMap(({ id, policy: keys }) =>
    Object.entries(keys).map(([name, key]) => ({ id, key: name, ...settingOf(policy, id, name, key) })),
  );

const layerNames: Readonly<Record<Setting['layer'], string>> = says('layer', {
  enforced: 'managed by your organisation',
  user: 'set by you',
  recommended: 'recommended by your organisation',
  default: 'default',
});

/** The policy to show, and where it was looked for. */
const policyOf = async (io: Io, options: ShowOptions): Promise<EffectivePolicy> => {
  if (options.policy !== undefined) {
    const text = await readInputFile(io, options.policy, MAX_MEBIBYTES);
    return { policy: (await readPolicyFile(options.policy, text)).policy, notices: [] };
  }
  if (options.machine !== undefined) {
    const { parseRecording } = await import('../../platform/machine/recording.ts');
    parseRecording(options.machine, await readInputFile(io, options.machine, 64));
    // Contacts, secret calendar addresses and pictures may stand in a policy, in three systems' own forms.
    const sentence = words.noPolicy;
    return { policy: noPolicy, notices: [sentence] };
  }
  const port = localMachine();
  return loadPolicy(port, stateFolder(port.host));
};

export interface ShowOptions {
  readonly json?: boolean;
  readonly policy?: string;
  readonly machine?: string;
  /** The defaults, too. */
  readonly all?: boolean;
}

/** Shows each value in force, its layer and its source; resolves to the exit code. */
export const show = async (options: ShowOptions, io: Io): Promise<number> => {
  const { policy, notices } = await policyOf(io, options);
  const { faults = [] } = policy;
  for (const notice of notices) warn(io, `${notice}\n`);
  const every = valuesIn(policy);
  const values = options.all === true ? every : every.filter(({ layer }) => layer !== 'default');
  if (options.json === true) {
    const { source, digest } = policy;
    const data = { schema: 'greenroom.policy-in-force/1', source, digest, values: every, faults: toldLines(faults) };
    io.stdout.write(`${asciiJson(data, 2)}\n`);
    return faults.length === 0 ? 0 : BAD_INPUT;
  }
  const paint = painterFor(io);
  const source = policy.source ?? noPolicy.source;
  const rest = every.length - values.length;
  const lines = [
    source === null ? words.none : words.source({ source: place(source) }),
    ...values.flatMap(({ id, key, value, layer, source: at }, index) => {
      const where = `${layerNames[layer]}${at === undefined ? '' : `, ${at}`}`;
      const shown = `  ${key.padEnd(24)} ${sanitize(JSON.stringify(value), 200)}  `;
      const line = paint(layer === 'default' ? 'faint' : 'strong', shown) + paint('faint', `(${where})`);
      return values[index - 1]?.id === id ? [line] : ['', paint('strong', id), line];
    }),
    ...(rest === 0 ? [] : ['', words.rest({ n: rest })]),
  ];
  say(io, `${lines.join('\n')}\n`);
  for (const line of toldLines(faults)) warn(io, `${line}\n`);
  return faults.length === 0 ? 0 : BAD_INPUT;
};
