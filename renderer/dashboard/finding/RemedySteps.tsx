/** Owns one way to put something right: its steps, and a command to copy. */
import { useId } from 'react';
import type { Remedy } from '../../../electron/core/report/finding.ts';
import { CommandLine } from '../../components/CommandLine.tsx';

export const RemedySteps = ({ remedy }: { readonly remedy: Remedy }) => {
  const title = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in.
    <div className="remedy" role="group" aria-labelledby={title}>
      <h4 id={title}>{remedy.label}</h4>
      <ol>
        {remedy.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {remedy.command !== undefined && <CommandLine command={remedy.command} />}
    </div>
  );
};
