/** Owns the one button of a finding: what it is called, what it does, and what came of it. */
import { useState } from 'react';
import { says } from '../../../electron/core/messages/says.ts';
import { place, quote, term } from '../../../electron/core/messages/value.ts';
import type { Finding, Remedy } from '../../../electron/core/report/finding.ts';
import type { RowActions } from './row-actions.ts';
import type { Offers } from './use-offers.ts';

const words = says('fix', {
  openSite: 'Open {site}',
  named: '{button}: {title}',
  copy: 'Copy the command',
  copyNamed: 'Copy the command {command}',
  copied: 'Copied. Paste it into a terminal.',
  notCopied: 'Not copied. Open the details and copy it there.',
  done: 'I’ve done this',
  showCamera: 'Show my camera',
  answer: 'Answer',
  tryIt: 'Try it',
  working: 'Still working…',
});

export const opened = says('remedy.result', {
  opened: 'Opened. When you’re done, come back and check again.',
  'nothing-to-open': 'There’s nothing to open for this on your computer. Follow the steps.',
  'refused-by-system': 'Your system didn’t open it. Follow the steps.',
});

/** The site that a remedy opens; null where it opens the system's settings, or nothing. */
export const siteOf = ({ link }: Remedy): string | null =>
  link?.startsWith('https:') && URL.canParse(link) ? new URL(link).host : null;

/** What a remedy's link opens, as its button says it. */
export const openingWords = (remedy: Remedy): string => {
  const site = siteOf(remedy);
  return site === null ? remedy.label : words.openSite({ site: place(site.replace(/^www\./, '')) });
};

export interface Fix {
  readonly label: string;
  /** For those who hear it alone, without its row. */
  readonly name: string;
  /** What to do, in one line; null where the title says it. */
  readonly line: string | null;
  readonly run: () => void;
  /** What came of it; empty until then. */
  readonly result: string;
  readonly isWorking: boolean;
}

interface FixOptions {
  readonly finding: Finding;
  readonly actions: Pick<RowActions, 'check' | 'openRemedy'>;
  /** What Greenroom itself can put right goes first. */
  readonly offers: Offers;
  readonly onOpen: () => void;
  readonly onShowCamera: () => void;
}

export const useFix = ({ finding, actions, offers, onOpen, onShowCamera }: FixOptions): Fix => {
  const [result, setResult] = useState('');
  /** What was opened has been opened: the next thing is to look again. */
  const [isOpened, setOpened] = useState(false);
  const [remedy] = finding.remedies;
  const title = quote(finding.title);
  const named = (label: string, line: string | null, run: () => void): Fix => ({
    label,
    name: words.named({ button: quote(label), title }),
    line,
    run,
    result: offers.result === '' ? result : offers.result,
    isWorking: offers.isWorking,
  });
  const check = (): void => {
    setResult('');
    setOpened(false);
    actions.check([finding.id]);
  };

  const [offer] = offers.offers;
  if (offer !== undefined) return named(offer.label, offer.says, () => offers.apply(offer));
  if (offers.isWorking) return named(words.working, null, () => {});
  if (finding.state === 'not-done') {
    const isLook = finding.area === 'camera' || finding.id === 'camera-view';
    if (isLook) return named(words.showCamera, remedy?.label ?? null, onShowCamera);
    const isTrial = finding.id === 'connection' || finding.id === 'meeting-connection';
    return named(isTrial ? words.tryIt : words.answer, remedy?.label ?? null, onOpen);
  }
  if (remedy === undefined || isOpened) return named(words.done, remedy?.label ?? finding.why, check);
  if (remedy.link !== undefined) {
    const line = siteOf(remedy) === null ? (remedy.steps[0] ?? remedy.label) : remedy.label;
    return named(openingWords(remedy), line, () => {
      setResult('');
      actions.openRemedy(remedy.id).then(
        (outcome) => {
          setResult(opened[outcome]);
          setOpened(outcome === 'opened');
        },
        () => setResult(opened['refused-by-system']),
      );
    });
  }
  const { command } = remedy;
  if (command === undefined) return named(words.done, remedy.label, check);
  return {
    ...named(words.copy, remedy.label, () => {
      navigator.clipboard.writeText(command).then(
        () => {
          setResult(words.copied);
          setOpened(true);
        },
        () => setResult(words.notCopied),
      );
    }),
    name: words.copyNamed({ command: term(command) }),
  };
};
