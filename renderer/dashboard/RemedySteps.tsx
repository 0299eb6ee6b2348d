/** Owns one way to put something right: steps, a command to copy, a page or settings pane to open. */
import { useState } from 'react';
import type { Opened } from '../../electron/core/ipc/contract.ts';
import { says } from '../../electron/core/messages/says.ts';
import { place, quote } from '../../electron/core/messages/value.ts';
import type { Remedy } from '../../electron/core/report/finding.ts';
import { CommandLine } from '../components/CommandLine.tsx';
import { useOnline } from '../time-and-network.ts';

const words = says('remedy', {
  openSettings: 'Open the settings',
  openSettingsFor: 'Open the settings: {remedy}',
  openSite: 'Open {site}',
  openSiteFor: 'Open {site}: {remedy}',
  offline: 'You seem to be offline. This page needs the internet.',
});

const results = says('remedy.result', {
  opened: 'Opened. When you’re done, come back and check again.',
  'nothing-to-open': 'There’s nothing to open for this on your computer. Follow the steps.',
  'refused-by-system': 'Your system didn’t open it. Follow the steps.',
});

/** What a remedy's link opens: a site by its name, or the settings. */
const placeOf = (link: string, label: string) => {
  const host = URL.canParse(link) && link.startsWith('https:') ? new URL(link).host : null;
  const remedy = quote(label);
  if (host === null) return { isSite: false, button: words.openSettings, name: words.openSettingsFor({ remedy }) };
  const site = place(host);
  return { isSite: true, button: words.openSite({ site }), name: words.openSiteFor({ site, remedy }) };
};

interface Props {
  readonly remedy: Remedy;
  readonly onOpen: (remedyId: string) => Promise<Opened>;
}

export const RemedySteps = ({ remedy, onOpen }: Props) => {
  const [result, setResult] = useState('');
  const online = useOnline();
  const opens = remedy.link === undefined ? null : placeOf(remedy.link, remedy.label);
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
      {opens !== null && (
        <div className="open">
          <button type="button" className="action" aria-label={opens.name} onClick={open}>
            {opens.button}
          </button>
          {opens.isSite && !online && <p className="note">{words.offline}</p>}
        </div>
      )}
      <p className="note" role="status">
        {result}
      </p>
    </section>
  );
};
