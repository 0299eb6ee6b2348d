/** Owns the line that tells a person whom the organisation wants them to ask, while something is not in order. */
import type { Snapshot } from '../../electron/core/contract.ts';
import { helpDeskText } from '../../electron/core/help-desk.ts';

export const HelpDesk = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const text = helpDeskText(snapshot.settings['help-desk'], navigator.languages);
  if (text === null || snapshot.report === null || snapshot.report.verdict === 'ready') return null;
  return (
    <p className="help-desk">
      <strong>Help from your organisation</strong> {text}
    </p>
  );
};
