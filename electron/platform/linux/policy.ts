import { MAX_POLICY_BYTES, type PolicyFault } from '../../core/policy/source-tree.ts';
import { readPolicyText } from '../../core/policy/text.ts';
import type { Machine, OwnedStep } from '../machine/machine.ts';
import { type FoundPolicy, orUnusable, type PolicyReader, unusable } from '../policy-source.ts';

const files = ['/etc/greenroom/policy.yaml', '/etc/greenroom/policy.json'] as const;

const WRITABLE_BY_OTHERS = 0o022;

/** Why somebody other than root may have written here; undefined when nobody can. */
const weakness = ({ path, kind, uid, mode }: OwnedStep): string | undefined => {
  if (kind === 'link') return `${path} is a link. Put the file itself in its place.`;
  if (kind === 'other') return `${path} is neither a file nor a folder.`;
  if (uid !== 0) return `${path} does not belong to root. Run: sudo chown root:root ${path}`;
  if ((mode & WRITABLE_BY_OTHERS) !== 0)
    return `${path} can be written by others than root. Run: sudo chmod go-w ${path}`;
  return undefined;
};

const readFile = async (machine: Machine, file: string): Promise<FoundPolicy | undefined> => {
  const found = await machine.readOwned(file, { maxBytes: MAX_POLICY_BYTES });
  if (found === undefined) return undefined;
  const weak = found.steps.map(weakness).find((reason) => reason !== undefined);
  if (weak !== undefined) return unusable(file, 'file', `it is not used: ${weak}`);
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
    message: `there is ${first.source} as well; where both say something, that one holds. Keep one of them.`,
    decides: false,
  };
  return [first, { ...second, faults: [...second.faults, both] }];
};
