/** Owns a list of reasons or advice, each with the mark and the word of its weight. */
import type { HostFinding } from '../../electron/core/invite/host-advice.ts';
import { StateMark } from '../components/Marks.tsx';
import { shown, weightMarks, weightNames } from './invitation-phrases.ts';

type Weighed = Pick<HostFinding, 'weight' | 'text'> & { readonly id: string };

export const ReasonList = ({ reasons }: { readonly reasons: readonly Weighed[] }) => (
  <ul className="reasons">
    {reasons.map(({ id, weight, text }) => (
      <li key={id}>
        <StateMark state={weightMarks[weight]} />
        <span>
          <span className="hidden-words">{weightNames[weight]}: </span>
          <bdi>{shown(text)}</bdi>
        </span>
      </li>
    ))}
  </ul>
);
