/** Owns a list of reasons or advice, each with the mark and the word of its weight. */
import type { HostFinding } from '../../electron/core/invite/host-advice.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { StateMark } from '../components/Marks.tsx';
import { weightMarks, weightNames } from './invitation-phrases.ts';

type Weighed = Pick<HostFinding, 'weight' | 'message'> & { readonly id: string };

export const ReasonList = ({ reasons }: { readonly reasons: readonly Weighed[] }) => (
  <ul className="reasons">
    {reasons.map(({ id, weight, message }) => (
      <li key={id}>
        <StateMark state={weightMarks[weight]} />
        <span>
          <span className="hidden-words">{weightNames[weight]} </span>
          <bdi>{localise(message)}</bdi>
        </span>
      </li>
    ))}
  </ul>
);
