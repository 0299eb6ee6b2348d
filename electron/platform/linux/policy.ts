import { type Message, messages } from '../../core/messages/messages.ts';
import { place, term } from '../../core/messages/value.ts';
import { MAX_POLICY_BYTES, type PolicyFault } from '../../core/policy/source-tree.ts';
import { readPolicyText } from '../../core/policy/text.ts';
import type { Machine, OwnedStep } from '../machine/machine.ts';
import { type FoundPolicy, orUnusable, type PolicyReader, unusable } from '../policy-source.ts';

const words = messages('linux-policy', {
  link: '{path} is a link. Put the file itself in its place.',
  neither: '{path} is neither a file nor a folder.',
  notRoots: '{path} doesn’t belong to root. Run: {command}',
  writable: '{path} can be written by others than root. Run: {command}',
  unused: 'it is not used: {reason}',
  both: 'there is {other} as well; where both say something, that one holds. Keep one of them.',
});

const files = ['/etc/greenroom/policy.yaml', '/etc/greenroom/policy.json'] as const;

const WRITABLE_BY_OTHERS = 0o022;

/** Why somebody other than root may have written here; undefined when nobody can. */
const weakness = ({ path, kind, uid, mode }: OwnedStep): Message | undefined => {
  if (kind === 'link') return words.link({ path: place(path) });
  if (kind === 'other') return words.neither({ path: place(path) });
  if (uid !== 0) return words.notRoots({ path: place(path), command: term(`sudo chown root:root ${path}`) });
  if ((mode & WRITABLE_BY_OTHERS) !== 0)
    return words.writable({ path: place(path), command: term(`sudo chmod go-w ${path}`) });
  return undefined;
};

const readFile = async (machine: Machine, file: string): Promise<FoundPolicy | undefined> => {
  const found = await machine.readOwned(file, { maxBytes: MAX_POLICY_BYTES });
  if (found === undefined) return undefined;
  const weak = found.steps.map(weakness).find((reason) => reason !== undefined);
  if (weak !== undefined) return unusable(file, 'file', words.unused({ reason: weak }));
  return { source: file, dialect: 'file', ...(await readPolicyText(file, found.text)) };
};

export const linuxPolicy: PolicyReader = async (machine) => {
  const found = (await Promise.all(files.map((file) => orUnusable(file, 'file', readFile(machine, file))))).filter(
    (one) => one !== undefined,
  );
  const [first, second] = found;
  if (first === undefined || second === undefined || first.root === null) return found;
  const both: PolicyFault = {
    origin: { source: second.source, place: null },
    message: words.both({ other: place(first.source) }),
    decides: false,
  };
  return [first, { ...second, faults: [...second.faults, both] }];
};
