/** Owns one way to put something right: steps, a command to copy, a page or settings pane to open. */
import { useState } from 'react';
import type { Opened } from '../../electron/core/ipc/contract.ts';
import type { Remedy } from '../../electron/core/report/finding.ts';
import { CommandLine } from '../components/CommandLine.tsx';
import { useOnline } from '../time-and-network.ts';

const results: Readonly<Record<Opened, string>> = {
  opened: 'Opened. Come back here when you are done, and check again.',
  'nothing-to-open': 'There is nothing to open for this on your computer. Please follow the steps.',
  'refused-by-system': 'Your system did not open it. Please follow the steps.',
};

/** What a remedy's link opens: a site by its name, or the settings. */
const placeOf = (link: string): { readonly site: string | null; readonly words: string } => {
  const site = URL.canParse(link) && link.startsWith('https:') ? new URL(link).host : null;
  return { site, words: site === null ? 'Open the settings' : `Open ${site}` };
};

interface Props {
  readonly remedy: Remedy;
  readonly onOpen: (remedyId: string) => Promise<Opened>;
}

export const RemedySteps = ({ remedy, onOpen }: Props) => {
  const [result, setResult] = useState('');
  const online = useOnline();
  const place = remedy.link === undefined ? null : placeOf(remedy.link);
  const open = (): void => {
    setResult('');
    onOpen(remedy.id).then(
      (opened) => setResult(results[opened]),
      () => setResult(results['refused-by-system']),
    );
  };
  return (
    <section className="remedy" aria-label={remedy.label}>
      <h4>{remedy.label}</h4>
      <ol>
        {remedy.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {remedy.command !== undefined && <CommandLine command={remedy.command} />}
      {place !== null && (
        <div className="open">
          <button type="button" className="action" onClick={open}>
            {place.words}
            <span className="hidden-words">{`: ${remedy.label}`}</span>
          </button>
          {place.site !== null && !online && (
            <p className="note">You seem to be offline. This page needs the internet.</p>
          )}
        </div>
      )}
      <p className="note" role="status">
        {result}
      </p>
    </section>
  );
};
