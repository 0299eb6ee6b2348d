/** Owns what tells a person whom the organisation wants them to ask, while something is not in order, and opens its page. */
import { useState } from 'react';
import type { GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import { says } from '../../electron/core/messages/says.ts';
import { place } from '../../electron/core/messages/value.ts';
import { helpDeskPage, helpDeskText } from '../../electron/core/policy/help-desk.ts';

const words = says('help-desk', {
  help: 'Help from your organisation',
  open: 'Open {site}',
  opened: 'Opened in your browser.',
  failed: 'Your system didn’t open it. The address is {page}',
});

type Api = Pick<GreenroomApi, 'openHelpDesk'>;

const HelpDeskPage = ({ page, api }: { readonly page: string; readonly api: Api }) => {
  const [result, setResult] = useState('');
  const failed = (): void => setResult(words.failed({ page: place(page) }));
  const open = (): void => {
    setResult('');
    api.openHelpDesk().then((opened) => (opened === 'opened' ? setResult(words.opened) : failed()), failed);
  };
  return (
    <div className="open">
      <button type="button" onClick={open}>
        {words.open({ site: place(new URL(page).host) })}
      </button>
      <p className="note" role="status">
        {result}
      </p>
    </div>
  );
};

interface Props {
  readonly snapshot: Snapshot;
  /** Absent where nothing can be asked: then the address is told. */
  readonly api: Api | undefined;
}

export const HelpDesk = ({ snapshot, api }: Props) => {
  const values = snapshot.settings['help-desk'];
  const page = api === undefined ? null : helpDeskPage(values);
  const text = helpDeskText(values, navigator.languages, page === null);
  const nothing = text === null && page === null;
  if (nothing || snapshot.report === null || snapshot.report.verdict === 'ready') return null;
  return (
    <section className="help-desk" aria-label={words.help}>
      <p>
        <strong>{words.help}</strong> {text}
      </p>
      {page !== null && api !== undefined && <HelpDeskPage page={page} api={api} />}
    </section>
  );
};
